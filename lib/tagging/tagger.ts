import type { TextDocument } from '../text/document.ts';
import { loadAttributionTagger } from './attributions.ts';
import type { Attribution, AttributionReading, AttributionTagger } from './attributions.ts';
import { explain } from './explain.ts';
import type { TokenExplanation } from './explain.ts';
import { computeFeatures } from './features.ts';
import type { KernelKind } from './kernel.ts';
import { ModelError, parseModel } from './model-file.ts';
import type { Model, ModelFile } from './model-file.ts';
import { loadNameTagger } from './names.ts';
import type { NameReading, NameSpan, NameTagger } from './names.ts';
import { loadVectors } from './vectors.ts';
import type { WordVectors } from './vectors.ts';

export type { Attribution, AttributionReading, NameReading, NameSpan };

/** What was learned from labelled news: who is named, and who says what. */
export interface Taggers {
  readonly vectors: WordVectors; // what they read words by
  names(doc: TextDocument): NameReading;
  attributions(doc: TextDocument): AttributionReading;
}

/** Reads the taggers; throws a `ModelError` if a file is missing, damaged or of another version. */
export function loadTaggers(files: Record<string, Uint8Array>, kernel?: KernelKind): Taggers {
  const { vectors, names, attributions } = loadModels(files, kernel);
  let last: { doc: TextDocument; features: Uint16Array } | null = null; // both taggers read the same document
  const featuresOf = (doc: TextDocument): Uint16Array => {
    if (last?.doc !== doc) last = { doc, features: computeFeatures(doc, vectors) };
    return last.features;
  };
  return {
    vectors,
    names: doc => names.tag(doc, featuresOf(doc)),
    attributions: doc => attributions.tag(doc, featuresOf(doc)),
  };
}

/** Why the tokens of a document are tagged as they are; for people who work on the engine, so it may take its time. */
export function explainTags(
  files: Record<string, Uint8Array>,
  doc: TextDocument,
): { names: TokenExplanation[]; cues: TokenExplanation[] } {
  const { vectors, names, attributions } = loadModels(files);
  const features = computeFeatures(doc, vectors);
  return { names: explain(doc, features, names.scorer), cues: explain(doc, features, attributions.scorer) };
}

function loadModels(
  files: Record<string, Uint8Array>,
  kernel?: KernelKind,
): { vectors: WordVectors; names: NameTagger; attributions: AttributionTagger } {
  const model = (name: ModelFile): Model => {
    const bytes = files[name];
    if (!bytes) throw new ModelError(`model file ${name} is missing`);
    return parseModel(bytes);
  };
  const vectors = loadVectors(model('vectors.bin'));
  return {
    vectors,
    names: loadNameTagger(model('names.bin'), vectors, kernel),
    attributions: loadAttributionTagger(model('attributions.bin'), vectors, kernel),
  };
}
