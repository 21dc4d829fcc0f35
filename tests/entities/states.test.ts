import { describe, expect, it } from 'vitest';
import { playersOf } from './marked.ts';

/** The players of a text, as type and name. */
const named = (marked: string): string[] =>
  playersOf(marked)
    .players.map(({ type, name }) => `${type} ${name}`)
    .sort();

describe('short forms of states', () => {
  it.each([
    [
      'after a town, read as a person, and alone',
      'The mayor of [Harrow LOC], [Conn. PER], spoke. A man ([D-Conn. ORG]) left.',
      ['place Conn.', 'place Harrow'],
    ],
    [
      'after a town as in an address',
      'He lives in [Harrow LOC], [CT LOC]. [Connecticut LOC] is small.',
      ['place Connecticut', 'place Harrow'],
    ],
    [
      'after a party, in brackets',
      'Sen. [Lena Brandt PER] (D-[Ariz. PER]) spoke.',
      ['person Lena Brandt', 'place Ariz.'],
    ],
    [
      'with its party',
      'Sen. [Lena Brandt PER] ([R-Okla. ORG]) spoke.',
      ['person Lena Brandt', 'place Okla.'],
    ],
    [
      'alone in brackets',
      'The [Harrow Gazette ORG] (Minn.) wrote so.',
      ['organisation Harrow Gazette', 'place Minn.'],
    ],
    [
      'the state written out elsewhere, which is its name',
      'In [Harrow LOC], Conn., it rained. [Connecticut LOC] slept.',
      ['place Connecticut', 'place Harrow'],
    ],
    ['inside a longer name', '[Harrow, Conn. LOC], slept.', ['place Harrow, Conn.']],
  ])('are places: %s', (_case, marked, expected) => {
    expect(named(marked)).toEqual(expected);
  });

  it.each([
    ['a surname', 'Then [Billy Conn PER] won. The crowd, and [Conn PER], cheered.', ['person Billy Conn']],
    ['a title', '“Thank you, Miss. We are leaving,” said [Lena Brandt PER].', ['person Lena Brandt']],
    ['what is no party', 'The [Lena Brandt PER] (Ind.) vote fell.', ['person Lena Brandt']],
    ['a plain word', 'He felt ill, ill. [Lena Brandt PER] left.', ['person Lena Brandt']],
    ['only where a town is', 'The mayor of [Harrow LOC], [Conn. PER], spoke.', ['place Harrow']],
    ['only where a town is, seen by nobody', 'He lives in [Harrow LOC], Ore., with a dog.', ['place Harrow']],
    ['only where a town is, by post', 'He lives in [Harrow LOC], [CT LOC].', ['place Harrow']],
    ['a word without a full stop', 'In [Harrow LOC], Wash is a brand.', ['place Harrow']],
  ])('are none: %s', (_case, marked, expected) => {
    expect(named(marked)).toEqual(expected);
  });
});
