import type { TextDocument } from '../../text/document.ts';
import { sentenceIndexAt, tokensIn } from '../../text/parse.ts';
import { OPENING_MARK } from '../../text/quotations.ts';
import type { Span } from '../../text/span.ts';
import { WordClass, wordsOf } from '../../text/words.ts';
import type { Words } from '../../text/words.ts';
import { list } from '../../text/list.ts';
import { cueOf } from '../cues.ts';
import { STUDIES, isDocument } from '../find/subject.ts';

/**
 * Whether nobody has said what the words of telling speak of: “might have warned”, “one would hope”, “this suggests”,
 * “in spring, expect rain”, “priced according to size”, “explained it to them”. At most a few tokens around the cue are
 * looked at, and the sentence before an order.
 */
export function isUnsaid(
  doc: TextDocument,
  source: Span | null,
  cue: Span,
  content: readonly Span[],
): boolean {
  const words = wordsOf(doc);
  const { first, end } = tokensIn(doc, cue);
  const verb = words.lower.slice(first, end).findLastIndex(word => cueOf(word) !== undefined);
  if (words.lower[end - 1] === 'to' && words.lower[end - 2] === 'according')
    return isMeasure(doc, words, end, source);
  if (verb < 0) return false;
  const at = first + verb;
  const lemma = cueOf(words.lower[at]!)!.lemma;
  return (
    isImagined(words, at, lemma) ||
    isInferred(doc, words, source, first, lemma, content) ||
    isOrder(doc, words, first, end, content) ||
    isEmpty(doc, words, end, lemma, content)
  );
}

/** “might have warned”, “one would hope”, “few would argue”, “the town can hope”: what may be, may have been, or might be said. */
function isImagined({ lower, class: classes }: Words, verb: number, lemma: string): boolean {
  const { auxiliary, adverb, negation } = WordClass;
  let first = verb;
  while (first > 0 && classes[first - 1]! & (auxiliary | adverb | negation)) first--;
  const before = lower.slice(first, verb);
  const modal = before.findIndex(word => MODALS.has(word));
  if (modal < 0) return false;
  if (before.includes('have', modal)) return !WISHES.has(lemma);
  if (ANYBODY.has(lower[first - 1]!) && !/^(?:no|this|that|which|the)$/.test(lower[first - 2] ?? ''))
    return true;
  if (/^(?:would|could|may|might)$/.test(before[modal]!) && lemma === 'reveal') return true; // “The papers may reveal”
  return POSSIBLE.has(before[modal]!) && MENTAL.has(lemma);
}
const MODALS = list('would could might may should must can');
const POSSIBLE = list('could might can');
/** “would have preferred” tells a wish all the same. */
const WISHES = list('prefer want');
const ANYBODY = list('one few anyone');
const MENTAL = list('find see hope believe expect think feel');

/** “This suggests that …”, “…, which means that …”: whoever writes draws the conclusion. */
function isInferred(
  doc: TextDocument,
  { lower }: Words,
  source: Span | null,
  cue: number,
  lemma: string,
  [piece]: readonly Span[],
): boolean {
  if (!INFERRING.has(lemma) || OPENING_MARK.test(doc.text.charAt(piece!.start - 1))) return false;
  // “It rained for a week, which suggests that …”; not “the report, which suggests that …”
  const isWhich = lower[cue - 1] === 'which' && lower[cue - 2] === ',';
  if (isWhich && !isDocument(lower[cue - 3] ?? '') && !STUDIES.test(lower[cue - 3] ?? '')) return true;
  const subject = source ? tokensIn(doc, source) : { first: cue - 1, end: cue };
  return subject.end - subject.first === 1 && subject.end <= cue && POINTING.test(lower[subject.first]!);
}
const INFERRING = list('suggest imply indicate show demonstrate guarantee');
const POINTING = /^(?:this|that|these|which)$/;

/** “Expect rain”, “If you go, remember that …”: the reader is told to. */
function isOrder(
  doc: TextDocument,
  { lower, class: classes }: Words,
  first: number,
  end: number,
  [piece]: readonly Span[],
): boolean {
  if (end - first !== 1 || !ORDERS.has(lower[first]!) || piece!.start < doc.tokens.start[first]!)
    return false;
  const { firstToken } = doc.sentences[Math.max(0, sentenceIndexAt(doc, doc.tokens.start[first]!))]!;
  if (first === firstToken) return true;
  if (first - firstToken > LONGEST_OPENING) return false;
  const opens = (classes[firstToken]! & (WordClass.preposition | WordClass.subordinator)) !== 0;
  return opens && lower.slice(firstToken, first).indexOf(',') === first - 1 - firstToken;
}
/** Tokens. */
const LONGEST_OPENING = 40;
const ORDERS = list('expect remember consider imagine recall suppose');

/** “according to plan”, “according to how large it is”, “according to their needs”: a measure says nothing. */
function isMeasure(doc: TextDocument, { lower }: Words, next: number, source: Span | null): boolean {
  if (/^(?:plan|schedule|how|whether|which)$/.test(lower[next] ?? '')) return true;
  const last = source && source.start >= doc.tokens.start[next]! ? tokensIn(doc, source).end - 1 : next;
  return MEASURES.test(lower[last] ?? '');
}
const MEASURES = /^(?:preferences?|tastes?|needs?|size|ability|abilities|means|wishes)$/;

/** “explained it to them”, “wanted her to”, “will thank you”: what it was is not told. */
function isEmpty(
  doc: TextDocument,
  { lower }: Words,
  next: number,
  lemma: string,
  content: readonly Span[],
): boolean {
  if (content.length > 1 || !TELLING.has(lemma)) return false;
  const { first, end } = tokensIn(doc, content[0]!);
  return first === next && lower.slice(first, end).every(word => EMPTY.has(word));
}
const TELLING = list('tell explain show ask want thank remind demand repeat describe inform expect');
const EMPTY = list(
  'it them him her me us you himself herself itself themselves myself ourselves yourself to about more again',
);
