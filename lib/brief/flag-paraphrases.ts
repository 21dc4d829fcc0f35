import { stem } from '../text/content-words.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { wordsIn } from '../text/words.ts';
import type { Flag } from './brief.ts';
import type { Story } from './story.ts';

/** Shorter quotations in a headline are names and catchwords. */
const HEADLINE_WORDS = 4;
const SHARED_STEMS = 3;
/** How much of the headline's quotation the body's must say. */
const SAME_SENSE = 0.75;

/**
 * Words in quotation marks in the headline that nobody is quoted with: the body quotes the same statement in other
 * words. Leaving words out is not putting it differently, and neither is bringing them to agree with the headline's grammar.
 */
export function findParaphrases({ doc, article, claims }: Story): Flag[] {
  const flags: Flag[] = [];
  const quotations = quotationsOf(article.title);
  const body = quotations.length > 0 ? ` ${foldMarks(doc.text)} ` : '';
  for (const words of quotations) {
    const stems = new Set(words.filter(word => word.length > 2).map(stem));
    if (words.length < HEADLINE_WORDS || body.includes(` ${words.join(' ')} `)) continue;
    const told = claims
      .filter(({ kind }) => kind !== 'indirect')
      .flatMap(({ content }) => content.map(({ start, end }) => ({ start, end })))
      .find(piece => saysOtherwise(doc, piece, words, stems));
    if (told)
      flags.push({ kind: 'paraphrase-as-quotation', ...told, related: 'title', because: words.join(' ') });
  }
  return flags;
}

function saysOtherwise(
  doc: TextDocument,
  piece: Span,
  words: readonly string[],
  stems: ReadonlySet<string>,
): boolean {
  const said = wordsIn(doc, tokensIn(doc, piece));
  const saidStems = new Set(said.map(stem));
  const shared = [...stems].filter(each => saidStems.has(each)).length;
  return shared >= SHARED_STEMS && shared / stems.size >= SAME_SENSE && !isCutFrom(words, said);
}

/** Whether the words stand in the quotation in this order, others left out. */
function isCutFrom(words: readonly string[], said: readonly string[]): boolean {
  let at = 0;
  for (const word of said) if (at < words.length && stem(word) === stem(words[at]!)) at++;
  return at === words.length;
}

function quotationsOf(title: string): string[][] {
  if (!/[“"‘']/.test(title)) return [];
  return [...title.matchAll(/[“"]([^“”"]+)[”"]|(?<![\p{L}\p{N}])[‘']([^‘’']+)[’'](?![\p{L}\p{N}])/gu)].map(
    ([, double, single]) => foldMarks(double ?? single ?? '').split(' '),
  );
}

/** Words alone with their apostrophes, in lower case, whatever marks stand between them. */
function foldMarks(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}
