import { stemNumbers, stemsOf } from '../../text/content-words.ts';
import type { Range, TextDocument } from '../../text/document.ts';
import { TokenKind } from '../../text/document.ts';
import { listed } from '../../text/listed.ts';
import { wordsOf } from '../../text/words.ts';

// What a claim is about: its meaning words, and the numbers it gives.

/**
 * The stems of some meaning words by their numbers, each once. To compare two the stems of one are marked, those of the
 * other are looked at, and the marks are taken away.
 */
export class Topic {
  readonly stems: readonly number[];
  readonly weight: number; // how rare they are together
  private readonly rarity: Float64Array; // of every stem of the text
  private readonly marks: Uint8Array; // a place for every stem of the text, clean between any two comparisons

  constructor(stems: readonly number[], rarity: Float64Array, marks: Uint8Array) {
    this.stems = stems;
    this.weight = stems.reduce((sum, stem) => sum + rarity[stem]!, 0);
    this.rarity = rarity;
    this.marks = marks;
  }

  /** How many stems both have, and how rare these are together. */
  shared(other: Topic): { count: number; weight: number } {
    const { marks, rarity } = this;
    let count = 0;
    let weight = 0;
    for (const stem of other.stems) marks[stem] = 1;
    for (const stem of this.stems) {
      if (!marks[stem]) continue;
      count++;
      weight += rarity[stem]!;
    }
    for (const stem of other.stems) marks[stem] = 0;
    return { count, weight };
  }

  /** Whether both have a stem; for those with few. */
  meets(other: Topic): boolean {
    for (const stem of this.stems) if (other.stems.includes(stem)) return true;
    return false;
  }
}

export function numbersIn(doc: TextDocument, ranges: readonly Range[]): { value: string; unit: string }[] {
  const { lower } = wordsOf(doc);
  const stems = stemsOf(doc);
  const numbers: { value: string; unit: string }[] = [];
  const isSpelled = spelledIn(doc);
  for (const { first, end } of ranges) {
    for (let i = first; i < end && numbers.length < MAX_NUMBERS; i++) {
      const spelled = isSpelled(i) ? NUMBER_WORDS.get(lower[i]!) : undefined;
      if (doc.tokens.kind[i] !== TokenKind.number && spelled === undefined) continue;
      const noun = [1, 2, 3].map(ahead => stems[i + ahead] ?? '').find(stem => stem !== '') ?? '';
      const money = /[$£€]$/.test(lower[i - 1] ?? '') ? '$' : '';
      numbers.push({
        value: spelled ?? lower[i]!,
        unit: lower[i + 1] === '%' ? '%' : money + noun,
      });
    }
  }
  return numbers;
}

const MAX_NUMBERS = 4;

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, number) => [word, String(number)]),
);

const spelledIn = listed([...NUMBER_WORDS.keys()]);

/** How rare each stem is in the text, by its number: met once 1, met often little. */
export function rarities(doc: TextDocument): Float64Array {
  const { of: stemAt, count } = stemNumbers(doc);
  const counts = new Float64Array(count);
  for (const stem of stemAt) if (stem >= 0) counts[stem]!++;
  return counts.map(times => 1 / Math.sqrt(times));
}
