import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import type { SummaryLength } from '../../lib/brief/brief.ts';

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
          const brief = analyse(articleFromText(text));
          for (const { start, end } of brief.summary) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
