import { NICKNAMES } from './given-names.ts';

/** Whether a shorter name can be the same person as a longer one: every part is there, or its initial or short form. */
export function fits(parts: readonly string[], full: readonly string[]): boolean {
  const [short, long] = parts.length <= full.length ? [parts, full] : [full, parts];
  if (short.length === 1) return long.includes(short[0]!) || isShortFor(short[0]!, long[0]!);
  if (short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const part of short) {
    while (at < long.length && !samePart(part, long[at]!)) at++;
    if (at === long.length) return false;
    at++;
  }
  return true;
}

/** “Tim” for Timothy. */
function isShortFor(short: string, given: string): boolean {
  return NICKNAMES.get(short)?.split(' ').includes(given) ?? false;
}

/** The same given name: an initial, a short form (“Tim”, “Bill”), or another spelling (“Mohammed”). */
function samePart(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length <= 2)
    return long.startsWith(short.charAt(0)) && (short.length === 1 || short.endsWith('.'));
  if (isShortFor(short, long) || isShortFor(long, short)) return true;
  return short.length > 4 && isOtherSpelling(short, long);
}

/** One letter more or two changed about (“Mohammed”, “Valdmir”), but not “Francis” and “Frances”, “Daniel” and “Danielle”. */
function isOtherSpelling(short: string, long: string): boolean {
  const more = long.length - short.length;
  const letters = (word: string): string => word.split('').sort().join('');
  return (
    skeleton(short) === skeleton(long) &&
    short.at(-1) === long.at(-1) &&
    (more === 1 || (more === 0 && letters(short) === letters(long)))
  );
}

/** The consonants of a word, doubles once: what spellings of one name share. */
export function skeleton(word: string): string {
  return (
    word.charAt(0) +
    word
      .slice(1)
      .replaceAll(/[aeiouyh'’]/g, '')
      .replaceAll(/(.)\1/g, '$1')
  );
}
