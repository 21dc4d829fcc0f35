import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Desk } from '../../components/desk.ts';
import type { Reading } from '../../lib/brief/reading.ts';
import { READ, fakeDesk } from './fake-desk.ts';
import { another, freshPage, onTab, open, showPlace } from './opened.tsx';
import { button, faults, says, tab, wordsIn } from './stage.tsx';

beforeEach(freshPage);

describe('reporting', () => {
  const claims = onTab('claims');
  const openForm = async (overrides: Partial<Desk> = {}) => {
    const notes = open({ ...claims, ...overrides });
    await button(/^Report: Claim 6: Daniel Okoro/).click();
    return notes;
  };
  const preview = () => JSON.parse(wordsIn('.preview pre')) as Record<string, unknown>;

  it('opens on the item, with the kinds that fit it', async () => {
    await openForm();
    await expect.element(page.getByRole('heading', { name: 'Report a problem' })).toHaveFocus();
    const kinds = [...document.querySelectorAll<HTMLInputElement>('input[name=kind]')].map(it => it.value);
    expect(kinds).toEqual(['wrong_source', 'not_a_quotation', 'wrong_certainty', 'wrong_status', 'other']);
    expect(await faults()).toEqual([]);
  });

  it('previews exactly what would leave, as it is typed and chosen', async () => {
    await openForm();
    await page.getByLabelText('Somebody else says it').click();
    await page.getByLabelText('In your words (optional)').fill('It was the deputy.');
    expect(preview()).toMatchObject({
      kind: 'wrong_source',
      message: 'It was the deputy.',
      address: 'courier.example',
      item: {
        type: 'claim',
        id: 'c6',
        words: 'the island had lost two thirds of its night crossings since 2019',
      },
    });
    await page.getByLabelText('Address of the page').selectOptions('none');
    await page.getByLabelText('Include the article’s words').click();
    expect(preview()).not.toHaveProperty('address');
    expect(preview()['item']).not.toHaveProperty('words');
    await expect.element(says('18 of 2,000 characters')).toBeVisible();
  });

  it('keeps what was previewed, thanks, and shows the id', async () => {
    const notes = await openForm();
    const shown = preview();
    await button('Report').last().click();
    // the title takes the focus, and so is read out; it stands there once
    const thanks = page.getByText('Problem reported. Thank you for your feedback.');
    await expect.element(thanks).toHaveFocus();
    expect(thanks.all()).toHaveLength(1);
    expect(notes.entries.map(it => it.report)).toEqual([shown]);
    expect(wordsIn('.report-id')).toBe(`Report ID ${shown['id'] as string}`);
    expect(says('Open in the issue tracker').query()).toBeNull();
    expect(await faults()).toEqual([]);
  });

  it('offers the tracker only where there is one, and notes that it was opened', async () => {
    const { desk } = fakeDesk();
    const notes = await openForm({
      report: { ...desk.report, trackerUrl: () => ({ url: '#tracker', isWhole: true }) },
    });
    await button('Report').last().click();
    await expect.element(page.getByRole('link', { name: 'Open in the issue tracker' })).toBeVisible();
    expect(notes.calls).not.toContain('read anyway');
  });

  it.each([
    ['full', 'There is no room left on this device'],
    ['closed', 'The report could not be kept.'],
  ] as const)('keeps the words on screen when it cannot keep the report: %s', async (reason, words) => {
    const { desk } = fakeDesk();
    await openForm({ report: { ...desk.report, submit: async () => ({ status: 'not_kept', reason }) } });
    await page.getByLabelText('In your words (optional)').fill('still here');
    await button('Report').last().click();
    await expect.element(page.getByRole('alert').getByText(words, { exact: false })).toBeVisible();
    await expect.element(page.getByLabelText('In your words (optional)')).toHaveValue('still here');
    expect(await faults()).toEqual([]);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('Refused'));
    await button('Copy').last().click();
    await expect.element(says('The browser did not let Onix copy.')).toBeVisible();
  });

  it('offers an unfinished report again', async () => {
    const notes = await openForm();
    await page.getByLabelText('In your words (optional)').fill('half a thou');
    await button('Back').click();
    await expect.element(says('You have an unfinished report.')).toBeVisible();
    await button('Continue').click();
    await expect.element(page.getByLabelText('In your words (optional)')).toHaveValue('half a thou');
    await button('Discard').click();
    expect(notes.draft).toMatchObject({ message: 'half a thou' });
    await button('Really discard?').click();
    await expect.poll(() => notes.draft).toBeNull();
  });

  it('drops at once a report in which nothing was written', async () => {
    await openForm();
    await button('Discard').click();
    await expect.element(page.getByLabelText('In your words (optional)')).not.toBeInTheDocument();
  });

  it('says so in a private window', async () => {
    const { desk } = fakeDesk();
    await openForm({ report: { ...desk.report, isPrivate: true } });
    await expect.element(says(/^This is a private window/)).toBeVisible();
  });

  it('lists what was reported and deletes it', async () => {
    const notes = await openForm();
    await button('Report').last().click();
    await button('Your reports').click();
    await expect.element(page.getByText('1 reportSave all')).toBeVisible();
    expect(await faults()).toEqual([]);
    await button(/^Delete/).click();
    expect(notes.entries).toHaveLength(1);
    await button(/^Really delete/).click();
    await expect.element(says('You have reported nothing yet.')).toBeVisible();
    expect(notes.entries).toEqual([]);
  });

  it('comes back to the brief when another page is opened, and forgets what was shown', async () => {
    let reading: Reading = READ;
    const notes = open({ ...claims, read: async () => reading });
    await showPlace(0);
    await button('Your reports').click();
    reading = another('Another article', 'https://courier.example/another');
    notes.changeTab('tab');
    await expect.element(tab(/Summary/)).toHaveAttribute('aria-selected', 'true');
    expect(wordsIn('.tour')).toBe('');
  });
});
