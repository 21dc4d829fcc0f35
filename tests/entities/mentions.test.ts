import { describe, expect, it } from 'vitest';
import { addBodies } from '../../lib/entities/bodies.ts';
import { mentionNames } from '../../lib/entities/mentions.ts';
import type { NameSpan } from '../../lib/tagging/tagger.ts';
import { parseText } from '../../lib/text/parse.ts';
import { wordsOf } from '../../lib/text/words.ts';

function mentions(text: string, ...names: [words: string, type: NameSpan['type']][]): string[] {
  const doc = parseText(text);
  const words = wordsOf(doc);
  const spans = names.map(([name, type]) => {
    const start = text.indexOf(name);
    return { start, end: start + name.length, type, confidence: 0.9 };
  });
  return mentionNames(doc, words, addBodies(doc, words, spans)).map(
    ({ start, end, type }) => `${text.slice(start, end)} ${type}`,
  );
}

it.each([
  ['what a museum is of', 'Then the Museum of Flight opened.', 'Museum of Flight', 'ORG'],
  ['an adverb inside a sentence', 'Then Early Brandt spoke.', 'Early Brandt', 'PER'],
  ['an adverb that opens the name of a body', 'Together Harrow won.', 'Together Harrow', 'ORG'],
] satisfies [string, string, string, NameSpan['type']][])('a name keeps %s', (_case, text, name, type) => {
  expect(mentions(text, [name, type])).toEqual([`${name} ${type}`]);
});

describe('a name is freed of what is no part of it', () => {
  it.each([
    ['title', 'Then Cardinal Jo Brandt spoke.', [['Cardinal Jo Brandt', 'PER']], ['Jo Brandt PER']],
    [
      'title of a people',
      'Then Danish Cardinal Jo Brandt spoke.',
      [['Danish Cardinal Jo Brandt', 'PER']],
      ['Jo Brandt PER'],
    ],
    [
      'body and title',
      'Then EFX Media Coordinator Jo Brandt spoke.',
      [['EFX Media Coordinator Jo Brandt', 'ORG']],
      ['EFX ORG', 'Jo Brandt PER'],
    ],
    [
      'home',
      'Then Jo Brandt of Harrow spoke.',
      [['Jo Brandt of Harrow', 'PER']],
      ['Jo Brandt PER', 'Harrow LOC'],
    ],
    [
      'owner',
      'Then EFX’s Tidal Power Laboratory opened.',
      [['EFX’s Tidal Power Laboratory', 'ORG']],
      ['EFX ORG', 'Tidal Power Laboratory ORG'],
    ],
    ['flight', 'The crash of Air Norway Flight 12.', [['Air Norway Flight', 'ORG']], ['Air Norway ORG']],
    ['seat', 'Jo Brandt, R-Ohio, spoke.', [['R-Ohio', 'PER']], ['Ohio LOC']],
    ['letters after it', 'Then Jo Brandt KC spoke.', [['Jo Brandt KC', 'PER']], ['Jo Brandt PER']],
    ['opening word', 'Since Jo Brandt spoke, it rains.', [['Since Jo Brandt', 'PER']], ['Jo Brandt PER']],
    ['call', 'Then he said: Hey Jo, come.', [['Hey Jo', 'PER']], ['Jo PER']],
    [
      'opening adverb',
      'It rained. Together Brandt and Roe left.',
      [['Together Brandt', 'PER']],
      ['Brandt PER'],
    ],
    ['city it is based in', 'The Ohio-based Corvell fell.', [['Ohio-based Corvell', 'ORG']], ['Corvell ORG']],
    [
      'other name',
      'Then Badgers and the Foxes met.',
      [['Badgers and the Foxes', 'ORG']],
      ['Badgers ORG', 'Foxes ORG'],
    ],
    ['office it qualifies', 'Then EFX Press Secretary Jo spoke.', [['EFX Press', 'ORG']], ['EFX ORG']],
  ] satisfies [string, string, [string, NameSpan['type']][], string[]][])(
    '%s',
    (_case, text, names, expected) => {
      expect(mentions(text, ...names)).toEqual(expected);
    },
  );

  it.each([
    ['saints and their hospitals', 'At St. Mary’s Hospital they met.', ['St. Mary’s Hospital', 'ORG']],
    ['parties of their owners', 'The People’s Party won.', ['People’s Party', 'ORG']],
    ['bodies with a title in their name', 'The Bishop Museum opened.', ['Bishop Museum', 'ORG']],
    ['bodies of a city', 'The University of Harrow opened.', ['University of Harrow', 'ORG']],
  ] satisfies [string, string, [string, NameSpan['type']]][])('leaves %s whole', (_case, text, name) => {
    expect(mentions(text, name)).toEqual([name.join(' ')]);
  });

  it('leaves out what is no name', () => {
    expect(mentions('The Clean Water Act passed.', ['Clean Water Act', 'ORG'])).toEqual([]);
    expect(mentions('The Speaker of the Danish house spoke.', ['Speaker', 'PER'], ['Danish', 'ORG'])).toEqual(
      [],
    );
  });

  it('joins what was read as two', () => {
    const text = 'In Washington, D.C., Omar bin Haddad spoke.';
    expect(mentions(text, ['Washington', 'LOC'], ['D.C', 'LOC'], ['Omar', 'ORG'], ['Haddad', 'PER'])).toEqual(
      ['Washington, D.C. LOC', 'Omar bin Haddad PER'],
    );
  });
});

describe('bodies named by whose they are', () => {
  it.each([
    ['of a people', 'The Danish government fell.', [], ['Danish government ORG']],
    [
      'of a people in two words',
      'The South Korean foreign ministry spoke.',
      [],
      ['South Korean foreign ministry ORG'],
    ],
    ['of a state', 'The Norway government fell.', [['Norway', 'LOC']], ['Norway government ORG']],
    ['of a person', 'The Brandt administration fell.', [['Brandt', 'PER']], ['Brandt administration ORG']],
  ] satisfies [string, string, [string, NameSpan['type']][], string[]][])(
    '%s',
    (_case, text, names, expected) => {
      expect(mentions(text, ...names)).toEqual(expected);
    },
  );

  it.each([
    ['nobody’s', 'The government fell.', [], []],
    ['people of a state', 'Danish officials and Danish farmers met.', [], []],
    ['a person’s police', 'Then Brandt police came.', [['Brandt', 'PER']], ['Brandt PER']],
  ] satisfies [string, string, [string, NameSpan['type']][], string[]][])(
    'but not %s',
    (_case, text, names, expected) => {
      expect(mentions(text, ...names)).toEqual(expected);
    },
  );
});
