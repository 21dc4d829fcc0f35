import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { article, freshPage, open } from './opened.tsx';
import { says, wordsIn } from './stage.tsx';

beforeEach(freshPage);

describe('the head of a brief', () => {
  it('heads the brief with outlet, byline, kind and how much was read', async () => {
    open();
    await expect.element(says('The Ansley Courier · Local')).toBeVisible();
    const header = wordsIn('.article-header');
    expect(header).toContain('By Nora Fitch and Tom Aldane');
    expect(header).toContain('News report');
    expect(header).toContain('Read 10 of 10 paragraphs');
  });

  it.each([
    ['opinion', article({ type: 'opinion' }), 'This is an opinion piece'],
    ['live', article({ type: 'live' }), 'Live, still changing'],
    ['sponsored', article({ type: 'sponsored' }), 'It is advertising, not reporting.'],
    ['partial', article({ partial: true }), 'Only part of this article is on the page.'],
    [
      'a correction',
      article({ corrections: ['An earlier version gave a wrong year.'] }),
      'Correction noted by the publisher: An earlier version gave a wrong year.',
    ],
    [
      'where a correction is told',
      article({ corrections: ['https://courier.example/corrections#7'] }),
      'Correction noted by the publisher: Leads to courier.example',
    ],
    [
      'a correction that is no web page',
      article({ corrections: ['javascript:alert(1)'] }),
      'Correction noted by the publisher: javascript:alert(1)',
    ],
    ['a damaged engine', article({}, { rulesOnly: true }), 'A part of Onix is damaged or missing.'],
    ['no headline', article({ title: '' }), 'Untitled article'],
    [
      'a language partly supported',
      article({}, { offered: { names: 'full', claims: 'partial', summary: 'none', ask: 'full' } }),
      'only in part: of claims only quotations (not who disputes them), no dates, and no summary.',
    ],
  ])('says plainly: %s', async (_case, overrides, words) => {
    open(overrides);
    await expect.element(says(words)).toBeVisible();
  });

  it('carries every text of an item into its own field, never as markup', async () => {
    const title = '<img src=x onerror=alert(1)>';
    open(article({ title }));
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(title);
    expect(document.querySelector('#app img')).toBeNull();
  });
});
