import { execFileSync, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A screen that nobody sees, with a mouse and a keyboard: for what only a real window shows, such as menus. */
export interface Desktop {
  /** The environment for a program that shall open its window there. */
  env: Record<string, string | undefined>;
  rightClick: (x: number, y: number) => void;
  /** How many windows stand on the screen; a menu is one. */
  countWindows: () => number;
  /** Presses keys by their X names: `Down`, `Return`, `v`. */
  press: (...keys: string[]) => void;
  /** A PNG of the whole screen. */
  picture: () => Buffer;
  close: () => void;
}

/** Needs Xvfb, xdotool and ImageMagick's import: `hasVirtualDesktop` tells. */
export async function startDesktop({ width = 1280, height = 900 } = {}): Promise<Desktop> {
  const screen = ['-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'];
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((ready, failed) => {
    (server.stdio[3] as Readable).once('data', (number: Buffer) => ready(`:${String(number).trim()}`));
    server.once('error', failed);
    server.once('exit', code => failed(new Error(`Xvfb ended with ${code}`)));
  });
  const env = { ...process.env, DISPLAY: display };
  const xdotool = (...args: string[]) => void execFileSync('xdotool', args, { env });
  return {
    env,
    rightClick: (x, y) => xdotool('mousemove', String(Math.round(x)), String(Math.round(y)), 'click', '3'),
    countWindows: () => {
      const search = ['search', '--onlyvisible', '--name', '']; // every name holds the empty one
      return execFileSync('xdotool', search, { env, encoding: 'utf8' }).split('\n').filter(Boolean).length;
    },
    press: (...keys) => xdotool('key', ...keys),
    picture: () => execFileSync('import', ['-window', 'root', 'png:-'], { env, maxBuffer: 64 * 2 ** 20 }),
    close: () => void server.kill(),
  };
}
