import { blockFeatures, BLOCK_WIDTH } from '../lib/article/block-features.ts';
import { surroundings } from '../lib/article/block-surroundings.ts';
import { readBlocks } from '../lib/article/blocks.ts';
import { readMetadata } from '../lib/article/metadata.ts';
import { framesAround, nameGrams, wordBuckets } from '../lib/article/name-features.ts';
import { atOnce } from '../lib/work.ts';
import type { Frame } from '../lib/article/blocks.ts';

/** A page as the trainer sees it. Runs in a browser. */
export interface PageRows {
  readonly texts: string[];
  readonly rows: string; // Float32 in base64
  readonly names: number[][]; // grams of each frame
  readonly frames: number[][]; // of each block, nearest first
  readonly words: number[][]; // buckets of each block
  readonly isHopeless: readonly boolean[]; // never judged
}

/** Runs in a browser; `page` is a parsed document. */
export function rowsOf(page: Document, url: string): PageRows {
  const metadata = readMetadata(page, url);
  const blocks = readBlocks(page);
  const around = atOnce(surroundings(blocks, metadata));
  const featuresOf = blockFeatures(blocks, around);
  const rows = new Float32Array(blocks.length * BLOCK_WIDTH);
  for (const i of blocks.keys()) featuresOf(i, rows, i * BLOCK_WIDTH);
  const index = new Map<Frame, number>();
  const names: number[][] = [];
  const frames = blocks.map(({ frame }) =>
    [frame, ...framesAround(frame.parent)].map(each => {
      const known = index.get(each);
      if (known !== undefined) return known;
      index.set(each, names.length);
      names.push(nameGrams(each.element));
      return names.length - 1;
    }),
  );
  return {
    texts: blocks.map(({ text }) => text),
    rows: base64(new Uint8Array(rows.buffer)),
    names,
    frames,
    words: blocks.map(wordBuckets),
    isHopeless: around.isHopeless,
  };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8_192) text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
  return btoa(text);
}
