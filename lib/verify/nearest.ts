import type { Brief } from '../brief/brief.ts';
import type { TextDocument } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import { readStatement, sharedWords, statementOf } from '../text/statement.ts';

/** Of the words a headline is about, a sentence that says it again has at least this part. */
const MIN_SHARE = 0.5;
const MIN_SHARED = 3;

/**
 * The sentence that comes nearest to words which are not in the text, such as a headline or a caption: the one that
 * shares most of what they are about, the first of several. `undefined` where none shares enough.
 */
export function findNearest(doc: TextDocument, { article }: Brief, words: string): Span | undefined {
  const wanted = statementOf(words, article.language);
  let nearest: Span | undefined;
  let most = Math.max(MIN_SHARED, Math.ceil(MIN_SHARE * wanted.words.size)) - 1;
  for (const { start, end } of doc.sentences) {
    const shared = sharedWords(wanted, readStatement(doc, [{ start, end }], article.language)).length;
    if (shared <= most) continue;
    most = shared;
    nearest = { start, end };
  }
  return nearest;
}
