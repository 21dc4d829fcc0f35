import type { Article } from '../lib/article/article.ts';
import { t, tn } from '../lib/browser/i18n.ts';
import { typeNote, typeWords } from './article-type-words.ts';
import { Caution } from './caution.tsx';
import { formatLater, formatList, formatMoment, formatNumber } from './language.ts';
import { countParagraphs } from './passages.ts';

/** What is being read: headline, byline, outlet, date, what kind of piece it is, and how much of it was read. */
export function ArticleHeader({ article }: { article: Article }) {
  const origin = [article.siteName, article.section].filter(it => it !== undefined && it !== '');
  const byline = article.byline ?? [];
  const type = typeWords(article.type);
  const note = typeNote(article.type);
  const paragraphs = countParagraphs(article);
  return (
    <header class="article-header">
      {origin.length > 0 && (
        <p class="kicker" dir="auto">
          {origin.join(' · ')}
        </p>
      )}
      <h1 class="headline" lang={article.language} dir="auto">
        {article.title || t('noHeadline')}
      </h1>
      {byline.length > 0 && <p class="byline">{t('byline', formatList(byline))}</p>}
      <p class="dates">
        {type && <span class={`article-type ${article.type}`}>{type}</span>}
        {article.publishedTime && (
          <time dateTime={article.publishedTime}>{formatMoment(article.publishedTime)}</time>
        )}
      </p>
      <p class="dates">
        {article.modifiedTime && article.modifiedTime !== article.publishedTime && (
          <span>{t('updated', formatLater(article.modifiedTime, article.publishedTime))}</span>
        )}
        <span>
          {article.partial
            ? tn('paragraphs', paragraphs)
            : t('readParagraphs', formatNumber(paragraphs), tn('paragraphs', paragraphs))}
        </span>
      </p>
      {note && <Caution>{note}</Caution>}
      {article.partial && <Caution>{t('partialNote')}</Caution>}
      <Corrections article={article} />
    </header>
  );
}

/** What the publisher declares to have corrected, in its own words. */
function Corrections({ article: { corrections = [], language } }: { article: Article }) {
  return (
    <>
      {corrections.map(text => (
        <Caution key={text}>
          {t('correctionNoted')}{' '}
          {/^https?:/i.test(text) && URL.canParse(text) ? (
            <a href={text} target="_blank" rel="noopener noreferrer">
              {t('linkLeadsTo', new URL(text).host)}
            </a>
          ) : (
            <span lang={language} dir="auto">
              {text}
            </span>
          )}
        </Caution>
      ))}
    </>
  );
}
