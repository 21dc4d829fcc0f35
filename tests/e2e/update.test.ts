import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildFolder } from '../../scripts/build.ts';
import { dropFirstClaim } from '../support/correcting.ts';
import { BROWSERS, startReading } from '../support/reading.ts';
import { waitFor, waitForWords, waitUntilSettled } from '../support/view.ts';
import { words } from '../support/words.ts';

describe.each(BROWSERS)('an update of the extension in %s', name => {
  const folder = mkdtempSync(join(tmpdir(), `onix-update-${name}-`));
  cpSync(buildFolder(name), folder, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const here = startReading(name, { opens: '/sample/', extension: folder });

  it('leaves settings, remembered articles, corrections and reports as they were', async () => {
    const { session, page } = here;
    const popup = await session.openPopup(page);
    await waitUntilSettled(popup);
    await popup.press(words('remember'));
    await waitForWords(popup, words('rememberedNow'));
    await dropFirstClaim(popup);
    await popup.close();
    const before = await session.openInTab('options.html');
    await before.press(words('settingsRemember'));
    await waitForWords(before, words('settingsSaved'));
    await before.close();

    const manifest = join(folder, 'manifest.json');
    const old = JSON.parse(readFileSync(manifest, 'utf8')) as object;
    writeFileSync(manifest, JSON.stringify({ ...old, version: '99.0.0' }));
    await session.update();

    const options = await session.openInTab('options.html');
    await waitForWords(options, words('countReports_one', 1));
    await waitFor(options, () => document.querySelectorAll('.remembered').length === 1);
    const { settings } = await session.inExtension(api => api.storage.local.get('settings'));
    expect(settings).toMatchObject({ rememberArticles: true });
    expect(await session.inExtension(async api => api.runtime.getManifest().version)).toBe('99.0.0');
    await options.close();
    const again = await session.openPopup(page);
    await waitForWords(again, words('correctedByYou', 1));
    await again.close();
  });
});
