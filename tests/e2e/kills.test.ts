import { describe, expect, it } from 'vitest';
import { seeded } from '../support/random.ts';
import { BROWSERS, startReading } from '../support/reading.ts';
import { pause, textOf, waitForWords, waitUntilSettled } from '../support/view.ts';
import { words } from '../support/words.ts';

const SEED = 20_261_126;
const READINGS = 8;

describe.each(BROWSERS)('a background that dies in the middle of a reading in %s', name => {
  const here = startReading(name);

  it('leaves a brief, or plain words and a way to try again; never a blank panel', async () => {
    const random = seeded(SEED);
    const outcomes = { brief: 0, afterTryingAgain: 0 };
    for (let reading = 0; reading < READINGS; reading += 1) {
      const page = await here.open(`/sample/?${reading}`);
      const popup = await here.session.openPopup(page);
      await pause(random() * 300);
      await here.session.killWorker();
      await waitUntilSettled(popup);
      if ((await textOf(popup)).includes(words('tryAgain'))) {
        await popup.press(words('tryAgain'));
        outcomes.afterTryingAgain += 1;
      } else outcomes.brief += 1;
      await waitForWords(popup, 'Kilbrannagh halts electric ferry plan');
      expect(await textOf(popup)).not.toContain(words('tryAgain'));
      await popup.close();
      await page.close();
    }
    console.log(`${name}: ${READINGS} kills`, outcomes);
  }, 180_000);
});
