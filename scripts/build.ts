/** Builds the extension for both browsers, or for those named: `npm run build -- chrome`. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { BrowserName } from './browsers.ts';
import { run } from './command.ts';

/** Where the build of a browser is written. */
export function buildFolder(browser: BrowserName, outDir = '.output'): string {
  return `${outDir}/${browser}-mv3`;
}

interface BuildOptions {
  outDir?: string;
  /** Settings of this build alone, as WXT reads them: `WXT_REPORT_URL`. */
  env?: Record<string, string>;
}

/** Builds for one browser and says what came out; returns false, with the builder's words shown, on failure. */
export async function build(
  browser: BrowserName,
  { outDir = '.output', env = {} }: BuildOptions = {},
): Promise<boolean> {
  const start = performance.now();
  const { code, output } = await run('wxt', ['build', '-b', browser], {
    env: { NO_COLOR: '1', WXT_OUT_DIR: outDir, ...env },
  });
  if (code !== 0) {
    console.log(withoutSpinner(output));
    return false;
  }
  const folder = buildFolder(browser, outDir);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sizes = files
    .map(file => statSync(join(folder, file)))
    .filter(stat => stat.isFile())
    .map(stat => stat.size);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${folder}: ${sizes.length} files, ${Math.round(bytes / 1000)} kB, ${seconds} s`);
  return true;
}

/** WXT turns a spinner even where nobody watches: only the last state of each line is kept. */
function withoutSpinner(output: string): string {
  const lines = stripVTControlCharacters(output).split('\n');
  return lines.map(line => line.slice(line.lastIndexOf('\r') + 1)).join('\n');
}

if (import.meta.main) {
  const chosen = process.argv.slice(2).filter(name => name === 'chrome' || name === 'firefox');
  for (const browser of chosen.length > 0 ? chosen : (['chrome', 'firefox'] as const)) {
    if (!(await build(browser))) process.exitCode = 1;
  }
}
