import { languageOf } from '../text/language.ts';
import type { Article } from './article.ts';

/**
 * The article in the language its words are plainly in, where the page declares none or another. Apart from the
 * extraction: what tells languages apart is too much to carry into a page.
 */
export function inItsLanguage(article: Article): Article {
  return { ...article, language: languageOf(article.text, article.language) };
}
