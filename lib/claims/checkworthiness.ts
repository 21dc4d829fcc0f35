import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import { Shape, WordClass, wordsOf } from '../text/words.ts';
import type { Claim } from './claim.ts';
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

export function checkFeatures(
  doc: TextDocument,
  claim: Omit<Claim, 'checkWorthiness' | 'checkReasons'>,
): Record<string, number> {
  const words = wordsOf(doc);
  const features: Record<string, number> = {};
  let numbers = 0;
  let names = 0;
  let past = 0;
  let length = 0;
  let first = true;
  let infinitive = 0;
  for (const piece of claim.content) {
    const tokens = tokensIn(doc, piece);
    for (let i = tokens.first; i < tokens.end; i++) {
      if (doc.tokens.kind[i] === TokenKind.punctuation) continue;
      const word = words.lower[i]!;
      if (first && word === 'to') infinitive = 1;
      first = false;
      length++;
      for (const sign of signsOf.get(word) ?? []) features[sign] = 1;
      if (doc.tokens.kind[i] === TokenKind.number || words.class[i]! & WordClass.quantity) numbers++;
      if (words.shape[i]! & Shape.capital && i > tokens.first && !words.opensSentence[i]) names++;
      if (word.length > 4 && word.endsWith('ed')) past++;
    }
  }
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
    'starts with to': infinitive,
    direct: claim.kind === 'direct' ? 1 : 0,
    mixed: claim.kind === 'mixed' ? 1 : 0,
    hedged: claim.certainty === 'hedged' ? 1 : 0,
    [`source ${claim.sourceKind}`]: 1,
    'no cue': claim.cue ? 0 : 1,
  });
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

/**
 * A logistic regression over the features above, learned from claims that careful readers found worth a check
 * or not (Wikinews texts, CC BY 2.5; labels CC BY 4.0).
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  past: 0.38,
  bias: 0.237,
  numbers: 0.346,
  'many numbers': 0.396,
  'named place or body': -0.021,
  'many names': 0.188,
  'past event': 0.479,
  length: -0.076,
  short: -0.184,
  'starts with to': -0.259,
  direct: -0.482,
  mixed: -0.524,
  hedged: 0.179,
  'source person': -0.702,
  'no cue': -0.253,
  change: 0.449,
  question: -0.355,
  comparison: -0.111,
  'source organisation': -0.196,
  finding: 1.025,
  plan: -0.364,
  present: 0.263,
  'source group': -0.259,
  'first person': -0.307,
  hope: -0.452,
  opinion: -0.34,
  'source none': 0.611,
  medicine: 0.271,
  law: 0.217,
  negation: -0.139,
  urging: -1.398,
  'source office': 0.405,
  event: 0.519,
  'source document': -0.02,
  duty: -0.423,
  'second person': -0.044,
  may: -0.11,
  cause: 0.232,
  money: 0.377,
  judging: -0.618,
  'source anonymous': 0.08,
  courtesy: -0.127,
  'source poll': 0.082,
};

/** Weighs a claim; the strongest reasons come first, for or against. */
export function weighCheckWorthiness(
  doc: TextDocument,
  claim: Omit<Claim, 'checkWorthiness' | 'checkReasons'>,
): CheckWorthiness {
  let sum = 0;
  const reasons: { reason: string; weight: number }[] = [];
  for (const [name, value] of Object.entries(checkFeatures(doc, claim))) {
    const weight = (WEIGHTS[name] ?? 0) * value;
    sum += weight;
    const reason = REASONS[name];
    if (reason !== undefined && Math.abs(weight) > 0.1) reasons.push({ reason, weight });
  }
  reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return {
    checkWorthiness: 1 / (1 + Math.exp(-sum)),
    checkReasons: [...new Set(reasons.map(({ reason }) => reason))].slice(0, 4),
  };
}
