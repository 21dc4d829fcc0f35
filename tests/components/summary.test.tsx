import { beforeEach, describe, expect, it } from 'vitest';
import type { Flag } from '../../lib/brief/brief.ts';
import { BRIEF } from './fixture.ts';
import { article, freshPage, open } from './opened.tsx';
import { faults, says, tab } from './stage.tsx';

beforeEach(freshPage);

describe('the summary', () => {
  it('sums the article up in its own sentences', async () => {
    open();
    await expect.element(tab(/Summary/)).toHaveAttribute('aria-selected', 'true');
    const sentences = [...document.querySelectorAll('.summary-item .words')].map(it => it.textContent);
    expect(sentences).toEqual(BRIEF.summary.map(({ start, end }) => BRIEF.article.text.slice(start, end)));
  });

  it('says who disputes a sentence of the summary, where the summary leaves that out', async () => {
    const claim = BRIEF.claims.find(({ disputedBy }) => disputedBy.length > 0)!;
    const { start, end } = claim.content[0]!;
    open(article({}, { summary: [{ start, end }] }));
    await expect.element(says('Disputed by').first()).toBeVisible();
    open(article({}, { summary: [BRIEF.summary[0]!] }));
    await expect.poll(() => document.querySelectorAll('.summary-item').length).toBe(1);
    expect(document.querySelector('.summary-item')?.textContent).not.toContain('Disputed by');
  });

  it('gives the reason of every flag, and the place or headline beside it', async () => {
    const [first, second] = BRIEF.summary;
    const flag = (kind: Flag['kind'], related: Flag['related'], because: string): Flag => ({
      ...first!,
      kind,
      related,
      because,
    });
    const flags = [
      flag('quote-out-of-place', [], 'penguins, glaciers'),
      flag('headline-not-supported', 'title', 'allegedly'),
      flag('number-mismatch', [second!], '14 / 19'),
      flag('date-mismatch', [second!], 'Tuesday'),
      flag('same-words-two-speakers', [second!], 'the words'),
      flag('paraphrase-as-quotation', 'title', 'we will close'),
      flag('single-source', [second!], 'Hanna Varga'),
      flag('unnamed-sources', [second!], '5 / 7'),
    ];
    open(article({}, { flags }));
    await expect.poll(() => document.querySelectorAll('.flag-item').length).toBe(flags.length);
    const items = [...document.querySelectorAll('.flag-item')].map(item => item.textContent);
    for (const [i, { because, kind }] of flags.entries())
      expect(items[i]).toContain(kind === 'same-words-two-speakers' ? 'very same words' : because);
    expect(items[1]).toContain(BRIEF.article.title);
    expect(items[2]).toContain(BRIEF.article.text.slice(second!.start, second!.end));
    expect(await faults()).toEqual([]);
  });
});
