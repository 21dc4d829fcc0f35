import browser from 'webextension-polyfill';

const EVERY_SITE = ['http://*/*', 'https://*/*'];

/** Whether Onix may read pages of any site. */
export const holdsEverySite = (): Promise<boolean> => browser.permissions.contains({ origins: EVERY_SITE });

/** Whether Onix may read the site of `url`. */
export const holdsSite = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [originPattern(url)] });

/** Asks for the site of `url`, or for every site where the browser hides the address. Call it first thing in a click. */
export const requestAccess = (url: string | undefined): Promise<boolean> =>
  browser.permissions.request({ origins: url && /^https?:/.test(url) ? [originPattern(url)] : EVERY_SITE });

/** The match pattern that covers the site of `url`. */
export function originPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
