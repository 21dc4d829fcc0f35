import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { look } from '../lib/article/detect.ts';
import { isLookingWanted, tellLooked } from '../lib/browser/page.ts';
import { withoutHash } from '../lib/text/address.ts';

/** A page that builds itself after loading gets one more look, once it has clearly grown. */
const SECOND_LOOK_MS = 2_000;
const GROWTH = 5; // paragraphs

/**
 * Runs on every web page; the manifest registers it by name, because a content script made by WXT would carry the
 * polyfill and three times the bytes.
 */
export default defineUnlistedScript(() => void start());

async function start(): Promise<void> {
  if (!(await isLookingWanted(location.hostname))) return;
  lookWhenIdle();
  // Single-page sites: another address is another page. No observer, no polling.
  globalThis.navigation?.addEventListener('navigatesuccess', lookAgain);
  addEventListener('popstate', lookAgain);
}

let announced = false; // what the background was last told about this document
let lookedAt = '';

function lookAgain(): void {
  if (withoutHash(document.URL) !== lookedAt) lookWhenIdle();
}

function lookWhenIdle(): void {
  lookedAt = withoutHash(document.URL);
  whenIdle(() => {
    tell();
    const paragraphs = countParagraphs();
    setTimeout(() => {
      if (countParagraphs() >= paragraphs + GROWTH) whenIdle(tell);
    }, SECOND_LOOK_MS);
  });
}

/** Only news, or that a page is news no more, is worth waking the background. */
function tell(): void {
  const { isNews } = look(document, document.URL);
  if (isNews || announced) tellLooked(isNews);
  announced = isNews;
}

const whenIdle = (run: () => void): void => void requestIdleCallback(run, { timeout: 3_000 });

/** A live collection: the browser keeps count. */
const countParagraphs = (): number => document.getElementsByTagName('p').length;
