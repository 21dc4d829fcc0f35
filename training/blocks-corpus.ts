import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import * as z from 'zod/mini';
import { findBrowser } from '../scripts/browsers.ts';

/** A labelled page; `text` is the whole body, `with` and `without` are words that must or must not be in it. */
export const LabelledPage = z.object({
  id: z.string(),
  set: z.string(),
  file: z.string(),
  url: z.nullable(z.string()),
  lang: z.nullable(z.string()),
  pageType: z.nullable(z.string()),
  isArticle: z.nullable(z.boolean()),
  isNews: z.nullable(z.boolean()),
  title: z.nullable(z.string()),
  text: z.nullable(z.string()),
  with: z.array(z.string()),
  without: z.array(z.string()),
  summaryParts: z.optional(z.number()),
});
export type LabelledPage = z.infer<typeof LabelledPage>;

/** The labelled pages of a folder with `truth.jsonl` and Brotli-packed pages. */
export function readPages(folder: string): LabelledPage[] {
  return fs
    .readFileSync(path.join(folder, 'truth.jsonl'), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => LabelledPage.parse(JSON.parse(line)));
}

/** The HTML of a page of the corpus, unpacked. */
export function readHtml(folder: string, page: LabelledPage): string {
  const file = path.join(folder, page.file);
  const bytes = fs.readFileSync(file);
  return (file.endsWith('.br') ? zlib.brotliDecompressSync(bytes) : bytes).toString('utf8');
}

/**
 * Runs a function of a script of ours in Chromium, where parsing takes a hundredth of the time it takes in Node.
 * The function gets a parsed document, its address and one more value; its answer must be JSON.
 */
export async function inChromium<Extra, Answer>(
  script: string,
  name: string,
): Promise<{
  run: (html: string, url: string, extra?: Extra) => Promise<Answer>;
  close: () => Promise<void>;
}> {
  const code = await bundle(script);
  const browser: Browser = await puppeteer.launch({
    executablePath: findBrowser('chrome') ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const page: Page = await browser.newPage();
  await page.evaluate(code);
  const run = (html: string, url: string, extra?: Extra): Promise<Answer> =>
    page.evaluate(
      (source, address, called, more) => {
        const parsed = new DOMParser().parseFromString(source, 'text/html');
        const script = (globalThis as unknown as { onix: Record<string, (...of: unknown[]) => unknown> })
          .onix;
        return script[called]!(parsed, address, more);
      },
      html,
      url,
      name,
      extra,
    ) as Promise<Answer>;
  return { run, close: () => browser.close() };
}

/** One script of a file and all it imports, its exports on `globalThis.onix`. */
async function bundle(script: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: script, formats: ['iife'], name: 'onix' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error(`${script} could not be bundled`);
  return `${first.output[0].code};globalThis.onix = onix;`;
}
