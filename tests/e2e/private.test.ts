import { describe, expect, it } from 'vitest';
import { dropFirstClaim } from '../support/correcting.ts';
import { BROWSERS, startReading } from '../support/reading.ts';
import type { Session } from '../support/session.ts';
import { pause, textOf, waitForWords, waitUntilSettled } from '../support/view.ts';
import { words } from '../support/words.ts';

const TITLE = 'Kilbrannagh halts electric ferry plan';

describe.each(BROWSERS)('a private window in %s', name => {
  const here = startReading(name);

  it('keeps what was read, reported and corrected off the disk, and forgets it when it closes', async () => {
    const { session, origin } = here;
    const options = await session.openInTab('options.html');
    await options.press(words('settingsRemember'));
    await waitForWords(options, words('settingsSaved'));
    await options.close();
    const page = await session.openPrivately(`${origin}/sample/`);

    const popup = await session.openPopup(page);
    // Firefox opens no database in a private window.
    await waitForWords(popup, words(name === 'chrome' ? 'notRememberedPrivate' : 'libraryPrivate'));
    expect(await textOf(popup)).toContain(TITLE);
    await dropFirstClaim(popup, words('reportKeptPrivate'));
    await popup.close();

    await session.killWorker();
    const again = await session.openPopup(page);
    await waitUntilSettled(again);
    await waitForWords(again, words('correctedByYou', 1));
    await again.close();
    expect(await inMemory(session)).toContain(TITLE);

    await session.closePrivately(page);
    for (let tries = 0; (await inMemory(session)) !== '{}' && tries < 100; tries += 1) await pause(50);
    expect(await inMemory(session)).toBe('{}');
    expect(await onDisk(session)).not.toContain(TITLE);
  });

  it('is what makes the difference: an open one keeps what the reader chose to keep', async () => {
    const page = await here.open('/sample/');
    const popup = await here.session.openPopup(page);
    await waitForWords(popup, words('rememberedOn', '').trim());
    expect(await textOf(popup)).not.toContain(words('correctedByYou', 1));
    expect(await onDisk(here.session)).toContain(TITLE);
    await popup.close();
  });
});

const inMemory = (session: Session): Promise<string> =>
  session.inExtension(async api => JSON.stringify(await api.storage.session!.get(null)));

/** All that the extension has stored for good, as one string. */
const onDisk = (session: Session): Promise<string> =>
  session.inExtension(async api => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.addEventListener('success', () => done(request.result));
        request.addEventListener('error', () => failed(request.error ?? new Error('refused')));
      });
    const all: unknown[] = [await api.storage.local.get(null)];
    for (const known of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(known.name!));
      for (const store of database.objectStoreNames)
        all.push(await settled(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return JSON.stringify(all);
  });
