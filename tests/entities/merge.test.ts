import { describe, expect, it } from 'vitest';
import { mergeNames } from '../../lib/entities/merge.ts';
import type { NameSpan } from '../../lib/tagging/tagger.ts';
import { parseText } from '../../lib/text/parse.ts';
import { placeIn } from '../support/place.ts';

const TEXT = 'Brandt met Danish farmers. Brandt left Oslo.';
const name = (words: string, type: NameSpan['type'], confidence: number, from = 0): NameSpan => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length, type, confidence };
};
/** The names of both; the tagger thinks so of the words in its spans, and that all others are none with chance `none`. */
const merged = (tagged: NameSpan[], ruled: NameSpan[], none = 0.3, text = TEXT) => {
  const doc = parseText(text);
  const chances = new Float32Array(4 * doc.tokens.length);
  for (let i = 0; i < doc.tokens.length; i++) {
    const span = tagged.find(({ start, end }) => start <= doc.tokens.start[i]! && doc.tokens.end[i]! <= end);
    const likely = ['none', 'PER', 'ORG', 'LOC'].indexOf(span?.type ?? 'none');
    const chance = span?.confidence ?? none;
    for (let k = 0; k < 4; k++) chances[4 * i + k] = k === likely ? chance : (1 - chance) / 3;
  }
  return mergeNames(doc, { spans: tagged, chances }, ruled).map(
    ({ start, end, type }) => `${text.slice(start, end)} ${type}`,
  );
};

describe('names of the tagger and the rules together', () => {
  it.each([
    [
      'what one of them is sure of',
      [name('Brandt', 'PER', 0.9)],
      [name('Oslo', 'LOC', 0.9)],
      ['Brandt PER', 'Oslo LOC'],
    ],
    ['nothing the tagger is not sure of', [name('Brandt', 'PER', 0.2)], [], []],
    [
      'an unsure place of a name that is sure elsewhere',
      [name('Brandt', 'PER', 0.9), name('Brandt', 'PER', 0.4, 20)],
      [],
      ['Brandt PER', 'Brandt PER'],
    ],
    [
      'one type for one name',
      [name('Brandt', 'PER', 0.9), name('Brandt', 'ORG', 0.6, 20)],
      [],
      ['Brandt PER', 'Brandt PER'],
    ],
    ['each place once', [name('Oslo', 'LOC', 0.9)], [name('Oslo', 'LOC', 0.9)], ['Oslo LOC']],
    ['no sentence as a name', [name('Brandt met Danish farmers', 'PER', 0.9)], [], []],
    ['no people as a name', [name('Danish', 'ORG', 0.9)], [], []],
  ])('hold %s', (_case, tagged, ruled, expected) => {
    expect(merged(tagged, ruled)).toEqual(expected);
  });

  it('read a half that the tagger cut off at its hyphen', () => {
    const at = (words: string): NameSpan => ({
      start: 5,
      end: 5 + words.length,
      type: 'PER',
      confidence: 0.9,
    });
    expect(merged([at('Jin-')], [], 0.3, 'Then Jin-ah spoke.')).toEqual(['Jin-ah PER']);
    expect(merged([at('Jin-')], [], 0.3, 'Then Jin-Ah spoke.')).toEqual(['Jin- PER']);
  });

  it('take the parties of a case for people, unless they are bodies or places', () => {
    const text = 'It was so in Corvell v. Hart and in Oslo v. Brandt.';
    const at = (words: string): NameSpan => ({ ...placeIn(text, words), type: 'LOC', confidence: 0.7 });
    expect(merged(['Corvell', 'Hart', 'Oslo', 'Brandt'].map(at), [], 0.9, text)).toEqual([
      'Corvell PER',
      'Hart PER',
      'Oslo LOC',
      'Brandt PER',
    ]);
  });

  it.each([
    ['what goes round', 'The Corvex outbreak grew. Corvex patients left Oslo, and Corvex came back.', []],
    ['nor a kind of it', 'The Corvex virus grew. A Harrow Corvex is rare.', []],
    ['but a firm’s patients', 'Corvex patients left. Corvex sued.', ['Corvex ORG', 'Corvex ORG']],
    [
      'but what a body has once',
      'Corvex sued. Corvex won. Corvex fell. Corvex left. The Corvex outbreak ended.',
      ['Corvex ORG', 'Corvex ORG', 'Corvex ORG', 'Corvex ORG', 'Corvex ORG'],
    ],
  ])('take an illness for nobody: %s', (_case, text, expected) => {
    const spans = [...text.matchAll(/(?:Harrow )?Corvex/g)].map(({ index, 0: words }): NameSpan => ({
      start: index,
      end: index + words.length,
      type: 'ORG',
      confidence: 0.9,
    }));
    expect(merged(spans, [], 0.3, text)).toEqual(expected);
  });

  it('take a feast for nobody', () => {
    const text = 'It rained at Diwali and in Corvell.';
    const at = (words: string): NameSpan => ({ ...placeIn(text, words), type: 'LOC', confidence: 0.7 });
    expect(merged(['Diwali', 'Corvell'].map(at), [], 0.9, text)).toEqual(['Corvell LOC']);
  });

  it('take a full name and the surname in it for a person, if both together are likelier one', () => {
    const text = 'It rained on Jo Corvell. Mr Corvell, who left, said he was wet.';
    const [full, alone] = ['Jo Corvell', 'Corvell, who'].map(words => text.indexOf(words));
    const spans: NameSpan[] = [
      { start: full!, end: full! + 10, type: 'ORG', confidence: 0.6 },
      { start: alone!, end: alone! + 7, type: 'PER', confidence: 0.8 },
    ];
    expect(merged(spans, [], 0.9, text)).toEqual(['Jo Corvell PER', 'Corvell PER']);
    expect(merged(spans.slice(0, 1), [], 0.9, text)).toEqual(['Jo Corvell ORG']);
  });

  it.each([
    ['a known place for no body', 'The Norway shipyard closed.', 'Norway', 'ORG', 'LOC'],
    ['the team of a place for no place', 'It rained on the Oslo Badgers.', 'Oslo Badgers', 'LOC', 'ORG'],
    ['the islands of a place for a place', 'It rained on the Oslo Islands.', 'Oslo Islands', 'LOC', 'LOC'],
    ['a name with a number for nobody', 'They met Corvell M-17 there.', 'Corvell M-17', 'PER', 'ORG'],
    ['an unknown place for a body', 'The Corvell shipyard closed.', 'Corvell', 'ORG', 'ORG'],
  ] as const)('take %s', (_case, text, words, tagged, type) => {
    const span: NameSpan = { ...placeIn(text, words), type: tagged, confidence: 0.8 };
    expect(merged([span], [], 0.9, text)).toEqual([`${words} ${type}`]);
  });

  it('leave out what only the rules see where the tagger is sure that it is none', () => {
    expect(merged([], [name('Brandt', 'PER', 0.9), name('Oslo', 'LOC', 0.9)], 0.95)).toEqual([]);
  });

  it.each([
    ['to the left', 'Then Ada Lind Roe spoke.', 'Lind Roe', 'Ada Lind Roe'],
    ['over a hyphen', 'Then Seo Jin-ah spoke.', 'Seo Jin', 'Seo Jin-ah'],
  ])('read a person as far as the rules do: %s', (_case, text, short, long) => {
    const at = (words: string): NameSpan => ({ ...placeIn(text, words), type: 'PER', confidence: 0.9 });
    expect(merged([at(short)], [at(long)], 0.3, text)).toEqual([`${long} PER`]);
  });
});
