import { describe, expect, it } from 'vitest';
import { cutSource } from '../../../lib/claims/source/source-words.ts';
import { parseText } from '../../../lib/text/parse.ts';

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

describe('a phrase that was cut', () => {
  it.each([
    ['[Brandt, Keller], and Lund <want> it over.', 'Brandt, Keller, and Lund'],
    ['It is over, <according to> [the mill] owners who came.', 'the mill owners'],
    ['It is over <according to> [the old manual] keeps it warm.', 'the old manual'],
    ['[More than half of them] <say> it is over.', 'More than half of them'],
    ['[A study of more than ten towns] <says> it is over.', 'A study of more than ten towns'],
    ['Over half (55%) [of farmers] <say> it is over.', 'Over half (55%) of farmers'],
    ['It is that 44 percent [of farmers] <say> it is over.', '44 percent of farmers'],
    ['It is [Lena Brandt’s] <declaration> that it is over.', 'Lena Brandt'],
    ['[Brandt], and it snowed, <said> it was over.', 'Brandt'],
    ['It is over, <said> [Brandt, head of the harbour] office.', 'Brandt, head of the harbour office'],
    [
      'It is over, <said> [Brandt, a doctor at the College] of Law.',
      'Brandt, a doctor at the College of Law',
    ],
    ['It is over, <said> [a guard before the] vote.', 'a guard'],
    ['It is over, <said> [Brandt, the mayor], laughing.', 'Brandt, the mayor'],
    ['It is over, <said> [Brandt, the mayor] adding it was late.', 'Brandt, the mayor'],
    ['It is over, <says> [Brandt as she picks] up a stone.', 'Brandt'],
    ['It is over, <says> [Brandt who is working] in the harbour.', 'Brandt'],
    ['It keeps in [place an old board] <says> Brandt.', 'an old board'],
    ['[The day the dam] <said> it was over.', 'The day the dam'],
    ['It is over, <according to> [our guards — ahead of Lund].', 'our guards'],
    ['It came to [the U.S. Mr. Brandt] <said> it was over.', 'Mr. Brandt'],
    ['[President Lund and Mr. Brandt] <said> it was over.', 'President Lund and Mr. Brandt'],
    ['Lund (D-[MI) Brandt] <said> it was over.', 'Brandt'],
    ['[Brandt (the mayor)] <said> it was over.', 'Brandt (the mayor)'],
    ['It is over, <said> [Brandt at a harbour press] briefing.', 'Brandt'],
    ['[Brandt, the head of the harbour and one] of its guards, <said> it was over.', 'Brandt'],
    ['[Lena Brandt] of Bonn <said> it was over.', 'Lena Brandt'],
    ['[Guards who left] <said> it was over.', 'Guards who left'],
  ])('is whole: %s', (marked, expected) => {
    expect(cut(marked)).toBe(expected);
  });

  it.each([
    ['It was [the last faint] <suggestion> that it was over.', null],
    ['It was [the government] <announcement> that it was over.', 'the government'],
    ['It was [Brandt]’s <suggestion> that it was over.', 'Brandt'],
  ])('is nobody’s without a name: %s', (marked, expected) => {
    expect(cut(marked)).toBe(expected);
  });
});

describe('where and how somebody spoke', () => {
  it.each([
    ['“It is over,” <said> [Lena Brandt in an interview with the Post].', 'Lena Brandt'],
    ['“It is over,” <said> [Brandt on her blog].', 'Brandt'],
    ['“It is over,” <said> [Brandt to reporters].', 'Brandt'],
    ['“It is over,” <said> [Brandt at the yearly meeting of the board].', 'Brandt'],
    ['“It is over,” <said> [one guard during the night].', 'one guard'],
    ['“It is over,” <said> [a guard when asked by the Post].', 'a guard'],
    ['[The board in a statement] <said> it was over.', 'The board'],
    ['[Brandt last week] <said> it was over.', 'Brandt'],
    ['[next week] <said> it was over.', 'next week'],
    ['[Lena Brandt at that time] <said> it was over.', 'Lena Brandt'],
    ['At [the opening of the dam, Lena Brandt] <said> it was over.', 'Lena Brandt'],
  ])('is left off: %s', (marked, expected) => {
    expect(cut(marked)).toBe(expected);
  });

  it.each([
    '“It is over,” <said> [Lena Brandt in charge of the dam].',
    '“It is over,” <said> [the ambassador to Ruritania].',
    '“It is over,” <said> [guards at the dam].',
    '[A statement on its website] <said> it was over.',
    '[A letter to Brandt] <said> it was over.',
    '[Figures released in July] <show> it is over.',
    '[Guards of the night] <said> it was over.',
    '[one of the guards, Lena Brandt], <said> it was over.',
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
    '[Guards who left when boats sank] <said> it was over.',
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
    ['[A guard at the University] of Oslo who left <said> it was over.', 'A guard at the University of Oslo'],
    ['[Those] in favour of boats <said> it was over.', 'Those in favour of boats'],
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
    ['[Those] of the guards, all of them, <said> it was over.', 'Those'],
    ['On Monday [Mayor Brandt] <said> it was over.', 'Mayor Brandt'],
    ['In Norway’s [capital guards] <said> it was over.', 'capital guards'],
  ])('and no more than that: %s', (marked, expected) => {
    expect(cut(marked)).toBe(expected);
  });
});

describe('whose a noun is', () => {
  it.each([
    ['It met [the mayor’s repeated] <warning> that it leaked.', 'the mayor'],
    ['It met [Brandt’s] <stern warning> that it leaked.', 'Brandt'],
    ['[Norway’s Office of Dams] released two <reports> that it leaked.', 'Norway’s Office of Dams'],
    ['[Veterans of Norway’s wars] <expressed fears> that it leaked.', 'Veterans of Norway’s wars'],
  ])('%s', (marked, expected) => {
    expect(cut(marked)).toBe(expected);
  });
});
