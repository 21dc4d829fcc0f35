import type { Claim } from '../claims/claim.ts';
import { contentWords, overlap, stem } from '../text/content-words.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { Shape, wordsOf } from '../text/words.ts';
import type { Flag } from './brief.ts';
import type { Story } from './story.ts';

/** Fewer shared words in a row may be chance. */
const SAME_WORDS = 6;

interface Quoted {
  readonly claim: Claim;
  readonly source: Span;
  readonly piece: Span;
  readonly words: readonly string[];
}

/** The same quoted words put into the mouths of two people. */
export function findSameWords({ doc, claims }: Story): Flag[] {
  const seen = new Map<string, Quoted>();
  const flags: Flag[] = [];
  for (const quoted of quotedPieces(doc, claims)) {
    if (quoted.words.length < SAME_WORDS || !isNamed(doc, quoted.source)) continue;
    const key = quoted.words.join(' ');
    const before = seen.get(key);
    if (!before) seen.set(key, quoted);
    else if (areDifferent(doc, before, quoted))
      flags.push({
        kind: 'same-words-two-speakers',
        ...quoted.piece,
        related: [before.piece, before.source, quoted.source],
        because: doc.text.slice(quoted.piece.start, quoted.piece.end),
      });
  }
  return flags;
}

/** Two speakers for sure: other players, and not a name in common, as two forms of one name would have. */
function areDifferent(doc: TextDocument, a: Quoted, b: Quoted): boolean {
  if (a.claim.source?.playerId === b.claim.source?.playerId || a.piece.start === b.piece.start) return false;
  return overlap(contentWords(doc, [a.source]), contentWords(doc, [b.source])) === 0;
}

/** A pronoun may have been given to the wrong person. */
function isNamed(doc: TextDocument, source: Span): boolean {
  const { shape, opensSentence } = wordsOf(doc);
  const { first, end } = tokensIn(doc, source);
  for (let i = first; i < end; i++)
    if (shape[i]! & Shape.capital && (opensSentence[i] === 0 || end - first > 1)) return true;
  return false;
}

function quotedPieces(doc: TextDocument, claims: readonly Claim[]): Quoted[] {
  return claims.flatMap(claim =>
    claim.kind === 'direct' && claim.source?.playerId !== undefined
      ? claim.content.map(({ start, end }) => ({
          claim,
          source: { start: claim.source!.start, end: claim.source!.end },
          piece: { start, end },
          words: wordsIn(doc, { start, end }),
        }))
      : [],
  );
}

function wordsIn(doc: TextDocument, piece: Span): string[] {
  const { lower } = wordsOf(doc);
  const { first, end } = tokensIn(doc, piece);
  const words: string[] = [];
  for (let i = first; i < end; i++) if (doc.tokens.kind[i]! <= TokenKind.number) words.push(lower[i]!);
  return words;
}

// ---------------------------------------------------------------- paraphrases in quotation marks

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
  const body = quotations.length > 0 ? ` ${foldWords(doc.text)} ` : '';
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
  const said = wordsIn(doc, piece);
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
    ([, double, single]) => foldWords(double ?? single ?? '').split(' '),
  );
}

function foldWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}
