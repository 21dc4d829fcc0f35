import { fakeBrowser } from 'wxt/testing/fake-browser';

/** What `webextension-polyfill` is in component tests: an extension API that lives in memory. */
export default fakeBrowser;
