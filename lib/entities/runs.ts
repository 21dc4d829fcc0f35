import type { NameSpan } from '../tagging/tagger.ts';
import type { Words } from '../text/words.ts';

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
