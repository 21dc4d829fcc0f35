import type { Article } from './article/article.ts';
import type { Brief, SummaryLength } from './brief/brief.ts';
import { findFlags } from './brief/flags.ts';
import { offer } from './brief/offer.ts';
import { summarise } from './brief/summary.ts';
import { findTimeline } from './brief/timeline.ts';
import { findAttributions } from './claims/attribution.ts';
import { extractClaims } from './claims/extract.ts';
import { countSources } from './claims/sourcing.ts';
import { findNames } from './entities/names.ts';
import { findPlayers } from './entities/players.ts';
import type { Taggers } from './tagging/tagger.ts';
import { parseText } from './text/parse.ts';

export interface AnalyseOptions {
  summary?: SummaryLength;
  /** Trained taggers; without them names and attributions come from rules. */
  taggers?: Taggers;
}

/** The whole study: an article in, everything Onix shows of it out. */
export function analyse(article: Article, { summary, taggers }: AnalyseOptions = {}): Brief {
  const doc = parseText(article.text, article.blocks);
  const offered = offer(doc, article.language);
  const names = taggers && offered.names === 'full' ? taggers.names(doc) : findNames(doc);
  const attributions =
    taggers && offered.claims === 'full' ? taggers.attributions(doc) : findAttributions(doc);
  const players = offered.names === 'none' ? [] : findPlayers(doc, names, article.title);
  const claims = offered.claims === 'none' ? [] : extractClaims(doc, attributions, players);
  return {
    version: 1,
    article,
    summary: summarise({ doc, article, players, claims }, summary),
    players,
    claims,
    sourcing: countSources(article.text, claims),
    timeline: findTimeline(doc, article.publishedTime),
    flags: findFlags(doc, claims),
    offered,
  };
}
