import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import type { Flag, FlagKind } from '../../lib/brief/brief.ts';
import { readTaggers } from '../../scripts/models.ts';

const flags = (text: string, title = '') => analyse(articleFromText(text, { title })).flags;
const ofKind = (kind: FlagKind, found: readonly Flag[]) => found.filter(flag => flag.kind === kind);

describe('flags', () => {
  it('the same words, two speakers', () => {
    const text =
      '“We never promised anybody a new harbour,” Lena Brandt said.\n\n' +
      'Asked again, Owen Hart said: “We never promised anybody a new harbour.”';
    expect(flags(text)).toMatchObject([{ kind: 'same-words-two-speakers' }]);
  });

  it('everything rests on one source', () => {
    const text = [
      'Lena Brandt said the gates had failed. Brandt said nobody had warned the board.',
      'Brandt said the rain was heavy. Brandt added that the valves were old. Brandt said the pumps were new.',
      'She said the bill would be high. Brandt said that was all.',
    ].join('\n\n');
    expect(flags(text)).toMatchObject([{ kind: 'single-source', because: 'Lena Brandt' }]);
  });

  it('most rests on unnamed sources', () => {
    const text =
      'A source said the firm was for sale. Two sources said that talks had begun. Insiders said a deal was near. ' +
      'A source said the price was low. The firm said it was not for sale.';
    expect(flags(text)).toMatchObject([{ kind: 'unnamed-sources' }]);
  });

  it.each([
    [
      'the same speaker twice',
      '“We never promised anybody a harbour,” Brandt said. “We never promised anybody a harbour,” Brandt said.',
    ],
    [
      'one speaker under two names',
      '“We never promised anybody a new harbour,” Lena Brandt said.\n\nMayor Brandt said: “We never promised anybody a new harbour.”',
    ],
    ['two sources', 'Lena Brandt said the gates had failed. Owen Hart said nobody had warned the board.'],
    ['few claims', 'A source said the firm was for sale.'],
  ])('nothing for %s', (_case, text) => {
    expect(flags(text)).toEqual([]);
  });
});

describe('a number told twice differently', () => {
  it.each([
    [
      'in two sentences',
      'Police arrested 14 people after the march in Harrow. The rain went on.\n\nThe 19 people arrested after the march in Harrow will appear in court.',
      '',
      '14 / 19',
    ],
    [
      'in headline and lede',
      'A ferry with 118 passengers on board ran aground near Merrow on Friday. Nobody was hurt.',
      'Ferry with 180 passengers runs aground near Merrow',
      '180 / 118',
    ],
  ])('%s', (_case, text, title, because) => {
    const [flag, ...others] = ofKind('number-mismatch', flags(text, title));
    expect(flag).toMatchObject({ because });
    expect(others).toEqual([]);
  });

  it.each([
    [
      'the same number',
      'Police arrested 14 people in Harrow. The 14 people arrested in Harrow will appear in court.',
      '',
    ],
    [
      'another place',
      'Police arrested 14 people after the march in Harrow. Police arrested 19 people after the march in Merrow.',
      '',
    ],
    [
      'another day',
      'The court heard 14 people from Harrow on Monday. The court heard 19 people from Harrow on Tuesday.',
      '',
    ],
    [
      'a number that grew',
      'Police arrested 14 people after the march in Harrow. Later 19 people were arrested after the march in Harrow.',
      '',
    ],
    [
      'two sources',
      'Lena Brandt said 14 people were arrested at the march. Owen Hart said 19 people were arrested at the march.',
      '',
    ],
    [
      'a rounded number',
      'A ferry with 1,187 passengers ran aground near Merrow on Friday.',
      'Ferry with 1,200 passengers runs aground near Merrow',
    ],
    [
      'a part of it',
      'A ferry with 118 passengers ran aground near Merrow. Among the ferry’s passengers were 12 children from Merrow.',
      'Ferry with 12 children runs aground near Merrow',
    ],
  ])('not %s', (_case, text, title) => {
    expect(ofKind('number-mismatch', flags(text, title))).toEqual([]);
  });
});

it('numbers are left alone where the words around them are not understood', () => {
  const text = 'Die Fähre mit 118 Passagieren lief am Freitag bei Merrow auf Grund. Niemand wurde verletzt.';
  const article = articleFromText(text, { title: 'Fähre mit 180 Passagieren bei Merrow', language: 'de' });
  expect(analyse(article).flags).toEqual([]);
});

describe('a date that does not fit', () => {
  it.each([
    ['month first', 'The bridge opened on Tuesday, March 12, 2018, after years of delay.', 'Tuesday'],
    ['day first', 'The bridge opened on Sunday 12 March 2018, after years of delay.', 'Sunday'],
  ])('the day of the week, %s', (_case, text, day) => {
    const [flag] = ofKind('date-mismatch', flags(text));
    expect(flag).toMatchObject({ because: day });
    expect(
      (flag!.related as { start: number; end: number }[]).map(({ start, end }) => text.slice(start, end))[0],
    ).toMatch(/^(?:March 12, 2018|12 March 2018)$/);
  });

  it.each([
    ['the right day', 'The bridge opened on Monday, March 12, 2018.'],
    ['no such date', 'The bridge opened on Monday, February 31, 2018.'],
    ['before the calendar changed', 'The bridge opened on Monday, March 12, 1718.'],
    ['no year', 'The bridge opened on Tuesday, March 12.'],
  ])('not %s', (_case, text) => {
    expect(ofKind('date-mismatch', flags(text))).toEqual([]);
  });
});

describe('a headline stronger than the body', () => {
  const body =
    'The Harrow bank allegedly hid losses from its auditors for years, according to a former clerk.\n\nThe bank opened in 1921. Its offices were closed on Friday.';

  it('says flatly what the body hedges', () => {
    const [flag] = ofKind('headline-not-supported', flags(body, 'Harrow bank hid losses from auditors'));
    expect(flag).toMatchObject({ related: 'title', because: 'allegedly' });
  });

  it.each([
    ['it hedges too', body, 'Harrow bank allegedly hid losses from auditors'],
    ['it names who says so', body, 'Harrow bank hid losses from auditors, clerk says'],
    ['it asks', body, 'Did Harrow bank hide losses from its auditors?'],
    [
      'the body says it as well',
      `${body}\n\nThe bank hid losses from its Harrow auditors, a court found.`,
      'Harrow bank hid losses from auditors',
    ],
    ['it is about something else', body, 'Harrow bank closed its offices on Friday'],
  ])('not where %s', (_case, text, title) => {
    expect(ofKind('headline-not-supported', flags(text, title))).toEqual([]);
  });
});

describe('a paraphrase in quotation marks', () => {
  const body = '“We are going to shut the harbour before the winter comes,” Lena Brandt said on Friday.';

  it('in the headline', () => {
    const [flag] = ofKind(
      'paraphrase-as-quotation',
      flags(body, 'Brandt: “We will shut the harbour before winter”'),
    );
    expect(flag).toMatchObject({ related: 'title', because: 'we will shut the harbour before winter' });
  });

  it.each([
    ['the same words', 'Brandt: “Shut the harbour before the winter”'],
    ['words left out', 'Brandt: “We are going to shut the harbour”'],
    ['a catchword', 'Brandt speaks of a “harbour shutdown”'],
    ['another statement', 'Brandt: “Nobody has to fear for the boats”'],
  ])('not %s', (_case, title) => {
    expect(ofKind('paraphrase-as-quotation', flags(body, title))).toEqual([]);
  });
});

describe('a quotation out of place', () => {
  const taggers = readTaggers()!;
  const article = (quotation: string) =>
    [
      'The Harrow council voted on Monday to raise bus fares from January, after a debate of four hours in the town hall.',
      'Drivers had asked for higher wages since spring. The operator, Vale Transit, told the council that fuel costs had doubled and that two routes were at risk.',
      'Passengers waiting at the station said the buses were late and crowded. Several of them said they would drive to work instead.',
      `“${quotation},” Owen Hart, who chairs the transport committee, said after the vote.`,
      'The council expects the fares to bring in two million a year. Vale Transit will publish a new timetable in December, and students keep their discount.',
      'Opposition councillors wanted to raise parking charges first. Their motion was rejected by nine votes to six.',
      'The last increase, in 2019, was followed by a fall in passengers, and the company cut its evening service on three routes.',
    ].join('\n\n');
  const found = (quotation: string) =>
    ofKind(
      'quote-out-of-place',
      analyse(articleFromText(article(quotation), { title: 'Bus fares rise in Harrow' }), { taggers }).flags,
    );

  it('shares no topic with the article', () => {
    expect(found('Glaciers melted quickly, but penguins and whales stayed near frozen seas')).toHaveLength(1);
  });

  it.each([
    ['its words come back', 'Fares and wages must rise together, and drivers know that'],
    ['its words are akin', 'Commuters pay tickets, and trains cost money'],
    ['a speaker points', 'We saw glaciers and penguins near frozen seas'],
    ['a line of verse points', 'Glaciers guarded thy penguins near frozen seas'],
    ['a fragment', 'glaciers, penguins and whales'],
  ])('not where %s', (_case, quotation) => {
    expect(found(quotation)).toEqual([]);
  });
});
