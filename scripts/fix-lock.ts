/**
 * Adds the optional platform packages npm left out of package-lock.json (npm issue 9846): where a registry
 * does not serve a foreign platform's package, `npm install` skips it and the next `npm ci` refuses the
 * lockfile. Run after adding or updating oxlint or oxfmt: `npm run fix-lock`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface LockedPackage {
  version?: string;
  cpu?: string[];
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  optionalDependencies?: Record<string, string>;
}

interface Lockfile {
  packages: Record<string, LockedPackage>;
}

const OS = /android|darwin|freebsd|linux|win32|openharmony|aix|sunos|netbsd|openbsd/;
const CPU = /arm64|arm|x64|ia32|ppc64|s390x|riscv64|loong64|mips64el/;

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;
const added: string[] = [];
for (const [path, locked] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(locked.optionalDependencies ?? {})) {
    if (`${path}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages) continue;
    if (!/^\d/.test(version)) continue; // a range: npm must choose, and these packages pin theirs
    lock.packages[`node_modules/${name}`] = platformPackage(name, version);
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
if (added.length > 0) writeFileSync('package-lock.json', JSON.stringify(lock, null, 2) + '\n');
console.log(added.length > 0 ? `Added ${added.length}:\n  ${added.join('\n  ')}` : 'Nothing was missing.');

function platformPackage(name: string, version: string): LockedPackage {
  const os = OS.exec(name)?.[0];
  const cpu = CPU.exec(name)?.[0];
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    dev: true,
    optional: true,
    ...(os ? { os: [os] } : {}),
  };
}
