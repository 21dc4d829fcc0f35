import { readFileSync } from 'node:fs';
import type { UserConfig } from 'wxt';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => void vi.unstubAllEnvs());

const table = readFileSync('docs/threat-model.md', 'utf8')
  .split('## The rights Onix asks for')[1]!
  .split('\n## ')[0]!;

/** The rights in the table: those of every build, and those of a build of which `condition` is said. */
const explained = (...conditions: string[]): string[] =>
  [...table.matchAll(/^\| (`[^|]+`)(?: \(([^)]+)\))? \|/gm)]
    .filter(([, , condition]) => condition === undefined || conditions.includes(condition))
    .flatMap(([, rights]) => [...rights!.matchAll(/`([^`]+)`/g)].map(([, right]) => right!))
    .toSorted();

it.each([
  ['chrome', '', ['Chrome']],
  ['firefox', '', []],
  ['chrome', 'https://reports.example/', ['Chrome', 'with an endpoint for reports']],
])('every right %s is asked for is explained, and no other; endpoint: “%s”', async (browser, url, said) => {
  vi.stubEnv('WXT_REPORT_URL', url);
  vi.resetModules();
  const config = ((await import('../wxt.config.ts')) as { default: UserConfig }).default;
  const manifest = config.manifest as (env: { browser: string }) => Record<string, string[]>;
  const { permissions, host_permissions: hosts } = manifest({ browser });
  expect([...permissions!, ...hosts!].toSorted()).toEqual(explained(...said));
});
