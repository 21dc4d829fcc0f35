import type { Span } from '../text/span.ts';
import type { TextDocument } from '../text/document.ts';

/** A name and what kind of thing it names. */
export interface NameSpan extends Span {
  readonly type: 'PER' | 'ORG' | 'LOC';
  readonly confidence: number; // 0..1
}

/** Content that a source is reported to have put forward; the cue is the attributing word or words. */
export interface Attribution {
  readonly source: Span | null; // null: the article does not say who
  readonly cue: Span | null; // null: a quotation without a verb
  readonly content: readonly Span[]; // one or more pieces, in order
  readonly confidence: number; // 0..1
}

/** What finds names and attributions; the study works with rules where none is handed in. */
export interface Taggers {
  names(doc: TextDocument): NameSpan[];
  attributions(doc: TextDocument): Attribution[];
}
