import type { Detection, Signal } from './article.ts';
import { DETECT_WEIGHTS, USUAL } from './detect-weights.ts';
import { GLANCED, STUDIED, elementsOf, glanceAt, hasLongText, proseOf, studyOf } from './page-features.ts';

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
const SURE_FOR = 1.4;
const SURE_AGAINST = -1;
/** On a page of more elements a closer look takes long, and a glance that speaks against an article at all is believed. */
const MANY_ELEMENTS = 800;
/** Above these, a page counts as an article, and an article as news; a badge that appears wrongly costs trust. */
const STUDY_LIMIT = 0.7;
const NEWS_LIMIT = -2.1;

const MIN_PARAGRAPHS = 5;
const MAX_NEIGHBOURS = 100;
/** Where they stand in a row of features. */
export const NEIGHBOURS = 0;
export const ARTICLE_PARAGRAPHS = 14;
export const WORDY = 18;

/**
 * No mark-up makes a text: a glance is sure that there is one only where it saw paragraphs in a row or in an article,
 * and not so many that they are more likely a list (of 1,800 saved pages 33 have more).
 */
export function isSure(glance: number, row: readonly number[], elements: number): boolean {
  if (glance < (elements > MANY_ELEMENTS ? 0 : SURE_AGAINST)) return true;
  const neighbours = row[NEIGHBOURS]!;
  const hasParagraphs = neighbours > 0 || row[ARTICLE_PARAGRAPHS]! >= MIN_PARAGRAPHS;
  return glance > SURE_FOR && hasParagraphs && neighbours < MAX_NEIGHBOURS;
}

/**
 * How much speaks for an article, more than nothing if it is one. `study` is asked only where the glance is unsure, and
 * adds to the row; `hasLongText` only where the study finds an article and no paragraphs.
 */
export function articleSum(
  glance: number,
  row: readonly number[],
  elements: number,
  study: () => number,
  hasLongText: () => boolean,
): number {
  if (isSure(glance, row, elements)) return glance;
  const sum = study() - STUDY_LIMIT;
  return sum > 0 && row[WORDY] === 0 && !hasLongText() ? 0 : sum;
}

/** The same for news among articles. */
export function newsSum(news: number): number {
  return news - NEWS_LIMIT;
}

const LARGE_PROSE = 3_000; // characters

/** A page too large to be counted is a text if its first paragraphs hold much prose; that it is news is not said. */
function isLargeArticle(page: Document): boolean {
  return proseOf(page) > LARGE_PROSE;
}

const MAX_SIGNALS = 8;
const MIN_WEIGHT = 0.15;

/** How much speaks for an article, and the trees that decided; a closer look adds to the row of the glance. */
function judge(page: Document, row: number[]): { sum: number; trees: PlainTrees } {
  let trees = DETECT_WEIGHTS.glance;
  const study = (): number => {
    row.push(...studyOf(page));
    trees = DETECT_WEIGHTS.study;
    return sumOf(trees, row);
  };
  const sum = articleSum(sumOf(trees, row), row, elementsOf(page), study, () => hasLongText(page));
  return { sum, trees };
}

/**
 * Whether a page is a text to be read and whether that text is news. Changes nothing, looks at a bounded number of
 * nodes, gets hold of none of them unless the page is too large to be counted, and takes less than a millisecond.
 */
export function look(page: Document, url: string): Pick<Detection, 'isArticle' | 'isNews'> {
  const row = glanceAt(page, url);
  if (!row) return { isArticle: isLargeArticle(page), isNews: false };
  const isArticle = judge(page, row).sum > 0;
  return { isArticle, isNews: isArticle && newsSum(sumOf(DETECT_WEIGHTS.news, row)) > 0 };
}

/** The same with the reasons, which take longer to find than the answer. */
export function detect(page: Document, url: string): Detection {
  const row = glanceAt(page, url);
  if (!row) {
    const isArticle = isLargeArticle(page);
    const signals = [{ name: 'prose', weight: isArticle ? 1 : -1 }];
    return { isArticle, isNews: false, score: 0, signals };
  }
  const { sum, trees } = judge(page, row);
  const news = newsSum(sumOf(DETECT_WEIGHTS.news, row));
  return {
    isArticle: sum > 0,
    isNews: sum > 0 && news > 0,
    score: probability(sum) * probability(news),
    signals: signalsOf(trees, row),
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
function signalsOf(trees: PlainTrees, row: readonly number[]): Signal[] {
  const sum = sumOf(trees, row);
  return row
    .map((_value, i) => {
      const weight = Math.round((sum - sumOf(trees, row.with(i, USUAL[i]!))) * 100) / 100;
      return { name: [...GLANCED, ...STUDIED][i]!, weight };
    })
    .filter(({ weight }) => Math.abs(weight) >= MIN_WEIGHT)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MAX_SIGNALS);
}

function probability(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
