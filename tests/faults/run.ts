/** `npm run faults -- 1000 7`: that many sessions in which anything may break, from that seed; says what broke how often. */
import { run } from '../../scripts/command.ts';

const [runs = '1000', seed = '11'] = process.argv.slice(2);
const env = { FAULT_RUNS: runs, FAULT_SEED: seed };
const { code } = await run('vitest', ['run', '--project', 'unit', 'tests/faults'], { output: 'show', env });
process.exitCode = code;
