import type { Flag } from './brief.ts';
import type { Story } from './story.ts';
import { findDateMismatches } from './flag-dates.ts';
import { findNumberMismatches } from './flag-figures.ts';
import { findUnsupportedHeadline } from './flag-headline.ts';
import { findOutOfPlace } from './flag-out-of-place.ts';
import { findParaphrases } from './flag-paraphrases.ts';
import { findSameWords } from './flag-same-words.ts';
import { findSingleSource, findUnnamedSources } from './flag-sources.ts';
import type { WordMeanings } from './meanings.ts';
import { isEnglish } from './offer.ts';

/** What is worth a second look in this article, each with its place and its reason, in reading order. */
export function findFlags(story: Story, meanings?: WordMeanings): Flag[] {
  // these lean on English words, and on all that is said: elsewhere they would speak up wrongly
  if (!isEnglish(story.article.language)) return [];
  return [
    ...findOutOfPlace(story, meanings),
    ...findUnsupportedHeadline(story),
    ...findNumberMismatches(story),
    ...findDateMismatches(story),
    ...findSameWords(story),
    ...findParaphrases(story),
    ...findSingleSource(story),
    ...findUnnamedSources(story),
  ].sort((a, b) => a.start - b.start);
}
