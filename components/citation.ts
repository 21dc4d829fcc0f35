import type { Article } from '../lib/article/article.ts';
import type { Brief, Claim } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import { articleAddress } from '../lib/text/address.ts';
import type { Span } from '../lib/text/span.ts';
import { claimNotes } from './claim-notes.ts';
import { formatDayOf } from './language.ts';
import { wordsOf } from './passages.ts';
import { claimWords, speakerName, speakerNote } from './speakers.ts';

/** A claim in the article's exact words, whose it is and how it is told, and where: to be pasted elsewhere. */
export function citeClaim(brief: Brief, claim: Claim): string {
  const words = claimWords(brief, claim);
  const isQuotation = claim.kind === 'direct' && /^[“„«»"‘‚‹']/.test(words);
  const note = speakerNote(brief, claim);
  const who = speakerName(brief, claim) + (note === null ? '' : ` (${note})`);
  // without “denied” the words would be put into the mouth of who says the opposite
  const cue = claim.cue ? [quoted(wordsOf(brief.article, claim.cue))] : [];
  return cite(brief.article, isQuotation ? words : quoted(words), [who, ...cue, ...claimNotes(brief, claim)]);
}

/** A passage in the article's exact words, and where it stands. */
export function citePassage(article: Article, span: Span): string {
  return cite(article, quoted(wordsOf(article, span)), []);
}

function cite(article: Article, words: string, about: readonly string[]): string {
  const date = article.publishedTime && formatDayOf(article.publishedTime);
  const origin = [article.title || t('noHeadline'), article.siteName, date].filter(Boolean);
  const lines = [
    words,
    about.length > 0 && `— ${about.join(' · ')}`,
    origin.join(' · '),
    articleAddress(article),
  ];
  return lines.filter(Boolean).join('\n');
}

/** In quotation marks, other ones than are in the words. */
function quoted(words: string): string {
  const marks = Array.from(t('inQuotes', '').replaceAll(/\s/g, ''));
  return t(marks.some(mark => words.includes(mark)) ? 'inOtherQuotes' : 'inQuotes', words);
}
