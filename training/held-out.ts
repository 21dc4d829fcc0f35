/** Claims as they come out of articles that neither the tagger nor weights nor trees have learned from. */
import { analyse } from '../lib/analyse.ts';
import { articleFromText } from '../lib/article/from-text.ts';
import { parseText } from '../lib/text/parse.ts';
import { FOLDS, readLines } from './claims-articles.ts';
import type { LabelledArticle } from './claims-articles.ts';
import { growDisputes, readPairs, withStatus } from './disputes.ts';
import type { Worth } from './disputes.ts';
import { foldOf, readTaggersOfFolds } from './folds.ts';

/** Prints a brief a line, in the order of the file of Wikinews; what learned from an article is left out for it. */
export function writeHeldOut(
  file: string,
  folder: string,
  articles: readonly LabelledArticle[],
  worth: Worth,
): void {
  const { without } = growDisputes(readPairs(articles, worth));
  const byFold = readTaggersOfFolds(folder);
  for (const [i, { id, title, text }] of readLines(file).entries()) {
    const article = { ...articleFromText(text), title };
    const brief = analyse(article, { taggers: byFold[foldOf(id, byFold.length)]! });
    const doc = parseText(text, article.blocks);
    const claims = withStatus({ ...brief, doc }, without[i % FOLDS]!, worth(i % FOLDS));
    console.log(JSON.stringify({ id, brief: { ...brief, claims } }));
  }
}
