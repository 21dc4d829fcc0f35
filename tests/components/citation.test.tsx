import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { citeClaim, citePassage } from '../../components/citation.ts';
import type { TabName } from '../../components/desk.ts';
import type { Brief } from '../../lib/brief/brief.ts';
import { BRIEF, find } from './fixture.ts';
import { onTab, open } from './opened.tsx';
import { faults, speak, wordsIn } from './stage.tsx';

const ORIGIN = `${BRIEF.article.title} · The Ansley Courier · November 20, 2026`;
const claim = (id: string) => BRIEF.claims.find(it => it.id === id)!;
const lines = (...all: string[]) => all.join('\n');

beforeEach(async () => {
  speak();
  await page.viewport(360, 600);
});

describe('words with their source', () => {
  it.each([
    [
      'c5',
      '“The boats are old because nobody paid for new ones,” … “People will die waiting for morning.”',
      '— Daniel Okoro (Merrow’s mayor) · “said” · Quoted',
    ],
    [
      'c3',
      '“the three engine fires since January 2026 had each started in the same fuel pump”',
      '— Northstrand Lines (the operator) · “said” · Paraphrased',
    ],
    [
      'c9',
      '“A helicopter could allegedly cover most of those cases”',
      '— The article does not say who · Paraphrased · Hedged: “could” and “allegedly” · Not confirmed',
    ],
    [
      'c6',
      '“the island had lost two thirds of its night crossings since 2019”',
      '— Daniel Okoro (Merrow’s mayor) · “said” · Paraphrased · Disputed',
    ],
  ])('a claim says whose it is and how it is told: %s', (id, words, who) => {
    expect(citeClaim(BRIEF, claim(id))).toBe(lines(words, who, ORIGIN, BRIEF.article.url!));
  });

  it.each([
    ['plain', 'The ferry line opened in 1931', '“The ferry line opened in 1931”'],
    ['with a quotation in it', '“We are asking for a boat.”', '‘“We are asking for a boat.”’'],
  ])('a passage is the article’s own: %s', (_case, words, quoted) => {
    expect(citePassage(BRIEF.article, find(words))).toBe(lines(quoted, ORIGIN, BRIEF.article.url!));
  });

  it.each([
    [
      'what tells where the reader came from',
      'https://courier.example/a?id=7&utm_source=feed#part',
      'https://courier.example/a?id=7',
    ],
    ['a page without address', undefined, null],
  ])('the address is clean: %s', (_case, url, shown) => {
    const { canonicalUrl: _canonical, ...article } = BRIEF.article;
    const brief = { ...BRIEF, article: { ...article, url } } as Brief;
    expect(citeClaim(brief, claim('c3')).split('\n').slice(3)).toEqual(shown === null ? [] : [shown]);
  });

  it('what is not known is left out', () => {
    const { siteName: _site, publishedTime: _time, ...article } = BRIEF.article;
    const brief = { ...BRIEF, article: { ...article, title: '' } } as Brief;
    expect(citePassage(brief.article, find('The ferry line')).split('\n')[1]).toBe('Untitled article');
  });
});

describe('copying them', () => {
  let copied: string[];
  beforeEach(() => {
    copied = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async text => void copied.push(text));
  });
  const openTab = (tab: TabName) => {
    open({
      ...onTab(tab, { question: 'When?' }),
      questions: {
        suggest: async () => [],
        answer: async () => [
          { ...find('1931'), sentence: find('The ferry line opened in 1931'), score: 1, isOutright: true },
        ],
      },
    });
  };
  const copyButton = () => page.getByRole('button', { name: /^Copy with its source:/ });

  it.each([
    ['summary', () => citePassage(BRIEF.article, BRIEF.summary[0]!)],
    ['claims', () => citeClaim(BRIEF, claim('c1'))],
    ['ask', () => citePassage(BRIEF.article, find('The ferry line opened in 1931'))],
  ] as const)('a press copies, and says so beside the words: %s', async (tab, cited) => {
    openTab(tab);
    await copyButton().first().click();
    await expect.element(page.getByRole('status').getByText('Words and source copied.')).toBeVisible();
    expect(copied).toEqual([cited()]);
    expect(await faults()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });

  it('a letter does as well', async () => {
    openTab('claims');
    await expect.element(copyButton().first()).toBeVisible();
    await userEvent.keyboard('jjq');
    await expect.poll(() => copied).toEqual([citeClaim(BRIEF, claim('c2'))]);
    await expect.poll(() => wordsIn('#claim-c2 output')).toBe('Words and source copied.');
    await userEvent.keyboard('j'); // and goes on
    await expect.poll(() => wordsIn('#claim-c2 output')).toBe('');
  });

  it('says so where the browser refuses', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('No', 'NotAllowedError'));
    openTab('claims');
    await copyButton().first().click();
    await expect.element(page.getByText('The browser did not let Onix copy.')).toBeVisible();
  });

  it('a player is no passage', async () => {
    openTab('players');
    await expect.element(page.getByRole('heading', { name: 'Petra Lindqvist' })).toBeVisible();
    expect(copyButton().elements()).toEqual([]);
  });
});
