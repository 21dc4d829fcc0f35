import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** How many tests of a run passed, failed and were skipped. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** Writes the run's tally as JSON to the file named in TALLY_FILE, for the closing line of `npm test`. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const file = process.env['TALLY_FILE'];
    if (!file) return;
    const tally: Tally = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      if (module.state() === 'failed' && !tests.some(test => test.result().state === 'failed'))
        tally.failed++;
      for (const test of tests) {
        const state = test.result().state;
        if (state === 'passed') tally.passed++;
        else if (state === 'skipped') tally.skipped++;
        else tally.failed++; // failed, or never finished
      }
    }
    writeFileSync(file, JSON.stringify(tally));
  }
}
