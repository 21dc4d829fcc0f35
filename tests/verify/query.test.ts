import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import { buildQuery } from '../../lib/verify/query.ts';
import { placeIn } from '../support/place.ts';

const text = `The mayor of Ashby, Lena Okafor, said on Friday that the harbour had lost 1,200 jobs since 2019.

Her deputy, Tom Reyes, disagreed. "We have never seen more ships in this harbour," he told reporters.`;
const brief = analyse(
  articleFromText(text, { url: 'https://paper.example/a?id=7', publishedTime: '2026-05-04T08:00:00Z' }),
);

describe('buildQuery', () => {
  it('holds names, numbers and content words of the statement', () => {
    const query = buildQuery(brief, placeIn(text, 'the harbour had lost 1,200 jobs since 2019'));
    expect(query.numbers).toEqual(['1,200', '2019']);
    expect(query.words).toEqual(expect.arrayContaining(['harbour', 'lost', 'jobs', '1,200']));
    expect(query.names).toContainEqual({ name: 'Lena Okafor', type: 'person', role: 'mayor of Ashby' });
    expect(query.articleDate).toBe('2026-05-04T08:00:00Z');
  });

  it('never contains words from outside the statement, but for the names of its source', () => {
    const query = buildQuery(brief, placeIn(text, 'We have never seen more ships in this harbour'));
    const allowed = `Tom Reyes ${text.slice(text.indexOf('We have'))}`;
    for (const word of query.words) expect(allowed).toContain(word);
    expect(query.words.join(' ')).not.toMatch(/jobs|Okafor|Ashby|1,200/);
  });

  it('stays within twelve words and six in a row', () => {
    const query = buildQuery(brief, { start: 0, end: text.length });
    expect(query.words.length).toBeLessThanOrEqual(12);
    const inARow = query.phrase?.split(/\s+/).length ?? 0;
    expect(inARow).toBeGreaterThanOrEqual(3);
    expect(inARow).toBeLessThanOrEqual(6);
    expect(text).toContain(query.phrase);
  });

  it.each([
    ['nothing selected', { start: 10, end: 10 }],
    ['a comma', placeIn(text, ',')],
  ])('has nothing to ask with for %s', (_case, span) => {
    expect(buildQuery(brief, span)).toMatchObject({ words: [], numbers: [], phrase: null });
  });
});
