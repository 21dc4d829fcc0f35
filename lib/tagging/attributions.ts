import * as z from 'zod/mini';
import type { Range, TextDocument } from '../text/document.ts';
import { tokensIn, spanOf } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { CUE_CLASSES, UNCUED, findAnchors } from './anchors.ts';
import type { Anchor } from './anchors.ts';
import type { Scorer } from './explain.ts';
import type { KernelKind } from './kernel.ts';
import { aboutOf, sectionOf } from './model-file.ts';
import type { Model } from './model-file.ts';
import { Network } from './network.ts';
import { reconcile } from './reconcile.ts';
import type { SecondLook } from './reconcile.ts';
import { RoleReader } from './roles.ts';
import type { Reading } from './roles.ts';
import { segmentsOf } from './segments.ts';
import type { WordVectors } from './vectors.ts';

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

/** What a tagger of attributions says of itself. */
const About = z.object({ layers: z.int(), reachSentences: z.int(), reachTokens: z.int() });

const SPAN_CLASSES = CUE_CLASSES + 6; // the others only helped to train it

/** Least probability of a cue for its surroundings to be read; what comes of it is judged again there. */
const CUE_THRESHOLD = 0.5;

/** The same where a quotation has nobody who said it. */
const FAINT_CUE = 0.04;

/** The same where the rules have to see it too. */
const SEEN_CUE = 0.1;

/** Reads the tagger of attributions from its model file. */
export function loadAttributionTagger(
  model: Model,
  vectors: WordVectors,
  kernel?: KernelKind,
): AttributionTagger {
  const about = aboutOf(model, About);
  const network = new Network(model, vectors, about.layers, kernel);
  const spans = network.readHead('spans');
  const bias = sectionOf(model, 'spans.bias', Float32Array, SPAN_CLASSES);
  const roles = new RoleReader(model, network, about);

  const readSegment = (
    doc: TextDocument,
    features: Uint16Array,
    range: Range,
    found: AttributionReading,
  ): void => {
    const { first, end } = range;
    const hidden = network.encode(features, first, end);
    const scores = network.project(spans, bias, hidden);
    writeOdds(found.odds, first, scores, spans.rows);
    const segment = { doc, first, end, hidden };
    roles.prepare(segment);
    const sentences = doc.tokens.sentence.subarray(first, end);
    const anchorsIn = (among: Range, threshold: number): Anchor[] => {
      const low = Math.max(0, among.first - first);
      const high = Math.min(end, among.end) - first;
      return findAnchors(scores, spans.rows, sentences, low, high, threshold);
    };
    const readings = anchorsIn(range, CUE_THRESHOLD).flatMap(anchor => roles.read(segment, anchor) ?? []);
    const lookAgain: SecondLook = among => {
      const likely = anchorsIn(among, FAINT_CUE).sort((a, b) => b.probability - a.probability)[0];
      return likely ? roles.read(segment, likely) : null;
    };
    for (const reading of reconcile(doc, range, readings, lookAgain))
      found.attributions.push(attributionOf(doc, reading));
    for (const quotation of doc.quotations) {
      const words = tokensIn(doc, quotation.inner);
      if (quotation.depth > 0 || words.end <= first) continue;
      if (words.first >= end) break;
      for (const anchor of anchorsIn(words, SEEN_CUE))
        if (anchor.cued)
          found.cues.push(spanOf(doc, { first: first + anchor.first, end: first + anchor.end }));
    }
  };

  return {
    tag: (doc, features) => {
      const odds = new Float32Array(doc.tokens.length);
      const found: AttributionReading = { attributions: [], cues: [], odds };
      for (const range of segmentsOf(doc)) readSegment(doc, features, range, found);
      return found;
    },
    scorer: {
      tags: ['O', 'B-cue', 'I-cue', 'content'],
      stride: spans.rows,
      score: (features, first, end) => network.project(spans, bias, network.encode(features, first, end)),
    },
  };
}

/** See `AttributionReading.odds`; `scores` are those of the tokens from `first` on. */
function writeOdds(odds: Float32Array, first: number, scores: Float32Array, stride: number): void {
  for (let i = first, at = 0; at < scores.length; i++, at += stride)
    odds[i] = Math.max(scores[at + 1]!, scores[at + 2]!, scores[at + UNCUED]!) - scores[at]!;
}

function attributionOf(doc: TextDocument, { source, cue, content, confidence }: Reading): Attribution {
  const span = (range: Range): Span => spanOf(doc, range);
  return { source: source && span(source), cue: cue && span(cue), content: content.map(span), confidence };
}
