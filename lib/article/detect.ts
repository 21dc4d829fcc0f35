import type { Detection, Signal } from './article.ts';
import { DETECT_WEIGHTS, USUAL } from './detect-weights.ts';
import { clusterOf } from './page-cluster.ts';
import { glanceAt, studyOf } from './page-features.ts';

/**
 * A boosted tree in plain lists: whatever has to be unpacked first costs more on a page than asking it does. What it says
 * is in hundredths; the yes-branch holds values below the threshold.
 */
export type PlainTree = number | readonly [feature: number, threshold: number, yes: PlainTree, no: PlainTree];

/** The first of them is a number: what is said before any tree speaks. */
export type PlainTrees = readonly PlainTree[];

/** What a training command learned about pages. */
export interface DetectWeights {
  readonly glance: PlainTrees; // a text to be read, against every other kind of page, at a glance
  readonly study: PlainTrees; // the same after a closer look
  readonly news: PlainTrees; // news, against other texts, at a glance
}

/** A glance that says this much for or against an article is not followed by a closer look. */
const SURE_FOR = 1.8;
const SURE_AGAINST = -1.4;
/** Above these, a page counts as an article, and an article as news; a badge that appears wrongly costs trust. */
const STUDY_LIMIT = 0.84;
const NEWS_LIMIT = -2.1;
export const isSure = (glance: number): boolean => glance > SURE_FOR || glance < SURE_AGAINST;

/** How much speaks for an article, more than nothing if it is one; `study` is asked only where the glance is unsure. */
export function articleSum(glance: number, study: () => number): number {
  return isSure(glance) ? glance : study() - STUDY_LIMIT;
}

/** The same for news among articles. */
export function newsSum(news: number): number {
  return news - NEWS_LIMIT;
}

const LARGE_PROSE = 3_000; // characters

/** A page too large to be counted is a text if its first paragraphs hold much prose; that it is news is not said. */
function isLargeArticle(page: Document): boolean {
  return clusterOf(page).chars > LARGE_PROSE;
}

const MAX_SIGNALS = 8;
const MIN_WEIGHT = 0.15;

/**
 * Whether a page is a text to be read and whether that text is news. Changes nothing, looks at a bounded number of
 * nodes, gets hold of none of them for most pages, and takes less than a millisecond for those.
 */
export function look(page: Document, url: string): Pick<Detection, 'isArticle' | 'isNews'> {
  const glance = glanceAt(page, url);
  if (!glance) return { isArticle: isLargeArticle(page), isNews: false };
  const row = Object.values(glance);
  const isArticle =
    articleSum(sumOf(DETECT_WEIGHTS.glance, row), () =>
      sumOf(DETECT_WEIGHTS.study, row.concat(Object.values(studyOf(page)))),
    ) > 0;
  return { isArticle, isNews: isArticle && newsSum(sumOf(DETECT_WEIGHTS.news, row)) > 0 };
}

/** The same with the reasons, which take longer to find than the answer. */
export function detect(page: Document, url: string): Detection {
  const glance = glanceAt(page, url);
  if (!glance) {
    const isArticle = isLargeArticle(page);
    const signals = [{ name: 'clusterChars', weight: isArticle ? 1 : -1 }];
    return { isArticle, isNews: false, score: 0, signals };
  }
  let features: Record<string, number> = glance;
  let trees = DETECT_WEIGHTS.glance;
  const sum = articleSum(sumOf(trees, Object.values(glance)), () => {
    features = { ...glance, ...studyOf(page) };
    trees = DETECT_WEIGHTS.study;
    return sumOf(trees, Object.values(features));
  });
  const news = newsSum(sumOf(DETECT_WEIGHTS.news, Object.values(glance)));
  return {
    isArticle: sum > 0,
    isNews: sum > 0 && news > 0,
    score: probability(sum) * probability(news),
    signals: signalsOf(trees, features),
  };
}

/** What all trees say of these features. */
export function sumOf(trees: PlainTrees, row: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < trees.length; i += 1) {
    let node = trees[i]!;
    while (typeof node !== 'number') node = row[node[0]]! < node[1] ? node[2] : node[3];
    sum += node;
  }
  return sum / 100;
}

/** What moved the decision: how much it would change if a feature were as usual. */
function signalsOf(trees: PlainTrees, features: Readonly<Record<string, number>>): Signal[] {
  const row = Object.values(features);
  const sum = sumOf(trees, row);
  const signals: Signal[] = [];
  for (const [i, name] of Object.keys(features).entries()) {
    const own = row[i]!;
    row[i] = USUAL[i]!;
    const weight = Math.round((sum - sumOf(trees, row)) * 100) / 100;
    row[i] = own;
    if (Math.abs(weight) >= MIN_WEIGHT) signals.push({ name, weight });
  }
  return signals.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MAX_SIGNALS);
}

function probability(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
