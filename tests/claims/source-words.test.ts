import { describe, expect, it } from 'vitest';
import { cutSource } from '../../lib/claims/source-words.ts';
import { parseText } from '../../lib/text/parse.ts';

/** What is left of the words between “[” and “]”, the cue between “<” and “>”. */
function cut(marked: string): string | null {
  const text = marked.replaceAll(/[[\]<>]/g, '');
  const at = (mark: string): number =>
    marked.slice(0, marked.indexOf(mark)).replaceAll(/[[\]<>]/g, '').length;
  const source = cutSource(
    parseText(text),
    { start: at('['), end: at(']') },
    { start: at('<'), end: at('>') },
  );
  return source && text.slice(source.start, source.end);
}

describe('where and how somebody spoke', () => {
  it.each([
    ['“It is over,” <said> [Lena Brandt in an interview with the Post].', 'Lena Brandt'],
    ['“It is over,” <said> [Brandt on her blog].', 'Brandt'],
    ['“It is over,” <said> [Brandt to reporters].', 'Brandt'],
    ['“It is over,” <said> [Brandt at the yearly meeting of the board].', 'Brandt'],
    ['“It is over,” <said> [one guard during the night].', 'one guard'],
    ['[The board in a statement] <said> it was over.', 'The board'],
  ])('is left off: %s', (marked, expected) => {
    expect(cut(marked)).toBe(expected);
  });

  it.each([
    '“It is over,” <said> [Lena Brandt in charge of the dam].',
    '“It is over,” <said> [the ambassador to Ruritania].',
    '“It is over,” <said> [guards at the dam].',
    '[A statement on its website] <said> it was over.',
    '[A letter to Brandt] <said> it was over.',
  ])('is none: %s', marked => {
    expect(cut(marked)).toBe(/\[(.*)\]/.exec(marked)![1]);
  });
});

describe('what else a source is said to have done', () => {
  it.each([
    ['[Lena Brandt of Oslo disagreed], <saying> it was over.', 'Lena Brandt of Oslo'],
    ['[A message was sent] <saying> it was over.', 'A message'],
    ['[Brandt found the leak], <saying> it was over.', 'Brandt'],
    ['It is over, <according to> [results published].', 'results'],
  ])('is left off: %s', (marked, expected) => {
    expect(cut(marked)).toBe(expected);
  });

  it.each([
    '[Guards who were there] <said> it was over.',
    '[A survey made in Ruritania] <says> it is over.',
    '[The injured] <said> it was over.',
    '[The owner of Casa do Porto] <said> it was over.',
  ])('is none: %s', marked => {
    expect(cut(marked)).toBe(/\[(.*)\]/.exec(marked)![1]);
  });
});

describe('what stands before whoever speaks', () => {
  it.each([
    ['[The trouble began when the board] <believed> it was over.', 'the board'],
    ['[The Post cited senior guards] <as saying> it was over.', 'senior guards'],
    ['[It leaked, and a report said the guards] <believed> it was over.', 'the guards'],
  ])('is left off: %s', (marked, expected) => {
    expect(cut(marked)).toBe(expected);
  });

  it.each([
    '[Guards who said nothing] <believed> it was over.',
    '[Those accused of theft] <said> it was over.',
  ])('is none: %s', marked => {
    expect(cut(marked)).toBe(/\[(.*)\]/.exec(marked)![1]);
  });
});

describe('a name broken off', () => {
  it.each([
    ['It rained. [The Harbour] Post <said> it was over.', 'The Harbour Post'],
    ['They left when EU [Council Leader Lena Brandt] <said> it was over.', 'EU Council Leader Lena Brandt'],
    [
      'They left when Norway’s [minister, Lena Brandt], <said> it was over.',
      'Norway’s minister, Lena Brandt',
    ],
  ])('is made whole: %s', (marked, expected) => {
    expect(cut(marked)).toBe(expected);
  });

  it.each([
    ['They left as in Oslo [Mayor Brandt] <said> it was over.', 'Mayor Brandt'],
    ['On Monday [Mayor Brandt] <said> it was over.', 'Mayor Brandt'],
    ['In Norway’s [capital guards] <said> it was over.', 'capital guards'],
  ])('and no more than that: %s', (marked, expected) => {
    expect(cut(marked)).toBe(expected);
  });
});
