import { describe, expect, it } from 'vitest';
import { findNames } from '../../lib/entities/names.ts';
import { findPlayers } from '../../lib/entities/players.ts';
import { parseText } from '../../lib/text/parse.ts';

function players(text: string, title = '') {
  const doc = parseText(text);
  return findPlayers(doc, findNames(doc), title).map(player => ({
    ...player,
    role: player.role && text.slice(player.role.start, player.role.end),
    places: player.mentions.map(({ start, end }) => text.slice(start, end)),
  }));
}

const find = (text: string, name: string) => players(text).find(player => player.name === name);

describe('who is in the story', () => {
  it.each([
    ['person', 'A prize went to Lena Brandt after the vote.', 'Lena Brandt', 'person'],
    [
      'ministry',
      'The case went to the Ministry of Fisheries in spring.',
      'Ministry of Fisheries',
      'organisation',
    ],
    ['acronym', 'Talks with NATO went on.', 'NATO', 'organisation'],
    ['country', 'The ship sailed from Norway in June.', 'Norway', 'place'],
    ['town announced as one', 'They met in the town of Harrowgate on Sunday.', 'Harrowgate', 'place'],
    ['short form of a state', 'The talks with the US went on.', 'US', 'place'],
    ['hyphenated name', 'The prize went to Park Sun-ho in the end.', 'Park Sun-ho', 'person'],
    ['particled name', 'The vote made Jan van der Meer a senator.', 'Jan van der Meer', 'person'],
    ['owner in the name', 'A vote in the Farmers’ Union failed.', 'Farmers’ Union', 'organisation'],
  ])('knows a %s', (_case, text, name, type) => {
    expect(find(text, name)).toMatchObject({ type });
  });

  it.each([
    ['weekdays and months', 'They met on Monday and again in March.'],
    ['peoples', 'Norwegian and Danish farmers met.'],
    ['the first word of a sentence', 'Observers were there. Supplies have come.'],
    ['laws and storms', 'The storm, Hurricane Olga, came before the Clean Water Act.'],
    ['titles alone', 'The Prime Minister was there.'],
  ])('leaves out %s', (_case, text) => {
    expect(players(text).map(player => player.name)).toEqual([]);
  });
});

describe('one player, all its forms', () => {
  it('joins surname, title and pronoun to the full name', () => {
    const text = 'Lena Brandt built the dam. Mrs Brandt said she was tired. Brandt left.';
    const found = players(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      name: 'Lena Brandt',
      places: ['Lena Brandt', 'Brandt', 'she', 'Brandt'],
    });
    expect(found[0]?.aliases).toContain('Mrs Brandt');
  });

  it('joins an acronym in brackets to what it stands for', () => {
    const text = 'The Coastal Rescue Agency (CRA) sent boats. The CRA has nine of them.';
    expect(players(text)).toMatchObject([
      { name: 'Coastal Rescue Agency', places: ['Coastal Rescue Agency', 'CRA', 'CRA'] },
    ]);
  });

  it('joins the short form of a body to the long one', () => {
    const text = 'The Norwegian Fisheries Council met. Later the Fisheries Council voted.';
    expect(players(text)[0]?.places).toEqual(['Norwegian Fisheries Council', 'Fisheries Council']);
  });

  it('keeps two people of one surname apart', () => {
    const text = 'Lena Brandt met Peter Brandt. Lena Brandt left.';
    expect(players(text).map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ['Lena Brandt', 2],
      ['Peter Brandt', 1],
    ]);
  });

  it('takes a pair joined by a hyphen apart', () => {
    const found = players('Lena Brandt met Owen Hart. The Brandt-Hart talks went on.');
    expect(found.map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ['Lena Brandt', 2],
      ['Owen Hart', 2],
    ]);
  });

  it('gives “he” to the man and “she” to the woman', () => {
    const text = 'Mr Owen Hart met Ms Lena Brandt. She asked whether he would stay.';
    expect(find(text, 'Lena Brandt')?.places).toEqual(['Lena Brandt', 'She']);
    expect(find(text, 'Owen Hart')?.places).toEqual(['Owen Hart', 'he']);
  });
});

describe('roles in the words of the article', () => {
  it.each([
    ['title before', 'French foreign minister Lena Brandt left.', 'French foreign minister'],
    ['title with “of”', 'Secretary of State Lena Brandt left.', 'Secretary of State'],
    [
      'apposition after',
      'Lena Brandt, head of the city’s water board, left.',
      'head of the city’s water board',
    ],
    ['apposition before', 'The bank’s chief economist, Lena Brandt, left.', 'bank’s chief economist'],
    ['predicate', 'Lena Brandt is a lawyer from Bonn.', 'lawyer from Bonn'],
    ['caption line', 'They met Lena Brandt.\n\nLena Brandt, Norwegian President', 'Norwegian President'],
  ])('%s', (_case, text, role) => {
    expect(find(text, 'Lena Brandt')?.role).toBe(role);
  });

  it('does not take the next of a list for a role', () => {
    expect(find('They met Lena Brandt, singer Owen Hart and others.', 'Lena Brandt')?.role).toBeUndefined();
    expect(find('They met Lena Brandt, singer Owen Hart and others.', 'Owen Hart')?.role).toBe('singer');
  });

  it('does not take what somebody does for what they are', () => {
    expect(find('Lena Brandt, speaking in Bonn, left.', 'Lena Brandt')?.role).toBeUndefined();
  });
});

it('puts whom the headline and the lede name first', () => {
  const text =
    'Lena Brandt resigned on Monday. Brandt had led the board for years.\n\nA clerk in Bonn, Owen Hart, was surprised.';
  expect(players(text, 'Brandt resigns')[0]?.name).toBe('Lena Brandt');
});

it('counts thousands of mentions in linear time', () => {
  const text = 'Lena Brandt met Owen Hart in Bonn. He thanked her. '.repeat(3_000);
  const started = performance.now();
  players(text);
  expect(performance.now() - started).toBeLessThan(5_000);
});
