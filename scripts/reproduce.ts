/**
 * `npm run reproduce`: unpacks the sources that go to the stores into an empty folder, installs and builds there, and
 * compares every file with the build made here, byte for byte.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { buildFolder } from './build.ts';
import { run } from './command.ts';

const BROWSERS = ['chrome', 'firefox'] as const;

const away = mkdtempSync(join(tmpdir(), 'onix-sources-'));
try {
  for (const browser of BROWSERS) await must('wxt', ['zip', '-b', browser]);
  const [sources] = globSync('.output/*-sources.zip');
  if (!sources) throw new Error('There is no sources zip');
  unpack(sources, away);
  console.log(`${sources}: ${megabytes(sources)} MB, unpacked and built once more`);
  await must('npm', ['ci'], away);
  await must('npm', ['run', 'build'], away);

  let different = 0;
  for (const browser of BROWSERS) {
    const [here, there] = [hashes(buildFolder(browser)), hashes(join(away, buildFolder(browser)))];
    const names = new Set([...here.keys(), ...there.keys()]);
    for (const name of names) {
      if (here.get(name) === there.get(name)) continue;
      different += 1;
      console.log(`${browser}: ${name} differs`);
    }
    const [zip] = globSync(`.output/*-${browser}.zip`);
    console.log(`${browser}: ${names.size} files compared; zip ${zip ? megabytes(zip) : '?'} MB`);
  }
  console.log(different === 0 ? 'The same, byte for byte.' : `${different} files differ.`);
  process.exitCode = different === 0 ? 0 : 1;
} finally {
  rmSync(away, { recursive: true, force: true });
}

async function must(command: string, args: string[], cwd?: string): Promise<void> {
  const { code, output } = await run(command, args, cwd === undefined ? {} : { cwd });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`);
}

function unpack(zip: string, folder: string): void {
  for (const [name, content] of Object.entries(unzipSync(readFileSync(zip)))) {
    if (name.endsWith('/')) continue;
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** SHA-256 of every file in a folder, by its name there. */
function hashes(folder: string): Map<string, string> {
  const files = globSync('**/*', { cwd: folder }).filter(name => statSync(join(folder, name)).isFile());
  return new Map(
    files.toSorted().map(name => {
      const content = readFileSync(join(folder, name));
      return [name, createHash('sha256').update(content).digest('hex')];
    }),
  );
}

function megabytes(file: string): string {
  return (statSync(file).size / 1e6).toFixed(2);
}
