import type { Article } from '../article/article.ts';
import type { Claim } from '../claims/claim.ts';
import type { Player } from '../entities/players.ts';
import type { TextDocument } from '../text/document.ts';
import type { TimelineEntry } from './brief.ts';

/** What summaries are composed from and flags are found in. */
export interface Story {
  readonly doc: TextDocument;
  readonly article: Pick<Article, 'title' | 'blocks' | 'language'>;
  readonly players: readonly Player[]; // most central first
  readonly claims: readonly Claim[]; // in reading order
  readonly timeline: readonly Pick<TimelineEntry, 'sentence' | 'tense'>[];
}
