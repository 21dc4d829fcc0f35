import browser from 'webextension-polyfill';
import type { Brief } from '../brief/brief.ts';
import type { Span } from '../text/span.ts';
import { buildQuery } from '../verify/query.ts';
import { t } from './i18n.ts';

/** A search the reader can open; nothing is fetched. */
export type OutsideLink =
  | { readonly name: string; readonly url: string } // with the words in it
  | { readonly name: string; readonly words: string }; // for the reader's own search engine

/** Searches the reader can open for a place. */
export function linksOut(brief: Brief, place: Span): OutsideLink[] {
  const { words, phrase, language } = buildQuery(brief, place);
  if (words.length === 0) return [];
  const all = encodeURIComponent(words.slice(0, 6).join(' '));
  return [
    {
      name: t('linkFactCheckExplorer'),
      url: `https://toolbox.google.com/factcheck/explorer/search/${all};hl=${encodeURIComponent(language)}`,
    },
    ...(phrase === null ? [] : [searchFor(`"${phrase}"`)]),
    { name: t('linkNews'), url: `https://news.google.com/search?q=${all}` },
  ];
}

/** The browser's own search, which the polyfill knows in part; Firefox for Android has none. */
interface Search {
  query(options: { text: string; disposition: 'NEW_TAB' }): Promise<void>;
}
const ownSearch = (): Search | undefined => (browser as unknown as { search?: Search }).search;

const searchFor = (words: string): OutsideLink =>
  ownSearch()
    ? { name: t('linkSearch'), words }
    : { name: t('linkPhrase'), url: `https://duckduckgo.com/?q=${encodeURIComponent(words)}` };

/** Opens what the reader's own search engine finds for some words, in a tab. */
export const searchPhrase = (words: string): void =>
  void ownSearch()?.query({ text: words, disposition: 'NEW_TAB' });
