import { knowsWhoIsQuoted } from '../claims/find/quoted.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import type { Brief } from './brief.ts';

/** What the engine can do with a text in `language` (BCP 47): English in full, others by shape and marks alone. */
export function offer(doc: TextDocument, language: string): Brief['offered'] {
  if (isEnglish(language)) return { names: 'full', claims: 'full', summary: 'full', ask: 'full' };
  const names = isCased(doc) && !NOUNS_IN_CAPITALS.test(language) ? 'partial' : 'none';
  const claims = knowsWhoIsQuoted(language) && doc.quotations.length > 0 ? 'partial' : 'none';
  return { names, claims, summary: doc.sentences.length > 0 ? 'partial' : 'none', ask: 'partial' };
}

/** Whether the rules for English words may be used; a language nobody names is taken for English. */
export function isEnglish(language: string): boolean {
  return /^(?:en\b|und\b|$)/i.test(language);
}

/** German and Luxembourgish write every noun like a name. */
const NOUNS_IN_CAPITALS = /^(?:de|lb)\b/i;

/** Whether the script has capitals at all: without them names have no shape. */
function isCased(doc: TextDocument): boolean {
  let cased = 0;
  let words = 0;
  for (let i = 0; i < doc.tokens.length && words < 200; i++) {
    if (doc.tokens.kind[i] !== TokenKind.word) continue;
    words++;
    const word = doc.text.slice(doc.tokens.start[i], doc.tokens.end[i]);
    if (word.toLowerCase() !== word.toUpperCase()) cased++;
  }
  return cased > words / 2;
}
