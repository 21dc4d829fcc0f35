/**
 * `npm start`: builds Onix and opens a browser with it on a sample article.
 *
 *   npm start                         Chrome or Chromium
 *   npm start -- --browser firefox
 *   npm start -- https://…            another page
 *   npm start -- --headless           as on a machine without a display
 *
 * Without a display it prints the brief and saves pictures; without a browser it prints the brief.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowsers, whatToInstall, type BrowserName } from './browsers.ts';
import { build, buildFolder } from './build.ts';
import { run } from './command.ts';
import { launch, type Launched } from './launch.ts';
import { openArticle, openView, settled } from './view.ts';
import { serveFolder } from './serve.ts';

const SAMPLE = 'tests/pages/sample/page.html';
const PICTURES = 'out/start';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'string', default: 'chrome' }, headless: { type: 'boolean', default: false } },
});
const name: BrowserName = values.browser === 'firefox' ? 'firefox' : 'chrome';
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const headless = values.headless || !hasDisplay;

process.exitCode = await start();

async function start(): Promise<number> {
  if (!(await build(name))) return 1;
  if (!(await haveBrowser())) {
    const html = positionals[0] ? await download(positionals[0]) : SAMPLE;
    await printBrief(html, positionals[0]);
    console.log(`\n${whatToInstall([name])}\nThen: npm start`);
    console.log(`The extension is built in ${buildFolder(name)}/ and can be loaded by hand.`);
    return 0;
  }
  const server = await serveFolder('tests/pages/sample');
  const url = positionals[0] ?? `${server.origin}/`;
  const launched = await launch(name, { headless });
  if (headless) await showWithoutWindow(launched, url);
  else await stayOpen(launched, url);
  await launched.browser.close();
  await server.close();
  return 0;
}

async function haveBrowser(): Promise<boolean> {
  try {
    await ensureBrowsers([name]);
    return true;
  } catch {
    return false; // what to install is said at the end, below the brief
  }
}

async function stayOpen({ browser, pageUrl }: Launched, url: string): Promise<void> {
  const [first] = await browser.pages();
  const page = first ?? (await browser.newPage());
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  console.log(`Onix reads ${url}. Press its button in the toolbar (it may hide behind the puzzle piece).`);
  console.log(`Its options are at ${pageUrl('options.html')}. Ctrl-C, or closing the browser, ends this.`);
  await new Promise<void>(ended => {
    process.once('SIGINT', ended);
    process.once('SIGTERM', ended);
    browser.once('disconnected', () => ended());
  });
}

async function showWithoutWindow(launched: Launched, url: string): Promise<void> {
  const page = await openArticle(launched, url);
  mkdirSync(PICTURES, { recursive: true });
  const article = join(PICTURES, 'page.html');
  writeFileSync(article, await page.content());
  await printBrief(article, url);
  await page.screenshot({ path: join(PICTURES, 'page.png') });
  for (const view of ['popup', 'sidepanel'] as const) {
    const width = view === 'popup' ? 400 : 360;
    const shown = await openView(launched, view, page, { width, height: 800 });
    await settled(shown);
    await shown.screenshot({ path: join(PICTURES, `${view}.png`) });
    await shown.close();
  }
  console.log(
    `\nThere is no display, so no window was opened. Pictures of page, popup and panel: ${PICTURES}/`,
  );
}

async function printBrief(file: string, url: string | undefined): Promise<void> {
  const address = url ? ['--url', url] : [];
  await run('node', ['scripts/onix.ts', 'brief', file, ...address], { output: 'show' });
}

async function download(url: string): Promise<string> {
  mkdirSync(PICTURES, { recursive: true });
  const file = join(PICTURES, 'page.html');
  writeFileSync(file, await (await fetch(url)).text());
  return file;
}
