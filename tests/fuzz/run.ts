/**
 * `npm run fuzz -- --runs 20000 --pages 1000 --seed 7`: random and mutated texts through the study, random pages through
 * the article room. Ends with the first broken promise, made as small as possible, and the seed to have it again.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { readTaggers } from '../../scripts/models.ts';
import { pageSource, studyInput } from './documents.ts';
import { type PageOutcome, readHostilePage, readText } from './promises.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    pages: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const seed = Number(values.seed);
const taggers = readTaggers();
console.log(`seed ${seed}`);

let texts = 0;
let claims = 0;
let players = 0;
let slowest = 0;
run('texts', Number(values.runs), () =>
  fc.property(studyInput, input => {
    const start = performance.now();
    const brief = readText(input, texts++ % 4 === 0 ? null : taggers); // every fourth by the rules alone
    slowest = Math.max(slowest, (performance.now() - start) / Math.max(1, input.text.length / 1000));
    claims += brief.claims.length;
    players += brief.players.length;
  }),
);
console.log(
  `${players} players, ${claims} claims; slowest ${slowest.toFixed(0)} ms for a thousand characters`,
);

const outcomes: Record<PageOutcome, number> = { read: 0, empty: 0, 'too large': 0 };
run('pages', Number(values.pages), () =>
  fc.property(pageSource, html => {
    outcomes[readHostilePage(html)] += 1;
  }),
);
console.log(outcomes);

function run<Inputs>(what: string, numRuns: number, property: () => fc.IProperty<Inputs>): void {
  const start = performance.now();
  const result = fc.check(property(), { numRuns, seed, verbose: 0 });
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `${what}: ${result.numRuns} of ${numRuns}, ${seconds} s, ${result.failed ? 'FAILED' : 'all promises kept'}`,
  );
  if (!result.failed) return;
  console.log(`seed ${result.seed}, path ${result.counterexamplePath}`, result.errorInstance);
  console.log(JSON.stringify(result.counterexample));
  process.exitCode = 1;
}
