import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { FORMS_OF_BE, WordClass, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { looksFinite } from './content-ends.ts';
import { HEARSAY_ADVERBS, cueOf } from './cues.ts';
import { list } from '../text/list.ts';
import { listed } from '../text/listed.ts';

/** Words that put a statement as uncertain. */
const HEDGES = list(
  'may might could possibly perhaps probably maybe likely unlikely apparently allegedly reportedly supposedly purportedly presumably potentially seemingly appears appear appeared seems seem seemed alleged unclear uncertain rumoured rumored presumed possibility',
);
/** Nouns and verbs that hedge what they introduce, and nothing where they are only spoken of. */
const HEDGING_CUES = list(
  'speculation suspicion suspicions belief concern concerns suggest suggests suggesting suggested hypothesise hypothesize theorise theorize',
);
/** After “is” or “was”: somebody believes, nobody says who. */
const BELIEVED = list(
  'expected believed thought alleged rumoured rumored feared suspected presumed projected predicted tipped assumed',
);
/** “We expect that it will hold”. */
const EXPECTING = list('expect expects expected');
/** What “uncertain weather” is, is no hedge. */
const UNCLEAR = list('unclear uncertain');
/** Whoever foretells something says so flatly. */
const FORETELLING = list('predict forecast');
const hedgesIn = listed([...HEDGES, ...BELIEVED, ...EXPECTING, 'possible']);
/** The same, where these words attribute what follows to nobody: “is said to”, “were reported”. */
const PASSED_ON = list('reported said understood rumoured rumored');
const MODALS = list('may might could');

/** The words that hedge a claim, in its cue and in its content; in reading order. */
export function findHedges(
  doc: TextDocument,
  { source, cue, content }: { source: Span | null; cue: Span | null; content: readonly Span[] },
): Span[] {
  const words = wordsOf(doc);
  const { lower, class: classes } = words;
  const hedges: Span[] = [];
  const collect = (span: Span, hedging: (i: number, from: number) => boolean): void => {
    const { first, end } = tokensIn(doc, span);
    for (let i = first; i < end; i++) {
      if (hedging(i, first)) hedges.push({ start: doc.tokens.start[i]!, end: doc.tokens.end[i]! });
    }
  };
  const passive = (i: number): boolean =>
    FORMS_OF_BE.has(lower[i - 1] ?? '') || FORMS_OF_BE.has(lower[i - 2] ?? '');
  if (cue) {
    const opening = content[0] ? lower[tokensIn(doc, content[0]).first] : '';
    collect(cue, i => {
      const word = lower[i]!;
      if (HEDGES.has(word) || HEARSAY_ADVERBS.has(word)) return true;
      if (BELIEVED.has(word) && passive(i)) return true;
      if (PASSED_ON.has(word) && source === null && passive(i)) return true;
      const known = cueOf(word);
      const isHedging = known?.hedged === true && !FORETELLING.has(known.lemma);
      // “hopes to win” and “suggested that they stop” are plans and advice, “hopes that”, “figures suggest” are not
      if (opening === 'to') return isHedging && known.lemma !== 'hope';
      return isHedging || HEDGING_CUES.has(word);
    });
  }
  const isHedge = hedgesIn(doc);
  for (const piece of content) {
    collect(piece, (i, from) => {
      if (!isHedge(i)) return false;
      const word = lower[i]!;
      if (MODALS.has(word)) return !isCapitalMay(doc, i) && isPossible(words, i, from);
      if (UNCLEAR.has(word)) return classes[i + 1] !== 0 || doc.tokens.kind[i + 1] !== TokenKind.word;
      if (HEDGES.has(word)) return !isCompared(lower, i);
      if (EXPECTING.has(word) && foresees(words, i, from)) return true;
      if (word === 'possible') return isHead(words, i, from);
      return BELIEVED.has(word) && passive(i);
    });
  }
  return hedges.sort((a, b) => a.start - b.start); // a cue may stand behind what it brings
}

/** The month. */
function isCapitalMay(doc: TextDocument, i: number): boolean {
  return doc.text.startsWith('May', doc.tokens.start[i]);
}

/** “More likely to leave”, “the most likely cause”: what is compared is asserted; “most likely fell” is not. */
function isCompared(lower: readonly string[], i: number): boolean {
  if (lower[i] !== 'likely' && lower[i] !== 'unlikely') return false;
  const degree = lower[i - 1] ?? '';
  return COMPARING.has(degree) || (degree === 'most' && (lower[i - 2] === 'the' || lower[i + 1] === 'to'));
}
const COMPARING = list('more less as least equally');

/**
 * Whether a modal says that the whole may be so: not “could not”, “nobody could” (was able), “you may” (a leave),
 * nor inside a subordinate clause (“the bridge closed because it might fall”).
 */
function isPossible({ lower, class: classes }: Words, i: number, from: number): boolean {
  const before = lower[i - 1] ?? '';
  if (before === 'you') return false;
  const isNobody = NOBODY.has(before) || (before === 'one' && lower[i - 2] === 'no');
  if (lower[i] === 'could' && (isNobody || NOT.has(lower[i + 1] ?? ''))) return false;
  for (let k = i - 1; k >= from && k > i - SCOPE; k--) {
    if (CLAUSE_ENDS.has(lower[k]!)) return true;
    if (k === from) return !CONCEDING.has(lower[k]!);
    if (classes[k]! & (WordClass.subordinator | WordClass.relative) && lower[k] !== 'that') return false;
  }
  return true;
}
const NOT = list("not n't no never only");
const NOBODY = list('nobody none nothing neither never');
const SCOPE = 8;
/** “While it may leak, it floats”: what is conceded is not what is said. */
const CONCEDING = list('while although though whereas');

/** “We expect that it will hold”, “they expected a leak”: neither a demand, “expect boats to wait”, nor “as expected”. */
function foresees({ lower, class: classes }: Words, i: number, from: number): boolean {
  if (!(classes[i - 1]! & WordClass.pronoun) || i - from > MOST_LEADING) return false;
  if (lower[i + 1] === 'that') return true;
  for (let k = i + 1; k < i + SCOPE; k++) {
    if (lower[k] === 'to') return false;
    if (CLAUSE_ENDS.has(lower[k] ?? '.')) return k > i + 1;
  }
  return true;
}
/** Tokens from the beginning of what is said to the verb that hedges it. */
const MOST_LEADING = 6;

/** “saw it | as a possible leak”, “spoke of a possible sale”: what is said is no more than the thing that may be. */
function isHead({ lower, class: classes }: Words, i: number, from: number): boolean {
  if (i - from > LONGEST_LEAD || !/^(?:an?|the|of|at|about|over|as)$/.test(lower[i - 1]!)) return false;
  for (let k = from; k < i; k++)
    if (looksFinite(lower, classes, k) || classes[k]! & WordClass.relative) return false;
  return classes[i + 1] === 0 && lower[from] !== 'to';
}
const LONGEST_LEAD = 4;
const CLAUSE_ENDS = list(', ; : . “ ”');
