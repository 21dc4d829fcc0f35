import { blockFeatures, BLOCK_WIDTH } from '../lib/article/block-features.ts';
import { readBlocks } from '../lib/article/blocks.ts';
import { kindOf } from '../lib/article/body.ts';
import { readMetadata } from '../lib/article/metadata.ts';
import { framesAround, nameGrams, wordBuckets } from '../lib/article/name-features.ts';
import { atOnce } from '../lib/article/work.ts';
import type { Frame } from '../lib/article/blocks.ts';

/** A page as the trainer sees it. Runs in a browser. */
export interface PageRows {
  readonly texts: string[];
  readonly kinds: string[];
  readonly within: number[];
  readonly rows: string; // Float32 in base64
  readonly names: number[][]; // grams of each frame
  readonly frames: number[][]; // of each block, nearest first
  readonly words: number[][]; // buckets of each block
}

export function rowsOf(page: Document, url: string): PageRows {
  const metadata = readMetadata(page, url);
  const blocks = readBlocks(page);
  const featuresOf = atOnce(blockFeatures(blocks, metadata));
  const rows = new Float32Array(blocks.length * BLOCK_WIDTH);
  for (const i of blocks.keys()) featuresOf(i, rows, i * BLOCK_WIDTH);
  const index = new Map<Frame, number>();
  const names: number[][] = [];
  const frames = blocks.map(({ frame }) =>
    framesAround(frame).map(around => {
      const known = index.get(around);
      if (known !== undefined) return known;
      index.set(around, names.length);
      names.push(nameGrams(around.element));
      return names.length - 1;
    }),
  );
  return {
    texts: blocks.map(({ text }) => text),
    kinds: blocks.map(kindOf),
    within: blocks.map(({ frame }) => frame.within),
    rows: base64(new Uint8Array(rows.buffer)),
    names,
    frames,
    words: blocks.map(wordBuckets),
  };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8_192) text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
  return btoa(text);
}
