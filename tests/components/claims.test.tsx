import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { BRIEF, find } from './fixture.ts';
import { article, freshPage, onTab, open } from './opened.tsx';
import { button, says, tab, wordsIn } from './stage.tsx';

beforeEach(freshPage);

describe('claims', () => {
  const claims = onTab('claims');

  it.each([
    [
      'quoted',
      'c5',
      'Daniel OkoroMerrow’s mayorsaid“The boats are old because nobody paid for new ones,” … “People will die waiting for morning.”Quoted',
    ],
    [
      'from a document',
      'c4',
      'An internal report seen by the Courier(document)putsthe cost of replacing the pumps at 4.2 million crownsParaphrased',
    ],
    [
      'nobody named, hedged',
      'c9',
      'The article does not say whoA helicopter could allegedly cover most of those casesParaphrasedHedged: “could” and “allegedly”Not confirmed',
    ],
    ['partly quoted', 'c12', 'Hanna VargaTransport ministercalledthe announcement “premature”Partly quoted'],
    [
      'disputed, by whom',
      'c6',
      'Disputed by Petra Lindqvist: saying night crossings had fallen by less than half',
    ],
    [
      'disputing',
      'c11',
      'Disputing Two engineers who worked on the vessels, and who asked not to be named: said warnings about the pumps',
    ],
  ])('says who, in which words, how surely: %s', async (_case, id, words) => {
    open(claims);
    await expect.element(tab(/Claims/)).toBeVisible();
    await expect.poll(() => wordsIn(`#claim-${id} .item-body`)).toContain(words);
  });

  it('says that the article itself calls a claim false, where nobody in it denies it', async () => {
    const called = BRIEF.claims.map(it => (it.id === 'c4' ? { ...it, status: 'denied' as const } : it));
    open({ ...article({}, { claims: called }), ...claims });
    await expect.poll(() => wordsIn('#claim-c4')).toMatch(/Called false in the article/);
    expect(wordsIn('#claim-c4')).not.toMatch(/Denied/);
  });

  it.each([
    ['outside the span', 'We cannot run vessels we do not trust', '“We cannot run vessels we do not trust,”'],
    [
      'inside the span',
      '“We cannot run vessels we do not trust,”',
      '“We cannot run vessels we do not trust,”',
    ],
    ['only on one side', 'We are not asking for', 'We are not asking for'],
    ['none', 'the announcement', 'the announcement'],
  ])('sets the article’s own quotation marks around a quotation: %s', async (_case, content, shown) => {
    const one = { ...BRIEF.claims[1]!, content: [find(content)] };
    open({ ...article({}, { claims: [one] }), ...claims });
    await expect.poll(() => wordsIn('.claim-item .words')).toBe(shown);
  });

  it('tells who disputes from who is disputed', async () => {
    const oneSided = BRIEF.claims.map(claim => (claim.id === 'c7' ? { ...claim, disputedBy: [] } : claim));
    open({ ...article({}, { claims: oneSided }), ...claims });
    await expect
      .poll(() => wordsIn('#claim-c6'))
      .toMatch(/Disputed by Petra Lindqvist:.*ParaphrasedDisputed/);
    expect(wordsIn('#claim-c7')).toMatch(/Disputing Daniel Okoro:.*Disputes another claim/);
    expect(wordsIn('#claim-c7')).not.toMatch(/Disputed/);
  });

  it('says so of who is only against another claim, and is not contested for that', async () => {
    const against = BRIEF.claims.map(claim =>
      claim.id === 'c7' ? { ...claim, disputedBy: [], status: 'stated' as const } : claim,
    );
    open({ ...article({}, { claims: against }), ...claims });
    await expect.poll(() => wordsIn('#claim-c7')).toMatch(/Disputes another claim/);
    expect(wordsIn('#claim-c5')).not.toMatch(/Disputes another claim/);
  });

  it('filters by speaker, wording, dispute and hedge', async () => {
    open(claims);
    await button(/^Disputed 3/).click();
    await expect.element(says('3 of 14 claims')).toBeVisible();
    await page.getByLabelText('Speaker').selectOptions('p2');
    await expect.element(says('1 of 14 claims')).toBeVisible();
    await button('Show all').click();
    await page.getByLabelText('Wording').selectOptions('mixed');
    await expect.element(says('1 of 14 claims')).toBeVisible();
  });

  it('filters by what is worth checking, and says why', async () => {
    open(claims);
    await button(/^To check 5/).click();
    await expect.element(says('5 of 14 claims')).toBeVisible();
    expect(wordsIn('#claim-c3 .item-notes')).toContain('Worth checking: number and cause');
    expect(wordsIn('#claim-c10 .item-notes')).toMatch(/Worth checking$/);
    expect(document.querySelector('#claim-c1')).toBeNull();
  });

  it('sets a claim and what disputes it side by side where there is room', async () => {
    const sides = () =>
      [...document.querySelectorAll('#claim-c6 .pair > *')].map(it => it.getBoundingClientRect());
    await page.viewport(800, 600);
    open(claims);
    await expect.poll(() => sides().length).toBe(2);
    expect(sides()[0]!.top).toBe(sides()[1]!.top);
    await page.viewport(360, 600);
    expect(sides()[0]!.bottom).toBeLessThan(sides()[1]!.top);
  });

  it('groups by speaker', async () => {
    open(claims);
    await page.getByLabelText('Order').selectOptions('speaker');
    const groups = () => [...document.querySelectorAll('.group-title')].map(it => it.firstChild?.textContent);
    await expect
      .poll(() => groups().slice(0, 3))
      .toEqual(['Northstrand Lines', 'Petra Lindqvist', 'An internal report seen by the Courier']);
  });

  it('leads from a claim to the one that disputes it, even through a filter', async () => {
    open(onTab('claims', { speaker: 'p2' }));
    await button(/^Disputed by Petra Lindqvist/).click();
    await expect.poll(() => document.activeElement?.id).toBe('claim-c7');
    expect(document.querySelectorAll('.claim-item')).toHaveLength(BRIEF.claims.length);
  });

  it('goes from claim to claim with j and k', async () => {
    open(claims);
    await expect.element(tab(/Claims/)).toBeVisible();
    await userEvent.keyboard('jjjk');
    expect(document.activeElement?.closest('.item')?.id).toBe('claim-c2');
  });

  it('calls what may only be another view no dispute', async () => {
    const claims = BRIEF.claims.map(claim => ({
      ...claim,
      ...(claim.disputedBy.length > 0 && { status: 'contested' as const, otherViews: claim.disputedBy }),
    }));
    open(article({}, { claims }));
    await tab(/Claims/).click();
    await expect.element(says(/^Another view, /).first()).toBeVisible();
    expect(document.querySelector('.note.disputed')).toBeNull();
    expect(document.body.textContent).not.toContain('Disputed by');
  });
});
