import type { Page } from 'puppeteer-core';

/** The words of every range that is marked on the page, in order. */
export function markedWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights.values()].flatMap(highlight =>
      [...highlight].map(range => (range as Range).toString()),
    ),
  );
}

/** Whether the first marked range is where a reader sees it. */
export function isMarkInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [highlight] = CSS.highlights.values();
    const [first] = (highlight ?? []) as Iterable<Range>;
    const { top, bottom } = first!.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}

/** The page as it is now, and as its server sent it, both written out by the browser itself. */
export function serialised(page: Page): Promise<{ now: string; sent: string }> {
  return page.evaluate(async () => {
    const html = await (await fetch(location.href)).text();
    const sent = new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML;
    return { now: document.documentElement.outerHTML, sent };
  });
}
