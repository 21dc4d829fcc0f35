import { splitBlocks } from '../text/blocks.ts';
import { languageOf } from '../text/language.ts';
import type { Article } from './article.ts';

/** A text without a page: its blocks are what blank lines part, and `text` stays as it is, byte for byte. */
export function articleFromText(
  text: string,
  about: {
    title?: string | undefined;
    publishedTime?: string | undefined;
    url?: string | undefined;
    language?: string;
  } = {},
): Article {
  return {
    ...(about.url === undefined ? {} : { url: about.url }),
    title: about.title ?? '',
    ...(about.publishedTime === undefined ? {} : { publishedTime: about.publishedTime }),
    language: about.language ?? toldLanguage(text),
    type: 'unknown',
    text,
    blocks: splitBlocks(text).map(span => ({ ...span, kind: 'paragraph' })),
  };
}

/** What the words tell; where they are too few, English, which most texts are in. */
function toldLanguage(text: string): string {
  const language = languageOf(text, 'und');
  return language === 'und' ? 'en' : language;
}
