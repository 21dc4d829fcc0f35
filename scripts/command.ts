import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

/** How a command ended. */
interface CommandResult {
  /** Exit code; 1 where the command could not be started or was killed by a signal. */
  code: number;
  /** Everything it printed, standard error included; empty where it was shown directly. */
  output: string;
}

interface CommandOptions {
  /** `show` prints as it runs; `keep` returns what was printed. */
  output?: 'show' | 'keep';
  env?: Record<string, string>;
  cwd?: string;
}

/** Runs one of the project's tools (or a system program) and waits for its end; never throws. */
export function run(command: string, args: string[], options: CommandOptions = {}): Promise<CommandResult> {
  const show = options.output === 'show';
  const isWindows = process.platform === 'win32';
  const child = spawn(command, args, {
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: toolPath(),
      ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
      ...options.env,
    },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    shell: isWindows, // npm's tools are .cmd files there
  });
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString('utf8'));
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  return new Promise(done => {
    child.on('error', error => done({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', code => done({ code: code ?? 1, output }));
  });
}

/** PATH with the project's own tools first, the pinned Node among them. */
function toolPath(): string {
  return [resolve('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
}
