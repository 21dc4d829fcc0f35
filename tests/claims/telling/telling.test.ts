import { describe, expect, it } from 'vitest';
import { isAside, isTelling, isTorn, isWhole } from '../../../lib/claims/telling/telling.ts';
import { read } from '../marked.ts';

describe('words of telling', () => {
  it.each([
    ['a verb', '(Brandt) [said] {the dam would hold}.', true],
    ['according to', '[According to] (Brandt) {the dam held}.', true],
    ['a noun', 'It is (her) [belief] {in the dam}.', true],
    ['hearsay', '{The dam} [reportedly] {held}.', true],
    ['a verb no rule knows', '(Brandt) [compared] {the dam to a sieve}.', true],
    ['a clause', '(Brandt) [reminisced] {that the dam had held}.', true],
    ['a quotation', '(Brandt) [sighed], “{The dam will hold}.”', true],
    ['mostly a quotation', '(The board) [issued] {a note to “mourn all who died at the mill”}.', true],
    [
      'a name in marks',
      '(Brandt) [issued] {a book with the title “The Long Night of the Old Mill at Bonn”}.',
      false,
    ],
    ['a deed', '(Brandt) [sided with] {the builders of the dam}.', false],
    ['another', '(Brandt) [coordinated] {the work on the dam}.', false],
  ])('%s', (_case, marked, telling) => {
    const { doc, attribution } = read(marked);
    expect(isTelling(doc, attribution)).toBe(telling);
  });
});

describe('content breaks off', () => {
  it.each([
    ['before its point', '(She) [said] {that when the rain came}, the dam broke.', false],
    ['after what it rests on', '(She) [said] {that based on two towns}, dams broke.', false],
    ['after a place', '(She) [found] {that across the valley}, dams broke.', false],
    ['not at the end', '(She) [said] {that when the rain came, the dam broke}.', true],
    ['not after a clause', '(She) [said] {that the dam broke}, and left.', true],
  ])('%s', (_case, marked, whole) => {
    const { doc, attribution } = read(marked);
    expect(isWhole(doc, attribution.content[0]!)).toBe(whole);
  });
});

describe('content is torn', () => {
  it.each([
    ['behind an article', '(She) [hopes] {that the} .port file is read.', true],
    ['before “of”', '(She) [accused] {the mayor} of theft.', true],
    ['before an aside', '(She) [accused] {Bonn} — and later Oslo — of theft.', true],
    ['before an apposition', '(She) [said] {that it will sell ice}, the best of all goods, in Oslo.', true],
    [
      'not before an apposition that ends it',
      '(She) [said] {that it will sell ice}, the best of all goods.',
      false,
    ],
    [
      'not before another clause',
      '(She) [said] {that it will sell ice}, a plan that, in June, failed.',
      false,
    ],
    ['before its noun', '(She) [said] {that it will sell the old} mill.', true],
    ['not before who says it', '{It will sell ice}, (she) [said].', false],
    ['not before when', '(She) [said] {that it will sell ice} on Monday.', false],
    ['not before a participle', '(She) [said] {that it will sell ice} adding that it melts.', false],
    ['behind “for”', '(She) [blamed] {the mayor for}, “selling ice.”', true],
    ['not at its end', '(She) [said] {that it will sell ice}.', false],
  ])('%s', (_case, marked, torn) => {
    const { doc, attribution } = read(marked);
    expect(isTorn(doc, attribution.content[0]!)).toBe(torn);
  });
});

describe('what stands between two halves of what is said', () => {
  it.each([
    ['two commas', ', ', true],
    ['how it was said', ', in tears, “', true],
    ['“and”', ', and “', true],
    ['the mark that closes the first', ',” and “', true],
    ['a new sentence', '. “', false],
    ['a closing mark and a new sentence', '.” He left. “', false],
    ['where it was said', ' in “', false],
    ['a new turn', ', and ', false],
  ])('%s', (_case, between, aside) => {
    const { doc } = read(`“It held,” Brandt said${between}{it was dry}.`);
    const from = doc.text.indexOf(' said') + 5;
    expect(isAside(doc, from, from + between.length)).toBe(aside);
  });
});
