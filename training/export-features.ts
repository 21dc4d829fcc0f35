/**
 * Writes what the optimiser reads, features computed by the very code that runs in the extension:
 *
 *     node training/export-features.ts names|attributions DATA OUT
 *
 * DATA holds the labelled files of other projects (training/README.md), OUT gets `<task>.json`, `<task>.features`,
 * `<task>.labels` and `vectors.f32`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { COLUMNS, WIDTH, computeFeatures } from '../lib/tagging/features.ts';
import { parseModel } from '../lib/tagging/model-file.ts';
import { VECTOR_SCALE, loadVectors } from '../lib/tagging/vectors.ts';
import type { TextDocument } from '../lib/text/document.ts';
import { parseText, tokensIn } from '../lib/text/parse.ts';
import type { Span } from '../lib/text/span.ts';
import { corpusClaims, corpusNames, readClaims, readConll } from './labelled.ts';
import type { LabelledClaims, LabelledNames } from './labelled.ts';

/** BIO tags of names, as the model numbers them. */
const NAME_TAGS = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC'] as const;

const LONGEST_CHUNK = { names: 128, attributions: 200 }; // tokens the optimiser sees at once
const KEPT_SHORT_MESSAGES = 8; // one in so many: they teach little about news

type Task = 'names' | 'attributions';
type Range = [first: number, end: number];

const [task, data = '', out = ''] = process.argv.slice(2);
if (task !== 'names' && task !== 'attributions')
  throw new Error('usage: export-features.ts names|attributions DATA OUT');
const models = process.env['MODELS'] ?? new URL('../public/models/', import.meta.url).pathname;
const vectors = loadVectors(parseModel(fs.readFileSync(path.join(models, 'vectors.bin'))));
fs.mkdirSync(out, { recursive: true });
if (task === 'names') exportNames();
else exportAttributions();
exportVectors();

function exportNames(): void {
  const documents = [
    ...readConll(path.join(data, 'train.ner.conll')).filter(isWorthTraining),
    ...corpusNames(),
  ];
  const parsed = documents.map(document => parseText(document.text));
  const labels = parsed.map((doc, i) => labelNames(doc, documents[i]?.names ?? []));
  write('names', documents, parsed, labels, 1, []);
}

/** Leaves most short messages of social media out. */
function isWorthTraining({ set, text, names }: LabelledNames, index: number): boolean {
  if (set !== 'other') return true;
  const social = /[@#]|http|\bRT\b/.test(text) || text.length < 90;
  return !social || (names.length > 0 && index % KEPT_SHORT_MESSAGES === 0);
}

function labelNames(doc: TextDocument, names: LabelledNames['names']): Uint8Array {
  const labels = new Uint8Array(doc.tokens.length);
  for (const name of names) {
    const { first, end } = tokensIn(doc, name);
    const begin = NAME_TAGS.indexOf(`B-${name.type}`);
    for (let i = first; i < end; i++) labels[i] = i === first ? begin : begin + 1;
  }
  return labels;
}

function exportAttributions(): void {
  const documents = [
    ...readClaims(path.join(data, 'claims.wikinews.jsonl'), 'wikinews'),
    ...readClaims(path.join(data, 'claims.gum.jsonl'), 'gum'),
    ...corpusClaims(),
  ];
  const parsed = documents.map(document => parseText(document.text));
  const claims = parsed.map((doc, i) => placeOnTokens(doc, documents[i]?.claims ?? []));
  const labels = parsed.map((doc, i) => labelClaims(doc, claims[i] ?? []));
  write('attributions', documents, parsed, labels, 3, claims);
}

type TokenClaim = { cue: Range | null; source: Range | null; content: Range[] };

function placeOnTokens(doc: TextDocument, claims: LabelledClaims['claims']): TokenClaim[] {
  const range = (span: Span): Range => {
    const { first, end } = tokensIn(doc, span);
    return [first, end];
  };
  return claims.map(({ source, cue, content }) => ({
    cue: cue && range(cue),
    source: source && range(source),
    content: content.map(range),
  }));
}

/**
 * Three labels a token, each 0 outside, 1 first, 2 inside: cue, source, content (the outermost).
 * A cue of 3 marks where content starts that no cue introduces.
 */
function labelClaims(doc: TextDocument, claims: readonly TokenClaim[]): Uint8Array {
  const labels = new Uint8Array(doc.tokens.length * 3);
  const mark = (range: Range, layer: number): void => {
    const [first, end] = range;
    for (let i = first; i < end; i++) if (labels[i * 3 + layer]) return; // an outer one is there
    for (let i = first; i < end; i++) labels[i * 3 + layer] = i === first ? 1 : 2;
  };
  for (const { cue, source } of claims) {
    if (cue) mark(cue, 0);
    if (source) mark(source, 1);
  }
  const contents = claims.flatMap(claim => claim.content).sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
  for (const content of contents) mark(content, 2);
  for (const { cue, content } of claims) {
    const at = content[0]?.[0];
    if (!cue && at !== undefined) labels[at * 3] ||= 3;
  }
  return labels;
}

function write(
  task: Task,
  documents: readonly { id: string; set: string }[],
  parsed: readonly TextDocument[],
  labels: readonly Uint8Array[],
  layers: number,
  claims: readonly TokenClaim[][],
): void {
  const features = fs.openSync(path.join(out, `${task}.features`), 'w');
  const labelFile = fs.openSync(path.join(out, `${task}.labels`), 'w');
  const index = documents.map(({ id, set }, i) => {
    const doc = parsed[i];
    if (!doc) throw new Error(id);
    fs.writeSync(features, new Uint8Array(computeFeatures(doc, vectors).buffer));
    fs.writeSync(labelFile, labels[i] ?? new Uint8Array());
    const sentences = doc.sentences.map(s => [s.firstToken, s.block]);
    return {
      id,
      set,
      tokens: doc.tokens.length,
      chunks: chunksOf(doc, LONGEST_CHUNK[task]),
      sentences,
      claims: claims[i] ?? [],
    };
  });
  fs.closeSync(features);
  fs.closeSync(labelFile);
  const columns = COLUMNS.map(({ name, size }) => ({ name, size }));
  fs.writeFileSync(
    path.join(out, `${task}.json`),
    JSON.stringify({ width: WIDTH, layers, columns, documents: index }),
  );
  const tokens = index.reduce((sum, { tokens }) => sum + tokens, 0);
  console.log(`${task}: ${index.length} documents, ${tokens} tokens`);
}

/** Cuts a document between blocks, or between sentences where a block is too long. */
function chunksOf(doc: TextDocument, longest: number): Range[] {
  const chunks: Range[] = [];
  let first = 0;
  let blockStart = 0; // last place between blocks
  let before = -1;
  for (const sentence of doc.sentences) {
    if (sentence.block !== before) blockStart = sentence.firstToken;
    before = sentence.block;
    if (sentence.endToken - first > longest) {
      const cut = blockStart > first ? blockStart : sentence.firstToken;
      if (cut > first) chunks.push([first, cut]);
      first = Math.max(cut, first);
    }
  }
  chunks.push([first, doc.tokens.length]);
  return chunks.flatMap(([start, end]) => {
    const pieces: Range[] = [];
    for (let at = start; at < end; at += 2 * longest) pieces.push([at, Math.min(end, at + 2 * longest)]);
    return pieces;
  });
}

/** All word vectors as the network sees them: row 0 is the unknown word. */
function exportVectors(): void {
  const { size, dimensions } = vectors;
  const values = new Float32Array((size + 1) * dimensions);
  for (let row = 0; row <= size; row++) vectors.copy(row, values, row * dimensions);
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) / VECTOR_SCALE;
  fs.writeFileSync(path.join(out, 'vectors.f32'), new Uint8Array(values.buffer));
}
