/** Word vectors, handed in as `lib/tagging/vectors.ts` reads them: they tell which words are akin. */
export interface WordMeanings {
  readonly dimensions: number;
  /** The row of a word, 1 and up; 0: unknown. */
  row(text: string, start: number, end: number): number;
  copy(row: number, out: Float32Array, offset: number): void;
}

/** Writes the unit vector of the word `[start, end)` of a text into `out` at `offset`; false where the word is unknown. */
export function writeUnitVector(
  meanings: WordMeanings,
  text: string,
  start: number,
  end: number,
  out: Float32Array,
  offset = 0,
): boolean {
  const row = meanings.row(text, start, end);
  if (row === 0) return false;
  meanings.copy(row, out, offset);
  let square = 0;
  for (let d = 0; d < meanings.dimensions; d++) square += out[offset + d]! ** 2;
  if (square === 0) return false;
  const length = Math.sqrt(square);
  for (let d = 0; d < meanings.dimensions; d++) out[offset + d]! /= length;
  return true;
}
