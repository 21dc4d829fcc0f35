import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { Shape, WordClass, wordsOf } from '../text/words.ts';

/** How far a claim asserts something factual, checkable and of public interest, and why. */
export interface CheckWorthiness {
  checkWorthiness: number; // 0..1
  checkReasons: string[];
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const SIGNS: ReadonlyArray<{ reason: string; weight: number; words: ReadonlySet<string> }> = [
  {
    reason: 'cause',
    weight: 0.6,
    words: list(
      'because cause caused causes causing due led leads resulted result results reason blamed owing',
    ),
  },
  {
    reason: 'event',
    weight: 0.7,
    words: list(
      'killed died injured wounded arrested attacked exploded crashed fired seized captured destroyed shot stolen detained evacuated collapsed charged convicted sentenced signed approved rejected launched found discovered closed opened sold bought won lost resigned fell rose hit struck happened occurred began started ended',
    ),
  },
  {
    reason: 'comparison',
    weight: 0.5,
    words: list(
      'more less fewer most least higher lower larger smaller biggest largest highest lowest worst than record',
    ),
  },
  {
    reason: 'law',
    weight: 0.4,
    words: list(
      'law illegal legal court unlawful violated violation rights treaty banned crime criminal guilty',
    ),
  },
  {
    reason: 'medicine',
    weight: 0.5,
    words: list(
      'virus vaccine disease cancer patients infection infected deaths symptoms drug treatment health',
    ),
  },
];

const AGAINST: ReadonlyArray<{ reason: string; weight: number; words: ReadonlySet<string> }> = [
  {
    reason: 'opinion',
    weight: -0.8,
    words: list(
      'should must good bad great terrible important wonderful sad proud happy sorry best beautiful disappointed shame disgrace unacceptable right wrong better believe think feel',
    ),
  },
  {
    reason: 'plan',
    weight: -0.7,
    words: list('will would plan plans intend hope hopes want wants going continue to'),
  },
  {
    reason: 'courtesy',
    weight: -0.9,
    words: list(
      'thank thanks thoughts prayers condolences congratulate congratulations welcome grateful sympathy comment',
    ),
  },
  { reason: 'first person', weight: -0.9, words: list('i we my our me us you your') },
];

/** Weighs a claim's words; the sum goes through a logistic curve. */
export function weighCheckWorthiness(doc: TextDocument, content: readonly Span[]): CheckWorthiness {
  const words = wordsOf(doc);
  const seen = new Set<string>();
  let numbers = 0;
  let names = 0;
  let past = 0;
  let length = 0;
  for (const piece of content) {
    const { first, end } = tokensIn(doc, piece);
    for (let i = first; i < end; i++) {
      if (doc.tokens.kind[i] === TokenKind.punctuation) continue;
      length++;
      const word = words.lower[i]!;
      seen.add(word);
      if (doc.tokens.kind[i] === TokenKind.number || words.class[i]! & WordClass.quantity) numbers++;
      if (words.shape[i]! & Shape.capital && i > first && words.class[i] === 0) names++;
      if (word.length > 4 && word.endsWith('ed')) past++;
      else if (word === 'was' || word === 'were' || word === 'had' || word === 'been') past++;
    }
  }
  let sum = -0.6;
  const reasons: [string, number][] = [];
  const count = (reason: string, weight: number): void => {
    sum += weight;
    reasons.push([reason, weight]);
  };
  if (numbers > 0) count('number', 0.5 + 0.2 * Math.min(3, numbers));
  if (names > 0) count('names', 0.3);
  if (past > 0) count('past event', 0.5);
  sum += Math.min(0.5, length / 60);
  for (const { reason, weight, words: signs } of [...SIGNS, ...AGAINST]) {
    for (const word of signs) {
      if (!seen.has(word)) continue;
      count(reason, weight);
      break;
    }
  }
  reasons.sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
  return {
    checkWorthiness: 1 / (1 + Math.exp(-sum)),
    checkReasons: reasons.slice(0, 4).map(([reason]) => reason),
  };
}
