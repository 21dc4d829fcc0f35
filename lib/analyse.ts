import type { Article } from './article/article.ts';
import { atOnce, type Work } from './work.ts';
import type { Brief, SummaryLength } from './brief/brief.ts';
import { findFlags } from './brief/flags.ts';
import { findExpectations } from './brief/expectations.ts';
import { offer } from './brief/offer.ts';
import { summarise } from './brief/summary.ts';
import { findTimeline } from './brief/timeline.ts';
import { findAttributions } from './claims/find/attribution.ts';
import { extractClaims } from './claims/extract.ts';
import { oddsOf } from './claims/claimhood.ts';
import { mergeAttributions } from './claims/find/merge.ts';
import { isAside, isTelling, isTorn, isWhole } from './claims/telling/telling.ts';
import { quotedClaims } from './claims/find/quoted.ts';
import { countSources } from './claims/sourcing.ts';
import { findNames } from './entities/names.ts';
import { mergeNames } from './entities/merge.ts';
import { findPlayers } from './entities/players.ts';
import type { Attribution, AttributionReading, Taggers } from './tagging/tagger.ts';
import { splitBlocks } from './text/blocks.ts';
import type { TextDocument } from './text/document.ts';
import { parseText } from './text/parse.ts';

/** How an article is to be read; by default with the rules alone, and a summary of normal length. */
interface AnalyseOptions {
  summary?: SummaryLength;
  /** Trained taggers, which see what the rules miss and the other way round; without them there are the rules. */
  taggers?: Pick<Taggers, 'names' | 'attributions'> & Partial<Pick<Taggers, 'vectors'>>;
}

/** The whole study: an article in, everything Onix shows of it out. */
export function analyse(article: Article, options?: AnalyseOptions): Brief {
  return atOnce(analysing(article, options));
}

function* analysing(article: Article, { summary, taggers }: AnalyseOptions = {}): Work<Brief> {
  const doc = parseText(article.text, article.blocks);
  const offered = offer(doc, article.language);
  yield;
  // the taggers have learned English; elsewhere shapes and marks are all there is
  const nameTagger = offered.names === 'full' ? taggers : undefined;
  const claimTagger = offered.claims === 'full' ? taggers : undefined;
  const taggedNames = nameTagger?.names(doc);
  yield;
  const ruledNames = findNames(doc);
  yield;
  const names = taggedNames ? mergeNames(doc, taggedNames, ruledNames) : ruledNames;
  yield;
  const tagged = claimTagger?.attributions(doc);
  yield;
  const ruled = offered.claims === 'full' ? findAttributions(doc, tagged?.cues) : [];
  yield;
  const attributions = tagged ? mergeReadings(doc, tagged, ruled) : ruled;
  yield;
  const players = offered.names === 'none' ? [] : findPlayers(doc, names, article.title);
  yield;
  const kinds = article.blocks.map(({ kind }) => kind);
  const claims =
    offered.claims === 'full'
      ? extractClaims(doc, attributions, players, kinds)
      : quotedClaims(doc, players, article.language);
  yield;
  const timeline = findTimeline(doc, article.publishedTime);
  const expected = offered.claims === 'full' ? { expected: findExpectations(doc, timeline) } : {};
  yield;
  const story = { doc, article, players, claims, timeline };
  const summarised = summarise(story, summary);
  yield;
  return {
    version: 1,
    article,
    summary: summarised,
    players,
    claims,
    sourcing: countSources(article.text, claims),
    timeline,
    ...expected,
    flags: findFlags(story, taggers?.vectors),
    ...(offered.names === 'full' && !taggers && { rulesOnly: true }),
    offered,
  };
}

/** Who is reported to have said what, as the tagger and the rules see it together. */
export function mergeReadings(
  doc: TextDocument,
  tagged: AttributionReading,
  ruled: readonly Attribution[],
): Attribution[] {
  return mergeAttributions(tagged.attributions, ruled, {
    isTelling: attribution => isTelling(doc, attribution),
    isWhole: piece => isWhole(doc, piece),
    isTorn: piece => isTorn(doc, piece),
    isAside: (from, to) => isAside(doc, from, to),
    oddsOf: attribution => oddsOf(doc, tagged.odds, attribution),
  });
}

/** Sentences of our own in which there is something of everything the study looks for. */
const EXERCISE = `Councillor Maren Oldfield of the Harbour Board said on Monday that two ferries would cost 34 million pounds by 2031.

“Nobody has asked us,” said Edda Thorne, who runs the county transport office. “We plan to ask them.”

Oldfield denied this and told the Harbour Post the money could possibly come from London. According to a report by the board, the old ferry will leave service in March.`;

/**
 * The study of a few sentences, part by part, to be done once and forgotten. In a worker that was just woken no code is
 * compiled, which takes longer than an article; done before there is one, it takes half of its time off the first.
 */
export function warmUp(taggers: NonNullable<AnalyseOptions['taggers']>): Work<unknown> {
  const blocks = splitBlocks(EXERCISE).map(span => ({ ...span, kind: 'paragraph' as const }));
  return analysing(
    {
      title: 'Oldfield defends new ferries',
      publishedTime: '2026-11-23T08:00:00Z',
      language: 'en',
      type: 'news',
      text: EXERCISE,
      blocks,
    },
    { taggers },
  );
}
