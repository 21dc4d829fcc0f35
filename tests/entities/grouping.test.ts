import { describe, expect, it } from 'vitest';
import { playersOf } from './marked.ts';

/** The names of each player named by itself, in order of place. */
function grouped(marked: string): string[][] {
  const { text, players } = playersOf(marked);
  const own = players.filter(({ salience }) => salience > 0);
  return own.map(({ mentions }) =>
    mentions.filter(({ form }) => form === 'name').map(({ start, end }) => text.slice(start, end)),
  );
}

const aliases = (marked: string, name: string) =>
  playersOf(marked).players.find(player => player.name === name)?.aliases;

describe('aliases', () => {
  it.each([
    [
      'capitals of a headline',
      '[TOLLINGMERE LOC] floods. Rain fell on [Tollingmere LOC].',
      'Tollingmere',
      [],
    ],
    [
      'the head of a sentence',
      'The [Dredging Board ORG] met. The board voted. Later the board agreed.',
      'Dredging Board',
      ['the board'],
    ],
    [
      'what firm it is, before its ticker too',
      '[Corvell Inc. CRV ORG] fell. Later the company denied it.',
      'Corvell Inc. CRV',
      ['the company'],
    ],
    [
      'a leading article',
      '[Lena Brandt PER] runs [Harrow Holdings ORG]. [HARROW ORG] fell. The [Harrow ORG] grew.',
      'Harrow Holdings',
      ['Harrow'],
    ],
    [
      'other words, which are kept',
      '[Lena Brandt PER] spoke. Mrs [Brandt PER] left. [Brandt PER] sang.',
      'Lena Brandt',
      ['Brandt', 'Mrs Brandt'],
    ],
  ])('are one form each: %s', (_case, marked, name, expected) => {
    expect(aliases(marked, name)).toEqual(expected);
  });
});

it('calls a place also by the form it has inside other names', () => {
  expect(aliases('[United States LOC] ships came. The [US Weir Board ORG] met.', 'United States')).toEqual([
    'US',
  ]);
});

describe('two bearers', () => {
  it.each([
    [
      'a body and what is called by its acronym',
      'The [Harbour Ferry Board ORG] met. [HFB ORG] voted. The [HFB Ferries ORG] sailed.',
      [['Harbour Ferry Board', 'HFB'], ['HFB Ferries']],
    ],
    [
      'a body and a remark in brackets',
      'The [HFB ORG] ([Norway Ports ORG]) met.',
      [['HFB'], ['Norway Ports']],
    ],
  ])('%s', (_case, text, expected) => {
    expect(new Set(grouped(text).map(names => names.join()))).toEqual(
      new Set(expected.map(names => names.join())),
    );
  });
});

describe('one bearer', () => {
  it.each([
    ['short form of a given name', '[Timothy Brandt PER] spoke. [Tim Brandt PER] left.'],
    [
      'short form of a given name alone',
      '[Timothy D. Brandt PER] spoke. [Tim Brandt PER] left. [Tim PER] sang.',
    ],
    ['acronym of an owner', 'The [People’s Port Board ORG] met. The [PPB ORG] voted.'],
    ['paper by its last word', 'The [Daily Chronicle ORG] wrote so. [Chronicle ORG] readers left.'],
    ['initial', '[Lena K. Brandt PER] spoke. [L. Brandt PER] left.'],
    ['other spelling of a given name', '[Mohamed Lindqvist PER] spoke. [Mohammed Lindqvist PER] left.'],
    ['other spelling of a surname', '[Edward Woollern PER] spoke. [Woolern PER] left.'],
    ['first two of three names', '[Omar Said Haddad PER] spoke. [Omar Said PER] left.'],
    ['surname first', '[Park Sun-ho PER] spoke. [Park PER] left.'],
    ['accents left out', '[Ramón Íñiguez PER] spoke. [Ramon Iniguez PER] left.'],
    ['son of the same name', '[Martin Brandt Jr. PER] spoke. [Brandt PER] left.'],
    ['surname read as a body', '[Lena Waters PER] spoke. [Waters ORG] left.'],
    ['company cut short', '[Corvell Systems ORG] fell. [Corvell PER] denied it.'],
    ['company cut short, read as a body', '[Northgate Holdings ORG] fell. [Northgate ORG] denied it.'],
    ['bay by its head', 'Rain fell on the [Bay of Harrow LOC]. The [Bay LOC] rose.'],
    ['team without its city', '[Harrow Badgers ORG] lost. Then the [Badgers ORG] won.'],
    ['ministry of a state', '[US Department of Fisheries ORG] met. The [Department of Fisheries ORG] voted.'],
    ['union written out', '[European Union ORG] leaders met. The [EU ORG] voted.'],
    [
      'union inside a longer name',
      '[UN Fisheries Council ORG] met. [United Nations Fisheries Council ORG] voted.',
    ],
    ['two letters', '[Coastal Alliance ORG] met. The [CA ORG] voted.'],
    ['small letter inside an acronym', '[Department of Dams ORG] met. The [DoD ORG] voted.'],
    ['house by its head', '[House of Deputies ORG] met. The [House ORG] voted.'],
    ['state and its style', '[Norway LOC] voted. The [Kingdom of Norway LOC] agreed.'],
    ['short form of a state', '[United States LOC] ships came. The [U.S. LOC] agreed.'],
    ['acronym of another language in brackets', 'The [Movement for Harbours ORG] ([MPO ORG]) met.'],
    ['acronym before what it stands for', 'The [MPO ORG] ([Owners of Merchant Ports ORG]) met.'],
    ['dateline in capitals', '[HARROW LOC] — It rained. [Harrow LOC] slept.'],
    ['what somebody is also called', '[Lena Brandt PER], better known as [Lucky Lou PER], left.'],
  ])('%s', (_case, text) => {
    expect(grouped(text)).toHaveLength(1);
  });
});

describe('two bearers', () => {
  it.each([
    ['two given names', '[Lena Brandt PER] met [Peter Brandt PER].'],
    ['Daniel and Danielle', '[Daniel Brandt PER] met [Danielle Brandt PER].'],
    ['Francis and Frances', '[Francis Brandt PER] met [Frances Brandt PER].'],
    ['Mario and Maria', '[Mario Brandt PER] met [Maria Brandt PER].'],
    ['two people called Kim', '[Kim Sun-ho PER] met [Kim Min-jae PER].'],
    ['a person and a company', '[Lena Brandt PER] founded [Brandt Holdings ORG].'],
    [
      'a man and his wife',
      'Sir [Owen Hartwell PER] left. Lady [Hartwell PER] stayed. Then Lady [Hartwell PER] spoke.',
    ],
    ['a body and a branch of it', 'The [Harbour Reserve ORG] met the [Harbour Reserve Bank of Bonn ORG].'],
    ['a bay and a port', 'Rain fell on the [Port of Harrow LOC]. The [Bay LOC] rose.'],
    ['a state and a city named after it', '[Kansas LOC] was wet. [Kansas City LOC] was dry.'],
    ['a city and an agency in a dateline', '[HARROW LOC] ([HP ORG]) — It rained. [Harrow LOC] slept.'],
    ['a state likened to another', '[Oman LOC], known as the [Switzerland LOC] of the Gulf, met.'],
    ['somebody who called somebody', '[Lena Brandt PER] called [Owen Hart PER].'],
    ['a city and its team', 'In [Harrow LOC] the [Harrow Badgers ORG] won.'],
    ['a seat of power and a house', 'The [White House ORG] met the [House ORG] leaders.'],
    ['two ministries', 'The [Ministry of Dams ORG] met the [Ministry of Fisheries ORG].'],
    ['a state in a bracket', 'The [Umbra Steel ORG] ([US LOC]) plant closed.'],
    ['a company somebody founded', '[Lena Brandt PER] founded a firm called [Corvell ORG].'],
    ['a government and who leads it', 'The [Corvell administration ORG] fell. [Corvell PER] left.'],
    ['a district and a state', '[South Sudan LOC] left [Sudan LOC].'],
    ['states of one word', '[Democratic Republic of Congo LOC] and [Congo LOC] met.'],
  ])('%s', (_case, text) => {
    expect(grouped(text)).toHaveLength(2);
  });

  it('knows a company by its short name, whatever else is named after it', () => {
    const text =
      '[Corvell Holdings ORG] fell. [Corvell Arena ORG] and [Corvell Ferries ORG] closed. [Corvell ORG] left.';
    expect(grouped(text)).toContainEqual(['Corvell Holdings', 'Corvell']);
    const two = '[Corvell Holdings ORG] sued [Corvell Group ORG]. [Corvell ORG] left.';
    expect(grouped(two)).toContainEqual(['Corvell']);
  });

  it('gives a lone surname to the one the text is about, and with a title to the one it fits', () => {
    const about =
      '[Owen Hart PER] sued. [Owen Hart PER] and his wife, [Gail Hart PER], left. [Hart PER] won.';
    expect(grouped(about)).toContainEqual(['Owen Hart', 'Owen Hart', 'Hart']);
    const family =
      '[Owen Hart PER] resigned. [Gail Hart PER] paid. [Gail Hart PER] left. [Gail Hart PER] met [Hart PER].';
    expect(grouped(family)).toContainEqual(['Owen Hart', 'Hart']);
    const later = '[Hart PER] won, says the board. [Gail Hart PER] cheered. [Owen Hart PER] sued.';
    expect(grouped(later)).toContainEqual(['Hart', 'Gail Hart']);
    const titled = '[Owen Hart PER] and [Gail Hart PER] left. Mrs [Hart PER] won.';
    expect(grouped(titled)).toContainEqual(['Gail Hart', 'Hart']);
  });
});

it('knows a team without the city that the text names', () => {
  const text = 'In [New Harrow LOC] the [New Harrow Thunders ORG] won. [Thunders ORG] fans sang.';
  expect(grouped(text)).toContainEqual(['New Harrow Thunders', 'Thunders']);
});

it('shows a place as running text writes it', () => {
  expect(playersOf('[HARROW LOC] — It rained. [Harrow LOC] slept.').players[0]?.name).toBe('Harrow');
});

describe('a capital and its state', () => {
  it('are two players, the one a name of the other where it acts', () => {
    const text = '[Norway LOC] was angry. Ships left. [Oslo LOC] said it would answer.';
    expect(grouped(text)).toHaveLength(2);
    expect(aliases(text, 'Norway')).toEqual(['Oslo']);
  });

  it.each([
    ['a place', '[Norway LOC] was angry. They met in [Oslo LOC] on Monday.'],
    ['a dateline', '[Oslo LOC] — The minister spoke. [Norway LOC] was angry.'],
    ['another state’s', '[Norway LOC] was angry. [Paris LOC] said it would answer.'],
  ])('are not one where the capital is %s', (_case, text) => {
    expect(aliases(text, 'Norway')).toEqual([]);
  });
});

it.each([
  [
    'a ticker',
    '[Weirholm ORG] ([WRHM ORG]) fell. [Weirholm ORG] said so.',
    [['Weirholm', 'WRHM', 'Weirholm']],
  ],
  ['a ticker with a letter more', '[NBWH ORG] ([NBWHF ORG]) fell.', [['NBWH', 'NBWHF']]],
  ['no ticker of another', '[Weirholm ORG] ([OQX ORG]) fell.', [['Weirholm'], ['OQX']]],
  ['the name of an owner', 'The [NBW Harbour Team ORG] met at [NBW ORG].', [['NBW Harbour Team'], ['NBW']]],
  [
    'the name of a company',
    'The [NBW Group Holdings ORG] met. [NBW ORG] left.',
    [['NBW Group Holdings', 'NBW']],
  ],
])('takes %s for what it is', (_case, marked, expected) => {
  expect(new Set(grouped(marked))).toEqual(new Set(expected));
});
