import { fold, hashFolded } from './hash.ts';
import { ModelError, sectionOf } from './model-file.ts';
import type { Model } from './model-file.ts';

/** Parts the hashes of words from those of other features. */
const WORD_SEED = 0;

/** A word's key among the vectors: the same for all spellings that fold alike. */
export function wordKey(text: string, start: number, end: number): number {
  return hashFolded(text, start, end, WORD_SEED);
}

/**
 * Word vectors by the hash of the word: each is made of `groups` parts, and each part is one of 256 centroids
 * (product quantisation), so a word costs a byte per part.
 */
export interface WordVectors {
  readonly size: number; // words
  readonly dimensions: number;
  /** The row of a word, 1 and up; 0: unknown. */
  row(text: string, start: number, end: number): number;
  readonly groups: number;
  /** What vectors are made of: `CENTROIDS` for each group, in steps of 1/`VECTOR_SCALE`. */
  readonly centroids: Int8Array;
  /** Which of them: `codes[(row - 1) * groups + group]`. */
  readonly codes: Uint8Array;
  /** Writes the vector of a row into `out` at `offset`; zero in all its places for row 0. */
  copy(row: number, out: Float32Array, offset: number): void;
}

/** Centroids a group has. */
export const CENTROIDS = 256;

/** Vectors are stored as whole numbers of this fraction. */
export const VECTOR_SCALE = 32;

/** Reads the vectors from their model file: sections `keys`, `codes` and `centroids`. */
export function loadVectors(model: Model): WordVectors {
  const codes = sectionOf(model, 'codes', Uint8Array, -1, -1);
  const centroids = sectionOf(model, 'centroids', Int8Array, -1, CENTROIDS, -1);
  const [size = 0, groups = 0] = model.sections.get('codes')?.dimensions ?? [];
  const [centroidGroups = 0, , width = 0] = model.sections.get('centroids')?.dimensions ?? [];
  if (groups !== centroidGroups) throw new ModelError('vectors: codes and centroids differ');
  const keys = sectionOf(model, 'keys', Uint32Array, size); // sorted

  const find = (key: number): number => {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle]! < key) low = middle + 1;
      else high = middle;
    }
    return keys[low] === key ? low + 1 : 0;
  };
  return {
    size,
    dimensions: groups * width,
    row(text, start, end) {
      const row = find(wordKey(text, start, end));
      if (row > 0) return row;
      if (end - start > 1 && text.charCodeAt(end - 1) === 0x2e) return find(wordKey(text, start, end - 1)); // "Corp."
      if (fold(text.charCodeAt(start)) === 0x27 && end - start > 1)
        return find(wordKey(text, start + 1, end)); // "'s"
      return 0;
    },
    groups,
    centroids,
    codes,
    copy(row, out, offset) {
      if (row === 0) {
        out.fill(0, offset, offset + groups * width);
        return;
      }
      const code = (row - 1) * groups;
      let to = offset;
      for (let group = 0; group < groups; group++) {
        const from = (group * CENTROIDS + codes[code + group]!) * width;
        for (let i = 0; i < width; i++) out[to++] = centroids[from + i]!;
      }
    },
  };
}
