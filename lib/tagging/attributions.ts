import type { Range, TextDocument } from '../text/document.ts';
import { tokensIn, spanOf } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import type { Scorer } from './explain.ts';
import type { KernelKind } from './kernel.ts';
import { sectionOf } from './model-file.ts';
import type { Model } from './model-file.ts';
import { readAbout } from './names.ts';
import { Network } from './network.ts';
import type { Vectors } from './network.ts';
import { reconcile } from './reconcile.ts';
import { segmentsOf } from './segments.ts';
import type { WordVectors } from './vectors.ts';
import { bestOfTwoKinds } from './viterbi.ts';

/** Who is said to have said what: `content` holds at least one piece; `confidence` is 0..1. */
export type Attribution = {
  source: Span | null;
  cue: Span | null;
  content: Span[];
  confidence: number;
  /** How sure the tagger and the rules are, each by itself (0: does not see it), and the tagger's odds of its cue. */
  seen?: { readonly tagged: number; readonly ruled: number; readonly odds: number };
};

/** What was found, and the cues inside quotation marks, even such as are too faint to be read by themselves; in reading order. */
export interface AttributionReading {
  readonly attributions: Attribution[];
  readonly cues: Span[];
  /** Of each token how much more it looks like a cue, or like content without one, than like neither: log odds. */
  readonly odds: Float32Array;
}

/** Finds attributions, given a document and its features. */
export interface AttributionTagger {
  tag(doc: TextDocument, features: Uint16Array): AttributionReading;
  readonly scorer: Scorer; // of cues
}

const CUE_CLASSES = 4; // none, first and inside of a cue, start of content that has no cue
const SPAN_CLASSES = CUE_CLASSES + 6;
const ROLE_TAGS = 5; // none, first and inside of the source, first and inside of a piece of content
const UNCUED = 3;

/** An attribution by tokens, while it is being worked on. */
export interface Reading {
  source: Range | null;
  cue: Range | null;
  content: Range[];
  confidence: number;
}

/** Reads the attribution of a cue that seemed too unlikely at first, if there is one between these tokens. */
export type SecondLook = (among: Range) => Reading | null;

/** A cue, or the first token of content without one. */
interface Anchor {
  readonly first: number;
  readonly end: number;
  readonly cued: boolean;
  readonly probability: number;
}

/** Least probability of a cue for its surroundings to be read; what comes of it is judged again there. */
const CUE_THRESHOLD = 0.5;

/** The same where a quotation has nobody who said it. */
const FAINT_CUE = 0.04;

/** The same where the rules have to see it too. */
const SEEN_CUE = 0.1;

/**
 * Sentences on either side of a cue's own that are read at first. If source and content turn out to be in the cue's own
 * sentence, as nearly all are, reading as far as the model may would say the same: 20 of 2,425 attributions in 85,000
 * tokens would end elsewhere.
 */
const NEAR_SENTENCES = 1;

/** Reads the tagger of attributions from its model file. */
export function loadAttributionTagger(
  model: Model,
  vectors: WordVectors,
  kernel?: KernelKind,
): AttributionTagger {
  const about = readAbout(model);
  const reachSentences = about['reachSentences'] ?? 3;
  const reachTokens = about['reachTokens'] ?? 100;
  const network = new Network(model, vectors, about['layers'] ?? 2, kernel);
  const spans = network.readHead('spans');
  const spansBias = sectionOf(model, 'spans.bias', Float32Array, SPAN_CLASSES);
  const token = network.readHead('token');
  const tokenBias = sectionOf(model, 'token.bias', Float32Array, token.rows);
  const cue = network.readHead('cue');
  const gru = network.readGru('role', token.rows, 'cut');
  const out = network.readMatrix('out', 2 * gru.hidden, 'states');
  const outBias = sectionOf(model, 'out.bias', Float32Array, ROLE_TAGS);
  const distances = readTable(model, 'distance', token.rows);
  const places = readTable(model, 'place', token.rows);
  const firstPlace = distances.length / token.rows;
  const blend = network.readBlend(token, Float32Array.from([...distances, ...places]));
  const kinds = readTable(model, 'kind', token.rows);
  // written anew for each cue
  const shared = new Float32Array(token.rows); // by all tokens of its window
  let rows = new Int32Array(0);
  let roleScores = new Float32Array(0);

  return {
    tag: (doc, features) => {
      const odds = new Float32Array(doc.tokens.length);
      const found: AttributionReading = { attributions: [], cues: [], odds };
      for (const { first, end } of segmentsOf(doc)) readSegment(doc, features, first, end, found);
      return found;
    },
    scorer: {
      tags: ['O', 'B-cue', 'I-cue', 'content'],
      stride: spans.rows,
      score: (features, first, end) =>
        network.project(spans, spansBias, network.encode(features, first, end)),
    },
  };

  function readSegment(
    doc: TextDocument,
    features: Uint16Array,
    first: number,
    end: number,
    found: AttributionReading,
  ): void {
    const count = end - first;
    const hidden = network.encode(features, first, end);
    const scores = network.project(spans, spansBias, hidden);
    network.prepare(token, hidden);
    for (let i = 0, at = 0; i < count; i++, at += spans.rows) {
      const most = Math.max(
        scores[at + 1] as number,
        scores[at + 2] as number,
        scores[at + UNCUED] as number,
      );
      found.odds[first + i] = most - (scores[at] as number);
    }
    const sentences = doc.tokens.sentence.subarray(first, end);
    const read = (anchor: Anchor): Reading | null => {
      const near = readRoles(doc, first, end, hidden, anchor, NEAR_SENTENCES);
      if (!near || staysInSentence(doc, first + anchor.first, near)) return near;
      return readRoles(doc, first, end, hidden, anchor, reachSentences);
    };
    const anchors = findAnchors(scores, spans.rows, sentences, 0, count, CUE_THRESHOLD);
    const readings = anchors.flatMap(anchor => read(anchor) ?? []);
    const lookAgain: SecondLook = among => {
      const low = Math.max(0, among.first - first);
      const high = Math.min(count, among.end - first);
      const likely = findAnchors(scores, spans.rows, sentences, low, high, FAINT_CUE);
      const best = likely.sort((a, b) => b.probability - a.probability)[0];
      return best ? read(best) : null;
    };
    for (const reading of reconcile(doc, { first, end }, readings, lookAgain))
      found.attributions.push(attributionOf(doc, reading));
    for (const quotation of doc.quotations) {
      const words = tokensIn(doc, quotation.inner);
      if (quotation.depth > 0 || words.end <= first) continue;
      if (words.first >= end) break;
      const low = Math.max(0, words.first - first);
      const high = Math.min(count, words.end - first);
      for (const anchor of findAnchors(scores, spans.rows, sentences, low, high, SEEN_CUE))
        if (anchor.cued)
          found.cues.push(spanOf(doc, { first: first + anchor.first, end: first + anchor.end }));
    }
  }

  /** Tags source and content of one cue in so many sentences on either side of its own. */
  function readRoles(
    doc: TextDocument,
    first: number,
    end: number,
    hidden: Vectors,
    anchor: Anchor,
    reach: number,
  ): Reading | null {
    const window = windowAround(doc, first, end, anchor, reach);
    const count = window.end - window.first;
    network.project(cue, tokenBias, network.mean(hidden, anchor.first, anchor.end), shared);
    const kind = anchor.cued ? 0 : token.rows;
    for (let d = 0; d < token.rows; d++) shared[d] = (shared[d] as number) + (kinds[kind + d] as number);
    const { sentence } = doc.tokens;
    const cueSentence = sentence[first + anchor.first] as number;
    const cueBlock = doc.sentences[cueSentence]?.block ?? 0;
    if (rows.length < 2 * count) {
      rows = new Int32Array(4 * count);
      roleScores = new Float32Array(2 * count * ROLE_TAGS);
    }
    for (let i = 0; i < count; i++) {
      const at = window.first + i;
      const place = sentence[first + at] as number;
      rows[2 * i] = distanceBucket(at, anchor);
      rows[2 * i + 1] =
        firstPlace + placeBucket(place - cueSentence, (doc.sentences[place]?.block ?? 0) - cueBlock);
    }
    const roles = network.run(gru, blend, window.first, count, shared, rows);
    const scores = network.project(out, outBias, roles, roleScores);
    const tags = bestOfTwoKinds(scores, count, out.rows);
    return compose(first + window.first, tags, scores, out.rows, anchor, first);
  }

  /** The sentences within reach of a cue, as tokens of the segment. */
  function windowAround(doc: TextDocument, first: number, end: number, anchor: Anchor, reach: number): Range {
    const { sentences } = doc;
    const at = doc.tokens.sentence[first + anchor.first] as number;
    const low = sentences[Math.max(0, at - reach)]?.firstToken ?? 0;
    const high = sentences[Math.min(sentences.length - 1, at + reach)]?.endToken ?? end;
    return {
      first: Math.max(0, low - first, anchor.first - reachTokens),
      end: Math.min(end - first, high - first, anchor.end + reachTokens),
    };
  }
}

/** Whether source and content are in the sentence of token `at`. */
function staysInSentence(
  { tokens, sentences }: TextDocument,
  at: number,
  { source, content }: Reading,
): boolean {
  const { firstToken, endToken } = sentences[tokens.sentence[at]!]!;
  return [...(source ? [source] : []), ...content].every(
    ({ first, end }) => first >= firstToken && end <= endToken,
  );
}

/** An embedding as plain numbers, a row after the other. */
function readTable(model: Model, name: string, width: number): Float32Array {
  const [scale = 0] = sectionOf(model, `${name}.scale`, Float32Array, 1);
  return Float32Array.from(sectionOf(model, name, Int8Array, -1, width), weight => weight * scale);
}

/** Runs of tokens of one sentence likely enough to be a cue. */
function findAnchors(
  scores: Float32Array,
  stride: number,
  sentences: Uint32Array,
  first: number,
  end: number,
  threshold: number,
): Anchor[] {
  const anchors: Anchor[] = [];
  // so far below “none”, the other classes together are less likely than the threshold
  const farBelow = Math.log(((CUE_CLASSES - 1) * (1 - threshold)) / threshold) + 0.01;
  let open: { first: number; end: number; cued: boolean; probability: number } | null = null;
  for (let i = first; i < end; i++) {
    const at = i * stride;
    let most = -Infinity;
    for (let c = 1; c < CUE_CLASSES; c++) most = Math.max(most, scores[at + c] as number);
    if ((scores[at] as number) - most > farBelow) {
      open = null;
      continue;
    }
    most = Math.max(most, scores[at] as number);
    let all = 0;
    for (let c = 0; c < CUE_CLASSES; c++) all += Math.exp((scores[at + c] as number) - most);
    const probability = 1 - Math.exp((scores[at] as number) - most) / all;
    if (probability < threshold) {
      open = null;
      continue;
    }
    const begin = scores[at + 1] as number;
    const goesOn = open?.cued && sentences[i] === sentences[i - 1];
    const inside = goesOn ? (scores[at + 2] as number) : -Infinity;
    const uncued = scores[at + UNCUED] as number;
    if (open && inside >= begin && inside >= uncued) {
      open.end = i + 1;
      continue;
    }
    open = { first: i, end: i + 1, cued: begin >= uncued, probability };
    anchors.push(open);
  }
  return anchors;
}

/** Upper ends of the buckets of distance; further is one more. */
const DISTANCES = [1, 2, 3, 4, 6, 9, 14, 22, 35, 60];
/** The bucket of each distance up to the first that is further. */
const BUCKETS = Uint8Array.from({ length: 62 }, (_, gap) => DISTANCES.filter(end => gap > end).length);

/** 0 inside the cue, odd before and even after it. */
function distanceBucket(at: number, { first, end }: Anchor): number {
  if (at >= first && at < end) return 0;
  const gap = at < first ? first - at : at - end + 1;
  const bucket = BUCKETS[Math.min(gap, BUCKETS.length - 1)] as number;
  return 1 + 2 * bucket + (at < first ? 0 : 1);
}

/** Sentences and blocks from the cue, clipped. */
function placeBucket(sentences: number, blocks: number): number {
  return (Math.max(-3, Math.min(3, sentences)) + 3) * 3 + Math.max(-1, Math.min(1, blocks)) + 1;
}

/** Tags → reading; null if the cue turned out to have no content. */
function compose(
  first: number,
  tags: Uint8Array,
  scores: Float32Array,
  stride: number,
  anchor: Anchor,
  segment: number,
): Reading | null {
  let source: { range: Range; weight: number } | null = null;
  const content: Range[] = [];
  let certainty = 0;
  let tokens = 0;
  for (let i = 0; i < tags.length; i++) {
    const begin = tags[i] ?? 0;
    if (begin % 2 === 0) continue;
    let end = i + 1;
    while (end < tags.length && tags[end] === begin + 1) end++;
    let weight = 0;
    for (let k = i; k < end; k++) weight += roleProbability(scores, k * stride, begin);
    const range = { first: first + i, end: first + end };
    if (begin === 1) {
      if (!source || weight / (end - i) > source.weight) source = { range, weight: weight / (end - i) };
    } else {
      content.push(range);
      certainty += weight;
      tokens += end - i;
    }
    i = end - 1;
  }
  if (tokens === 0) return null;
  return {
    source: source?.range ?? null,
    cue: anchor.cued ? { first: segment + anchor.first, end: segment + anchor.end } : null,
    content,
    confidence: (anchor.probability * certainty) / tokens,
  };
}

function attributionOf(doc: TextDocument, { source, cue, content, confidence }: Reading): Attribution {
  const span = (range: Range): Span => spanOf(doc, range);
  return { source: source && span(source), cue: cue && span(cue), content: content.map(span), confidence };
}

function roleProbability(scores: Float32Array, at: number, begin: number): number {
  let all = 0;
  let most = -Infinity;
  for (let tag = 0; tag < ROLE_TAGS; tag++) most = Math.max(most, scores[at + tag] as number);
  for (let tag = 0; tag < ROLE_TAGS; tag++) all += Math.exp((scores[at + tag] as number) - most);
  const mine =
    Math.exp((scores[at + begin] as number) - most) + Math.exp((scores[at + begin + 1] as number) - most);
  return mine / all;
}
