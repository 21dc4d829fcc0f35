import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Brief } from '../../lib/brief/brief.ts';
import type { Reading } from '../../lib/brief/reading.ts';
import { BRIEF, find } from './fixture.ts';
import { READ } from './fake-desk.ts';
import { onTab, open, showPlace } from './opened.tsx';
import { faults, speak, wordsIn } from './stage.tsx';

const SENTENCE = find(
  'A decision on state money may follow before the end of the year, her office suggested.',
);
const EXPECTED = [{ ...find('may follow'), kind: 'expected' as const, sentence: SENTENCE }];

async function openNext(patch: Partial<Brief>) {
  const read = async () => ({ ...READ, brief: { ...BRIEF, ...patch } }) as Reading;
  const notes = open({ read, ...onTab('next') });
  await expect.element(page.getByRole('tabpanel')).toBeVisible();
  return notes;
}

beforeEach(async () => {
  speak();
  await page.viewport(360, 600);
});

describe('what is next', () => {
  it('keeps what is to come apart from what has been', async () => {
    await openNext({});
    await expect.element(page.getByRole('heading', { name: 'Still to come' })).toBeVisible();
    const dates = (tense: string) =>
      [...document.querySelectorAll(`.${tense} .date`)].map(it => it.textContent);
    expect(dates('upcoming').map(it => it.slice(-4))).toEqual(['2026', '2026', '2027', 'year']);
    expect(dates('past')).toEqual(['1931', 'January 2026']);
  });

  it('lists what is expected without a date, in the article’s words', async () => {
    const notes = await openNext({ expected: EXPECTED });
    await expect.element(page.getByRole('heading', { name: 'Planned, expected or demanded' })).toBeVisible();
    expect(wordsIn('.expected-item')).toContain('To come');
    expect(wordsIn('.expected-item .date-words')).toBe('may follow');
    await showPlace(-1);
    expect(notes.calls.at(-1)).toMatch(/^reveal /);
    expect(await faults()).toEqual([]);
  });

  it('says who says so, where somebody does', async () => {
    const claim = BRIEF.claims.find(({ source }) => source !== null)!;
    const place = claim.content[0]!;
    const entry = { ...place, precision: 'day' as const, tense: 'upcoming' as const, sentence: place };
    await openNext({ timeline: [entry] });
    expect(wordsIn('.date-item .item-notes')).toMatch(/^According to \S/);
  });

  it('sets the article’s words for who says so apart from its own', async () => {
    const claim = BRIEF.claims.find(it => it.source && it.source.playerId === undefined)!;
    const entry = { ...claim.content[0]!, kind: 'expected' as const, sentence: claim.content[0]! };
    const { start } = find('her office suggested');
    const hers = { ...claim, source: { start, end: start + 'her'.length } };
    const claims = BRIEF.claims.map(it => (it === claim ? hers : it));
    await openNext({ claims, timeline: [], expected: [entry] });
    expect(wordsIn('.expected-item .item-notes')).toBe('According to “her”');
  });

  it('names no single day where the article names a week', async () => {
    const place = find('A decision on state money may follow');
    const entry = { ...place, date: '2026-11-13', precision: 'day' as const, sentence: place };
    await openNext({ timeline: [{ ...entry, tense: 'past', approximate: true }] });
    expect(wordsIn('.date-item .date')).toBe('About November 13, 2026');
  });

  it('says why days stay as the article has them, where the page gives no date', async () => {
    const entry = { ...SENTENCE, precision: 'day' as const, tense: 'upcoming' as const, sentence: SENTENCE };
    const { publishedTime: _unknown, ...article } = BRIEF.article;
    await openNext({ article, timeline: [entry] });
    expect(wordsIn('[role="tabpanel"]')).toContain('The page gives no date of its own');
    await openNext({ timeline: [entry] });
    expect(wordsIn('[role="tabpanel"]')).not.toContain('The page gives no date of its own');
  });

  it('says so where nothing is to come', async () => {
    await openNext({ timeline: [], expected: [] });
    await expect.element(page.getByText('Onix found no dates in this article.')).toBeVisible();
  });
});
