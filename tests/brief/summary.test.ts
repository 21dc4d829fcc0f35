import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import type { SummaryLength } from '../../lib/brief/brief.ts';
import { parseText } from '../../lib/text/parse.ts';

const TEXT = [
  'The Harrow dam burst on Monday after a week of rain, and 300 homes in the valley were flooded.',
  'Lena Brandt, the chief engineer, said that two gates had failed before dawn. She said nobody had warned the board.',
  'The board denied these claims. It said that inspectors had passed the gates in April.',
  'Birds returned to the lake on Tuesday.',
  'A hearing on the Harrow dam is expected to begin next week, and Brandt will be the first witness.',
  'The lake is popular with anglers from the city.',
].join('\n\n');

function summary(text: string, length: SummaryLength): string[] {
  const brief = analyse(articleFromText(text, { title: 'Harrow dam bursts' }), { summary: length });
  return brief.summary.map(({ start, end }) => text.slice(start, end));
}

describe('a summary', () => {
  it.each([
    ['normal', 3],
    ['long', 5],
  ] as const)('of length %s has %i sentences', (length, count) => {
    expect(summary(TEXT, length)).toHaveLength(count);
  });

  it('keeps near fifty words when short', () => {
    const words = summary(TEXT, 'short').join(' ').split(/\s+/).length;
    expect(words).toBeGreaterThan(15);
    expect(words).toBeLessThanOrEqual(65);
  });

  it('says first what happened, in reading order, and leaves the birds out', () => {
    const sentences = summary(TEXT, 'normal');
    expect(sentences[0]).toMatch(/^The Harrow dam burst/);
    expect(sentences.map(sentence => TEXT.indexOf(sentence))).toEqual(
      sentences.map(sentence => TEXT.indexOf(sentence)).toSorted((a, b) => a - b),
    );
    expect(sentences.join(' ')).not.toContain('Birds');
  });

  it('keeps a sentence that ends with an abbreviation, and leaves captions out', () => {
    const text = [
      'A caretaker at the Merrow lighthouse, 61, on the island’s north shore.',
      'Photo: Lena Brandt.',
      'The Merrow lighthouse was sold on Friday to a trust from the U.S.',
      'The trust wants to open the Merrow lighthouse to visitors in May.',
    ].join('\n\n');
    const sentences = summary(text, 'short').join(' ');
    expect(sentences).toContain('to a trust from the U.S.');
    expect(sentences).not.toMatch(/caretaker|Photo/);
  });

  it.each([
    ['half a sentence', 'Explaining why the Harrow dam burst on Monday after a week of rain in the hills.'],
    ['what was added', 'Correction, May 3: The Harrow dam burst on Monday, not on Sunday as was said here.'],
    ['what was noted', 'Editor’s note: The Harrow dam burst on Monday after a week of rain in the hills.'],
  ])('leaves %s out', (_case, odd) => {
    const text = `The council shut the Harrow dam.\n\n${odd}\n\nEngineers will look at the dam on Thursday.`;
    for (const length of ['short', 'normal', 'long'] as const)
      expect(summary(text, length)).not.toContain(odd);
  });

  it.each([
    ['is whole', 'Explaining why the Harrow dam burst, the mayor blamed the rain in the hills.'],
    ['tells of a correction', 'Correction of the Harrow dam’s course will begin on Thursday in the hills.'],
  ])('keeps what %s', (_case, even) => {
    expect(summary(`${even}\n\nThe council shut its doors.`, 'normal')).toContain(even);
  });

  it.each([
    ['a pronoun', 'She resigned within the hour and handed the Harrow dam’s keys to the mayor of Harrow.'],
    ['a possessive', 'Her deputy resigned from the Harrow dam on Monday after the week of rain.'],
    ['a summing noun', 'Owen Hart criticised the move, and said the Harrow dam needed its engineers.'],
    ['a pointing word', 'This flooded 300 homes near the Harrow dam on Monday after a week of rain.'],
    [
      'half a quotation',
      '“The Harrow dam burst on Monday after a week of rain. It will burst again,” said Hart.',
    ],
  ])('does not open with %s that has nothing to point to', (_case, dangling) => {
    const text = `${dangling}\n\nThe council will discuss the Harrow dam on Thursday in the town hall.`;
    for (const length of ['short', 'normal', 'long'] as const) {
      const sentences = summary(text, length);
      expect(sentences.length).toBeGreaterThan(0);
      for (const sentence of sentences) expect(dangling).not.toContain(sentence);
    }
  });

  it.each(['Weirton, Ill. — ', 'WEIRTON, Ill. -- ', 'WEIRTON (May 3) -- ', 'Weirton (NBW) — ', 'WEIRTON--'])(
    'opens with no dateline: %s',
    dateline => {
      const said = 'The Harrow dam burst on Monday after a week of rain in the hills.';
      expect(summary(dateline + said, 'normal')).toEqual([said]);
    },
  );

  it.each(['WEIRTON’s Harrow dam', 'Weirton, Illinois, the dam’s town', 'The Harrow dam (Weirton)'])(
    'keeps what is none: %s',
    subject => {
      const text = `${subject} — the oldest — was hit on Monday after a week of rain in the hills.`;
      expect(summary(text, 'normal')).toEqual([text]);
    },
  );

  it('opens with no mark of a list', () => {
    const text = '• The Harrow dam burst on Monday after a week of rain in the hills.';
    expect(summary(text, 'normal')).toEqual([
      'The Harrow dam burst on Monday after a week of rain in the hills.',
    ]);
  });

  it('does not say again what the standfirst says', () => {
    const text = [
      'Weeks before it closed the night ferry for lack of money, the Harbour Board had to give up two piers in Orsk.',
      'A few weeks before it closed the night ferry for lack of money, the Harbour Board gave up two of its piers on both ends of Orsk.',
      'Rust has been eating into gangways along this coast for longer than most pilots can remember, and paint is scarce, dear, and often of poor quality even when it comes.',
      'Hotels further inland used to fill up with anglers, hikers and painters every summer, though fewer and fewer of them have come since fares were raised for the third time.',
      'Gulls, seals and an occasional whale are what visitors now come for, and some stay on for weeks in caravans, tents and old army huts above the dunes.',
    ].join('\n\n');
    const plain = articleFromText(text, {
      title: 'Harbour Board gave up two piers, then closed the night ferry',
    });
    const [first, ...rest] = plain.blocks;
    const article = { ...plain, blocks: [{ ...first!, kind: 'standfirst' as const }, ...rest] };
    const said = analyse(article, { summary: 'short' }).summary.map(({ start, end }) =>
      text.slice(start, end),
    );
    expect(said.filter(sentence => sentence.includes('lack of money'))).toHaveLength(1);
  });

  it('may point back to what it says', () => {
    const text =
      'Lena Brandt, the chief engineer of the Harrow dam, said on Monday that two gates had failed. ' +
      'She will tell a hearing about the Harrow dam next week.\n\nBirds came back.';
    expect(summary(text, 'normal').join(' ')).toMatch(/Lena Brandt.*She will tell/);
  });

  it('takes the lede for the lede where a standfirst dangles before it', () => {
    const paragraphs = [
      'She says the dam was doomed from the very start.',
      'Lena Brandt resigned on Monday as chief engineer of the Harrow dam, which burst after a week of rain.',
      'The inspectors found rust on four of the gates in April, according to a report that the council published last year, and 300 homes were flooded.',
      'The union of the dam workers said that two of the pumps were out of order on Sunday, and that 40 jobs had been cut since spring.',
      'The council of Harrow said on Tuesday that it had spent 12 million on the dam since 2019, and that the valley was safe.',
    ];
    const text = paragraphs.join('\n\n');
    const article = articleFromText(text, { title: 'She warned them' });
    const blocks = article.blocks.map((block, i) => ({
      ...block,
      kind: i === 0 ? ('standfirst' as const) : block.kind,
    }));
    const [first] = analyse({ ...article, blocks }, { summary: 'normal' }).summary;
    expect(text.slice(first!.start, first!.end)).toBe(paragraphs[1]);
  });

  it('does not say the same thing twice', () => {
    const twice = `${TEXT}\n\nThe Harrow dam burst on Monday after a week of rain, and 300 homes in the valley were flooded.`;
    const sentences = summary(twice, 'normal');
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('holds nothing but whole sentences of the article, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('Rain fell on the town.', '“Go,”', 'she said.', '\n\n', ' ', 'A 3.5 % rise', '…'),
        ),
        parts => {
          const text = parts.join(' ');
          const article = articleFromText(text);
          const sentences = parseText(article.text).sentences.map(({ start, end }) => ({ start, end }));
          for (const { start, end } of analyse(article).summary) {
            expect(sentences).toContainEqual({ start, end });
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
