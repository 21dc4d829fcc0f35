import browser from 'webextension-polyfill';

/** Opens the welcome page once, after Onix was installed; not after an update. Register at top level. */
export function welcomeAfterInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') welcome().catch(() => undefined); // the toolbar button is there all the same
  });
}

async function welcome(): Promise<void> {
  const { welcomed } = await browser.storage.local.get('welcomed');
  if (welcomed === true) return;
  await browser.storage.local.set({ welcomed: true });
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
