/**
 * `npm run bench -- --pages FOLDER --rounds 7`: measures Onix and its rivals in real Chromium, in turns in the same run,
 * and writes tests/bench/RESULTS.md. FOLDER holds saved pages (.html or .html.br) beside those of the project.
 */
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import type { CDPSession, Page } from 'puppeteer-core';
import { build as bundle } from 'vite';
import { build, buildFolder } from '../../scripts/build.ts';
import { listen, type PageServer } from '../../scripts/serve.ts';
import { servePages } from '../support/pages.ts';
import { Session } from '../support/session.ts';
import { pause, waitFor } from '../support/view.ts';
import type { Times } from './page.ts';
import type { Order } from './worker.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    'most-pages': { type: 'string', default: '40' },
    rounds: { type: 'string', default: '7' },
  },
});
const rounds = Number(values.rounds);
const lines: string[] = [];
const say = (line: string): void => {
  console.log(line);
  lines.push(line);
};

const scripts = mkdtempSync(join(tmpdir(), 'onix-bench-'));
const saved = savedPages();
for (const browser of ['chrome', 'firefox'] as const)
  if (!(await build(browser))) throw new Error('The build failed');
const [pageScript, workerScript] = [await bundled('page'), await bundled('worker')];
const server = await serveSaved();
const pages = await servePages();
const session = await Session.start('chrome');
try {
  const version = await session.launched.browser.version();
  say(
    `# Bench\n\nWritten by \`npm run bench\` in ${version}, ${rounds} rounds in turns, medians with [quartiles].`,
  );
  say(
    'Times are those of the machine it last ran on. Where others worked on it at the same time, the best round is the one least disturbed.\n',
  );
  await onPages();
  await inWorker();
  await inExtension();
  sizes();
  writeFileSync('tests/bench/RESULTS.md', `${lines.join('\n')}\n`);
} finally {
  await session.close();
  await server.close();
  await pages.close();
  rmSync(scripts, { recursive: true, force: true });
}

// ---- detection and extraction ----

async function onPages(): Promise<void> {
  const cold: Record<string, number[]> = {};
  const warm: Record<string, number[]> = {};
  let most = 0;
  for (const [index, path] of [...saved.keys()].entries()) {
    const looks = ['look', 'isProbablyReaderable', 'treeWalker'];
    const order = looks.map((_look, i) => looks[(i + index) % looks.length]!);
    for (const of of [...order, 'extraction']) {
      const page = await openQuietly(server.origin + path); // each in a page of its own
      const times = (await page.evaluate(
        `${pageScript}; race(${JSON.stringify(of)}, ${of === 'extraction' ? 4 : rounds + 2}, ${index})`,
      )) as Times;
      for (const [contestant, [first = Number.NaN, ...others]] of Object.entries(times)) {
        (cold[contestant] ??= []).push(first);
        (warm[contestant] ??= []).push(median(others));
        if (contestant === 'look') most = Math.max(most, first);
      }
      await page.close();
    }
  }
  const ratio = (own: string, rival: string, of: Record<string, number[]>): string => {
    const pairs = of[own]!.map((ms, i) => ms / of[rival]![i]!).filter(Number.isFinite);
    return spread(pairs, 2);
  };
  say(`## Detection and extraction, on ${saved.size} live pages, milliseconds\n`);
  say(
    '| | first run | p95 | warm | p95 | Onix over it, first run | warm |\n| --- | --- | --- | --- | --- | --- | --- |',
  );
  for (const [name, own] of [
    ['look', 'look'],
    ['isProbablyReaderable', 'look'],
    ['treeWalker', 'look'],
    ['extract', 'extract'],
    ['readability', 'extract'],
    ['defuddle', 'extract'],
  ] as const) {
    const [first, again] = [cold[name]!.filter(Number.isFinite), warm[name]!.filter(Number.isFinite)];
    say(
      `| ${name} | ${spread(first, 2)} | ${percentile(first, 0.95).toFixed(2)} | ${spread(again, 2)} | ${percentile(again, 0.95).toFixed(2)} | ${name === own ? ' | ' : `${ratio(own, name, cold)} × | ${ratio(own, name, warm)} ×`} |`,
    );
  }
  say(`\nThe longest first look took ${most.toFixed(1)} ms.\n`);
}

/** A page with neither scripts nor requests of its own. */
async function openQuietly(url: string): Promise<Page> {
  const page = await session.launched.browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on(
    'request',
    request => void (request.url() === url ? request.continue() : request.abort()).catch(() => undefined),
  );
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return page;
}

// ---- analysis ----

async function inWorker(): Promise<void> {
  const texts = ownTexts();
  const words = texts.join('\n\n').split(/\s+/).length;
  const page = await session.launched.browser.newPage();
  await page.goto(`${server.origin}/bench.html`);
  const ask = async (order: Order): Promise<unknown> =>
    page.evaluate(async given => {
      const kept = globalThis as unknown as { bench?: Worker };
      kept.bench ??= new Worker('/worker.js');
      const worker = kept.bench;
      return new Promise((done, failed) => {
        worker.addEventListener('message', event => done(event.data), { once: true });
        worker.addEventListener('error', event => failed(new Error(event.message)), { once: true });
        worker.postMessage(given);
      });
    }, order);

  const load = (await ask({ order: 'load', base: server.origin })) as number[];
  say(
    `## Analysis in a worker\n\nLoading the models from memory: first ${load[0]!.toFixed(1)} ms, then ${spread(load.slice(1), 1)} ms.\n`,
  );
  const times = (await ask({ order: 'race', texts, rounds })) as Record<string, number[]>;
  say(`${texts.length} articles of about ${Math.round(words / texts.length)} words, all of them a round.\n`);
  say(
    '| | ms for 1,000 words | best | words a second, best | times compromise at its best |\n| --- | --- | --- | --- | --- |',
  );
  const rival = times['compromise, names']!;
  for (const [name, ms] of Object.entries(times)) {
    const per = ms.map(each => (1000 * each) / words);
    const best = Math.min(...per);
    const speed = Math.round(1_000_000 / best).toLocaleString('en');
    const digits = best < 1 ? 3 : 1;
    const against = Math.min(...rival) / Math.min(...ms);
    say(
      `| ${name} | ${spread(per, digits)} | ${best.toFixed(digits)} | ${speed} | ${against.toFixed(against > 100 ? 0 : 2)} × |`,
    );
  }

  const lengths = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000];
  const all = articles()
    .join('\n\n')
    .split(/(?<=\s)(?=\S)/);
  const grown = (await ask({
    order: 'grow',
    texts: lengths.map(length => all.slice(0, length).join('')),
    rounds: 3,
  })) as number[][];
  const perWord = grown.map((ms, i) => (1000 * Math.min(...ms)) / lengths[i]!);
  say(
    '\nGrowth (the best of three rounds):\n\n| words | ms | µs a word | against 1,000 words |\n| --- | --- | --- | --- |',
  );
  for (const [i, length] of lengths.entries())
    say(
      `| ${length.toLocaleString('en')} | ${Math.min(...grown[i]!).toFixed(1)} | ${perWord[i]!.toFixed(1)} | ${(perWord[i]! / perWord[1]!).toFixed(2)} |`,
    );
  say('');
  await page.close();
}

/** Every article of the training corpus, in order; speed does not care whether a text is known. */
function articles(): string[] {
  return globSync('training/corpus/*.jsonl')
    .toSorted()
    .flatMap(file => readFileSync(file, 'utf8').trim().split('\n'))
    .map(line => (JSON.parse(line) as { text: string }).text);
}

/** Twelve texts of about a thousand words, each of as many whole articles as that takes. */
function ownTexts(): string[] {
  const texts: string[] = [];
  let open = '';
  for (const article of articles()) {
    open += (open === '' ? '' : '\n\n') + article;
    if (open.split(/\s+/).length < 900) continue;
    texts.push(open);
    open = '';
    if (texts.length === 12) break;
  }
  return texts;
}

// ---- the extension as a whole ----

async function inExtension(): Promise<void> {
  const sample = `${pages.origin}/sample/`;
  const cold: number[] = [];
  const complete: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await session.open(sample);
    await pause(800); // it has been looked at
    await session.killWorker();
    cold.push(await session.inExtension(readFrontTab, sample));
    await page.close();
  }
  for (let round = 0; round < rounds; round += 1) {
    const page = await session.open(sample);
    const popup = await session.openPopup(page);
    complete.push(
      await waitFor(popup, () => (document.querySelector('.summary-item') ? performance.now() : 0)),
    );
    await popup.close();
    await page.close();
  }
  say('## The extension in Chromium\n\n| | ms |\n| --- | --- |');
  say(`| a killed worker to the brief of a page nobody has read (asked, answered) | ${spread(cold, 0)} |`);
  say(`| the popup opens, to the whole brief in it | ${spread(complete, 0)} |`);

  const heap: string[] = [];
  const quiet = await session.open(sample);
  const before = await heapOf(await quiet.createCDPSession());
  let after = 0;
  let read = 0;
  for (const goal of [1, 10, 100, 300]) {
    for (; read < goal; read += 1) {
      await quiet.goto(`${sample}?${read}`);
      await session.inExtension(readFrontTab, `${sample}?${read}`);
    }
    const worker = session.launched.browser.targets().find(target => target.type() === 'service_worker');
    heap.push(worker ? (await heapOf(await worker.createCDPSession())).toFixed(1) : 'asleep');
    after = await heapOf(await quiet.createCDPSession());
  }
  say(
    `\nThe worker's heap after 1, 10, 100 and 300 articles: ${heap.join(', ')} MB. A page that was read: ${before.toFixed(2)} MB before, ${after.toFixed(2)} MB after (its own world and ours).\n`,
  );
  await quiet.close();

  const watched = await session.launched.browser.newPage();
  await watched.evaluateOnNewDocument(() => {
    const long: number[] = [];
    Object.assign(globalThis, { long });
    new PerformanceObserver(list => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
      buffered: true,
    });
  });
  let long = 0;
  for (let visit = 0; visit < 5; visit += 1) {
    await watched.goto(sample);
    await pause(1_500);
    long += await watched.evaluate(() => (globalThis as unknown as { long: number[] }).long.length);
  }
  say(`Tasks over 50 ms in five visits to a page that is looked at and not read: ${long}.\n`);
  await watched.close();
}

/** In a page of the extension: asks for the brief of the tab with this address; answers in ms. */
async function readFrontTab(api: object, url: string): Promise<number> {
  const { tabs, runtime } = api as {
    tabs: { query: (filter: object) => Promise<{ id: number; url?: string }[]> };
    runtime: { sendMessage: (message: object) => Promise<{ ok?: { status: string } }> };
  };
  const tab = (await tabs.query({})).find(each => each.url === url);
  const start = performance.now();
  const reply = await runtime.sendMessage({ verb: 'readTab', body: { tabId: tab!.id, anyway: false } });
  if (reply.ok?.status !== 'ok') throw new Error(JSON.stringify(reply));
  return performance.now() - start;
}

/** Megabytes in use after a collection. */
async function heapOf(client: CDPSession): Promise<number> {
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return usedSize / 1e6;
}

function sizes(): void {
  const bytes = (file: string): string =>
    `${(statSync(join(buildFolder('chrome'), file)).size / 1000).toFixed(1)} kB`;
  const all = globSync('**/*', { cwd: buildFolder('chrome') })
    .map(file => join(buildFolder('chrome'), file))
    .filter(file => statSync(file).isFile());
  const packed = all.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  say('## Sizes\n');
  say(
    `The look at every page ${bytes('detect.js')}; the reader, injected when asked, ${bytes('reader.js')}; the background ${bytes('background.js')}. Everything packed: ${(packed / 1e6).toFixed(2)} MB.`,
  );
}

// ---- what is served ----

/** Saved pages by address: each has the path it had on the web, which a look judges as well, and a number. */
function savedPages(): Map<string, () => string> {
  const known = new Map<string, () => string>();
  const add = (files: string[]) => {
    for (const file of files) {
      const read = () => {
        const content = readFileSync(file);
        return (file.endsWith('.br') ? brotliDecompressSync(content) : content).toString('utf8');
      };
      known.set(`${pathOf(read()) ?? `/${basename(file)}`}?page=${known.size}`, read);
    }
  };
  const every = (files: string[], most: number) =>
    files.filter((_file, i) => i % Math.ceil(files.length / most) === 0);
  add(every(globSync('tests/pages/**/*.html').toSorted(), 20));
  if (values.pages)
    add(every(globSync(join(values.pages, '**/*.{html,html.br}')).toSorted(), Number(values['most-pages'])));
  return known;
}

/** The path in the address that a page gives itself. */
function pathOf(html: string): string | undefined {
  const tags = html.slice(0, 200_000).match(/<(?:link|meta)\s[^>]*>/g) ?? [];
  for (const mark of ['canonical', 'og:url'])
    for (const tag of tags) {
      const address = tag.includes(`"${mark}"`) && /"(https?:[^"]*)"/.exec(tag)?.[1];
      if (address) return URL.parse(address)?.pathname;
    }
  return undefined;
}

function serveSaved(): Promise<PageServer> {
  return listen((request, response) => {
    const address = request.url ?? '/';
    const name = address.slice(1);
    const isolated = {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    };
    if (name === 'worker.js')
      response.writeHead(200, { ...isolated, 'content-type': 'text/javascript' }).end(workerScript);
    else if (name.startsWith('models/'))
      response.writeHead(200, isolated).end(readFileSync(`public/${name}`));
    else {
      const html = name === 'bench.html' ? '<!doctype html><title>Bench</title>' : saved.get(address)?.();
      response.writeHead(html === undefined ? 404 : 200, {
        ...isolated,
        'content-type': 'text/html; charset=utf-8',
      });
      response.end(html ?? '');
    }
  });
}

/** One of our own scripts with everything it needs, as one classic script. */
async function bundled(name: 'page' | 'worker'): Promise<string> {
  await bundle({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: scripts,
      emptyOutDir: false,
      lib: {
        entry: `tests/bench/${name}.ts`,
        formats: ['iife'],
        name: 'bench',
        fileName: () => `${name}.js`,
      },
    },
  });
  return readFileSync(join(scripts, `${name}.js`), 'utf8');
}

// ---- numbers ----

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function median(values: readonly number[]): number {
  return percentile(values.filter(Number.isFinite), 0.5);
}

function spread(values: readonly number[], digits: number): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map(share => percentile(values, share).toFixed(digits));
  return `${middle} [${low}–${high}]`;
}
