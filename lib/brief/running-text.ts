import type { Sentence, TextDocument } from '../text/document.ts';
import { TokenKind } from '../text/document.ts';
import { list } from '../text/list.ts';
import { parseText } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { WordClass, wordsOf } from '../text/words.ts';
import { isEnglish } from './offer.ts';
import type { Story } from './story.ts';
import { canBeVerb } from './verbs.ts';

/** The sentences a summary may choose from, each once: neither headings nor captions nor the headline again. */
export function findRunningText(
  doc: TextDocument,
  { blocks, title, language }: Story['article'],
): { sentence: Sentence; index: number }[] {
  const whole = doc.sentences
    .map((sentence, index) => ({ sentence, index }))
    .filter(({ sentence }) => blocks[sentence.block]?.kind !== 'heading' && isWhole(doc, sentence));
  const credited = doc.blocks.map(block => isCredited(doc.text, block));
  const headline = parseText(title);
  const told = new Telling();
  told.isNew(headline, 0, headline.tokens.length);
  const running = whole.filter(({ sentence }) => {
    if (credited[sentence.block]! || ADDED.test(doc.text.slice(sentence.start, sentence.end))) return false;
    if (isEnglish(language) && (!hasVerb(doc, sentence) || isFragment(doc, sentence))) return false;
    return told.isNew(doc, sentence.firstToken, sentence.endToken);
  });
  return running.length > 0 ? running : whole;
}

/** A sentence with some words and a mark that ends it, be it that of an abbreviation (“the U.S.”). */
function isWhole({ text }: TextDocument, { start, end, firstToken, endToken }: Sentence): boolean {
  if (endToken - firstToken < 6) return false;
  const last = text.slice(Math.max(start, end - 4), end);
  return /[.?!][”’"')]*$/.test(last) || /[.?!…。！？۔।][\p{Pe}\p{Pf}\p{Pi}"'\s]*$/u.test(last);
}

/** What has been told, in words and numbers, whatever marks stand between them. */
class Telling {
  readonly #told = new Map<number, { doc: TextDocument; first: number; end: number }[]>(); // by their outline

  /** Whether tokens `[first, end)` have not been told yet; from now on they have. */
  isNew(doc: TextDocument, first: number, end: number): boolean {
    const outline = outlineOf(doc, first, end);
    const alike = this.#told.get(outline);
    // words are spelled out only where the outlines are the same
    if (alike?.some(one => wordsIn(one.doc, one.first, one.end) === wordsIn(doc, first, end))) return false;
    if (alike) alike.push({ doc, first, end });
    else this.#told.set(outline, [{ doc, first, end }]);
    return true;
  }
}

/** A number made of the lengths of words and how they begin. */
function outlineOf(doc: TextDocument, first: number, end: number): number {
  const { lower } = wordsOf(doc);
  let outline = 0;
  for (let i = first; i < end; i++)
    if (doc.tokens.kind[i]! <= TokenKind.number)
      outline = (Math.imul(outline, 31) + lower[i]!.length * 0x10000 + lower[i]!.charCodeAt(0)) | 0;
  return outline;
}

function wordsIn(doc: TextDocument, first: number, end: number): string {
  const { lower } = wordsOf(doc);
  let words = '';
  for (let i = first; i < end; i++) if (doc.tokens.kind[i]! <= TokenKind.number) words += ` ${lower[i]!}`;
  return words;
}

/** A caption that was left in the text: a short block with the picture's credit. */
function isCredited(text: string, { start, end }: Span): boolean {
  if (end - start >= CAPTION_LENGTH) return false;
  const words = text.slice(start, end);
  return /[:;]/.test(words) && CREDIT.test(words);
}
const CAPTION_LENGTH = 400;
const CREDIT = /\b(?:image|photo|photograph|picture|video|graphic|map|credit)s?(?: credit| by)?\s?[:;]/i;

/** Whether anything in the sentence can be a finite verb; captions name what they show and leave it at that. */
function hasVerb(doc: TextDocument, { firstToken, endToken }: Sentence): boolean {
  const { lower, class: classes } = wordsOf(doc);
  for (let i = firstToken; i < endToken; i++) {
    const isPossessive = lower[i] === "'s" && !(classes[i - 1]! & WordClass.pronoun);
    if (classes[i]! & WordClass.auxiliary && !isPossessive) return true;
    if (classes[i] === 0 && doc.tokens.kind[i] === TokenKind.word && canBeVerb(lower[i]!)) return true;
  }
  return false;
}

/** “Correction, May 3: …”, “Editor’s note: …”: what was added to the article about itself. */
const ADDED = /^(?:correction|clarification|editor['’]?s['’]? note|update)\b[^.:“"]{0,40}[.:]/i;

/** “Explaining why nobody had asked.”: goes on with the sentence before, and has no verb of its own. */
function isFragment(doc: TextDocument, { firstToken, endToken }: Sentence): boolean {
  const { lower } = wordsOf(doc);
  if (!/^[a-z]{2,}ing$/.test(lower[firstToken]!) || !OPENS_CLAUSE.has(lower[firstToken + 1] ?? ''))
    return false;
  for (let i = firstToken + 2; i < endToken; i++) if (lower[i] === ',' || lower[i] === 'is') return false;
  return true;
}
const OPENS_CLAUSE = list('why how whether what who where when that if');
