import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  forget,
  forgetAll,
  listRemembered,
  lookInLibrary,
  MAX_ARTICLES,
  remember,
  rememberIfWanted,
  takeArticles,
} from '../../lib/browser/library.ts';
import { DEFAULT_SETTINGS } from '../../lib/browser/settings.ts';
import { briefOf } from '../library/support.ts';

const TEXT = 'Mayor Lena Okafor said the yard had lost 1,200 jobs.';
const brief = briefOf(TEXT, 'The yard', 'https://paper.example/yard?id=7&utm_source=mail');
const open = { isPrivate: false };
let version = '0.1.0';

beforeEach(async () => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  version = '0.1.0';
  browser.runtime.getManifest = () => ({ version }) as never;
  await forgetAll();
});

describe('the library', () => {
  it('keeps an article under its address, and tells it is kept', async () => {
    expect(await lookInLibrary(brief)).toMatchObject({ rememberedAt: null, isChanged: false });
    expect(await remember(brief, open)).toEqual({ status: 'kept' });
    expect(await listRemembered()).toMatchObject([
      { address: 'https://paper.example/yard?id=7', title: 'The yard', claims: [{ source: 'Lena Okafor' }] },
    ]);
    const look = await lookInLibrary(brief);
    expect(look).toMatchObject({ isChanged: false, isOtherEngine: false, changes: [] });
    expect(look.rememberedAt).not.toBeNull();
  });

  it('shows what changed against what was remembered, until the new version is', async () => {
    await remember(brief, open);
    const changed = briefOf(TEXT.replace('1,200', '1,900'), 'The yard', 'https://paper.example/yard?id=7');
    expect(await remember(changed, { ...open, onlyNew: true })).toEqual({ status: 'kept' });
    expect(await lookInLibrary(changed)).toMatchObject({
      isChanged: true,
      changes: [{ kind: 'altered', differences: ['number'] }],
    });
    await remember(changed, open);
    expect(await lookInLibrary(changed)).toMatchObject({ isChanged: false, changes: [] });
    expect(await listRemembered()).toHaveLength(1);
  });

  it('says where another version of Onix read it', async () => {
    await remember(brief, open);
    version = '0.2.0';
    expect(await lookInLibrary(brief)).toMatchObject({ isOtherEngine: true });
  });

  it('writes nothing by itself of a tab that has gone: it may have been private', async () => {
    const wanted = { ...DEFAULT_SETTINGS, rememberArticles: true };
    const { id } = await browser.tabs.create({});
    const gone = vi.spyOn(browser.tabs, 'get').mockRejectedValueOnce(new Error('No tab with id: 7'));
    await rememberIfWanted(brief, 7, wanted);
    expect(await listRemembered()).toEqual([]);
    gone.mockResolvedValue({ id, incognito: false } as never);
    await rememberIfWanted(brief, id!, wanted);
    expect(await listRemembered()).toHaveLength(1);
  });

  it('writes nothing in a private window', async () => {
    expect(await remember(brief, { isPrivate: true })).toEqual({ status: 'not_kept', reason: 'private' });
    expect(await listRemembered()).toEqual([]);
  });

  it('cannot remember what has no address', async () => {
    const { url: _url, ...article } = brief.article;
    expect(await remember({ ...brief, article }, open)).toEqual({ status: 'not_kept', reason: 'no_address' });
  });

  it.each([
    ['full', new DOMException('Disk', 'QuotaExceededError')],
    ['closed', new DOMException('Gone', 'InvalidStateError')],
  ] as const)('says why it could not keep it: %s', async (reason, error) => {
    await remember(brief, open);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw error;
    });
    expect(await remember(brief, open)).toEqual({ status: 'not_kept', reason });
    vi.restoreAllMocks();
    expect(await listRemembered()).toHaveLength(1); // what was there is there
  });

  it('takes no more than it may, and drops nothing for it', async () => {
    const addresses = Array.from({ length: MAX_ARTICLES }, (_, i) => `https://paper.example/${i}`);
    await putAll(addresses.map(address => ({ address })));
    expect(await remember(brief, open)).toEqual({ status: 'not_kept', reason: 'too_many' });
    expect(await count()).toBe(MAX_ARTICLES);
    // One that is in it already may still be brought up to date.
    const known = briefOf(TEXT, 'Known', addresses[0]);
    expect(await remember(known, open)).toEqual({ status: 'kept' });
  });

  it('forgets one, or all', async () => {
    const other = briefOf(TEXT, 'Another', 'https://paper.example/other');
    await remember(brief, open);
    await remember(other, open);
    await forget('https://paper.example/other');
    expect((await listRemembered()).map(({ title }) => title)).toEqual(['The yard']);
    await forgetAll();
    expect(await listRemembered()).toEqual([]);
  });

  it('leaves an entry of a shape it does not know where it is', async () => {
    await remember(brief, open);
    await putAll([{ address: 'https://a.example/', version: 9 }]);
    expect(await listRemembered()).toHaveLength(1);
    expect(await count()).toBe(2);
  });
});

/** Entries put past the library, as another version of Onix would. */
async function putAll(entries: object[]): Promise<void> {
  const db = await openDB('onix-library', 1);
  const { store, done } = db.transaction('articles', 'readwrite');
  await Promise.all([...entries.map(entry => store.put(entry)), done]);
  db.close();
}

async function count(): Promise<number> {
  const db = await openDB('onix-library', 1);
  const found = await db.count('articles');
  db.close();
  return found;
}

describe('a file of saved articles', () => {
  const saved = async (...addresses: string[]) => {
    await remember(brief, open);
    const [entry] = await listRemembered();
    await forgetAll();
    return addresses.map(address => ({ ...entry!, address }));
  };
  const here = async () => (await listRemembered()).map(({ address }) => address).toSorted();

  it('is taken in where it is brought; what is remembered there already stays as it was', async () => {
    const file = await saved('https://paper.example/a', 'https://paper.example/yard?id=7');
    await remember(brief, open);
    const [before] = await listRemembered();
    expect(await takeArticles(JSON.stringify(file), open)).toEqual({ status: 'taken', added: 1, known: 1 });
    expect(await here()).toEqual(['https://paper.example/a', 'https://paper.example/yard?id=7']);
    expect(await listRemembered()).toContainEqual(before);
    expect(await takeArticles(JSON.stringify(file), open)).toEqual({ status: 'taken', added: 0, known: 2 });
  });

  it('that holds an article twice brings the one remembered last', async () => {
    const [one] = await saved('https://paper.example/a');
    const later = { ...one!, title: 'Later', rememberedAt: '2999-01-01T00:00:00.000Z' };
    expect(await takeArticles(JSON.stringify([later, one]), open)).toMatchObject({ added: 1 });
    expect(await listRemembered()).toEqual([later]);
  });

  it.each([
    ['no JSON', () => '[{'],
    ['settings', () => '{"version":2}'],
    ['nothing', () => '[]'],
    [
      'a link that runs',
      (file: object[]) => JSON.stringify([...file, { ...file[0], address: 'javascript:1' }]),
    ],
    ['a newer shape', (file: object[]) => JSON.stringify([...file, { ...file[0], version: 2 }])],
    ['something else beside', (file: object[]) => JSON.stringify([...file, 7])],
  ])('is taken in whole or not at all: %s', async (_case, text) => {
    const file = await saved('https://paper.example/a');
    expect(await takeArticles(text(file), open)).toEqual({ status: 'refused', reason: 'not_library' });
    expect(await here()).toEqual([]);
  });

  it('finds no room where the library is full, and none in a private window', async () => {
    const addresses = Array.from({ length: MAX_ARTICLES }, (_, i) => `https://paper.example/${i}`);
    const file = JSON.stringify(await saved(...addresses));
    expect(await takeArticles(file, { isPrivate: true })).toEqual({ status: 'refused', reason: 'private' });
    await remember(brief, open);
    expect(await takeArticles(file, open)).toEqual({ status: 'refused', reason: 'too_many' });
    expect(await here()).toEqual(['https://paper.example/yard?id=7']);
    await forgetAll();
    expect(await takeArticles(file, open)).toMatchObject({ status: 'taken', added: MAX_ARTICLES });
  });
});
