import type { Span } from '../text/span.ts';
import type { Gender } from './gender.ts';
import type { NameMention } from './mentions.ts';

/** Everything in the text that names one and the same person, body or place. */
export interface Entity {
  type: NameMention['type'];
  parts: readonly string[]; // of the fullest name
  readonly short: readonly string[]; // the same without whose it is: “Senate” of “Norwegian Senate”
  full: NameMention;
  readonly mentions: NameMention[];
  readonly roles: Span[];
  readonly pronouns: Span[];
  readonly nominals: Span[];
  readonly metonyms: Span[]; // not counted: capitals that stand for the state, its name inside other names
  gender: Gender;
}
