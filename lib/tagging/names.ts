import type { TextDocument } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import { ModelError, sectionOf } from './modelFile.ts';
import type { Model } from './modelFile.ts';
import { HIDDEN_SCALE, Network } from './network.ts';
import { segmentsOf } from './segments.ts';
import type { WordVectors } from './vectors.ts';
import { bestSequence, bioStarts, bioTransitions } from './viterbi.ts';

/** The name of a person, organisation or place, as the tagger read it; `confidence` is 0..1. */
export type NameSpan = Span & { type: 'PER' | 'ORG' | 'LOC'; confidence: number };

const TYPES = ['PER', 'ORG', 'LOC'] as const;
const TAGS = 1 + 2 * TYPES.length; // O, B-PER, I-PER, …

/** Finds names, given a document and its features. */
export type NameTagger = (doc: TextDocument, features: Uint16Array) => NameSpan[];

/** Reads the tagger of names from its model file. */
export function loadNameTagger(model: Model, vectors: WordVectors, simd = true): NameTagger {
  const about = readAbout(model);
  const network = new Network(model, vectors, about['layers'] ?? 1, simd);
  const out = network.readMatrix('out', network.width);
  const bias = sectionOf(model, 'out.bias', Float32Array, TAGS);
  const transitions = bioTransitions(TAGS, sectionOf(model, 'transitions', Float32Array, TAGS, TAGS));
  const starts = bioStarts(TAGS);

  return (doc, features) =>
    segmentsOf(doc).flatMap(({ first, end }) => {
      const count = end - first;
      const hidden = network.encode(features, first, end);
      const scores = network.project(out, bias, hidden, HIDDEN_SCALE, count);
      const tags = bestSequence(scores, count, TAGS, out.rows, transitions, starts);
      return readNames(doc, first, tags, scores, out.rows);
    });
}

function readNames(
  doc: TextDocument,
  first: number,
  tags: Uint8Array,
  scores: Float32Array,
  stride: number,
): NameSpan[] {
  const names: NameSpan[] = [];
  for (let i = 0; i < tags.length; i++) {
    const begin = tags[i] ?? 0;
    const type = TYPES[(begin - 1) >> 1];
    if (begin % 2 === 0 || !type) continue;
    let end = i + 1;
    while (end < tags.length && tags[end] === begin + 1) end++;
    let sum = 0;
    for (let k = i; k < end; k++) sum += typeProbability(scores, k * stride, begin);
    names.push({
      start: doc.tokens.start[first + i] ?? 0,
      end: doc.tokens.end[first + end - 1] ?? 0,
      type,
      confidence: sum / (end - i),
    });
    i = end - 1;
  }
  return names;
}

/** How likely a token is part of a name of this type, by its own scores. */
function typeProbability(scores: Float32Array, at: number, begin: number): number {
  let most = -Infinity;
  for (let tag = 0; tag < TAGS; tag++) most = Math.max(most, scores[at + tag] ?? 0);
  let all = 0;
  let mine = 0;
  for (let tag = 0; tag < TAGS; tag++) {
    const weight = Math.exp((scores[at + tag] ?? 0) - most);
    all += weight;
    if (tag === begin || tag === begin + 1) mine += weight;
  }
  return mine / all;
}

/** The numbers a model says of itself. */
export function readAbout(model: Model): Record<string, number | undefined> {
  const json = new TextDecoder().decode(sectionOf(model, 'about', Uint8Array));
  try {
    return JSON.parse(json) as Record<string, number | undefined>;
  } catch {
    throw new ModelError('model section about is no JSON');
  }
}
