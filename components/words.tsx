import type { Article } from '../lib/article/article.ts';
import type { Span } from '../lib/text/span.ts';
import { cut, wordsOf } from './passages.ts';

type Props = {
  article: Article;
  spans: readonly Span[];
  marks?: readonly Span[];
  markClass?: string;
};

/** The article's own words, in its own language and direction, with some of them set apart. */
export function Words({ article, spans, marks = [], markClass = 'hedge' }: Props) {
  return (
    <p class="words" lang={article.language} dir="auto">
      {spans.map((span, i) => (
        <span key={span.start}>
          {i > 0 && ' … '}
          {cut(span, marks).map(piece =>
            piece.marked ? (
              <span key={piece.start} class={markClass}>
                {wordsOf(article, piece)}
              </span>
            ) : (
              wordsOf(article, piece)
            ),
          )}
        </span>
      ))}
    </p>
  );
}
