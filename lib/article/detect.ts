import type { Detection, Signal } from './article.ts';
import { DETECT_WEIGHTS, USUAL } from './detect-weights.ts';
import { glanceAt, studyOf } from './page-features.ts';
import { makeOf } from './page-sight.ts';
import { readForest, sumOf, sumOnce, type Forest, type Trees } from '../trees.ts';

/** What a training command learned about pages. */
export interface DetectWeights {
  readonly glance: Trees; // a text to be read, against every other kind of page, at a glance
  readonly study: Trees; // the same after a closer look
  readonly news: Trees; // news, against other texts, at a glance
}

/** A glance that says this much for or against an article is not followed by a closer look. */
const SURE = 2.2;
/** Above these, a page counts as an article, and an article as news; a badge that appears wrongly costs trust. */
const STUDY_LIMIT = 0.6;
const NEWS_LIMIT = -2.1;

export const isSure = (glance: number): boolean => Math.abs(glance) > SURE;

/** How much speaks for an article, more than nothing if it is one; `study` is asked only where the glance is unsure. */
export function articleSum(glance: number, study: () => number): number {
  return isSure(glance) ? glance : study() - STUDY_LIMIT;
}

/** The same for news among articles. */
export function newsSum(news: number): number {
  return news - NEWS_LIMIT;
}

const MAX_SIGNALS = 8;
const MIN_WEIGHT = 0.15;

/**
 * Whether a page is a text to be read and whether that text is news. Looks at a bounded number of nodes, changes
 * nothing, and takes less than a millisecond for most pages, two for those that need a closer look.
 */
export function look(page: Document, url: string): Pick<Detection, 'isArticle' | 'isNews'> {
  const make = makeOf(page);
  const glance = Object.values(glanceAt(page, url, make));
  const isArticle =
    articleSum(sumOnce(DETECT_WEIGHTS.glance, glance), () =>
      sumOnce(DETECT_WEIGHTS.study, [...glance, ...Object.values(studyOf(page, url, make))]),
    ) > 0;
  return { isArticle, isNews: isArticle && newsSum(sumOnce(DETECT_WEIGHTS.news, glance)) > 0 };
}

/** The same with the reasons, which take longer to find than the answer. */
export function detect(page: Document, url: string): Detection {
  const make = makeOf(page);
  const glance = glanceAt(page, url, make);
  let features: Record<string, number> = glance;
  let forest = readForest(DETECT_WEIGHTS.glance);
  const sum = articleSum(sumOf(forest, Object.values(glance), 0), () => {
    features = { ...glance, ...studyOf(page, url, make) };
    forest = readForest(DETECT_WEIGHTS.study);
    return sumOf(forest, Object.values(features), 0);
  });
  const news = newsSum(sumOf(readForest(DETECT_WEIGHTS.news), Object.values(glance), 0));
  return {
    isArticle: sum > 0,
    isNews: sum > 0 && news > 0,
    score: probability(sum) * probability(news),
    signals: signalsOf(forest, features),
  };
}

/** What moved the decision: how much it would change if a feature were as usual. */
function signalsOf(forest: Forest, features: Readonly<Record<string, number>>): Signal[] {
  const row = Object.values(features);
  const sum = sumOf(forest, row, 0);
  const signals: Signal[] = [];
  for (const [i, name] of Object.keys(features).entries()) {
    const own = row[i]!;
    row[i] = USUAL[i]!;
    const weight = Math.round((sum - sumOf(forest, row, 0)) * 100) / 100;
    row[i] = own;
    if (Math.abs(weight) >= MIN_WEIGHT) signals.push({ name, weight });
  }
  return signals.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MAX_SIGNALS);
}

function probability(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
