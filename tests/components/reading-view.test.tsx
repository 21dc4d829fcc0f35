import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Desk } from '../../components/desk.ts';
import type { Obstacle, Reading } from '../../lib/brief/reading.ts';
import { READ, fakeDesk } from './fake-desk.ts';
import { BRIEF } from './fixture.ts';
import { URL_READ, another, freshPage, onTab, open } from './opened.tsx';
import { button, faults, says, tab } from './stage.tsx';

beforeEach(freshPage);

describe('a page that cannot be read', () => {
  const unreadable = (reason: Obstacle): Partial<Desk> => ({
    read: async () => ({ status: 'unreadable', tabId: 1, reason }),
  });

  it.each([
    ['loading', 'The page is still on its way', []],
    ['restricted', 'The browser keeps this page to itself', []],
    ['no_permission', 'Onix may not read this site', ['Allow on this site']],
    ['pdf', 'This is a PDF', []],
    ['frames', 'What this page shows is in a frame', ['Report a problem']],
    ['empty', 'There is no text to read here', ['Try again', 'Report a problem']],
    ['too_large', 'This page is too long', ['Report a problem']],
    ['closed', 'The tab has gone', ['Try again']],
    ['failed', 'Onix could not read this page', ['Try again', 'Report a problem']],
  ] as const)('says why and what to do: %s', async (reason, title, expected) => {
    open(unreadable(reason));
    await expect.element(page.getByRole('heading', { name: title })).toBeVisible();
    const actions = [...document.querySelectorAll('.notice button')].map(it => it.textContent);
    expect(actions).toEqual(expected);
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['a set of frames', { status: 'unreadable', tabId: 1, reason: 'frames' }, ['Report a problem']],
    [
      'a page around a frame',
      { status: 'not_article', tabId: 1, url: URL_READ },
      ['Read it anyway', 'It is an article'],
    ],
  ] as const)('leads to what is in the frame: %s', async (_case, reading, others) => {
    const frame = 'https://stories.example/ferries?id=7';
    open({ read: async () => ({ ...reading, frame }) });
    await expect
      .element(page.getByRole('heading', { name: 'What this page shows is in a frame' }))
      .toBeVisible();
    const link = page.getByRole('link', { name: 'Open stories.example in a tab' });
    await expect.element(link).toHaveAttribute('href', frame);
    await expect.element(link).toHaveAttribute('target', '_blank');
    expect([...document.querySelectorAll('.notice button')].map(it => it.textContent)).toEqual(others);
    expect(await faults()).toEqual([]);
  });

  it('asks for access and reads again', async () => {
    const notes = open(unreadable('no_permission'));
    await button('Allow on this site').click();
    expect(notes.calls).toContain('requestAccess');
  });

  it('reads a page that is no article when asked to', async () => {
    const { desk } = fakeDesk();
    const read: Desk['read'] = async options =>
      options?.anyway ? desk.read() : { status: 'not_article', tabId: 1, url: URL_READ };
    open({ read });
    await expect.element(says('This does not look like an article')).toBeVisible();
    expect(await faults()).toEqual([]);
    await button('It is an article').click();
    await expect.element(page.getByLabelText('This is a news article')).toBeChecked();
    await button('Back').click();
    await button('Read it anyway').click();
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(BRIEF.article.title);
  });

  it('says so when a brief cannot be shown, and can read again', async () => {
    const { desk } = fakeDesk();
    const broken = { ...READ, brief: { ...BRIEF, timeline: null } } as unknown as Reading;
    let times = 0;
    open({ read: () => (times++ === 0 ? Promise.resolve(broken) : desk.read()) });
    await expect.element(says('Onix could not read this page')).toBeVisible();
    await button('Try again').click();
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(BRIEF.article.title);
  });

  it('offers a report when the desk itself fails', async () => {
    open({ read: () => Promise.reject(new Error('the worker has gone')) });
    await expect.element(says('Onix could not read this page')).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Report a problem' }).click();
    await expect
      .element(page.getByLabelText('In your words (optional)'))
      .toHaveValue('Error: the worker has gone');
  });
});

describe('a page that changes under the panel', () => {
  const skeletons = () => document.querySelectorAll('.skeleton').length;
  const headline = page.getByRole('heading', { level: 1 });

  it('keeps what is shown and the focus while the same words come again', async () => {
    const notes = open(onTab('claims'));
    await tab(/Claims/).click();
    await button(/Hedged/).click();
    notes.changeTab('content');
    notes.changeTab('address');
    await expect.poll(() => notes.calls.filter(call => call === 'read').length).toBe(3);
    expect(skeletons()).toBe(0);
    await expect.element(button(/Hedged/)).toHaveFocus();
  });

  it('shows the article that comes in after its address, and the one before until then', async () => {
    const url = 'https://courier.example/another';
    const answers = [READ, { ...READ, url }, another('The mill burns', url)] as Reading[];
    const notes = open({ read: async () => (answers.length > 1 ? answers.shift()! : answers[0]!) });
    await expect.element(headline).toHaveTextContent(BRIEF.article.title);
    notes.changeTab('address');
    await expect.element(headline).toHaveTextContent('The mill burns');
    expect(answers).toHaveLength(1);
  });

  it('shows nothing of the page before while the next one takes long', async () => {
    const notes = open({
      read: () => (notes.calls.push('read') > 1 ? new Promise(() => undefined) : Promise.resolve(READ)),
    });
    await expect.element(headline).toHaveTextContent(BRIEF.article.title);
    notes.changeTab('address');
    await expect.poll(skeletons).toBe(1);
  });

  it('lets no late answer about the tab before take the place of the present one', async () => {
    const { promise, resolve } = Promise.withResolvers<Reading>();
    const answers = [promise, Promise.resolve(another('The mill burns', 'https://courier.example/mill'))];
    const notes = open({ read: () => answers.shift() ?? promise });
    await expect.poll(() => answers.length).toBe(1);
    notes.changeTab('tab');
    await expect.element(headline).toHaveTextContent('The mill burns');
    resolve(READ);
    await tab(/Claims/).click(); // by then it has come
    await expect.element(headline).toHaveTextContent('The mill burns');
  });

  it('shows what another view has read, and asks for nothing while an answer is on its way', async () => {
    const { promise, resolve } = Promise.withResolvers<Reading>();
    const answers = [promise, Promise.resolve(another('The mill burns', URL_READ))];
    const notes = open({ read: () => answers.shift() ?? promise });
    await expect.poll(() => answers.length).toBe(1);
    notes.changeTab('brief');
    resolve(READ);
    await expect.element(headline).toHaveTextContent(BRIEF.article.title);
    expect(answers).toHaveLength(1);
    notes.changeTab('brief');
    await expect.element(headline).toHaveTextContent('The mill burns');
    expect(skeletons()).toBe(0);
  });

  it('goes on reading a page that is read although it is no article', async () => {
    const { desk } = fakeDesk();
    const notes = open({
      read: async options => {
        notes.calls.push(`read${options?.anyway ? ' anyway' : ''}`);
        return options?.anyway ? desk.read() : { status: 'not_article', tabId: 1, url: URL_READ };
      },
    });
    await button('Read it anyway').click();
    await expect.element(tab(/Summary/)).toBeVisible();
    const before = notes.calls.length;
    notes.changeTab('content');
    await expect.poll(() => notes.calls.length).toBeGreaterThan(before);
    expect(notes.calls.at(-1)).toBe('read anyway');
    await expect.element(tab(/Summary/)).toBeVisible();
  });
});
