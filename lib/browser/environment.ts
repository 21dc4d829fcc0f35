import browser from 'webextension-polyfill';
import type { Environment } from '../report/report.ts';

/** With what an article is read here, as a report tells it. */
export async function environment(): Promise<Environment> {
  return {
    extension: browser.runtime.getManifest().version,
    browser: await browserName(),
    language: browser.i18n.getUILanguage(),
  };
}

/** Name and version; Firefox tells, Chromium puts its main version into its brands. */
async function browserName(): Promise<string> {
  const info = await browser.runtime.getBrowserInfo?.().catch(() => null);
  if (info) return `${info.name} ${info.version}`;
  return /(?:Edg|Chrome|Chromium)\/\d+/.exec(navigator.userAgent)?.[0].replace('/', ' ') ?? 'unknown';
}
