import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  resolved?: string;
  integrity?: string;
  version?: string;
  link?: boolean;
  hasInstallScript?: boolean;
  optional?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;

it('pins every dependency to one version', () => {
  const wanted = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap(kind =>
    Object.entries(manifest[kind] ?? {}),
  );
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('knows the hash of everything it installs', () => {
  // Another platform's package has none where the registry does not serve it: scripts/fix-lock.ts.
  expect(locked.filter(([, each]) => !each.integrity && !each.optional).map(([path]) => path)).toEqual([]);
});

it('runs no script of a dependency', () => {
  const scripted = locked.filter(([, each]) => each.hasInstallScript && !each.optional).map(([path]) => path);
  expect(scripted).toEqual([]);
});

it('names no registry, so that everybody uses their own', () => {
  expect(locked.filter(([, each]) => each.resolved).map(([path]) => path)).toEqual([]);
  const settings = globSync('.npmrc')
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
  expect(settings).not.toMatch(/registry\s*=|https?:/);
});
