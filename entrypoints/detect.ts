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

declare global {
  interface Document {
    readonly prerendering?: boolean; // Chromium's
  }
}

async function start(): Promise<void> {
  await untilShown();
  lookIfWanted();
  // Single-page sites: another address is another page. No observer, no polling.
  globalThis.navigation?.addEventListener('navigatesuccess', lookAgain);
  addEventListener('popstate', lookAgain);
  // A page that was kept as it was is come back to: the browser has taken away what the toolbar said of it.
  addEventListener('pageshow', ({ persisted }) => persisted && lookIfWanted());
}

/** What is told of a page that the browser only reads ahead would be told of the one in its tab. */
async function untilShown(): Promise<void> {
  if (!document.prerendering) return;
  await new Promise(resume => document.addEventListener('prerenderingchange', resume, { once: true }));
}

let announced = false; // what the background was last told about this document
let lookedAt = '';

function lookAgain(): void {
  if (withoutHash(document.URL) !== lookedAt) lookIfWanted();
}

function lookIfWanted(): void {
  lookedAt = withoutHash(document.URL);
  isLookingWanted(location.hostname).then(
    isWanted => isWanted && lookWhenIdle(),
    () => undefined, // Onix has gone, or its settings cannot be read
  );
}

function lookWhenIdle(): void {
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
  if (isNews || announced) void tellLooked(isNews);
  announced = isNews;
}

const whenIdle = (run: () => void): void => void requestIdleCallback(run, { timeout: 3_000 });

/** A live collection: the browser keeps count. */
const countParagraphs = (): number => document.getElementsByTagName('p').length;
