import type { Range, TextDocument } from '../text/document.ts';
import type { Anchor } from './anchors.ts';
import { sectionOf } from './model-file.ts';
import type { Model } from './model-file.ts';
import type { Blend, Gru, Matrix, Network, Vectors } from './network.ts';
import { bestOfTwoKinds } from './viterbi.ts';

/** An attribution by tokens, while it is being worked on. */
export interface Reading {
  source: Range | null;
  cue: Range | null;
  content: Range[];
  confidence: number;
}

/** Tokens `[first, end)` of a document, and what the network says of each. */
interface Segment extends Range {
  readonly doc: TextDocument;
  readonly hidden: Vectors;
}

/** How far from its cue an attribution is read for. */
interface Reach {
  readonly reachSentences: number; // on either side
  readonly reachTokens: number;
}

/**
 * Sentences on either side of a cue's own that are read at first. If source and content turn out to be in the cue's own
 * sentence, as nearly all are, reading as far as the model may would say the same: 20 of 2,425 attributions in 85,000
 * tokens would end elsewhere.
 */
const NEAR_SENTENCES = 1;

const ROLE_TAGS = 5; // none, first and inside of the source, first and inside of a piece of content

/** Tags source and content of one cue after the other: a GRU over the tokens around it, told where the cue is. */
export class RoleReader {
  private readonly network: Network;
  private readonly reach: Reach;
  private readonly token: Matrix;
  private readonly tokenBias: Float32Array;
  private readonly cue: Matrix;
  private readonly gru: Gru;
  private readonly out: Matrix;
  private readonly outBias: Float32Array;
  private readonly firstPlace: number; // row of the blend's table where places follow distances
  private readonly blend: Blend;
  private readonly kinds: Float32Array; // what is added for a cue, and for content without one
  // written anew for each cue
  private readonly shared: Float32Array<ArrayBuffer>; // by all tokens of its window
  private rows = new Int32Array(0);
  private scores = new Float32Array(0);

  constructor(model: Model, network: Network, reach: Reach) {
    this.network = network;
    this.reach = reach;
    this.token = network.readHead('token');
    const width = this.token.rows;
    this.tokenBias = sectionOf(model, 'token.bias', Float32Array, width);
    this.cue = network.readHead('cue');
    this.gru = network.readGru('role', width, 'cut');
    this.out = network.readMatrix('out', 2 * this.gru.hidden, 'states');
    this.outBias = sectionOf(model, 'out.bias', Float32Array, ROLE_TAGS);
    const distances = readTable(model, 'distance', width);
    const places = readTable(model, 'place', width);
    this.firstPlace = distances.length / width;
    this.blend = network.readBlend(this.token, Float32Array.from([...distances, ...places]));
    this.kinds = readTable(model, 'kind', width);
    this.shared = new Float32Array(width);
  }

  /** Makes a segment ready: `read` is for the one made ready last. */
  prepare({ hidden }: Segment): void {
    this.network.prepare(this.token, hidden);
  }

  /** What belongs to an anchor of a segment; null if it turns out to have no content. */
  read(segment: Segment, anchor: Anchor): Reading | null {
    const near = this.readWithin(segment, anchor, NEAR_SENTENCES);
    if (!near || staysInSentence(segment.doc, segment.first + anchor.first, near)) return near;
    return this.readWithin(segment, anchor, this.reach.reachSentences);
  }

  /** The same as far as so many sentences on either side of the anchor's own. */
  readWithin(segment: Segment, anchor: Anchor, sentences: number): Reading | null {
    const { network, token, shared, out } = this;
    const window = this.windowAround(segment, anchor, sentences);
    const count = window.end - window.first;
    network.project(this.cue, this.tokenBias, network.mean(segment.hidden, anchor.first, anchor.end), shared);
    const kind = anchor.cued ? 0 : token.rows;
    for (let d = 0; d < token.rows; d++) shared[d]! += this.kinds[kind + d]!;
    this.placeRows(segment, anchor, window);
    const roles = network.run(this.gru, this.blend, window.first, count, shared, this.rows);
    const scores = network.project(out, this.outBias, roles, this.scores);
    const tags = bestOfTwoKinds(scores, count, out.rows);
    return compose(segment.first + window.first, tags, scores, out.rows, anchor, segment.first);
  }

  /** For each token of a window the two rows of the blend's table that say where it is, seen from the anchor. */
  private placeRows({ doc, first }: Segment, anchor: Anchor, window: Range): void {
    const count = window.end - window.first;
    if (this.rows.length < 2 * count) {
      this.rows = new Int32Array(4 * count);
      this.scores = new Float32Array(2 * count * ROLE_TAGS);
    }
    const { rows, firstPlace } = this;
    const { sentence } = doc.tokens;
    const home = sentence[first + anchor.first]!;
    const block = doc.sentences[home]?.block ?? 0;
    for (let i = 0; i < count; i++) {
      const at = window.first + i;
      const place = sentence[first + at]!;
      rows[2 * i] = distanceBucket(at, anchor);
      rows[2 * i + 1] = firstPlace + placeBucket(place - home, (doc.sentences[place]?.block ?? 0) - block);
    }
  }

  /** The sentences within reach of an anchor, as tokens of the segment. */
  private windowAround({ doc, first, end }: Segment, anchor: Anchor, reach: number): Range {
    const { sentences } = doc;
    const { reachTokens } = this.reach;
    const at = doc.tokens.sentence[first + anchor.first]!;
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

/** Upper ends of the buckets of distance; further is one more. */
const DISTANCES = [1, 2, 3, 4, 6, 9, 14, 22, 35, 60];
/** The bucket of each distance up to the first that is further. */
const BUCKETS = Uint8Array.from({ length: 62 }, (_, gap) => DISTANCES.filter(end => gap > end).length);

/** 0 inside the cue, odd before and even after it. */
function distanceBucket(at: number, { first, end }: Anchor): number {
  if (at >= first && at < end) return 0;
  const gap = at < first ? first - at : at - end + 1;
  const bucket = BUCKETS[Math.min(gap, BUCKETS.length - 1)]!;
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

function roleProbability(scores: Float32Array, at: number, begin: number): number {
  let all = 0;
  let most = -Infinity;
  for (let tag = 0; tag < ROLE_TAGS; tag++) most = Math.max(most, scores[at + tag]!);
  for (let tag = 0; tag < ROLE_TAGS; tag++) all += Math.exp(scores[at + tag]! - most);
  const mine = Math.exp(scores[at + begin]! - most) + Math.exp(scores[at + begin + 1]! - most);
  return mine / all;
}
