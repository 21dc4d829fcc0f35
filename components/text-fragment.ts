import type { Article } from '../lib/article/article.ts';
import { cleanAddress } from '../lib/text/address.ts';
import type { Span } from '../lib/text/span.ts';
import { wordsOf } from './passages.ts';

const WHOLE_MAX = 10; // words; longer passages are named by how they begin and end
const EDGE = 4;

/**
 * A link that opens the article at these words (`#:~:text=`), or null if the article has no address. The page that was
 * read comes before its canonical one, which may be the first of several and lack the words.
 * https://wicg.github.io/scroll-to-text-fragment/
 */
export function linkTo(article: Article, span: Span): string | null {
  const page = cleanAddress(article.url) ?? cleanAddress(article.canonicalUrl);
  if (page === null) return null;
  const text = wordsOf(article, span).trim();
  const words = text.split(/\s+/);
  const range =
    words.length <= WHOLE_MAX
      ? [words.join(' ')]
      : [words.slice(0, EDGE).join(' '), words.slice(-EDGE).join(' ')];
  const isOnce = article.text.indexOf(text) === article.text.lastIndexOf(text);
  const before = isOnce ? [] : [`${encode(wordsBefore(article.text, span.start))}-`];
  return `${page}#:~:text=${[...before, ...range.map(encode)].join(',')}`;
}

/** A hyphen has a meaning of its own in a text directive. */
function encode(words: string): string {
  return encodeURIComponent(words).replaceAll('-', '%2D');
}

function wordsBefore(text: string, position: number): string {
  const line = text.slice(text.lastIndexOf('\n', position - 1) + 1, position);
  return line.trim().split(/\s+/).slice(-EDGE).join(' ');
}
