import type { Article } from './article/article.ts';
import type { Brief, SummaryLength } from './brief/brief.ts';
import { findFlags } from './brief/flags.ts';
import { findExpectations } from './brief/expectations.ts';
import { offer } from './brief/offer.ts';
import { summarise } from './brief/summary.ts';
import { findTimeline } from './brief/timeline.ts';
import { findAttributions } from './claims/attribution.ts';
import { extractClaims } from './claims/extract.ts';
import { mergeAttributions } from './claims/merge.ts';
import { countSources } from './claims/sourcing.ts';
import { findNames } from './entities/names.ts';
import { mergeNames } from './entities/merge.ts';
import { findPlayers } from './entities/players.ts';
import type { Taggers } from './tagging/tagger.ts';
import { parseText } from './text/parse.ts';

export interface AnalyseOptions {
  summary?: SummaryLength;
  /** Trained taggers, which see what the rules miss and the other way round; without them there are the rules. */
  taggers?: Pick<Taggers, 'names' | 'attributions'> & Partial<Pick<Taggers, 'vectors'>>;
}

/** The whole study: an article in, everything Onix shows of it out. */
export function analyse(article: Article, { summary, taggers }: AnalyseOptions = {}): Brief {
  const doc = parseText(article.text, article.blocks);
  const offered = offer(doc, article.language);
  // the taggers have learned English; elsewhere shapes and marks are all there is
  const nameTagger = offered.names === 'full' ? taggers : undefined;
  const claimTagger = offered.claims === 'full' ? taggers : undefined;
  const names = nameTagger ? mergeNames(doc, nameTagger.names(doc), findNames(doc)) : findNames(doc);
  const ruled = findAttributions(doc);
  const attributions = claimTagger ? mergeAttributions(claimTagger.attributions(doc), ruled) : ruled;
  const players = offered.names === 'none' ? [] : findPlayers(doc, names, article.title);
  const claims = offered.claims === 'none' ? [] : extractClaims(doc, attributions, players);
  const timeline = findTimeline(doc, article.publishedTime);
  const story = { doc, article, players, claims };
  return {
    version: 1,
    article,
    summary: summarise(story, summary),
    players,
    claims,
    sourcing: countSources(article.text, claims),
    timeline,
    ...(offered.claims === 'full' && { expected: findExpectations(doc, timeline) }),
    flags: findFlags(story, offered.claims === 'full' ? taggers?.vectors : null),
    offered,
  };
}
