import { clean } from './clean.ts';
import { isNode, type JsonLd, type JsonLdNode, valuesOf } from './json-ld.ts';
import { isoTime } from './times.ts';

/** What the publisher says it has corrected: in its words, or as the address where it says so. */
export interface Correction {
  text: string;
  date?: string; // ISO 8601
}

const MAX_CORRECTIONS = 5;
const MAX_CHARS = 1_000;

/** The corrections a page declares of its article (schema.org `correction`: words, an address or a CorrectionComment). */
export function correctionsOf(ld: JsonLd, article: JsonLdNode | null): Correction[] {
  if (!article) return [];
  return valuesOf(ld, article, 'correction')
    .slice(0, MAX_CORRECTIONS)
    .flatMap(value => {
      const { text, description, url, datePublished } = isNode(value) ? value : { text: value };
      const words = [text, description, url].find(it => typeof it === 'string' && it.trim() !== '');
      if (typeof words !== 'string') return [];
      const date = typeof datePublished === 'string' ? isoTime(datePublished) : '';
      return [{ text: clean(words).slice(0, MAX_CHARS), ...(date && { date }) }];
    });
}
