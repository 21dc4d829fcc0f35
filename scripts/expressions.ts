/**
 * `npm run expressions`: no regular expression of ours may need more than time in proportion to the text, whatever the
 * text. Finds them all in the syntax tree and asks recheck; expressions put together at run time are listed.
 */
import { globSync, readFileSync } from 'node:fs';
import { check, type Diagnostics } from 'recheck';
import { parseSync } from 'vite';

/** A regular expression and where it stands. */
interface Expression {
  readonly place: string; // file:line
  readonly source: string;
  readonly flags: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly regex?: { pattern: string; flags: string };
  readonly callee?: { name?: string };
}

const ROOMS = '{lib,components,entrypoints}/**/*.{ts,tsx}';

/** Known to be dangerous, to see that the check can see. */
const BAIT = ['(?:a+)+$', String.raw`\s+$`, 'a*a*b'];

const TIMEOUT_MS = 60_000;

/** Checks every expression; says what it found and answers whether all is well. */
export async function checkExpressions(): Promise<boolean> {
  for (const source of BAIT) {
    const { status } = await diagnose({ place: '', source, flags: '' });
    if (status !== 'vulnerable') throw new Error(`The check holds ${source} to be ${status}`);
  }
  const literals: Expression[] = [];
  const dynamic: string[] = [];
  for (const file of globSync(ROOMS).toSorted()) {
    const source = readFileSync(file, 'utf8');
    const placeOf = ({ start }: Node) => `${file}:${source.slice(0, start).split('\n').length}`;
    walk(parseSync(file, source).program, node => {
      if (node.regex)
        literals.push({ place: placeOf(node), source: node.regex.pattern, flags: node.regex.flags });
      if (node.callee?.name === 'RegExp')
        dynamic.push(`${placeOf(node)} ${source.slice(node.start, node.end)}`);
    });
  }

  let isSafe = true;
  const known = new Map<string, Diagnostics>();
  for (const each of literals) {
    const key = `/${each.source}/${each.flags}`;
    const found = known.get(key) ?? (await diagnose(each));
    known.set(key, found);
    if (found.status === 'safe') continue;
    isSafe = false;
    const why =
      found.status === 'vulnerable'
        ? `${found.complexity.summary}, as for ${found.attack.pattern}`
        : `not told: ${found.error.kind}`;
    console.log(`${each.place} ${key}: ${why}`);
  }
  console.log(`${literals.length} regular expressions, ${known.size} of them different`);
  for (const each of dynamic) console.log(`at run time: ${each}`);
  return isSafe;
}

const diagnose = ({ source, flags }: Expression): Promise<Diagnostics> =>
  check(source, flags, { timeout: TIMEOUT_MS, randomSeed: 1 });

function walk(value: unknown, visit: (node: Node) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && 'start' in value) visit(value as Node);
  for (const inner of Object.values(value)) walk(inner, visit);
}

if (import.meta.main) process.exit((await checkExpressions()) ? 0 : 1); // recheck leaves a process running
