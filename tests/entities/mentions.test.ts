import { describe, expect, it } from 'vitest';
import { addBodies } from '../../lib/entities/bodies.ts';
import { mentionNames } from '../../lib/entities/mentions.ts';
import type { NameSpan } from '../../lib/tagging/tagger.ts';
import { parseText } from '../../lib/text/parse.ts';
import { wordsOf } from '../../lib/text/words.ts';
import { placeIn } from '../support/place.ts';

function mentions(text: string, ...names: [words: string, type: NameSpan['type']][]): string[] {
  const doc = parseText(text);
  const words = wordsOf(doc);
  const spans = names.map(([name, type]) => ({ ...placeIn(text, name), type, confidence: 0.9 }));
  return mentionNames(doc, words, addBodies(doc, words, spans)).map(
    ({ start, end, type }) => `${text.slice(start, end)} ${type}`,
  );
}

it.each([
  ['what a museum is of', 'Then the Museum of Flight opened.', 'Museum of Flight', 'ORG'],
  ['who it is named after', 'Then the Harrow Jo Brandt Hall opened.', 'Harrow Jo Brandt Hall', 'LOC'],
  ['a surname that is a cry', 'Then Oh Min-jae spoke.', 'Oh Min-jae', 'PER'],
  ['the part of a character', 'She plays Lou as Dean Brandt sings.', 'Dean Brandt', 'PER'],
  ['a title that is a given name', 'Then its founder Dean Brandt spoke.', 'Dean Brandt', 'PER'],
  ['a given name like an adverb', 'Emily Brandt spoke.', 'Emily Brandt', 'PER'],
  ['an adverb inside a sentence', 'Then Early Brandt spoke.', 'Early Brandt', 'PER'],
  ['an adverb that opens the name of a body', 'Together Harrow won.', 'Together Harrow', 'ORG'],
] satisfies [string, string, string, NameSpan['type']][])('a name keeps %s', (_case, text, name, type) => {
  expect(mentions(text, [name, type])).toEqual([`${name} ${type}`]);
});

it.each([
  ['half a given name', 'Then Seo Jin-ah spoke.', 'Seo Jin', 'Seo Jin-ah PER'],
  ['a surname after a nickname', 'Then Jo "Lucky" Brandt spoke.', 'Jo "Lucky', 'Jo "Lucky" Brandt PER'],
  ['without what somebody is', 'Employee Jo Lund Brandt spoke.', 'Employee Jo Lund', 'Jo Lund PER'],
  ['with a name that is a calling', 'Baker Jo Brandt spoke.', 'Baker Jo Brandt', 'Baker Jo Brandt PER'],
])('a name goes on with %s', (_case, text, name, expected) => {
  expect(mentions(text, [name, 'PER'])).toEqual([expected]);
});

describe('a body read as two', () => {
  it.each([
    [
      'state it is of',
      'The Bank of Norway fell.',
      [
        ['Bank', 'ORG'],
        ['Norway', 'LOC'],
      ],
      ['Bank of Norway ORG'],
    ],
    [
      'what it is for',
      'The Weir Foundation for the Harrow Arts fell.',
      [
        ['Weir Foundation', 'ORG'],
        ['Harrow Arts', 'ORG'],
      ],
      ['Weir Foundation for the Harrow Arts ORG'],
    ],
    [
      'words of any body, read as a place',
      'The Weir Museum and Art Gallery opened.',
      [
        ['Weir Museum', 'ORG'],
        ['Art Gallery', 'LOC'],
      ],
      ['Weir Museum and Art Gallery ORG'],
    ],
    [
      'words of any body',
      'The Weir Museum and Art Gallery opened.',
      [
        ['Weir Museum', 'ORG'],
        ['Art Gallery', 'ORG'],
      ],
      ['Weir Museum and Art Gallery ORG'],
    ],
    [
      'two founders',
      'The Brandt and Hart Company fell.',
      [
        ['Brandt', 'PER'],
        ['Hart Company', 'ORG'],
      ],
      ['Brandt and Hart Company ORG'],
    ],
  ] satisfies [string, string, [string, NameSpan['type']][], string[]][])(
    'is one: %s',
    (_case, text, names, expected) => {
      expect(mentions(text, ...names)).toEqual(expected);
    },
  );

  it.each([
    [
      'two with names of their own',
      'The Weir Bank and Harrow Museum fell.',
      [
        ['Weir Bank', 'ORG'],
        ['Harrow Museum', 'ORG'],
      ],
      ['Weir Bank ORG', 'Harrow Museum ORG'],
    ],
    [
      'two with articles',
      'The Weir Museum and the Gallery fell.',
      [
        ['Weir Museum', 'ORG'],
        ['Gallery', 'ORG'],
      ],
      ['Weir Museum ORG', 'Gallery ORG'],
    ],
    [
      'somebody the text knows and a company',
      'It rained when Brandt and Hart Company met. Jo Brandt left.',
      [
        ['Brandt', 'PER'],
        ['Hart Company', 'ORG'],
        ['Jo Brandt', 'PER'],
      ],
      ['Brandt PER', 'Hart Company ORG', 'Jo Brandt PER'],
    ],
    [
      'an acronym and a state',
      'Then EFX of Norway fell.',
      [
        ['EFX', 'ORG'],
        ['Norway', 'LOC'],
      ],
      ['EFX ORG', 'Norway LOC'],
    ],
  ] satisfies [string, string, [string, NameSpan['type']][], string[]][])(
    'but not %s',
    (_case, text, names, expected) => {
      expect(mentions(text, ...names)).toEqual(expected);
    },
  );
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
      'body in a city and title',
      'Then Weir Board of Oklahoma City President Jo Brandt spoke.',
      [['Weir Board of Oklahoma City President Jo Brandt', 'ORG']],
      ['Weir Board of Oklahoma City ORG', 'Jo Brandt PER'],
    ],
    [
      'body cut before its title',
      'Then Weir Board of Oklahoma City President Jo Brandt spoke.',
      [
        ['Weir Board of Oklahoma City', 'ORG'],
        ['Jo Brandt', 'PER'],
      ],
      ['Weir Board of Oklahoma City ORG', 'Jo Brandt PER'],
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
    [
      'owner that stands alone elsewhere',
      'Corvell spoke. It was on Corvell’s Telegram channel.',
      [
        ['Corvell', 'ORG'],
        ['Corvell’s Telegram', 'ORG'],
      ],
      ['Corvell ORG', 'Corvell ORG', 'Telegram ORG'],
    ],
    [
      'body that has its owner’s mark in its name',
      'Corvell’s had grown. Then Corvell’s Register met.',
      [
        ['Corvell', 'ORG'],
        ['Corvell’s Register', 'ORG'],
      ],
      ['Corvell ORG', 'Corvell’s Register ORG'],
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
    ['credit of a picture', 'Jo Brandt Image: Ann Hart.', [['Jo Brandt Image', 'PER']], ['Jo Brandt PER']],
    ['party', 'Then Democrat Jo Brandt spoke.', [['Democrat Jo Brandt', 'PER']], ['Jo Brandt PER']],
    ['team of a state', 'Then the Norway team won.', [['Norway team', 'ORG']], ['Norway LOC']],
    ['party in brackets', 'Jo Brandt (D., Ohio) came.', [['D', 'PER']], []],
    ['what is no name by itself', 'It was Jr. Day there.', [['Jr. Day', 'PER']], []],
    ['people', 'Then Irishman Jo Brandt spoke.', [['Irishman Jo Brandt', 'PER']], ['Jo Brandt PER']],
    ['adverb in a body', 'Currently Harrow leads.', [['Currently Harrow', 'ORG']], ['Harrow ORG']],
    ['stance', 'Then pro-Oslo Reform Party left.', [['Oslo Reform Party', 'ORG']], ['Reform Party ORG']],
    ['kind of body after it', 'Then the Harrow team won.', [['Harrow team', 'ORG']], ['Harrow ORG']],
    [
      'one of its people',
      'Brandt came. Then University of Harrow Jo Brandt spoke.',
      [
        ['Brandt', 'PER'],
        ['University of Harrow Jo Brandt', 'ORG'],
      ],
      ['Brandt PER', 'University of Harrow ORG', 'Jo Brandt PER'],
    ],
    ['what is quoted after it', 'Then Jo "waits," he said.', [['Jo "waits', 'PER']], ['Jo PER']],
    ['title that may be a given name', 'Then Dean Brandt spoke.', [['Dean Brandt', 'PER']], ['Brandt PER']],
    ['city it is based in', 'The Ohio-based Corvell fell.', [['Ohio-based Corvell', 'ORG']], ['Corvell ORG']],
    [
      'other name',
      'Then Badgers and the Foxes met.',
      [['Badgers and the Foxes', 'ORG']],
      ['Badgers ORG', 'Foxes ORG'],
    ],
    [
      'other name that stands alone too',
      'Badgers came. Foxes came. Then Badgers and Foxes met.',
      [
        ['Badgers', 'ORG'],
        ['Foxes', 'ORG'],
        ['Badgers and Foxes', 'ORG'],
      ],
      ['Badgers ORG', 'Foxes ORG', 'Badgers ORG', 'Foxes ORG'],
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
    expect(mentions('The Members of Parliament met.', ['Members of Parliament', 'ORG'])).toEqual([]);
    expect(mentions('The Doctors of Harrow met.', ['Doctors of Harrow', 'ORG'])).toEqual([
      'Doctors of Harrow ORG',
    ]);
    expect(mentions('Jo Brandt, QC, spoke of LGBTQ people.', ['QC', 'ORG'], ['LGBTQ', 'ORG'])).toEqual([]);
    expect(mentions('The Danish and Norwegian fleets left.', ['Danish and Norwegian', 'ORG'])).toEqual([]);
    expect(mentions('Then a Roman Catholic left.', ['Roman Catholic', 'ORG'])).toEqual([]);
    expect(mentions('Then Danish Rail left.', ['Danish Rail', 'ORG'])).toEqual(['Danish Rail ORG']);
    expect(mentions('The South Korean fleet left.', ['South Korean', 'LOC'])).toEqual([]);
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

const ORG = 'ORG' as const;

it('reads no first name that was added in brackets before the surname', () => {
  const names: [string, NameSpan['type']][] = [
    ['Lena', 'PER'],
    ['Brandt', 'PER'],
  ];
  expect(mentions('“Coach (Lena) Brandt said so,” he said.', ...names)).toEqual(['Brandt PER']);
  expect(mentions('“Coach (Lena) and Brandt said so,” he said.', ...names)).toEqual([
    'Lena PER',
    'Brandt PER',
  ]);
});

it.each([
  [
    'two people and what one did',
    'Then Brandt hit Hart there.',
    'Brandt hit Hart',
    ['Brandt PER', 'Hart PER'],
  ],
  ['one and what she did', 'Then Brandt dove in.', 'Brandt dove', ['Brandt PER']],
  ['a particle', 'Then Lena von Brandt left.', 'Lena von Brandt', ['Lena von Brandt PER']],
  ['half a given name', 'Then Seo Jin-ah left.', 'Seo Jin-ah', ['Seo Jin-ah PER']],
])('reads in a name %s', (_case, text, name, expected) => {
  expect(mentions(text, [name, 'PER'])).toEqual(expected);
});

describe('the name of a body', () => {
  it.each([
    [
      'without who told it',
      'She told Orskwire the Badgers won.',
      [['Orskwire the Badgers', ORG]],
      ['Orskwire ORG', 'Badgers ORG'],
    ],
    [
      'with the article inside it',
      'The Union of the Harrow Ports met.',
      [['Union of the Harrow Ports', ORG]],
      ['Union of the Harrow Ports ORG'],
    ],
    [
      'without an office',
      'Then Weir Constabulary Sergeant spoke.',
      [['Weir Constabulary Sergeant', ORG]],
      ['Weir Constabulary ORG'],
    ],
    [
      'with the office it is of',
      'Then the Office of the Port Warden spoke.',
      [['Office of the', ORG]],
      ['Office of the Port Warden ORG'],
    ],
    [
      'with what it is of',
      'Then the Weir Committee of Safe Harbours met on it.',
      [['Weir Committee', ORG]],
      ['Weir Committee of Safe Harbours ORG'],
    ],
    [
      'without what it only met',
      'Then the Weir Committee of harbours met.',
      [['Weir Committee', ORG]],
      ['Weir Committee ORG'],
    ],
    ['without a day', 'Then the Office of Tuesday fell.', [['Office', ORG]], ['Office ORG']],
    [
      'with its second half',
      'The Council for Trade and Co-operation met.',
      [['Council for Trade and Co', ORG]],
      ['Council for Trade and Co-operation ORG'],
    ],
    [
      'with its second half and more',
      'The Council for Harbour Co-operation and Trade met.',
      [['Council for Harbour Co', ORG]],
      ['Council for Harbour Co-operation and Trade ORG'],
    ],
    [
      'with where its mission is',
      'The Danish Embassy in Norway shut.',
      [
        ['Danish Embassy', ORG],
        ['Norway', 'LOC'],
      ],
      ['Danish Embassy in Norway ORG'],
    ],
    [
      'without where it only is',
      'The Weir Board in Norway met.',
      [
        ['Weir Board', ORG],
        ['Norway', 'LOC'],
      ],
      ['Weir Board ORG', 'Norway LOC'],
    ],
    [
      'without who backs it',
      'Then the Orsk-backed Reform Front won.',
      [['Orsk-backed Reform Front', ORG]],
      ['Reform Front ORG'],
    ],
    ['without its people', 'Then Danish HarbourCo fell.', [['Danish HarbourCo', ORG]], ['HarbourCo ORG']],
    [
      'with its people, where they are in it',
      'Then Danish Match fell.',
      [['Danish Match', ORG]],
      ['Danish Match ORG'],
    ],
    [
      'without its jubilee',
      'The Weir Sisters 50th Anniversary Tour began.',
      [['Weir Sisters 50th', ORG]],
      ['Weir Sisters ORG'],
    ],
  ] satisfies [string, string, [string, NameSpan['type']][], string[]][])(
    'is read %s',
    (_case, text, names, expected) => {
      expect(mentions(text, ...names)).toEqual(expected);
    },
  );

  it.each([
    [
      'a list with one article and one head',
      'Then the Water, Weather and Harbour Safety Agency met.',
      [
        ['Water', ORG],
        ['Weather', ORG],
        ['Harbour Safety Agency', ORG],
      ],
      ['Water, Weather and Harbour Safety Agency ORG'],
    ],
    [
      'two words of one',
      "Then Norway's Tidal and Harbour Safety Agency met.",
      [
        ['Tidal', ORG],
        ['Harbour Safety Agency', ORG],
      ],
      ['Tidal and Harbour Safety Agency ORG'],
    ],
    [
      'no list without an article',
      'Then Orskwire and Harbour Safety Agency met.',
      [
        ['Orskwire', ORG],
        ['Harbour Safety Agency', ORG],
      ],
      ['Orskwire ORG', 'Harbour Safety Agency ORG'],
    ],
    [
      'no acronym',
      'Then the NBW and Harbour Safety Agency met.',
      [
        ['NBW', ORG],
        ['Harbour Safety Agency', ORG],
      ],
      ['NBW ORG', 'Harbour Safety Agency ORG'],
    ],
    [
      'none that the text knows',
      'Then the Badgers and Harbour Safety Agency met. Go Badgers.',
      [
        ['Badgers', ORG],
        ['Harbour Safety Agency', ORG],
        ['Go Badgers', ORG],
      ],
      ['Badgers ORG', 'Harbour Safety Agency ORG', 'Go Badgers ORG'],
    ],
  ] satisfies [string, string, [string, NameSpan['type']][], string[]][])(
    'is read from %s',
    (_case, text, names, expected) => {
      expect(mentions(text, ...names)).toEqual(expected);
    },
  );

  it.each([
    ['a month cut short', 'It is set for Feb. 14 in Bonn.', 'Feb.', []],
    ['what a day is called', 'It rained on Super Tuesday.', 'Super', []],
    ['a name before a day', 'He met Weirco Tuesday.', 'Weirco', ['Weirco ORG']],
    ['a name like a month', 'He met Oct there.', 'Oct', ['Oct ORG']],
  ])('is not %s', (_case, text, name, expected) => {
    expect(mentions(text, [name, 'ORG'])).toEqual(expected);
  });
});
