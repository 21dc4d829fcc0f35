import fs from 'node:fs';
import path from 'node:path';
import { loadTaggers } from '../lib/tagging/tagger.ts';
import type { Taggers } from '../lib/tagging/tagger.ts';
import { readModels } from '../scripts/models.ts';

// Parts of the labelled documents that a model has not learned from: FOLDER/fold0, FOLDER/fold1 … (README.md, “Measuring”).

/** Taggers of which each has learned attributions without the documents of its fold. */
export function readTaggersOfFolds(folder: string): Taggers[] {
  return foldsIn(folder).map(fold => {
    const attributions = new Uint8Array(fs.readFileSync(path.join(fold, 'attributions.bin')));
    return loadTaggers({ ...readModels(), 'attributions.bin': attributions });
  });
}

/** The folders of the folds, in their order. */
export function foldsIn(folder: string): string[] {
  return fs
    .readdirSync(folder)
    .filter(name => /^fold\d+$/.test(name))
    .toSorted()
    .map(name => path.join(folder, name));
}

/** The fold of a document by the letters of its id, as training/network.py draws them. */
export function foldOf(id: string, folds: number): number {
  let value = 0;
  for (const letter of id) value = (value * 31 + letter.codePointAt(0)!) % 1_000_003;
  return value % folds;
}
