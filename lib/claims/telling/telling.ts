import type { Attribution } from '../../tagging/tagger.ts';
import { TokenKind } from '../../text/document.ts';
import type { Range, TextDocument } from '../../text/document.ts';
import { list } from '../../text/list.ts';
import { tokenAt, tokensIn } from '../../text/parse.ts';
import { OPENING_MARK, isQuotedAt } from '../../text/quotations.ts';
import type { Span } from '../../text/span.ts';
import { Shape, WordClass, wordsOf } from '../../text/words.ts';
import type { Words } from '../../text/words.ts';
import { ADJECTIVE_CUES, HEARSAY_ADVERBS, HEARSAY_PASSIVES, NOUN_CUES, cueOf } from '../cues.ts';

/** An attribution that has a cue, as the rules look at it that tell whether it tells anything. */
export interface Telling {
  readonly doc: TextDocument;
  readonly words: Words;
  readonly source: Span | null;
  readonly cue: Span;
  readonly said: Range; // tokens of the cue
  readonly content: readonly Span[];
  readonly piece: Span; // the first of the content
}

/**
 * Whether the words themselves show that something is told: the cue has a word that attributes, or the content opens
 * like a clause or a quotation. “Sided with the union” and “contacted the police” tell what was done.
 */
export function isTelling(doc: TextDocument, { cue, content }: Attribution): boolean {
  if (!cue || hasTelling(doc, cue)) return true;
  const { lower } = wordsOf(doc);
  return content.some(
    piece =>
      OPENERS.has(lower[tokenAt(doc, piece.start)]!) ||
      isMarked(doc.text, piece.start) ||
      isSpoken(doc, piece),
  );
}

/** Whether a cue has a word that attributes: “said”, “according”, “warning”. */
export function hasTelling(doc: TextDocument, cue: Span): boolean {
  const { first, end } = tokensIn(doc, cue);
  return wordsOf(doc)
    .lower.slice(first, end)
    .some(
      word =>
        word === 'according' ||
        cueOf(word) !== undefined ||
        [NOUN_CUES, ADJECTIVE_CUES, HEARSAY_ADVERBS, HEARSAY_PASSIVES].some(words => words.has(word)) ||
        OTHERS.test(word),
    );
}

/** Stems of verbs that tell, but of which no rule knows what may follow them. */
const OTHERS =
  /^(?:advocat|alert|charg|compar|concur|convict|defend|encourag|endors|identif|indict|label|liken|mention|object|quot|specif|tagg)/;

const OPENERS = list('that whether if how why');

/** “issued a note to ‘condemn …’”: most of it stands in quotation marks, and is no title. */
function isSpoken(doc: TextDocument, piece: Span): boolean {
  const { first, end } = tokensIn(doc, piece);
  const { shape } = wordsOf(doc);
  let spoken = 0;
  for (let i = first; i < end; i++)
    if ((shape[i]! & Shape.capital) === 0 && isQuotedAt(doc.quotations, doc.tokens.start[i]!)) spoken++;
  return spoken * 2 > end - first && spoken >= LEAST_SPOKEN;
}
const LEAST_SPOKEN = 5;

/** Whether a piece that starts at an offset opens with a quotation mark, before or behind it. */
export function isMarked(text: string, start: number): boolean {
  return OPENING_MARK.test(text.charAt(start - 1)) || OPENING_MARK.test(text.charAt(start));
}

/** Whether a piece of content does not break off at the comma of “that when the rain came,” before it comes to its point. */
export function isWhole(doc: TextDocument, piece: Span): boolean {
  const { lower, class: classes } = wordsOf(doc);
  const { first, end } = tokensIn(doc, piece);
  const that = lower[first] === 'that' ? first + 1 : first;
  // “that based on two towns,”
  const opener = /(?:ed|ing)$/.test(lower[that] ?? '') ? that + 1 : that;
  if (lower[end] !== ',' || (classes[opener]! & (WordClass.subordinator | WordClass.preposition)) === 0)
    return true;
  return lower.slice(opener, end).includes(',');
}

/**
 * Whether a piece of content breaks off inside a phrase: behind “a”, before the “of” of “accused the town | of theft”,
 * before an apposition or an aside behind which it goes on.
 */
export function isTorn(doc: TextDocument, piece: Span): boolean {
  const { lower, class: classes } = wordsOf(doc);
  const { kind, sentence } = doc.tokens;
  const { end } = tokensIn(doc, piece);
  if (/^(?:an?|the|of)$/.test(lower[end - 1]!) || lower[end] === 'of' || isParted(doc, end)) return true;
  // “criticised the mayor for|, ‘…’”
  if (/^(?:for|with|from|by)$/.test(lower[end - 1]!) && lower[end] === ',') return true;
  // “the gates of the old | mill”
  const areWords = kind[end] === TokenKind.word && kind[end - 1] === TokenKind.word;
  return areWords && sentence[end] === sentence[end - 1] && classes[end] === 0 && !cueOf(lower[end]!);
}

/** “that the dam|, the oldest of three, in the valley held”, “accused Oslo | — and Bergen — of it”. */
function isParted(doc: TextDocument, end: number): boolean {
  const { lower, class: classes } = wordsOf(doc);
  const mark = lower[end];
  if (mark !== '—' && mark !== '–' && !(mark === ',' && /^(?:an?|the)$/.test(lower[end + 1] ?? '')))
    return false;
  for (
    let k = end + 2;
    k < end + LONGEST_PARTING && doc.tokens.sentence[k] === doc.tokens.sentence[end];
    k++
  ) {
    if (lower[k] === mark) return (classes[k + 1]! & WordClass.preposition) !== 0;
    if (doc.tokens.kind[k] === TokenKind.punctuation || lower[k] === 'that') return false;
    if (classes[k]! & (WordClass.auxiliary | WordClass.relative)) return false;
  }
  return false;
}
/** Tokens of an apposition or an aside. */
const LONGEST_PARTING = 14;

/** “…,” Roe said, in tears, “and …”; …, Roe said, …: whether what stands between is an aside, no end and no new turn. */
export function isAside({ text }: TextDocument, from: number, to: number): boolean {
  const between = text.slice(from, to);
  return (
    between === ', ' ||
    (between.length < LONGEST_ASIDE && /^(?:[,.?!]?["”])?[^.?!“”"]*(?:,|\band|\bbut) ["“]$/.test(between))
  );
}
const LONGEST_ASIDE = 90;
