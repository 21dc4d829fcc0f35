import { alikeIn } from '../text/alike.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import { WordClass, isCapitalInside, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import type { Span } from '../text/span.ts';
import { CHECK_WEIGHTS } from './check-weights.ts';
import type { Claim } from './claim.ts';
import { stemsOf } from '../text/content-words.ts';
import { cueOf } from './cues.ts';
import { list } from '../text/list.ts';
import { listed } from '../text/listed.ts';

/** How far a claim asserts something factual, checkable and of public interest, and why. */
interface CheckWorthiness {
  checkWorthiness: number; // 0..1
  checkReasons: string[];
}

/** A claim that has not been weighed. */
type BareClaim = Omit<Claim, 'checkWorthiness' | 'checkReasons'>;

/** Words that speak for or against, by the reason a reader is told. */
const SIGNS: Readonly<Record<string, ReadonlySet<string>>> = {
  cause: list(
    'because cause caused causes causing due led leads resulted result results reason blamed owing',
  ),
  event: list(
    'killed died injured wounded arrested attacked exploded crashed fired seized captured destroyed shot stolen detained evacuated collapsed sentenced signed approved rejected launched discovered sold bought resigned fell rose hit struck happened occurred began started ended opened closed broke sank burned escaped fled entered invaded voted elected appointed hired sacked',
  ),
  comparison: list(
    'more less fewer most least higher lower larger smaller biggest largest highest lowest worst than record increase decrease increased decreased doubled tripled average',
  ),
  law: list(
    'law illegal legal court unlawful violated violation banned crime criminal guilty charged convicted evidence trial lawsuit constitution regulation sentence',
  ),
  medicine: list(
    'virus vaccine disease cancer patients infection infected deaths symptoms drug treatment flu died hospital',
  ),
  money: list(
    'million billion trillion dollars euros pounds cost costs price prices worth budget tax debt profit revenue',
  ),
  opinion: list(
    'good bad great terrible important wonderful sad proud happy sorry beautiful disappointed shame disgrace unacceptable right wrong better best believe think feel hope excellent fair unfair hard difficult easy honour honor pleased glad welcome deeply truly really very clear strong',
  ),
  duty: list('should must need needs ought have-to'),
  plan: list('will would plan plans intend hope hopes want wants going continue shall try trying seek'),
  courtesy: list(
    'thank thanks thoughts prayers condolences congratulate congratulations grateful sympathy comment apologise apologize regret',
  ),
  'first person': list('i we my our me us myself ourselves'),
  'second person': list('you your let'),
  hope: list('peace future democracy freedom justice values dream opportunity success together community'),
  change: list('has have had been became become'),
  past: list('was were did'),
  present: list('is are'),
  may: list('may might could possibly perhaps likely probably'),
  negation: list('not no never none neither nor'),
  question: list('what why how whether who'),
};

/** What the cue says about the kind of statement. */
const CUES: Readonly<Record<string, ReadonlySet<string>>> = {
  finding: list(
    'find show report reveal indicate estimate confirm discover announce conclude determine record disclose suggest claim allege state',
  ),
  urging: list(
    'urge ask call demand request order appeal press promise vow pledge threaten propose want invite plan refuse decline hope intend',
  ),
  judging: list(
    'think believe feel criticise criticize condemn praise welcome describe denounce fear doubt agree oppose reject support thank',
  ),
};

/** The same, word by word. */
const signsOf = new Map<string, string[]>();
for (const [sign, words] of Object.entries(SIGNS)) {
  for (const word of words) signsOf.set(word, [...(signsOf.get(word) ?? []), sign]);
}
const signsIn = listed([...signsOf.keys()]);
const CUES_OF = new Map<string, string[]>();
for (const [kind, lemmas] of Object.entries(CUES)) {
  for (const lemma of lemmas) CUES_OF.set(lemma, [...(CUES_OF.get(lemma) ?? []), kind]);
}

/** Names of the features that are reasons a reader can make sense of. */
const REASONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    numbers: 'number',
    cause: 'cause',
    event: 'event',
    'past event': 'event',
    comparison: 'comparison',
    law: 'law',
    medicine: 'medicine',
    money: 'money',
    finding: 'finding',
    'named place or body': 'names',
    opinion: 'opinion',
    duty: 'opinion',
    judging: 'opinion',
    plan: 'plan',
    urging: 'call',
    courtesy: 'courtesy',
    'first person': 'first person',
  }),
);

/** Takes features. */
interface Takes {
  /** The word of a token in a part of the claim; of a pair that of the next one as well, of `ends` its ending. */
  word(part: WordPart, token: number, value: number): void;
  /** A sign of its own. */
  sign(name: string, value: number): void;
}
const WORD_PARTS = ['says', 'opens', 'cue', 'by', 'pair', 'ends'] as const;
type WordPart = (typeof WORD_PARTS)[number];

/** What speaks for and against a check, by name: the signs above, and each word by the part it stands in. */
export function checkFeatures(doc: TextDocument, claim: BareClaim): Record<string, number> {
  const features: Record<string, number> = {};
  const { lower } = wordsOf(doc);
  const stems = stemsOf(doc);
  const sign = (name: string, value: number): void => {
    features[name] = (features[name] ?? 0) + value;
  };
  const nameOf = (part: WordPart, token: number): string => {
    const word = lower[token]!;
    if (part === 'opens') return word;
    if (part === 'pair') return `${word} ${lower[token + 1]}`;
    return part === 'ends' ? word.slice(-ENDING) : stems[token] || word;
  };
  readFeatures(doc, claim, {
    sign,
    word: (part, token, value) => sign(`${part} ${nameOf(part, token)}`, value),
  });
  return features;
}

/** Each feature once, but for pairs and endings. */
function readFeatures(doc: TextDocument, claim: BareClaim, takes: Takes): void {
  const { words, numbers, names, pasts, opening } = takeContent(doc, claim.content, takes);
  takeWords(doc, claim.cue, 'cue', takes);
  takeWords(doc, claim.source, 'by', takes);
  const lemma = claim.cue ? lemmaOf(doc, claim.cue) : '';
  for (const kind of CUES_OF.get(lemma) ?? NONE) takes.sign(kind, 1);
  takes.sign(`${lemma} ${opening}`, 1); // “say that”, “ask to”
  takes.sign('bias', 1);
  takes.sign('numbers', Math.min(1, numbers));
  takes.sign('many numbers', Math.min(3, numbers) / 3);
  takes.sign('named place or body', Math.min(1, names));
  takes.sign('many names', Math.min(4, names) / 4);
  takes.sign('past event', Math.min(1, pasts));
  takes.sign('length', Math.min(1.5, words / 30));
  takes.sign('short', words < 6 ? 1 : 0);
  takes.sign('very short', words < 4 ? 1 : 0);
  takes.sign('long', words > 25 ? 1 : 0);
  takes.sign('starts with to', opening === 'to' ? 1 : 0);
  takes.sign(claim.kind, claim.kind === 'indirect' ? 0 : 1);
  takes.sign('hedged', claim.certainty === 'hedged' ? 1 : 0);
  takes.sign(`source ${claim.sourceKind}`, 1);
  takes.sign('no cue', claim.cue ? 0 : 1);
}

/** What there is of what in the content of a claim. */
interface Counts {
  words: number;
  numbers: number;
  names: number; // that do not open a piece or a sentence
  pasts: number;
  opening: string; // its first word
}

/** Takes the words of the content, then the signs among them. */
function takeContent(doc: TextDocument, content: readonly Span[], takes: Takes): Counts {
  const words = wordsOf(doc);
  const { kind } = doc.tokens;
  const counts: Counts = { words: 0, numbers: 0, names: 0, pasts: 0, opening: '' };
  const seen = new Set<string>(); // words and stems
  const signs = new Set<string>();
  const pieces = content.map(piece => tokensIn(doc, piece));
  // each word of many says less
  const share = Math.min(
    MOST,
    WHOLE / Math.sqrt(pieces.reduce((sum, { first, end }) => sum + end - first, 0)),
  );
  const take: Take = (part, token) => takes.word(part, token, share);
  for (const { first, end } of pieces) {
    for (let i = first; i < end; i++) {
      if (kind[i] === TokenKind.punctuation) continue;
      if (counts.words === 0) {
        counts.opening = words.lower[i]!;
        takes.word('opens', i, 1);
      }
      counts.words++;
      if (i > first && isCapitalInside(words, i)) counts.names++;
      if (endsLikePast(words.lower[i]!)) counts.pasts++;
      if (isNumber(doc, words, i)) counts.numbers++;
      if (i > first && kind[i - 1] !== TokenKind.punctuation) take('pair', i - 1);
      takeOnce(doc, i, seen, signs, take);
    }
  }
  for (const sign of signs) takes.sign(sign, 1);
  return counts;
}

type Take = (part: WordPart, token: number) => void;

/** Takes ending and stem of a word, and notes its signs, where it is the first of its kind. */
function takeOnce(doc: TextDocument, i: number, seen: Set<string>, signs: Set<string>, take: Take): void {
  const words = wordsOf(doc);
  const word = words.lower[i]!;
  if (seen.has(word)) return;
  seen.add(word);
  if (signsIn(doc)(i)) for (const sign of signsOf.get(word) ?? NONE) signs.add(sign);
  if (isNumber(doc, words, i)) return;
  if (word.length > LONG && doc.tokens.kind[i] === TokenKind.word) take('ends', i);
  const stem = stemsOf(doc)[i] || word;
  if (stem !== word) {
    if (seen.has(stem)) return;
    seen.add(stem);
  }
  take('says', i);
}

function isNumber({ tokens }: TextDocument, words: Words, i: number): boolean {
  return tokens.kind[i] === TokenKind.number || (words.class[i]! & WordClass.quantity) !== 0;
}

const endsLikePast = (word: string): boolean => word.length > 4 && word.endsWith('ed');

const NONE: readonly string[] = [];

/** Letters of a word whose ending counts, and of the ending. */
const LONG = 5;
const ENDING = 3;
/** What all words of a claim weigh, and one at most. */
const WHOLE = 2.4;
const MOST = 1.5;

function takeWords(doc: TextDocument, span: Span | null, part: WordPart, takes: Takes): void {
  if (!span) return;
  const { lower } = wordsOf(doc);
  const stems = stemsOf(doc);
  const { first, end } = tokensIn(doc, span);
  for (let i = first; i < end && i < first + MAX_WORDS; i++) {
    const word = stems[i] || lower[i]!;
    if (doc.tokens.kind[i] !== TokenKind.word) continue;
    let repeated = false;
    for (let k = first; k < i; k++) repeated ||= (stems[k] || lower[k]!) === word;
    if (!repeated) takes.word(part, i, 1);
  }
}

/** Of a cue or a source. */
const MAX_WORDS = 40;

function lemmaOf(doc: TextDocument, cue: { start: number; end: number }): string {
  const { lower } = wordsOf(doc);
  const { first, end } = tokensIn(doc, cue);
  for (let i = end - 1; i >= first; i--) {
    const known = cueOf(lower[i]!);
    if (known) return known.lemma;
  }
  return '';
}

/** Weights of a logistic regression over the features above; those of pairs by their words, so that none is spelled out. */
export type CheckWeights = Readonly<
  Record<Exclude<WordPart, 'pair'> | 'is', ReadonlyMap<string, number>> & {
    pair: ReadonlyMap<string, ReadonlyMap<string, number>>;
  }
>;

/** Weights by the name of their feature, taken apart for the parts of a claim. */
export function weightsByPart(weights: Iterable<readonly [string, number]>): CheckWeights {
  const pair = new Map<string, Map<string, number>>();
  const parts = {
    says: new Map<string, number>(),
    opens: new Map<string, number>(),
    cue: new Map<string, number>(),
    by: new Map<string, number>(),
    ends: new Map<string, number>(),
    is: new Map<string, number>(),
  };
  for (const [name, weight] of weights) {
    const space = name.indexOf(' ');
    const part = WORD_PARTS.find(each => each === name.slice(0, space));
    const words = name.slice(space + 1);
    if (part === 'pair') {
      const [first = '', second = ''] = words.split(' ');
      const after = pair.get(first) ?? new Map<string, number>();
      pair.set(first, after.set(second, weight));
    } else if (part) parts[part].set(words, weight);
    else parts.is.set(name, weight);
  }
  return { ...parts, pair };
}

/** The weights that were learned, read when first asked for: most of the times that a worker wakes nobody does. */
const learnedWeights = (): CheckWeights => (learned ??= readWeights(CHECK_WEIGHTS));
let learned: CheckWeights | undefined;

type Hundredths = Readonly<Record<string, number>>;

/** Reads hundredths by part and word, a pair's by its first word and its second. JSON, which a browser reads at once. */
function readWeights(json: string): CheckWeights {
  const written = JSON.parse(json) as Record<Exclude<WordPart, 'pair'> | 'is', Hundredths> & {
    pair: Record<string, Hundredths>;
  };
  const read = (part: Hundredths) =>
    new Map(Object.entries(part).map(([word, weight]) => [word, weight / 100]));
  return {
    says: read(written.says),
    opens: read(written.opens),
    cue: read(written.cue),
    by: read(written.by),
    ends: read(written.ends),
    is: read(written.is),
    pair: new Map(Object.entries(written.pair).map(([first, after]) => [first, read(after)])),
  };
}

/** The same as they are written. */
export function writeWeights({ pair, ...parts }: CheckWeights): string {
  const written = (part: ReadonlyMap<string, number>) =>
    Object.fromEntries([...part].map(([word, weight]) => [word, Math.round(100 * weight)]));
  return JSON.stringify({
    ...Object.fromEntries(Object.entries(parts).map(([part, words]) => [part, written(words)])),
    pair: Object.fromEntries([...pair].map(([first, after]) => [first, written(after)])),
  });
}

/** How much of what an article's claims have in common is added to each: some articles are about facts, some about views. */
const COMMON = 0.3;
/** The same of the claims before and after it. */
const NEXT = 0.2;

/** Weighs the claims of one article; the strongest reasons of each come first, for or against. */
export function weighCheckWorthiness(
  doc: TextDocument,
  claims: readonly BareClaim[],
  weights: CheckWeights = learnedWeights(),
): CheckWorthiness[] {
  const weightOf = wordWeights(doc, weights);
  const weighed = claims.map(claim => weigh(doc, claim, weights.is, weightOf));
  const mean = weighed.reduce((sum, each) => sum + each.sum, 0) / Math.max(1, weighed.length);
  return weighed.map(({ sum, reasons }, i) => {
    const beside = [weighed[i - 1], weighed[i + 1]].filter(each => each !== undefined);
    const next = beside.reduce((all, each) => all + each.sum, 0) / Math.max(1, beside.length);
    return {
      checkWorthiness: 1 / (1 + Math.exp(-(sum + COMMON * mean + NEXT * next) / (1 + COMMON + NEXT))),
      checkReasons: reasons,
    };
  });
}

type WordWeight = (part: WordPart, token: number) => number;

/** What words weigh in each part, those that claim after claim has looked up once for a spelling. */
function wordWeights(doc: TextDocument, weights: CheckWeights): WordWeight {
  const { lower } = wordsOf(doc);
  const stems = stemsOf(doc);
  const alike = alikeIn(doc);
  const said = new Float64Array(lower.length).fill(Number.NaN);
  const ends = said.slice();
  /** By their first word; null: it has none. */
  const pairs = Array<ReadonlyMap<string, number> | null | undefined>(lower.length);
  return (part, token) => {
    const first = alike[token]!;
    const word = lower[token]!;
    switch (part) {
      case 'says':
        if (Number.isNaN(said[first]!)) said[first] = weights.says.get(stems[token] || word) ?? 0;
        return said[first]!;
      case 'ends':
        if (Number.isNaN(ends[first]!)) ends[first] = weights.ends.get(word.slice(-ENDING)) ?? 0;
        return ends[first]!;
      case 'pair': {
        if (pairs[first] === undefined) pairs[first] = weights.pair.get(word) ?? null;
        return pairs[first]?.get(lower[token + 1]!) ?? 0;
      }
      case 'opens':
        return weights.opens.get(word) ?? 0;
      case 'cue':
      case 'by':
        return weights[part].get(stems[token] || word) ?? 0;
    }
  };
}

function weigh(
  doc: TextDocument,
  claim: BareClaim,
  signs: ReadonlyMap<string, number>,
  weightOf: WordWeight,
): { sum: number; reasons: string[] } {
  let sum = 0;
  const reasons: { reason: string; weight: number }[] = [];
  readFeatures(doc, claim, {
    word: (part, token, value) => {
      sum += weightOf(part, token) * value;
    },
    sign: (name, value) => {
      if (value === 0) return;
      const weight = (signs.get(name) ?? 0) * value;
      sum += weight;
      if (Math.abs(weight) <= 0.1) return;
      const reason = REASONS.get(name);
      if (reason !== undefined) reasons.push({ reason, weight });
    },
  });
  reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { sum, reasons: [...new Set(reasons.map(({ reason }) => reason))].slice(0, 4) };
}
