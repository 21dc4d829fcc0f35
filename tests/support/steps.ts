import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';

/** How often each piece of our own code ran. */
export interface Steps {
  readonly total: number;
  /** `lib/text/tokens.ts tokenize` and how often its blocks ran, most first. */
  readonly byFunction: readonly (readonly [name: string, count: number])[];
}

/**
 * Counts the blocks of our own code in `lib/` that run: the same on every machine, however busy, so growth can be
 * tested where times cannot. What the engine does inside one call (a search, an expression) does not count.
 * Only code loaded afterwards is counted: start, then import.
 */
export async function startCounting(): Promise<(run: () => unknown) => Promise<Steps>> {
  // Code that is optimised or thrown away and compiled anew does not count in full.
  for (const flag of ['--no-opt', '--no-maglev', '--no-flush-bytecode']) setFlagsFromString(flag);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return async run => {
    await session.post('Profiler.takePreciseCoverage'); // begins at nought again
    run();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const counts = new Map<string, number>();
    let total = 0;
    for (const { url, functions } of result) {
      const file = /(?<=\/)lib\/[\w/-]+\.ts/.exec(url)?.[0];
      if (!file || url.includes('node_modules')) continue;
      for (const { functionName, ranges } of functions) {
        const count = ranges.reduce((sum, range) => sum + range.count, 0);
        total += count;
        const name = `${file} ${functionName}`;
        if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count);
      }
    }
    return { total, byFunction: [...counts].toSorted((a, b) => b[1] - a[1]) };
  };
}
