import { list } from '../../text/list.ts';
import type { Sentence } from '../../text/document.ts';
import { WordClass } from '../../text/words.ts';
import { trimContent } from './content.ts';
import { add } from './found.ts';
import type { Found } from './found.ts';
import {
  MAX_SCAN,
  hasClass,
  isAuxiliary,
  isCapital,
  isDash,
  isPronoun,
  isPunctuation,
  isQuoted,
  looksLikeClause,
  wordAt,
} from './reading.ts';
import type { Reading } from './reading.ts';
import { isApposition } from './subject.ts';

/** “According to X, …”, “…, according to X”, “…, as reported by X”: `i` begins the cue, `at` the source. */
export function readAccording(
  reading: Reading,
  sentence: Sentence,
  i: number,
  at: number,
  found: Found,
): void {
  let end = at;
  while (end < sentence.endToken && end - at < 20) {
    if (isQuoted(reading, end) || (isPunctuation(reading, end) && wordAt(reading, end) !== '-')) break;
    if (end > at && hasClass(reading, end, WordClass.relative | WordClass.subordinator)) break;
    if (end > at && /^(?:citing|quoting|speaking|he|she|they|it|we|i)$/.test(wordAt(reading, end))) break;
    end++;
  }
  if (end <= at) return;
  const { firstToken } = sentence;
  const opensClause = /^(?:and|but)$/.test(wordAt(reading, i - 1)) && wordAt(reading, i - 2) === ',';
  const initial = i === firstToken || opensClause || (i - firstToken <= 2 && !isPunctuation(reading, i - 1));
  const aside = initial ? afterRelative(reading, sentence, end) : undefined;
  const before = wordAt(reading, i - 1) === ',' ? i - 1 : i;
  const relative = initial ? undefined : startOfRelative(reading, sentence, before);
  const isBroken = relative !== undefined && wordAt(reading, end) === ',';
  const stop = aside ?? (isBroken ? end : closingComma(reading, sentence, end, initial));
  const source = { first: at, end: aside === undefined ? stop : end };
  const cue = { first: i, end: at };
  if (initial) {
    const unmarked = isPronoun(reading, stop) ? stop : unmarkedContent(reading, at, end);
    const isLate = unmarked !== undefined && hasVerb(reading, unmarked, end);
    const from = wordAt(reading, stop) === ',' && !isLate ? stop + 1 : unmarked;
    if (from === undefined) return;
    const rest = from > stop ? source : { first: at, end: from };
    add(reading, found, rest, cue, [trimContent(reading, from, sentence.endToken)], opensClause ? 0.95 : 0.9);
    return;
  }
  const opened = isDash(reading, stop) ? afterDash(reading, sentence, before) : relative;
  const content = [trimContent(reading, opened ?? lastTurn(reading, sentence, before), before)];
  const rest = stop + 1;
  if (wordAt(reading, stop) === ',' && rest + 3 < sentence.endToken && !NEW_CLAUSE.has(wordAt(reading, rest)))
    content.push(trimContent(reading, rest, sentence.endToken));
  add(reading, found, source, cue, content, opened === undefined ? 0.9 : 0.95);
}
const NEW_CLAUSE = list('but and while which who although as');

/** What goes on with what stands before the comma: “According to Roe, two guards, including her, left”. */
const EXAMPLES = new Set(['including', 'such', 'like', 'among', 'especially', 'particularly']);

/** The comma after a source and its appositions: “According to Roe, the mayor, …”. */
function closingComma(reading: Reading, sentence: Sentence, end: number, initial: boolean): number {
  if (wordAt(reading, end) !== ',') return end;
  for (let k = end + 1; k < sentence.endToken && k < end + 14; k++) {
    if (wordAt(reading, k) !== ',' || isQuoted(reading, k)) continue;
    const last = initial ? k + 3 < sentence.endToken : true;
    const next = wordAt(reading, k + 1);
    const turns = NEW_CLAUSE.has(next) || next === 'whereas' || (initial && EXAMPLES.has(next));
    return last && !turns && isApposition(reading, end, k) && !looksLikeClause(reading, end + 1, k) ? k : end;
  }
  if (!initial && isApposition(reading, end, sentence.endToken - 1)) return sentence.endToken - 1;
  return end;
}

/** The comma that closes a relative clause: “According to a report, which nobody read, …”. */
function afterRelative(reading: Reading, sentence: Sentence, end: number): number | undefined {
  if (wordAt(reading, end) !== ',' || !hasClass(reading, end + 1, WordClass.relative)) return undefined;
  for (let k = end + 3; k + 3 < sentence.endToken && k < end + 24; k++)
    if (wordAt(reading, k) === ',' && !isQuoted(reading, k)) return k;
  return undefined;
}

/** “According to guards | the boats are old, …”: whether the comma comes only after the clause has its verb. */
function hasVerb(reading: Reading, first: number, end: number): boolean {
  for (let k = first + 1; k < end; k++) if (isAuxiliary(reading, k)) return true;
  return false;
}

/** “According to Roe nobody was hurt”: where no comma parts source and content, the content begins after the name. */
function unmarkedContent(reading: Reading, at: number, end: number): number | undefined {
  for (let k = at + 1; k < end; k++) {
    if (
      hasClass(reading, k, WordClass.determiner | WordClass.pronoun | WordClass.negation) &&
      !hasClass(reading, k - 1, WordClass.preposition)
    )
      return k;
    const isPlain = !isCapital(reading, k) && reading.words.class[k] === 0 && wordAt(reading, k + 1) !== '-'; // not “al-Roe”
    if (isCapital(reading, k - 1) && isPlain) return k;
  }
  return undefined;
}

/** Tokens from an article to the relative word behind its noun. */
const LONGEST_NOUN = 8;

/** “It built | a dam that will|, according to Roe, hold”: the start of what a relative clause that is broken off speaks of. */
function startOfRelative(reading: Reading, sentence: Sentence, end: number): number | undefined {
  const relative = end - 2;
  if (wordAt(reading, end) !== ',' || !isAuxiliary(reading, end - 1)) return undefined;
  if (!/^(?:that|which|who)$/.test(wordAt(reading, relative))) return undefined;
  for (let k = relative - 1; k > sentence.firstToken && k > relative - LONGEST_NOUN; k--) {
    if (hasClass(reading, k, WordClass.determiner)) return k;
    if (isPunctuation(reading, k) && wordAt(reading, k) !== '-') return undefined;
  }
  return undefined;
}

/** “It is old – and the fact that it leaks, according to Roe, – no help”: the start of what stands between dashes. */
function afterDash(reading: Reading, sentence: Sentence, end: number): number | undefined {
  for (let k = end - 1; k > sentence.firstToken && k > end - MAX_SCAN; k--) {
    if (!isDash(reading, k)) continue;
    let first = k + 1;
    while (
      /^(?:and|but|the|fact|that|given)$/.test(wordAt(reading, first)) &&
      !(wordAt(reading, first) === 'the' && wordAt(reading, first + 1) !== 'fact')
    )
      first++;
    return first;
  }
  return undefined;
}

/** The start of the clause that ends before `end`. */
export function lastTurn(reading: Reading, sentence: Sentence, end: number): number {
  for (let k = end - 1; k > sentence.firstToken && k > end - MAX_SCAN; k--) {
    if (isQuoted(reading, k)) continue;
    if (wordAt(reading, k) === ';') return k + 1;
    if (
      wordAt(reading, k) === ',' &&
      /^(?:but|and|while|although)$/.test(wordAt(reading, k + 1)) &&
      looksLikeClause(reading, k + 2, end)
    )
      return k + 2;
  }
  return sentence.firstToken;
}
