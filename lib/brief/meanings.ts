/** Word vectors, handed in as `lib/tagging/vectors.ts` reads them: they tell which words are akin. */
export interface WordMeanings {
  readonly dimensions: number;
  /** The row of a word, 1 and up; 0: unknown. */
  row(text: string, start: number, end: number): number;
  copy(row: number, out: Float32Array, offset: number): void;
}
