import type { Page, Viewport } from 'puppeteer-core';
import type { Launched } from './launch.ts';

/** One of the extension's views; `sidepanel` is Firefox's sidebar as well. */
export type ViewName = 'popup' | 'sidepanel' | 'options' | 'welcome' | 'sample';

/** What the extension API has in a page of the extension, as far as it is needed here. */
interface ExtensionPage {
  chrome: { tabs: { query: (filter: object) => Promise<{ id: number; url?: string }[]> } };
}

/** Opens a page and waits until it is loaded. */
export async function openArticle({ browser }: Launched, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.bringToFront();
  return page;
}

/**
 * Opens a view in a tab of its own, about the article in `article`: the way to take its picture in both
 * browsers. The views in their real places are opened by the tests.
 */
export async function openView(
  launched: Launched,
  view: ViewName,
  article: Page,
  viewport: Viewport,
  told?: object | null,
): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.setViewport(viewport);
  if (told !== undefined) await page.evaluateOnNewDocument(answerReading, told);
  await open(launched, page, `${view}.html?tab=0`);
  const id = await tabId(page, article.url());
  await open(launched, page, `${view}.html?tab=${id}`);
  return page;
}

/** Runs in the view before anything else: the background's answer to "read this tab" is `told`; null: none comes. */
function answerReading(told: object | null): void {
  interface Sender {
    runtime: { sendMessage: (...sent: unknown[]) => unknown };
  }
  const { browser, chrome } = globalThis as unknown as { browser?: Sender; chrome: Sender };
  for (const api of [browser, chrome]) {
    if (!api) continue;
    const send = api.runtime.sendMessage.bind(api.runtime);
    api.runtime.sendMessage = (...sent) => {
      if ((sent[0] as { verb?: string }).verb !== 'readTab') return send(...sent);
      const reply = sent.at(-1);
      if (told && typeof reply === 'function') (reply as (answer: object) => void)({ ok: told });
      return told ? Promise.resolve({ ok: told }) : new Promise(() => undefined);
    };
  }
}

/** Waits until a view has its answer: something is written, and nothing is being worked on. */
export async function settled(view: Page): Promise<void> {
  await view.waitForFunction(
    () => document.body.innerText.trim().length > 20 && !document.querySelector('.skeleton'),
    { timeout: 15_000 },
  );
}

async function open({ name, pageUrl }: Launched, page: Page, path: string): Promise<void> {
  // Firefox tells of no load event in the extension's process.
  await page.goto(pageUrl(path), { waitUntil: name === 'firefox' ? [] : 'load' });
  await page.waitForFunction(
    wanted => location.href.endsWith(wanted) && document.readyState === 'complete',
    {},
    path,
  );
}

async function tabId(page: Page, url: string): Promise<number> {
  const tabs = await page.evaluate(() => (globalThis as unknown as ExtensionPage).chrome.tabs.query({}));
  const tab = tabs.find(candidate => candidate.url === url);
  if (!tab) throw new Error(`No tab shows ${url}`);
  return tab.id;
}
