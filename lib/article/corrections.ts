import { clean } from './clean.ts';
import { isNode, type JsonLd, type JsonLdNode, valuesOf } from './json-ld.ts';

const MAX_CORRECTIONS = 5;
const MAX_CHARS = 1_000;

/**
 * What a page declares to have corrected in its article (schema.org `correction`): in the publisher's words, or the
 * address where it says so.
 */
export const correctionsOf = (ld: JsonLd, article: JsonLdNode): string[] =>
  valuesOf(ld, article, 'correction')
    .map(value => (isNode(value) ? (value['text'] ?? value['url']) : value))
    .filter(words => typeof words === 'string')
    .map(words => clean(words).slice(0, MAX_CHARS))
    .filter(Boolean)
    .slice(0, MAX_CORRECTIONS);
