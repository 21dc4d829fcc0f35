import type { Range, TextDocument } from '../../text/document.ts';
import { TokenKind } from '../../text/document.ts';
import { isCapital } from '../../text/words.ts';
import type { Words } from '../../text/words.ts';

/** What a tagger or a rule took for a source, with the cue it stands with: what decides where it really begins and ends. */
export interface TakenSource {
  readonly doc: TextDocument;
  readonly words: Words;
  readonly taken: Range; // its tokens, as it was taken
  readonly cue: Range | null; // tokens
  readonly isOfNoun: boolean; // the cue is a noun: “the mayor's | warning”
}

/** What is left of a source, or what it is made up to. Looks at a few tokens around it, or goes through it once. */
export type Cut = (source: TakenSource, range: Range) => Range;

/** Whether a source stands before its cue, at least so many tokens before it. */
export function isBeforeCue({ cue }: TakenSource, { end }: Range, least = 0): boolean {
  return cue !== null && cue.first - end >= least;
}

/** Whether a token is a word of a name: with a capital, and of no closed class. False outside the text. */
export function isOfName({ doc, words }: TakenSource, i: number): boolean {
  return doc.tokens.kind[i] === TokenKind.word && isCapital(words, i) && words.class[i] === 0;
}

/** Whether a token has no capital and is of no closed class: a noun or a verb, a number or a mark. */
export function isPlain({ words }: TakenSource, i: number): boolean {
  return words.class[i] === 0 && !isCapital(words, i);
}
