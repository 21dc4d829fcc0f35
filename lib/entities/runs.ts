import type { NameSpan } from '../tagging/tagger.ts';
import type { Words } from '../text/words.ts';
import { knownPlaces } from './lexicon.ts';

/** Tokens `[first, end)` that are one name. */
export interface Run {
  readonly first: number;
  readonly end: number;
  readonly type: NameSpan['type'];
}

/** What is the same for all places of a name: its words in lower case. */
export function formOf({ lower }: Words, { first, end }: Pick<Run, 'first' | 'end'>): string {
  return lower.slice(first, end).join(' ');
}

/** “Oklahoma City Mayor Roe”: whether a token ends a known place's name of two words, and so is no part of a title. */
export function endsPlace({ lower }: Words, i: number): boolean {
  return knownPlaces().has(`${lower[i - 1] ?? ''} ${lower[i]!}`);
}
