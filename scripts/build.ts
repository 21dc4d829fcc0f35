/** Builds the extension for both browsers, or for those named: `npm run build -- chrome`. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from './browsers.ts';
import { run } from './command.ts';

/** Where the build of a browser is written. */
export function buildFolder(browser: BrowserName): string {
  return `.output/${browser}-mv3`;
}

/** Builds for one browser and says what came out; returns false, with the builder's words shown, on failure. */
export async function build(browser: BrowserName): Promise<boolean> {
  const start = performance.now();
  const { code, output } = await run('wxt', ['build', '-b', browser], { env: { NO_COLOR: '1' } });
  if (code !== 0) {
    console.log(output);
    return false;
  }
  const folder = buildFolder(browser);
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

if (import.meta.main) {
  const chosen = process.argv.slice(2).filter(name => name === 'chrome' || name === 'firefox');
  for (const browser of chosen.length > 0 ? chosen : (['chrome', 'firefox'] as const)) {
    if (!(await build(browser))) process.exitCode = 1;
  }
}
