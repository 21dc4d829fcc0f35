import type { Browser } from 'webextension-polyfill';

/**
 * What `webextension-polyfill` is in a build: the browser's own API, which answers promises in both; `browser` is the
 * name of it in Firefox and by now in Chrome. The polyfill would hand out the same, after every part of it was made.
 */
const { browser, chrome } = globalThis as unknown as { browser?: Browser; chrome?: Browser };
export default browser ?? chrome;
