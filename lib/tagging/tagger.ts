import type { TextDocument } from '../text/document.ts';
import { loadAttributionTagger } from './attributions.ts';
import type { Attribution } from './attributions.ts';
import { computeFeatures } from './features.ts';
import { ModelError, parseModel } from './modelFile.ts';
import { loadNameTagger } from './names.ts';
import type { NameSpan } from './names.ts';
import { loadVectors } from './vectors.ts';

export type { Attribution, NameSpan };

/** What was learned from labelled news: who is named, and who says what. */
export interface Taggers {
  names(doc: TextDocument): NameSpan[];
  attributions(doc: TextDocument): Attribution[];
}

/** The model files by name, as they lie in public/models. */
export const MODEL_FILES = ['vectors.bin', 'names.bin', 'attributions.bin'] as const;

/** Reads the taggers; throws a `ModelError` if a file is missing, damaged or of another version. */
export function loadTaggers(files: Record<string, Uint8Array>, simd = true): Taggers {
  const model = (name: (typeof MODEL_FILES)[number]): ReturnType<typeof parseModel> => {
    const bytes = files[name];
    if (!bytes) throw new ModelError(`model file ${name} is missing`);
    return parseModel(bytes);
  };
  const vectors = loadVectors(model('vectors.bin'));
  const names = loadNameTagger(model('names.bin'), vectors, simd);
  const attributions = loadAttributionTagger(model('attributions.bin'), vectors, simd);
  let last: { doc: TextDocument; features: Uint16Array } | null = null; // both taggers read the same document
  const featuresOf = (doc: TextDocument): Uint16Array => {
    if (last?.doc !== doc) last = { doc, features: computeFeatures(doc, vectors) };
    return last.features;
  };
  return {
    names: doc => names(doc, featuresOf(doc)),
    attributions: doc => attributions(doc, featuresOf(doc)),
  };
}
