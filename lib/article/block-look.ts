import { endsSentence, type PageBlock } from './blocks.ts';

/** What a block looks like by itself. */
export interface Look {
  readonly chars: number;
  readonly words: number;
  readonly linkShare: number;
  readonly ending: number; // 0: none, 1: comma, colon and the like, 2: end of a sentence
  readonly sentences: number; // per 100 characters
  readonly digits: number; // share
  readonly capitals: number; // share
  readonly marks: number; // signs of menus and addresses per 100 characters
}

/** Reads the look off a block's text. */
export function lookOf({ text, linkChars }: PageBlock): Look {
  let words = 1;
  let sentences = 0;
  let digits = 0;
  let capitals = 0;
  let marks = 0;
  const length = text.length;
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i);
    if (code <= 0x20) words += 1;
    else if (code >= 0x61 && code <= 0x7a) continue;
    else if (code >= 0x30 && code <= 0x39) digits += 1;
    else if (isCapital(code)) capitals += 1;
    else if (isSentenceMark(code)) sentences += 1;
    else if (isMenuMark(code)) marks += 1;
  }
  return {
    chars: Math.log2(1 + length),
    words: Math.log2(words),
    linkShare: linkChars / length,
    ending: endingOf(text),
    sentences: (100 * sentences) / length,
    digits: digits / length,
    capitals: capitals / length,
    marks: (100 * marks) / length,
  };
}

/** Of the Latin, Greek and Cyrillic scripts, near enough. */
function isCapital(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x391 && code <= 0x42f) || (code >= 0xc0 && code <= 0xde);
}

function isSentenceMark(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x3002 || code === 0x964;
}

/** At, hash, slash, bars and dots between items, arrows, ©. */
function isMenuMark(code: number): boolean {
  return (
    code === 0x40 ||
    code === 0x23 ||
    code === 0x2f ||
    code === 0x7c ||
    code === 0x3e ||
    code === 0xa9 ||
    code === 0xb7 ||
    code === 0x2022 ||
    code === 0x203a ||
    (code >= 0x2190 && code <= 0x25ff)
  );
}

function endingOf(text: string): number {
  if (endsSentence(text)) return 2;
  return /[,:;…\-–—)\]]$/.test(text.slice(-1)) ? 1 : 0;
}
