import { describe, expect, it } from 'vitest';
import { findAnswers } from '../../../lib/claims/find/interview.ts';
import { parseText } from '../../../lib/text/parse.ts';

function answers(...blocks: string[]) {
  const text = blocks.join('\n\n');
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return findAnswers(parseText(text)).map(({ source, content }) => [cut(source!), ...content.map(cut)]);
}

describe('an interview', () => {
  it('gives each answer to the name before it', () => {
    expect(
      answers(
        'How did it start?',
        'Ana Rossi: By chance. A friend had a boat.',
        'And now?',
        ':AR: We have nine.',
        'Is that enough?',
        'AR: No.',
      ),
    ).toEqual([
      ['Ana Rossi', 'By chance. A friend had a boat.'],
      ['AR', 'We have nine.'],
      ['AR', 'No.'],
    ]);
  });

  it('leaves out who asks, and finds an answer in the block of its question', () => {
    expect(
      answers(
        'Lakeside Post: How did it start? Rossi: By chance.',
        'Lakeside Post: Was it hard? Rossi: At first. Then it was not.',
      ),
    ).toEqual([
      ['Rossi', 'By chance.'],
      ['Rossi', 'At first. Then it was not.'],
    ]);
  });

  const broadcast = [
    'LENA MAIR: The lake has frozen. Ana Rossi went to see it.',
    'ANA ROSSI: It has been a cold week.',
    'Old rowers like Jon Brandt have seen no such ice.',
    'JON BRANDT: I have never seen so much of it.',
    'It came in one night.',
    'My boat is in it still.',
    'ANA ROSSI: Will it hold?',
    'JON BRANDT: We think so.',
    'ANA ROSSI: According to Mr Brandt, the ice is safe.',
    'LENA MAIR: Ana Rossi with that report.',
  ];

  it('leaves out who leads through it by naming the others, and keeps an answer whole', () => {
    expect(answers(...broadcast)).toEqual([
      ['JON BRANDT', 'I have never seen so much of it.', 'It came in one night.', 'My boat is in it still.'],
      ['JON BRANDT', 'We think so.'],
    ]);
  });

  it('ends the last answer with its paragraph', () => {
    expect(answers(...broadcast.slice(0, 8), 'The lake is old.').at(-1)).toEqual([
      'JON BRANDT',
      'We think so.',
    ]);
  });

  it('does not let an answer run on where questions have no name', () => {
    const told = [
      'Lena Brandt rows.',
      'Brandt: I row.',
      'The lake is old.',
      'Why?',
      'Brandt: I like it.',
      'When?',
      'Brandt: At dawn.',
    ];
    expect(answers(...told).map(([, ...words]) => words)).toEqual([['I row.'], ['I like it.'], ['At dawn.']]);
  });

  it.each([
    [
      'letters and whom they are written to',
      [
        'DEAR ANA: I row a lot. My boat is old.',
        'DEAR ROWER: You should buy another.',
        'DEAR ANA: I have lost my hat in the lake.',
        'DEAR ANA: I sold my boat, and now I am sad.',
      ],
    ],
    ['two labels', ['Correction: The boat was red.', 'Editor: Ana Rossi.']],
    ['a box of facts', ['Where: Pier 4.', 'When: Noon.', 'Tickets: Four pounds.']],
    ['a table', ['Ayr: 2.', 'Bute: 3.', 'Cove: 1.', 'Dunoon: 4.', 'Elie: 0.', 'Fife: 2.']],
    [
      'a box of figures',
      ['Crowd: 1,200.', 'The gates opened at noon.', 'Crowd: 900, the least so far.', 'Crowd: 1,400.'],
    ],
    [
      'a label that names nobody',
      ['Verdict: A fine boat.', 'Verdict: A slow boat.', 'Verdict: No boat at all.'],
    ],
    [
      'what else there is to read',
      [
        'SEE ALSO: The boat is red, says its owner.',
        'It rained.',
        'SEE ALSO: Snow is near.',
        'SEE ALSO: A gale.',
      ],
    ],
    [
      'notes on teams',
      [
        'Rovers: Roe hurt a knee.',
        'City: Lund came late.',
        'It rained in Rovers town.',
        'Rovers: Play City.',
        'City: Play Rovers.',
        'Fans of City sang.',
      ],
    ],
    ['quotations after a colon', ['Rossi: “No.”', 'Rossi: “Yes.”', 'Rossi: “Perhaps.”']],
  ])('is not %s', (_case, blocks) => {
    expect(answers(...blocks)).toEqual([]);
  });
});
