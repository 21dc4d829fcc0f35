import { expect, it } from 'vitest';
import { Character, characterClass, hasInnerCapital, hasLetter, isPlain } from '../../lib/text/characters.ts';

it('what is read off a table is what Unicode says', () => {
  const wrong: string[] = [];
  for (let unit = 0x80; unit < 0x2100; unit++) {
    const character = String.fromCharCode(unit);
    const kind = characterClass(unit);
    if (kind === Character.mark && /^\p{Cf}/u.test(character)) continue;
    if (unit >= 0x2010 && unit <= 0x2027) continue; // marks between words, one of them a joiner of a kind
    const told =
      (kind === Character.lower) === /^\p{Ll}/u.test(character) &&
      (kind === Character.upper) === /^[\p{Lu}\p{Lt}]/u.test(character) &&
      (kind === Character.letter) === /^[\p{Lm}\p{Lo}\p{Nl}_]/u.test(character) &&
      (kind === Character.mark) === /^\p{M}/u.test(character) &&
      (kind === Character.digit) === /^[\p{Nd}\p{No}]/u.test(character) &&
      (kind === Character.punctuation) === /^\p{P}/u.test(character) &&
      (kind === Character.space) === /^[\s\p{Cc}\p{Zs}]/u.test(character);
    if (!told) wrong.push(unit.toString(16));
  }
  expect(wrong).toEqual([]);
});

it.each([
  ['“Rates — up 2% to £3… — won’t fall”\nOr so', true],
  ['', true],
  ['café', false],
  ['Łódź', false],
  ['м', false],
  ['x²', false],
  ['٣', false],
])('letters and digits of English alone: %s', (text, expected) => {
  expect(isPlain(text)).toBe(expected);
});

it.each([
  ['12–14', false],
  ['“…”', false],
  ['12 km', true],
  ['é', true],
  ['東', true],
  ['½', false],
])('any letter: %s', (text, expected) => {
  expect(hasLetter(text)).toBe(expected);
});

it.each([
  ['McDonald', true],
  ['Fishermen’s Hall', false],
  ['MacÉvoy', true],
  ['LÉON', false],
])('a capital after a small letter: %s', (text, expected) => {
  expect(hasInnerCapital(text)).toBe(expected);
});
