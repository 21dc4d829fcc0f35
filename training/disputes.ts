/** Whether one claim disputes another, learned by boosted trees: lib/claims/status/dispute-trees.ts. */
import fs from 'node:fs';
import { weighCheckWorthiness } from '../lib/claims/checkworthiness.ts';
import type { CheckWeights } from '../lib/claims/checkworthiness.ts';
import type { Claim } from '../lib/claims/claim.ts';
import { PAIR_FEATURES, candidatesOf, readPair } from '../lib/claims/status/disputes.ts';
import { playersIn } from '../lib/claims/extract.ts';
import { indexMentions } from '../lib/claims/source/sources.ts';
import { findStatus } from '../lib/claims/status/status.ts';
import { readUtterances } from '../lib/claims/status/utterances.ts';
import type { TextDocument } from '../lib/text/document.ts';
import { readForest, fillForest, sumFull } from '../lib/trees.ts';
import type { FullForest, Trees } from '../lib/trees.ts';
import { areaUnder } from './area-under.ts';
import { Binned, gains, grow, write } from './blocks-trees.ts';
import type { Growth } from './blocks-trees.ts';
import { FOLDS } from './claims-articles.ts';
import type { LabelledArticle } from './claims-articles.ts';

/** What a pair of claims counts. */
const PAIR = { wikinews: 1, own: 0.15, pages: 0.5 };

const GROWTH: Growth = {
  trees: 500,
  leaves: 4,
  rate: 0.06,
  minWeight: 1.5,
  ridge: 5,
  features: 0.5,
  sample: 0.7,
  seed: 7,
};

interface PairRow {
  row: Float32Array;
  right: boolean;
  article: LabelledArticle;
}

/** Check-worthiness as it is of articles of a fold that nothing was learned from. */
export type Worth = (fold: number) => CheckWeights;

/** Trees learned of all articles but those of a fold, and of all. */
interface DisputeTrees {
  readonly without: readonly FullForest[]; // by the fold
  readonly all: () => Trees;
}

/** Learns from all articles, writes the trees, and prints how well those of folds tell Wikinews and pages. */
export function learnDisputes(articles: readonly LabelledArticle[], worth: Worth): void {
  const pairs = readPairs(articles, worth);
  const { without, all } = growDisputes(pairs);
  for (const set of ['wikinews', 'pages'] as const) {
    const scored = articles.filter(article => article.set === set);
    scorePairs(
      set,
      pairs.filter(({ article }) => article.set === set),
      without,
      sumOf(scored, ({ disputed }) => disputed),
    );
    scoreStatus(scored, without, worth);
  }
  fs.writeFileSync(
    new URL('../lib/claims/status/dispute-trees.ts', import.meta.url),
    `import type { Trees } from '../../trees.ts';

/** Written by training/claims.ts; not to be edited. */
export const DISPUTE_TREES: Trees = ${JSON.stringify(all())};
`,
  );
}

/** Pairs of claims with what speaks for a dispute. */
export function readPairs(articles: readonly LabelledArticle[], worth: Worth): PairRow[] {
  return articles.flatMap(article => {
    const { doc, players } = article;
    const claims = weighed(doc, article.claims, worth(article.fold));
    const mentions = indexMentions(players);
    const utterances = readUtterances(doc, claims, claim => playersIn(claim, mentions));
    return utterances.flatMap(x =>
      candidatesOf(utterances, x).map(y => {
        const row = new Float32Array(PAIR_FEATURES.length);
        readPair(utterances, x, y, row);
        return { row, right: article.disputes(x.index, y.index), article };
      }),
    );
  });
}

/** Claims by themselves, before anything is known of what is said against them. */
function weighed(doc: TextDocument, claims: readonly Claim[], weights: CheckWeights): Claim[] {
  const worth = weighCheckWorthiness(doc, claims, weights);
  return claims.map((claim, i) => {
    const bare: Claim = { ...claim, ...worth[i]!, status: 'stated', disputedBy: [], refersTo: [] };
    delete bare.otherViews;
    return bare;
  });
}

/** The same claims as trees and weights that have not seen their article tell their status. */
export function withStatus(
  { doc, claims, players }: Pick<LabelledArticle, 'doc' | 'claims' | 'players'>,
  forest: FullForest,
  weights: CheckWeights,
): Claim[] {
  const mentions = indexMentions(players);
  const told = weighed(doc, claims, weights);
  findStatus(doc, told, claim => playersIn(claim, mentions), forest);
  return told;
}

export function growDisputes(pairs: readonly PairRow[]): DisputeTrees {
  const width = PAIR_FEATURES.length;
  const table = {
    rows: new Float32Array(pairs.length * width),
    width,
    label: Float32Array.from(pairs, ({ right }) => Number(right)),
    weight: Float32Array.from(pairs, ({ article }) => PAIR[article.set]),
    start: new Float32Array(pairs.length),
  };
  for (const [i, { row }] of pairs.entries()) table.rows.set(row, i * width);
  const binned = new Binned(table);
  const growWithout = (fold: number | undefined): Trees => {
    const use = Int32Array.from(pairs.keys()).filter(i => pairs[i]!.article.fold !== fold);
    // ours dispute four times as much, for reasons that are not in the claims
    const odds = [false, true].map(own =>
      logOdds([...use].map(i => pairs[i]!).filter(({ article }) => (article.set === 'own') === own)),
    );
    for (const [i, { article }] of pairs.entries()) table.start[i] = odds[Number(article.set === 'own')]!;
    const grown = { ...grow(binned, table, use, GROWTH), base: odds[0]! };
    if (fold === undefined)
      console.log(
        gains(grown.trees, PAIR_FEATURES)
          .slice(0, 30)
          .map(([name]) => name)
          .join(', '),
      );
    return write(grown, binned.borders);
  };
  return {
    without: Array.from({ length: FOLDS }, (_, fold) => fillForest(readForest(growWithout(fold)))),
    all: () => growWithout(undefined),
  };
}

function logOdds(pairs: readonly PairRow[]): number {
  const right = pairs.filter(pair => pair.right).length;
  return Math.log(right / (pairs.length - right));
}

/** How well the scores of trees that did not see the article order its pairs; `all` disputes are labelled. */
function scorePairs(
  set: LabelledArticle['set'],
  pairs: readonly PairRow[],
  forests: readonly FullForest[],
  all: number,
): void {
  const held = pairs.map(({ row, right, article }) => ({
    score: sumFull(forests[article.fold]!, row),
    right,
  }));
  console.log(`${set}: ${held.length} pairs, ${all} disputes; AUC ${areaUnder(held).toFixed(3)}`);
  for (const least of [-2, -1.6, -1.2, -0.8, -0.4, 0]) {
    const found = held.filter(({ score }) => score >= least);
    const right = found.filter(each => each.right).length;
    console.log(
      `  score ${least}: P ${percent(right / found.length)} R ${percent(right / all)} F ${percent((2 * right) / (found.length + all))}`,
    );
  }
}

/** The ledger that labelled claims make by trees that did not see the article. */
function scoreStatus(
  articles: readonly LabelledArticle[],
  forests: readonly FullForest[],
  worth: Worth,
): void {
  const kinds: readonly string[] = ['stated', 'contested', 'denied'];
  const counts = kinds.map(() => ({ both: 0, all: 0 })); // `all`: labelled and said
  let [found, right] = [0, 0];
  for (const article of articles) {
    const { labels, fold, disputes } = article;
    const told = withStatus(article, forests[fold]!, worth(fold));
    for (const [i, { id, status }] of told.entries()) {
      for (const [kind, count] of counts.entries()) {
        const [said, labelled] = [status, labels[i]?.status].map(each => each === kinds[kind]);
        if (said && labelled) count.both++;
        count.all += Number(said) + Number(labelled);
      }
      for (const [j, y] of told.entries()) {
        if (!y.disputedBy.includes(id)) continue;
        found++;
        if (disputes(i, j)) right++;
      }
    }
  }
  const all = sumOf(articles, ({ disputed }) => disputed);
  const shares = counts.map(({ both, all: of }) => (2 * both) / of);
  console.log(
    `  ledger: ${right} of ${found} pairs right, P ${percent(right / found)} R ${percent(right / all)} F ${percent((2 * right) / (found + all))}`,
  );
  console.log(
    `  status F ${kinds.map((kind, k) => `${kind} ${percent(shares[k]!)}`).join(', ')}, macro ${percent(shares.reduce((a, b) => a + b) / kinds.length)}`,
  );
}

function sumOf<T>(items: readonly T[], number: (item: T) => number): number {
  return items.reduce((sum, item) => sum + number(item), 0);
}

function percent(part: number): string {
  return (100 * part).toFixed(1);
}
