import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageServer } from '../../scripts/serve.ts';
import { servePages } from '../support/pages.ts';
import { seeded } from '../support/random.ts';
import { Session } from '../support/session.ts';
import { pause, textOf, waitForWords, waitUntilSettled } from '../support/view.ts';
import { words } from '../support/words.ts';

const SEED = 20_261_126;
const READINGS = 8;

describe.each(['chrome', 'firefox'] as const)(
  'a background that dies in the middle of a reading in %s',
  name => {
    let server: PageServer;
    let session: Session;
    beforeAll(async () => {
      server = await servePages();
      session = await Session.start(name);
    });
    afterAll(async () => {
      await session?.close();
      await server?.close();
    });

    it('leaves a brief, or plain words and a way to try again; never a blank panel', async () => {
      const random = seeded(SEED);
      const outcomes = { brief: 0, afterTryingAgain: 0 };
      for (let reading = 0; reading < READINGS; reading += 1) {
        const page = await session.open(`${server.origin}/sample/?${reading}`);
        const popup = await session.openPopup(page);
        await pause(random() * 300);
        await session.killWorker();
        await waitUntilSettled(popup);
        if ((await textOf(popup)).includes(words('tryAgain'))) {
          await popup.press(words('tryAgain'));
          outcomes.afterTryingAgain += 1;
        } else outcomes.brief += 1;
        await waitForWords(popup, 'Kilbrannagh halts electric ferry plan');
        await popup.close();
        await page.close();
      }
      console.log(`${name}: ${READINGS} kills`, outcomes);
      expect(outcomes.brief + outcomes.afterTryingAgain).toBe(READINGS);
    }, 180_000);
  },
);
