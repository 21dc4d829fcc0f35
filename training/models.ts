/**
 * Trains one model, from labelled text to public/models:
 *
 *     node training/models.ts names|attributions DATA [--out FOLDER] [options of the optimiser]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = new URL('./', import.meta.url).pathname;

/** What each model is trained with; the figures in CARDS.md are of these. */
const OPTIONS = {
  names: ['--layers', '2', '--epochs', '9'],
  attributions: ['--layers', '2', '--hidden', '48', '--epochs', '14', '--train', 'wikinews,corpus'],
} as const;

const [task, data, ...rest] = process.argv.slice(2);
if ((task !== 'names' && task !== 'attributions') || !data) {
  throw new Error('usage: node training/models.ts names|attributions DATA [--out FOLDER] [options]');
}
const outAt = rest.indexOf('--out');
const out = outAt < 0 ? new URL('../public/models/', import.meta.url).pathname : (rest[outAt + 1] ?? '.');
const options = outAt < 0 ? rest : rest.toSpliced(outAt, 2);
const work = mkdtempSync(join(tmpdir(), 'onix-training-'));
const weights = join(work, `${task}.weights`);

run(process.execPath, join(HERE, 'export-features.ts'), task, data, work);
run(
  process.env['PYTHON'] ?? '/usr/bin/python3',
  join(HERE, `train_${task}.py`),
  work,
  weights,
  ...OPTIONS[task],
  ...options,
);
run(process.execPath, join(HERE, 'pack.ts'), weights, join(out, `${task}.bin`));

function run(command: string, ...args: readonly string[]): void {
  const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };
  const { status } = spawnSync(command, args, { stdio: 'inherit', env });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}
