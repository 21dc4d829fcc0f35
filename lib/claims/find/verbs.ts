import { TokenKind } from '../../text/document.ts';
import type { Range, Sentence } from '../../text/document.ts';
import { list } from '../../text/list.ts';
import { FORMS_OF_BE, WordClass } from '../../text/words.ts';
import { HEARSAY_ADVERBS, cueOf, cuesIn } from '../cues.ts';
import type { Cue } from '../cues.ts';
import { isOtherwise } from './dissent.ts';
import {
  hasClass,
  isAuxiliary,
  isCapital,
  isDash,
  isOpeningMark,
  isPunctuation,
  isQuoted,
  wordAt,
} from './reading.ts';
import type { Reading } from './reading.ts';

/** An attributing verb in its sentence: `[first, end)` is the verb with auxiliaries, negation and particle. */
export interface VerbCue extends Range {
  readonly from: number; // `first`, or before it adverbs that are no part of the cue
  readonly at: number; // the verb itself
  readonly cue: Cue;
  readonly passive: boolean;
}

/** The attributing verbs of a sentence outside quotation marks. */
export function findVerbs(reading: Reading, sentence: Sentence): VerbCue[] {
  const verbs: VerbCue[] = [];
  const canBe = cuesIn(reading.doc);
  for (let at = sentence.firstToken; at < sentence.endToken; at++) {
    if (!canBe(at) || isQuoted(reading, at) || reading.doc.tokens.kind[at] !== TokenKind.word) continue;
    const cue = cueOf(wordAt(reading, at));
    if (!cue || !isVerb(reading, sentence, at, cue, verbs)) continue;
    const from = groupStart(reading, sentence, at);
    const first = withoutAdverbs(reading, from, at);
    const before = verbs.at(-1);
    if (before && before.at >= first) {
      // “declined to comment”: the refusal is the cue; “promised to say” is one cue
      if (REFUSALS.has(before.cue.lemma)) continue;
      verbs.pop();
    }
    const end = PARTICLES[cue.lemma]?.has(wordAt(reading, at + 1)) ? at + 2 : at + 1;
    verbs.push({ cue, at, from, first, end, passive: isPassive(reading, { first, end: at }) });
  }
  return verbs;
}

/** Verbs whose “to” introduces what is refused, not what is said: “declined to comment”. */
export const REFUSALS: ReadonlySet<string> = new Set(['decline', 'refuse']);

const PARTICLES: Readonly<Record<string, ReadonlySet<string>>> = {
  call: list('for on upon'),
  ask: list('for'),
  appeal: list('for'),
  point: list('out to'),
  rule: list('out'),
  hope: list('for'),
  apologise: list('to for'),
  apologize: list('to for'),
  hint: list('at to'),
  object: list('to'),
  respond: list('to'),
  reply: list('to'),
};

const DETERMINER_SUBJECTS = list('this that some others many most both all few several another each');
const PLURALS = list('people police men women children media many some most others few both those');
const SINGULAR = list('he she it one');
/** Participles that are nouns as often. */
const NOUNS_IN_ING = list(
  'meaning reading ruling finding showing briefing writing recording reporting feeling warning offering',
);

/** Whether the word is used as a verb here, by what stands before it. */
function isVerb(
  reading: Reading,
  sentence: Sentence,
  at: number,
  cue: Cue,
  verbs: readonly VerbCue[],
): boolean {
  if (isCapital(reading, at) && !reading.words.opensSentence[at]) return false;
  if (wordAt(reading, at + 1) === '-' || wordAt(reading, at - 1) === '-') return false;
  let k = at - 1;
  while (k >= sentence.firstToken && reading.words.class[k] === WordClass.adverb) k--;
  if (isInserted(reading, sentence, at, cue) || isSupposed(reading, sentence, k)) return false;
  // “some state lawmakers”
  const closes = cue.form === 's' && closesSentence(reading, sentence, at, k);
  if (cue.lemma === 'state' && cue.noun && !opensContent(reading, at + 1) && !closes) return false;
  if (
    cue.lemma === 'object' &&
    cue.noun &&
    !(isAuxiliary(reading, at - 1) || wordAt(reading, at - 1) === 'not')
  )
    return false; // “an object that glows”
  if (cue.lemma === 'point' && wordAt(reading, at + 1) !== 'out' && !pointsTo(reading, sentence, at))
    return false;
  if (k < sentence.firstToken) return cue.form === 'ing' || cue.form === 'past';
  const before = wordAt(reading, k);
  const bound =
    before === "'s" || (hasClass(reading, k, WordClass.determiner) && !DETERMINER_SUBJECTS.has(before));
  if (cue.form === 'ing') {
    if (bound) return false;
    return !NOUNS_IN_ING.has(wordAt(reading, at)) || opensContent(reading, at + 1);
  }
  if (cue.form === 'base' && before === 'and') return verbs.some(verb => verb.cue.form === 'base');
  if (!bound && hasNoClass(reading, k) && isOtherwise(reading, { cue, end: at + 1 })) return true; // “anglers on the pier believe otherwise”
  if (cue.form === 'base') return !bound && hasPluralSubject(reading, k, before, cue);
  if (bound) return false;
  if (cue.form === 's') {
    // “…, reports Roe”
    if (!cue.noun || (before === ',' && isCapital(reading, at + 1))) return true;
    if (hasClass(reading, k, WordClass.pronoun | WordClass.relative) || isCapital(reading, k)) return true;
    const opens = wordAt(reading, at + 1) === ':' || opensContent(reading, at + 1); // “The letter reads: …”
    return reading.words.class[k] === 0 && !before.endsWith('s') && (opens || closes);
  }
  if (hasClass(reading, k, WordClass.preposition) && !hasClass(reading, k, WordClass.auxiliary)) return false;
  return true;
}

/** “points to the leak as a warning”; not “points to the leak”. */
function pointsTo(reading: Reading, { endToken }: Sentence, at: number): boolean {
  if (wordAt(reading, at + 1) !== 'to') return false;
  for (let k = at + 3; k < endToken && k < at + MOST_POINTED && !isPunctuation(reading, k); k++)
    if (wordAt(reading, k) === 'as') return wordAt(reading, k + 1) !== 'well';
  return false;
}
const MOST_POINTED = 16;

/** “It is old, the report states.”: the sentence is over, and a comma stands before who says it. */
function closesSentence(reading: Reading, sentence: Sentence, at: number, k: number): boolean {
  if (at + 1 < sentence.endToken && wordAt(reading, at + 1) !== '.') return false;
  const first = hasClass(reading, k - 1, WordClass.determiner) ? k - 1 : k - 2;
  return hasClass(reading, first, WordClass.determiner) && wordAt(reading, first - 1) === ',';
}

/** “Her leave – announced yesterday – began”: what was done to what stands before the dash. */
function isInserted(reading: Reading, sentence: Sentence, at: number, cue: Cue): boolean {
  if (cue.form !== 'past' || !isDash(reading, at - 1)) return false;
  let dashes = 0;
  for (let k = sentence.firstToken; k < at; k++) if (isDash(reading, k)) dashes++;
  return dashes % 2 === 1;
}

/** “Had they | known …”: nobody did. */
function isSupposed(reading: Reading, { firstToken }: Sentence, k: number): boolean {
  const opens = k - 1 === firstToken || wordAt(reading, k - 2) === ',';
  return opens && wordAt(reading, k - 1) === 'had' && hasClass(reading, k, WordClass.pronoun);
}

/** “that”, a quotation, an article or a pronoun: what content begins with. */
function opensContent(reading: Reading, i: number): boolean {
  return (
    isOpeningMark(reading, i) ||
    hasClass(reading, i, WordClass.determiner | WordClass.pronoun) ||
    wordAt(reading, i) === 'that'
  );
}

/** A base form is finite only after a plural, a modal, “to”, “do”. */
function hasPluralSubject(reading: Reading, k: number, before: string, cue: Cue): boolean {
  if (isAuxiliary(reading, k) || before === 'to' || hasClass(reading, k, WordClass.negation)) return true;
  if (hasClass(reading, k, WordClass.relative)) return true;
  if (hasClass(reading, k, WordClass.pronoun)) return !SINGULAR.has(before);
  if (PLURALS.has(before)) return true;
  if (/^(?:an?|each|every)$/.test(wordAt(reading, k - 1))) return false; // “a Times report”
  // “Roe, the mayor, and Lund, a guard, challenge this ruling”
  if (before === ',') return !cue.noun || wordAt(reading, k + 2) === 'that' || isOfRuling(reading, k + 1);
  if (/[a-z]s$/.test(before) && hasNoClass(reading, k)) return true;
  // “the SPD believe”, “Oslo and Bergen want”
  return isCapital(reading, k) && !cue.noun && cue.lemma !== 'read';
}

/** “challenge | this ruling”. */
function isOfRuling(reading: Reading, verb: number): boolean {
  if (!/^(?:challenge|dispute|question)$/.test(wordAt(reading, verb))) return false;
  return /^th(?:e|is|at|ese|ose)$/.test(wordAt(reading, verb + 1));
}

function hasNoClass(reading: Reading, k: number): boolean {
  return reading.words.class[k] === 0;
}

const GROUP_OPENERS = list(
  'went go goes going declined declines refused refuses continued continues continue began begins wanted wants used expected set due likely seemed appeared able unable',
);

/** Where auxiliaries, negation, adverbs and “went on to” before a verb begin. */
function groupStart(reading: Reading, sentence: Sentence, at: number): number {
  let k = at;
  while (k > sentence.firstToken) {
    const word = wordAt(reading, k - 1);
    if (isAuxiliary(reading, k - 1) || word === 'not' || word === 'never' || word === "n't") k--;
    else if (isAdverb(reading, k - 1) && !APART.has(word)) k--;
    else if (word === 'to') {
      const governor = wordAt(reading, k - 2) === 'on' ? k - 3 : k - 2;
      if (governor < sentence.firstToken || !GROUP_OPENERS.has(wordAt(reading, governor))) return k - 1;
      k = governor;
    } else if (word === 'as' && k === at) return k - 1;
    else break;
  }
  return k;
}

/** An adverb and nothing else; “today” may stand inside a verb group as well. */
function isAdverb(reading: Reading, k: number): boolean {
  return (reading.words.class[k]! & ~WordClass.time) === WordClass.adverb;
}

const APART = list('together however meanwhile instead therefore thus');

/** Adverbs at the front belong to the clause, not to the cue: “Later he still says”. */
function withoutAdverbs(reading: Reading, from: number, at: number): number {
  let first = from;
  while (
    first < at &&
    reading.words.class[first] === WordClass.adverb &&
    !HEARSAY_ADVERBS.has(wordAt(reading, first))
  )
    first++;
  return first;
}

/** Whether words before a participle, up to it, make a passive of it: “| has been | told”, not “| is | telling”. */
export function isPassive(reading: Reading, { first, end }: Range): boolean {
  if (wordAt(reading, end).endsWith('ing')) return false;
  for (let k = first; k < end; k++) if (FORMS_OF_BE.has(wordAt(reading, k))) return true;
  return false;
}
