/**
 * Words without regular expressions: classes such as \p{L} take milliseconds to compile, on every page anew, and a
 * page is read once.
 */

/** A letter or digit of any script, near enough for telling words apart. */
export function isWordCode(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return code >= 0xc0 && (code < 0x2000 || code > 0x303f);
}

/** A sign of a script that writes no spaces between words. */
export function isSignCode(code: number): boolean {
  return code >= 0x3040 && code <= 0x9fff;
}

/**
 * A hash of 25 bits with one more character in it. Nothing on the way is 31 bits long: an engine that has not compiled
 * the loop yet would put every longer number on the heap.
 */
export function nextHash(hash: number, code: number): number {
  return (hash * 31 + code) & 0x1ffffff;
}

/** Whether a text says anything at all. */
export function hasWords(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (isWordCode(text.charCodeAt(i))) return true;
  return false;
}

/** The words of a text in lower case; a sign of a script without spaces is a word of its own. */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const words: string[] = [];
  let start = -1;
  for (let i = 0; i <= lower.length; i += 1) {
    const code = i < lower.length ? lower.charCodeAt(i) : 0x20;
    const isSign = isSignCode(code);
    if (!isSign && isWordCode(code)) {
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0) words.push(lower.slice(start, i));
    if (isSign) words.push(lower.charAt(i));
    start = -1;
  }
  return words;
}

/** Words in lower case without accents, to compare names and titles. */
export function folded(text: string): string {
  return wordsOf(text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')).join(' ');
}
