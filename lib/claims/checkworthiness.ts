import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import { Shape, WordClass, wordsOf } from '../text/words.ts';
import type { Span } from '../text/span.ts';
import { CHECK_WEIGHTS } from './check-weights.ts';
import type { Claim } from './claim.ts';
import { stemsOf } from '../text/contentWords.ts';
import { cueOf } from './cues.ts';

/** How far a claim asserts something factual, checkable and of public interest, and why. */
export interface CheckWorthiness {
  checkWorthiness: number; // 0..1
  checkReasons: string[];
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

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
const CUES_OF = new Map<string, Record<string, number>>();
for (const [kind, lemmas] of Object.entries(CUES)) {
  for (const lemma of lemmas) CUES_OF.set(lemma, { ...CUES_OF.get(lemma), [kind]: 1 });
}

/** Names of the features that are reasons a reader can make sense of. */
const REASONS: Readonly<Record<string, string>> = {
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
};

/** What speaks for and against a check, by name: the signs above, and each word by the part it stands in. */
export function checkFeatures(
  doc: TextDocument,
  claim: Omit<Claim, 'checkWorthiness' | 'checkReasons'>,
): Record<string, number> {
  const words = wordsOf(doc);
  const stems = stemsOf(doc);
  const features: Record<string, number> = {};
  let numbers = 0;
  let names = 0;
  let past = 0;
  let length = 0;
  let opening = '';
  for (const piece of claim.content) {
    const tokens = tokensIn(doc, piece);
    for (let i = tokens.first; i < tokens.end; i++) {
      if (doc.tokens.kind[i] === TokenKind.punctuation) continue;
      const word = words.lower[i]!;
      if (length === 0) {
        opening = word;
        features[`opens ${word}`] = 1;
      }
      length++;
      for (const sign of signsOf.get(word) ?? []) features[sign] = 1;
      if (doc.tokens.kind[i] === TokenKind.number || words.class[i]! & WordClass.quantity) numbers++;
      else features[`says ${stems[i] || word}`] = 1;
      if (words.shape[i]! & Shape.capital && i > tokens.first && !words.opensSentence[i]) names++;
      if (word.length > 4 && word.endsWith('ed')) past++;
    }
  }
  addWords(doc, claim.cue, 'cue', features);
  addWords(doc, claim.source, 'by', features);
  const lemma = claim.cue ? lemmaOf(doc, claim.cue) : '';
  return Object.assign(features, CUES_OF.get(lemma), {
    bias: 1,
    numbers: Math.min(1, numbers),
    'many numbers': Math.min(3, numbers) / 3,
    'named place or body': Math.min(1, names),
    'many names': Math.min(4, names) / 4,
    'past event': Math.min(1, past),
    length: Math.min(1.5, length / 30),
    short: length < 6 ? 1 : 0,
    'very short': length < 4 ? 1 : 0,
    long: length > 25 ? 1 : 0,
    'starts with to': opening === 'to' ? 1 : 0,
    [`${lemma} ${opening}`]: 1, // “said that”, “asked to”
    direct: claim.kind === 'direct' ? 1 : 0,
    mixed: claim.kind === 'mixed' ? 1 : 0,
    hedged: claim.certainty === 'hedged' ? 1 : 0,
    [`source ${claim.sourceKind}`]: 1,
    'no cue': claim.cue ? 0 : 1,
  });
}

function addWords(
  doc: TextDocument,
  span: Span | null,
  part: string,
  features: Record<string, number>,
): void {
  if (!span) return;
  const { lower } = wordsOf(doc);
  const stems = stemsOf(doc);
  const { first, end } = tokensIn(doc, span);
  for (let i = first; i < end; i++)
    if (doc.tokens.kind[i] === TokenKind.word) features[`${part} ${stems[i] || lower[i]!}`] = 1;
}

function lemmaOf(doc: TextDocument, cue: { start: number; end: number }): string {
  const { lower } = wordsOf(doc);
  const { first, end } = tokensIn(doc, cue);
  for (let i = end - 1; i >= first; i--) {
    const known = cueOf(lower[i]!);
    if (known) return known.lemma;
  }
  return '';
}

/** Weights of a logistic regression over the features above, as training/weights.ts writes them. */
export type CheckWeights = ReadonlyMap<string, number>;

const LEARNED: CheckWeights = new Map(
  CHECK_WEIGHTS.split('|').map(entry => {
    const space = entry.indexOf(' ');
    return [entry.slice(space + 1), Number(entry.slice(0, space)) / 100];
  }),
);

/** How much of what an article's claims have in common is added to each: some articles are about facts, some about views. */
const COMMON = 0.3;

/** Weighs the claims of one article; the strongest reasons of each come first, for or against. */
export function weighCheckWorthiness(
  doc: TextDocument,
  claims: readonly Omit<Claim, 'checkWorthiness' | 'checkReasons'>[],
  weights: CheckWeights = LEARNED,
): CheckWorthiness[] {
  const weighed = claims.map(claim => weigh(checkFeatures(doc, claim), weights));
  const mean = weighed.reduce((sum, each) => sum + each.sum, 0) / Math.max(1, weighed.length);
  return weighed.map(({ sum, reasons }) => ({
    checkWorthiness: 1 / (1 + Math.exp(-(sum + COMMON * mean) / (1 + COMMON))),
    checkReasons: reasons,
  }));
}

function weigh(
  features: Readonly<Record<string, number>>,
  weights: CheckWeights,
): { sum: number; reasons: string[] } {
  let sum = 0;
  const reasons: { reason: string; weight: number }[] = [];
  for (const name in features) {
    const weight = (weights.get(name) ?? 0) * features[name]!;
    if (weight === 0) continue;
    sum += weight;
    const reason = REASONS[name];
    if (reason !== undefined && Math.abs(weight) > 0.1) reasons.push({ reason, weight });
  }
  reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { sum, reasons: [...new Set(reasons.map(({ reason }) => reason))].slice(0, 4) };
}
