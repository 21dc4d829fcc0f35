import type { Article } from './article/article.ts';
import type { Brief, SummaryLength } from './brief/brief.ts';

export interface AnalyseOptions {
  summary?: SummaryLength;
}

/** The whole study: an article in, everything Onix shows of it out. */
export function analyse(_article: Article, _options: AnalyseOptions = {}): Brief {
  throw new Error('not built yet');
}
