import { describe, expect, it } from 'vitest';
import { findTimeline } from '../../lib/brief/timeline.ts';
import { parseText } from '../../lib/text/parse.ts';
import labelled from './dates.json' with { type: 'json' };

const PUBLISHED = '2024-05-15T09:00:00Z'; // a Wednesday

function timeline(text: string, published?: string): string[] {
  return findTimeline(parseText(text), published).map(
    ({ start, end, date, tense }) => `${text.slice(start, end)} = ${date ?? '?'} ${tense}`,
  );
}

describe('dates', () => {
  it.each([
    ['what a place was', 'Harrow, its host in 2018, will hold it again.', '2018 = 2018 past'],
    ['what will be, after a name', 'Harrow, in 2038, will hold it again.', '2038 = 2038 upcoming'],
    ['what is to be built', 'A pier will open in 2038, the board said.', '2038 = 2038 upcoming'],
    ['a place with its year', 'Harrow is a host in 2018 that is to lose.', '2018 = 2018 past'],
    ['what comes before', 'Seats move in advance of the 2038 elections.', '2038 = 2038 upcoming'],
    ['what was said', 'He is accused of hinting in April that fares should rise.', 'April = ? past'],
    ['what the army did', 'Its advance ended the 2018 elections.', '2018 = 2018 past'],
  ])('without a day of publication: %s', (_case, text, expected) => {
    expect(timeline(text)).toEqual([expected]);
  });

  it.each([
    ['day, month and year', 'It sank on 3 March 2020.', '3 March 2020 = 2020-03-03 past'],
    ['American order', 'It sank on March 3, 2020.', 'March 3, 2020 = 2020-03-03 past'],
    ['month and year', 'It sank in March 2020.', 'March 2020 = 2020-03 past'],
    ['year', 'It sank in 1999.', '1999 = 1999 past'],
    ['weekday that is over', 'It sank on Monday.', 'Monday = 2024-05-13 past'],
    ['weekday to come', 'The court will rule on Monday.', 'Monday = 2024-05-20 upcoming'],
    ['weekday to come, first', 'On Monday the court will rule.', 'Monday = 2024-05-20 upcoming'],
    ['last weekday', 'It sank last Friday.', 'last Friday = 2024-05-10 past'],
    ['yesterday', 'It sank yesterday.', 'yesterday = 2024-05-14 past'],
    ['tomorrow', 'They vote tomorrow.', 'tomorrow = 2024-05-16 upcoming'],
    ['next month', 'They vote next month.', 'next month = 2024-06 upcoming'],
    ['last year', 'It sank last year.', 'last year = 2023 past'],
    ['month that is over', 'It sank in February.', 'February = 2024-02 past'],
    ['month of the year before', 'It sank in November.', 'November = 2023-11 past'],
    ['month to come', 'Talks will begin in July.', 'July = 2024-07 upcoming'],
    ['month of next year', 'Talks will begin in February.', 'February = 2025-02 upcoming'],
    ['May with a day', 'It sank on May 3.', 'May 3 = 2024-05-03 past'],
  ])('%s', (_case, text, expected) => {
    expect(timeline(text, PUBLISHED)).toEqual([expected]);
  });

  it.each([
    [
      'an event named by its day',
      'Roe vowed to punish those behind the deadly Nov. 9 attack.',
      ['Nov. 9 = 2023-11-09 past'],
    ],
    ['what was asked on a day', 'On Monday Roe urged the board to resign.', ['Monday = 2024-05-13 past']],
    [
      'what was asked at what is named by its day',
      'During the Monday debate, the union urged the board to say that it will not sell.',
      ['Monday = 2024-05-13 past'],
    ],
    ['what was put off on a day', 'On Monday the court adjourned the case.', ['Monday = 2024-05-13 past']],
    [
      'what was made known on a day',
      'On Monday the town announced a vote for July.',
      ['Monday = 2024-05-13 past', 'July = 2024-07 upcoming'],
    ],
    [
      'what one is asked to do',
      'On Friday drivers are urged to stay away.',
      ['Friday = 2024-05-17 upcoming'],
    ],
    [
      'what was put off till a day',
      'On Friday the talks postponed by the board will begin.',
      ['Friday = 2024-05-17 upcoming'],
    ],
    [
      'what happened on a day it is named after',
      'Roe decided to weigh in on Thursday’s fight, saying he was wrong.',
      ['Thursday = 2024-05-09 past'],
    ],
    [
      'what was shown on a day, with whose it was',
      'The band unveiled its plans at the close of its Monday night performance.',
      ['Monday night = 2024-05-13 past'],
    ],
    [
      'what is to be seen of what a day has in store',
      'Much will depend on how Friday’s storms evolve.',
      ['Friday = 2024-05-17 upcoming'],
    ],
    [
      'what is to happen on the day it is named after',
      'The town prepares for Friday’s vote and hopes that Saturday’s storm will pass.',
      ['Friday = 2024-05-17 upcoming', 'Saturday = 2024-05-18 upcoming'],
    ],
    [
      'the day of a picture',
      'In this Dec. 12, 2006, file photo, Roe waves.',
      ['Dec. 12, 2006 = 2006-12-12 past'],
    ],
    ['a deadline named by its day', 'They will miss the Friday deadline.', ['Friday = 2024-05-17 upcoming']],
    [
      'what is done today',
      '“The board today takes a step that few will forget,” she wrote.',
      ['today = 2024-05-15 past'],
    ],
    ['what is called for today', '“You should start today.”', ['today = 2024-05-15 past']],
    ['what will be today', 'The court will rule later today.', ['today = 2024-05-15 upcoming']],
    ['what goes on this year', 'Heat pumps are proving popular this year.', ['this year = 2024 past']],
    ['what will be this year', 'Rents will fall this year.', ['this year = 2024 upcoming']],
    ['what grew soon', 'Within a year, the ponds had doubled.', []],
    ['what must grow soon', 'The ponds must double within a year.', ['within a year = 2025 upcoming']],
    ['what is wished', 'It will not bring a better tomorrow.', []],
    ['what will be told', 'The winner will be announced Saturday.', ['Saturday = 2024-05-18 upcoming']],
    ['what was told', 'The board announced it Saturday.', ['Saturday = 2024-05-11 past']],
    ['which day it was', 'She quit on May 9, a Thursday, and left.', ['May 9 = 2024-05-09 past']],
    [
      'a day just gone is not of next year',
      'She will leave, as she said before the deadline on May 10.',
      ['May 10 = 2024-05-10 past'],
    ],
    ['a day long gone is', 'They will vote on February 10.', ['February 10 = 2025-02-10 upcoming']],
    [
      'a day about to come is not of last year',
      'Roe, suspended for opening the pier to all from May 20, said no.',
      ['May 20 = 2024-05-20 upcoming'],
    ],
    ['an event of last year is', 'The May 20 flood killed nine.', ['May 20 = 2023-05-20 past']],
    ['a day far ahead is', 'It was closed on November 20.', ['November 20 = 2023-11-20 past']],
    ['what was to be', 'The board in February was to hear the plan.', ['February = 2024-02 past']],
    ['what was to be and still is', 'The board was to hear it in July.', ['July = 2024-07 upcoming']],
    ['what could not be until then', 'It could not reply until March.', ['March = 2024-03 past']],
    ['what cannot be until then', 'It will not reply until August.', ['August = 2024-08 upcoming']],
    [
      'a weekday told by its date',
      'They play Monday night (May 13) in Harrow.',
      ['Monday night (May 13) = 2024-05-13 past'],
    ],
    [
      'a day in brackets that is not apposed',
      'It closed on Monday (after May 3).',
      ['Monday = 2024-05-13 past', 'May 3 = 2024-05-03 past'],
    ],
    ['a day with its own', 'At Monday’s debate he lost.', ['Monday = 2024-05-13 past']],
    [
      'what comes as something else',
      'Monday’s vote and the news come as boards are meeting.',
      ['Monday = 2024-05-13 past'],
    ],
    ['what comes then', 'The vote comes Monday.', ['Monday = 2024-05-20 upcoming']],
    ['a fixture', 'Harrow: Host the Foxes on Friday.', ['Friday = 2024-05-17 upcoming']],
    ['a host', 'The Harrow host said so on Friday.', ['Friday = 2024-05-10 past']],
    [
      'what comes next',
      'He asked that they reply before the next session in three weeks.',
      ['in three weeks = 2024-06-05 upcoming'],
    ],
    [
      'within the next hours',
      'It will be tested within the next 24 hours.',
      ['within the next 24 hours = 2024-05-16 upcoming'],
    ],
    [
      'what is to come soon',
      'In the coming weeks the court will rule.',
      ['In the coming weeks = ? upcoming'],
    ],
    [
      'what is to come in a few weeks',
      'They could agree in the next few weeks.',
      ['in the next few weeks = ? upcoming'],
    ],
    ['which meeting', 'He said so at a Monday meeting.', ['Monday = 2024-05-13 past']],
    ['each day of its kind', 'They meet every 2 April and every Monday.', []],
    ['a paper', 'He told USA Today so.', []],
    ['what came soon', 'They left in the coming weeks.', []],
    ['what lasted', 'It burned over the next two weeks.', []],
    ['what lasted a year', 'She left, and for the next year it burned.', []],
    ['what is to last', 'They will pay for the next year.', ['the next year = ? upcoming']],
    ['a day nobody has told', 'That day will come.', []],
    [
      'a day told before',
      'It sank on May 3. That day it rained.',
      ['May 3 = 2024-05-03 past', 'That day = 2024-05-03 past'],
    ],
    ['what ends a day', 'At the harbour close Tuesday it was at nine.', ['Tuesday = 2024-05-14 past']],
    ['where it was', 'At the meeting Tuesday they quarrelled.', ['Tuesday = 2024-05-14 past']],
    ['what ends on a day', 'Both pools close Tuesday.', ['Tuesday = 2024-05-21 upcoming']],
    ['what is to be said', 'She will be hinting in July that fares rise.', ['July = 2024-07 upcoming']],
    ['two years of things', 'It kept the 1998 and 2017 paintings.', ['1998 = 1998 past', '2017 = 2017 past']],
    ['a recent year', 'He said so as recently as 2015.', ['2015 = 2015 past']],
    ['a number after as', 'It was sold as 2015 of them.', []],
    [
      'a list of its year',
      'Harrow Tour 2025 dates:\nJune 9 -- Orsk',
      ['2025 = 2025 upcoming', 'June 9 = 2025-06-09 upcoming'],
    ],
    ['when it was written', 'Updated on May 14, 2024 at 4 p.m. EST', []],
    ['whose words it was', '— Jo Roe (@joroe) May 16, 2024', []],
    ['what was published', 'Published in 2019, the book sold well.', ['2019 = 2019 past']],
    [
      'what lasts to the end',
      'It is shut through the end of the year.',
      ['the end of the year = 2024 upcoming'],
    ],
    [
      'a date that nothing near it tells',
      'They will play in Orsk on June 12, with the great and rather old hall on the far side of the ' +
        'town hosting the final show, October 10.',
      ['June 12 = 2024-06-12 upcoming', 'October 10 = 2024-10-10 upcoming'],
    ],
    [
      'a comparison',
      'It will be milder next week than in March.',
      ['next week = 2024-05-22 upcoming', 'March = 2024-03 past'],
    ],
    [
      'a date between dashes',
      'She was there on the night of the vote – April 4 – to see results come in.',
      ['April 4 = 2024-04-04 past'],
    ],
    ['what was released', 'According to figures released in July, rents rose.', ['July = 2023-07 past']],
    [
      'that day',
      '“I will never forget that Saturday evening,” he said.',
      ['Saturday evening = 2024-05-11 past'],
    ],
    [
      'a day somebody said something of',
      'She said that Saturday would be too late.',
      ['Saturday = 2024-05-18 upcoming'],
    ],
    ['earlier today', 'I echo what was said earlier today, that this will end.', ['today = 2024-05-15 past']],
    [
      'a time with a point',
      'The polls close at 9.30 on Friday.',
      ['9.30 on Friday = 2024-05-17T09:30 upcoming'],
    ],
    [
      'the hour of a day told before',
      'The fire broke out on Monday.\n\nNeighbours called for help at 3 a.m.',
      ['Monday = 2024-05-13 past', '3 a.m. = 2024-05-13T03:00 past'],
    ],
    [
      'an hour after a week, which is no day',
      'The heat will last until next week. Storms will weaken by 10 p.m.',
      ['next week = 2024-05-22 upcoming', '10 p.m. = 2024-05-15T22:00 upcoming'],
    ],
    [
      'an hour long after a day',
      'It snowed on Monday.\n\nRoads are clear.\n\nThe hall will open at 6 p.m.',
      ['Monday = 2024-05-13 past', '6 p.m. = 2024-05-15T18:00 upcoming'],
    ],
    [
      'days of one year, told once',
      'It was shown from July 30 to Aug. 14, 1932, and again on Dec. 30-Jan. 2, 1950.',
      [
        'July 30 = 1932-07-30 past',
        'Aug. 14, 1932 = 1932-08-14 past',
        'Dec. 30 = 1949-12-30 past',
        'Jan. 2, 1950 = 1950-01-02 past',
      ],
    ],
    [
      'days that are no range',
      'It sank on March 30. On Aug. 14, 1932, it was built.',
      ['March 30 = 2024-03-30 past', 'Aug. 14, 1932 = 1932-08-14 past'],
    ],
    [
      'a story that goes on into the next year',
      'The lock broke in October 2019. In June it was mended, and on 3 July it broke again.',
      ['October 2019 = 2019-10 past', 'June = 2020-06 past', '3 July = 2020-07-03 past'],
    ],
    [
      'and after that into another',
      'On 5 October 2019 the lock broke. It was mended on 3 June. In March it broke again.',
      ['5 October 2019 = 2019-10-05 past', '3 June = 2020-06-03 past', 'March = 2021-03 past'],
    ],
    [
      'what had been before',
      'The lock broke in October 2019. In June it had been mended.',
      ['October 2019 = 2019-10 past', 'June = 2019-06 past'],
    ],
    [
      'a year that would be to come',
      'The lock broke in October 2023. In June it was mended.',
      ['October 2023 = 2023-10 past', 'June = 2023-06 past'],
    ],
    [
      'months of a year told by itself',
      'The lock broke in 2019. In June it was mended. In August it broke again.',
      ['2019 = 2019 past', 'June = 2019-06 past', 'August = 2019-08 past'],
    ],
    ['what is close', 'Hiring grew, bringing jobs close to flat for 2024.', ['2024 = 2024 past']],
    [
      'what will close',
      'The rink closes in 2024, and the pools close in June.',
      ['2024 = 2024 upcoming', 'June = 2024-06 upcoming'],
    ],
  ])('%s', (_case, text, expected) => {
    expect(timeline(text, PUBLISHED)).toEqual(expected);
  });

  it.each([
    ['a rate', 'The bank will keep its rate at 2.25 per cent, and the other at 3.10%.'],
    ['how often', 'Managers are already in five days a week.'],
    ['numbers of things', 'They found 2000 people and 1500 dollars.'],
    ['the verb may', 'It may sink.'],
    ['the verb march', 'They march on.'],
  ])('leaves out %s', (_case, text) => {
    expect(timeline(text, PUBLISHED)).toEqual([]);
  });

  it('keeps relative dates open where the day of publication is unknown', () => {
    expect(timeline('It sank on Monday. It was built in 1999.')).toEqual([
      'Monday = ? past',
      '1999 = 1999 past',
    ]);
  });
});

it.each([
  ['It sank last week.', true],
  ['It sank two weeks ago.', true],
  ['It will sail this weekend.', true],
  ['It will sail in three weeks.', true],
  ['It sank last Friday.', false],
  ['It sank two days ago.', false],
  ['It sank yesterday.', false],
  ['It sank last month.', false],
  ['In the coming weeks the court will rule.', false],
])('a week is not the day it is told from: %s', (text, isAbout) => {
  const [entry] = findTimeline(parseText(text), PUBLISHED);
  expect(entry?.approximate ?? false).toBe(isAbout);
});

/**
 * Sentences of our own with every date labelled by hand: its words, the date they mean (null: it takes a day of
 * publication that is not known), and its side. The figures are floors under what was measured.
 */
describe('155 labelled dates', () => {
  const judged = labelled.map(({ text, published, dates }) => {
    const found = findTimeline(parseText(text), published ?? undefined).map(entry => ({
      words: text.slice(entry.start, entry.end),
      date: entry.date ?? null,
      tense: entry.tense,
    }));
    const pairs = dates.map(gold => ({ gold, found: found.find(({ words }) => words === gold.words) }));
    return { pairs, extra: found.filter(({ words }) => !dates.some(gold => gold.words === words)) };
  });
  const pairs = judged.flatMap(each => each.pairs);

  it('are enough to tell', () => expect(pairs.length).toBeGreaterThanOrEqual(150));
  it('are found by their exact words', () => {
    expect(pairs.filter(({ found }) => !found).map(({ gold }) => gold.words)).toEqual([]);
  });
  it('are found alone: no ages, quantities, names or feasts', () => {
    expect(judged.flatMap(({ extra }) => extra)).toEqual([]);
  });
  it('get the right date: 154 of 155', () => {
    expect(pairs.filter(({ gold, found }) => found?.date === gold.date).length).toBeGreaterThanOrEqual(152);
  });
  it('stand on the right side: 154 of 155', () => {
    expect(pairs.filter(({ gold, found }) => found?.tense === gold.tense).length).toBeGreaterThanOrEqual(152);
  });
});

describe('dates without end', () => {
  it.each(['1 ', 'three days ', 'May ', 'Tuesday, ', '3 to 5 ', 'the next ', 'mid-', '12:12 '])(
    '%j many times over takes linear time',
    piece => {
      const doc = parseText(piece.repeat(40_000));
      const started = performance.now();
      findTimeline(doc, PUBLISHED);
      expect(performance.now() - started).toBeLessThan(3_000);
    },
  );
});
