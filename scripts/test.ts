/**
 * `npm test`: everything, one step after the other, and one closing line `N passed, N failed`.
 * A step that fails does not hide those after it. `npm test -- types unit` runs only the steps named.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Tally } from '../tests/support/tally-reporter.ts';
import { checkExpressions } from './expressions.ts';
import { ensureBrowsers } from './browsers.ts';
import { build } from './build.ts';
import { run } from './command.ts';
import { lintForStore } from './store-lint.ts';

const Counts = z.object({ passed: z.int(), failed: z.int(), skipped: z.int() });

interface Step {
  name: string;
  does: string;
  run: () => Promise<Tally>;
}

const STEPS: Step[] = [
  { name: 'browsers', does: 'Chrome or Chromium and Firefox are here', run: browsers },
  { name: 'types', does: 'TypeScript finds no error', run: () => tool('tsc', ['--noEmit']) },
  {
    name: 'lint',
    does: 'oxlint finds nothing',
    run: () => tool('oxlint', ['--type-aware', '--deny-warnings', '--report-unused-disable-directives']),
  },
  { name: 'format', does: 'oxfmt has nothing to change', run: () => tool('oxfmt', ['--check', '.']) },
  {
    name: 'expressions',
    does: 'no regular expression needs more than linear time',
    run: async () => one(await checkExpressions()),
  },
  { name: 'build-chrome', does: 'the extension for Chrome', run: async () => one(await build('chrome')) },
  { name: 'build-firefox', does: 'the extension for Firefox', run: async () => one(await build('firefox')) },
  {
    name: 'store',
    does: "Mozilla's linter accepts the extension",
    run: async () => one(await lintForStore()),
  },
  { name: 'unit', does: 'the study, in Node', run: () => vitest('unit') },
  { name: 'component', does: 'the views, in Chromium', run: () => vitest('component') },
  { name: 'e2e', does: 'the built extension, in Chromium and Firefox', run: () => vitest('e2e') },
];

const chosen = process.argv.slice(2);
const unknown = chosen.filter(name => !STEPS.some(step => step.name === name));
if (unknown.length > 0) {
  console.error(`No step ${unknown.join(', ')}. Steps: ${STEPS.map(step => step.name).join(', ')}`);
  process.exit(2);
}

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
for (const step of STEPS.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
  console.log(`\n== ${step.name}: ${step.does}`);
  const start = performance.now();
  const tally = await step.run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`== ${step.name}: ${tally.failed > 0 ? 'FAILED' : 'ok'}, ${seconds} s`);
  if (tally.failed > 0) failures.push(step.name);
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
}
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** A step that is no set of tests counts as one. */
function one(ok: boolean): Tally {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

async function browsers(): Promise<Tally> {
  try {
    await ensureBrowsers(['chrome', 'firefox'], { desktop: true });
    return one(true);
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return one(false);
  }
}

async function tool(command: string, args: string[]): Promise<Tally> {
  const { code } = await run(command, args, { output: 'show' });
  return one(code === 0);
}

async function vitest(project: string): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'onix-test-'));
  const file = join(folder, 'tally.json');
  const env = { TALLY_FILE: file };
  const { code } = await run('vitest', ['run', '--project', project], { output: 'show', env });
  const tally = readTally(file);
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0 && tally.failed === 0) tally.failed = 1; // it broke before or after its tests
  return tally;
}

function readTally(file: string): Tally {
  try {
    return Counts.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return one(false); // no tally: the run did not reach its end
  }
}
