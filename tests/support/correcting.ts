import { waitFor, waitForWords, type View } from './view.ts';
import { words } from './words.ts';

/** Reports the first claim of a brief as it is and takes it out of the reader's own view; `thanks` is what the view says then. */
export async function dropFirstClaim(view: View, thanks = words('reportThanks')): Promise<void> {
  await view.press(words('tabClaims'));
  await waitFor(view, () => document.querySelector('.claim-item') !== null);
  await view.pressAt('.claim-item .report');
  await view.pressAt('form button[type="submit"]');
  await waitForWords(view, thanks);
  await view.press(words('correctDropClaim'));
  await waitForWords(view, words('correctedNow'));
}
