import * as z from 'zod/mini';
import { TokenKind } from '../text/document.ts';
import type { Range, TextDocument } from '../text/document.ts';
import { spanOf } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import type { Scorer } from './explain.ts';
import type { KernelKind } from './kernel.ts';
import { aboutOf, sectionOf } from './model-file.ts';
import type { Model } from './model-file.ts';
import { Network } from './network.ts';
import { segmentsOf } from './segments.ts';
import { wordKey } from './vectors.ts';
import type { WordVectors } from './vectors.ts';
import { NEVER, bestSequence, bioStarts, bioTransitions } from './viterbi.ts';

/** The name of a person, organisation or place, as the tagger read it; `confidence` is 0..1. */
export type NameSpan = Span & { type: 'PER' | 'ORG' | 'LOC'; confidence: number };

const TYPES = ['PER', 'ORG', 'LOC'] as const;
const TAGS = 1 + 2 * TYPES.length; // O, B-PER, I-PER, …

/** The names of a text, and for token `i` how likely it is none (`chances[4 * i]`) or part of a PER, ORG, LOC. */
export interface NameReading {
  readonly spans: readonly NameSpan[];
  readonly chances: Float32Array;
}

/** Columns of `NameReading.chances`. */
const CHANCES = { none: 0, PER: 1, ORG: 2, LOC: 3, width: 4 } as const;

/** What a tagger of names says of itself. */
const About = z.object({ layers: z.int() });

/** Finds names, given a document and its features. */
export interface NameTagger {
  tag(doc: TextDocument, features: Uint16Array): NameReading;
  readonly scorer: Scorer;
}

/** Reads the tagger of names from its model file. */
export function loadNameTagger(model: Model, vectors: WordVectors, kernel?: KernelKind): NameTagger {
  const { layers } = aboutOf(model, About);
  const network = new Network(model, vectors, layers, kernel);
  const out = network.readHead('out');
  const bias = sectionOf(model, 'out.bias', Float32Array, TAGS);
  const transitions = bioTransitions(TAGS, sectionOf(model, 'transitions', Float32Array, TAGS, TAGS));
  const starts = bioStarts(TAGS);

  const score = (features: Uint16Array, first: number, end: number): Float32Array =>
    network.project(out, bias, network.encode(features, first, end));
  const tagSegment = (
    doc: TextDocument,
    features: Uint16Array,
    { first, end }: Range,
    chances: Float32Array,
  ): NameSpan[] => {
    const count = end - first;
    const scores = score(features, first, end);
    shareEvidence(doc, first, scores, out.rows, count);
    closeAtSentences(doc, first, end, scores, out.rows);
    const tags = bestSequence(scores, count, TAGS, out.rows, transitions, starts);
    writeChances(chances, first, scores, out.rows, count);
    return readNames(doc, first, tags, chances);
  };
  return {
    tag: (doc, features) => {
      const chances = new Float32Array(CHANCES.width * doc.tokens.length);
      const spans = segmentsOf(doc).flatMap(segment => tagSegment(doc, features, segment, chances));
      return { spans, chances };
    },
    scorer: { tags: ['O', ...TYPES.flatMap(type => [`B-${type}`, `I-${type}`])], stride: out.rows, score },
  };
}

/** How much of a capitalised word's scores comes from its other places in the document. */
const SHARED = 0.5;

/** Gives the same capitalised word everywhere a share of the mean of its scores: what is sure in one place helps. */
function shareEvidence(
  doc: TextDocument,
  first: number,
  scores: Float32Array,
  stride: number,
  count: number,
): void {
  const { tokens, text } = doc;
  const places = new Map<number, number[]>();
  for (let i = 0; i < count; i++) {
    const start = tokens.start[first + i] ?? 0;
    if (tokens.kind[first + i] !== TokenKind.word || !isCapital(text, start)) continue;
    const key = wordKey(text, start, tokens.end[first + i] ?? start);
    const known = places.get(key);
    if (known) known.push(i);
    else places.set(key, [i]);
  }
  for (const same of places.values()) {
    if (same.length < 2) continue;
    shareScore(scores, stride, same, 0, 0);
    for (let begin = 1; begin < TAGS; begin += 2) shareScore(scores, stride, same, begin, begin + 1);
  }
}

/** Moves the better of two tags, and the other with it, towards its mean over these tokens. */
function shareScore(
  scores: Float32Array,
  stride: number,
  tokens: readonly number[],
  a: number,
  b: number,
): void {
  const better = (i: number): number => Math.max(scores[i * stride + a] ?? 0, scores[i * stride + b] ?? 0);
  const mean = tokens.reduce((sum, i) => sum + better(i), 0) / tokens.length;
  for (const i of tokens) {
    const shift = SHARED * (mean - better(i));
    scores[i * stride + a] = (scores[i * stride + a] ?? 0) + shift;
    if (b !== a) scores[i * stride + b] = (scores[i * stride + b] ?? 0) + shift;
  }
}

function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

/** A name does not run over the end of a sentence. */
function closeAtSentences(
  doc: TextDocument,
  first: number,
  end: number,
  scores: Float32Array,
  stride: number,
): void {
  for (let i = first; i < end; i++) {
    if (doc.sentences[doc.tokens.sentence[i] ?? 0]?.firstToken !== i) continue;
    for (let tag = 2; tag < TAGS; tag += 2) scores[(i - first) * stride + tag] = NEVER;
  }
}

function readNames(doc: TextDocument, first: number, tags: Uint8Array, chances: Float32Array): NameSpan[] {
  const names: NameSpan[] = [];
  for (let i = 0; i < tags.length; i++) {
    const begin = tags[i] ?? 0;
    if (begin % 2 === 0) continue;
    const type = TYPES[begin >> 1];
    if (!type) continue;
    let end = i + 1;
    while (end < tags.length && tags[end] === begin + 1) end++;
    names.push({
      ...spanOf(doc, { first: first + i, end: first + end }),
      type,
      confidence: meanChance(chances, first + i, first + end, type),
    });
    i = end - 1;
  }
  return names;
}

/** How likely tokens `[first, end)` are part of a name of a type, or of none, by their own scores. */
function meanChance(
  chances: Float32Array,
  first: number,
  end: number,
  kind: NameSpan['type'] | 'none',
): number {
  let sum = 0;
  for (let i = first; i < end; i++) sum += chances[CHANCES.width * i + CHANCES[kind]] ?? 0;
  return sum / (end - first);
}

/** Scores as probabilities, those of the two tags of a type put together. */
function writeChances(
  chances: Float32Array,
  first: number,
  scores: Float32Array,
  stride: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const at = i * stride;
    const to = CHANCES.width * (first + i);
    let most = -Infinity;
    for (let tag = 0; tag < TAGS; tag++) most = Math.max(most, scores[at + tag]!);
    let all = Math.exp(scores[at]! - most);
    chances[to] = all;
    for (let kind = 1; kind < CHANCES.width; kind++) {
      const begun = Math.exp(scores[at + 2 * kind - 1]! - most);
      const inside = Math.exp(scores[at + 2 * kind]! - most);
      all += begun;
      all += inside;
      chances[to + kind] = Math.fround(begun) + inside;
    }
    for (let kind = 0; kind < CHANCES.width; kind++) chances[to + kind] = chances[to + kind]! / all;
  }
}
