import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The doors of the house: which room may import which. A room is a folder (or one file); the longest name
 * that fits is taken. `types:` in front of a room lets type imports through and nothing that runs.
 */
const DOORS: Record<string, string[]> = {
  'lib/text': [],
  'lib/trees.ts': [],
  'lib/work.ts': [],
  'lib/tagging': ['lib/text'],
  'lib/entities': ['lib/text', 'lib/tagging'],
  'lib/claims': ['lib/text', 'lib/trees.ts', 'lib/tagging', 'types:lib/entities'],
  'lib/article': ['lib/text', 'lib/trees.ts', 'lib/work.ts'],
  'lib/brief': ['lib/text', 'lib/article', 'lib/entities', 'lib/claims'],
  'lib/analyse.ts': [
    'lib/work.ts',
    'lib/text',
    'lib/tagging',
    'lib/article',
    'lib/entities',
    'lib/claims',
    'lib/brief',
  ],
  'lib/verify': ['lib/text', 'lib/brief', 'types:lib/article', 'types:lib/library'],
  'lib/report': ['lib/text', 'lib/brief', 'types:lib/article'],
  'lib/library': ['lib/text', 'lib/brief', 'types:lib/article'],
  'lib/network': ['types:lib/verify', 'types:lib/report'],
  'lib/browser': ['lib', 'types:public', 'package.json'],
  // Three nouns are defined with their checks and limits, and one file tells how an address is cleaned; everything else of the study is known by type alone.
  components: [
    'types:lib',
    'lib/browser/i18n.ts',
    'lib/brief/brief.ts',
    'lib/brief/answer.ts',
    'lib/report/report.ts',
    'lib/text/address.ts',
  ],
  entrypoints: ['lib', 'components', 'public'],
  scripts: ['lib', 'tests/support', 'public', 'package.json'],
  training: ['lib', 'scripts', 'public'],
  tests: [
    'lib',
    'components',
    'entrypoints',
    'scripts',
    'training',
    'public',
    'package.json',
    'wxt.config.ts',
  ],
};

/** Packages a room may use beside its own files; `*` stands for any. Rooms not named may use none but Zod. */
const PACKAGES: Record<string, string[]> = {
  'lib/article': ['zod/mini'],
  'lib/browser': ['zod/mini', 'idb', 'webextension-polyfill'],
  components: ['zod/mini', 'preact', 'preact/hooks', 'preact/compat', 'types:webextension-polyfill'],
  entrypoints: ['*'],
  scripts: ['*'],
  training: ['*'],
  tests: ['*'],
};

/** Names of the outside world that must not be spoken in a room. */
const SILENCE: Record<string, RegExp> = {
  browser:
    /\b(?:chrome|browser)\.(?:runtime|storage|tabs|action|scripting|contextMenus|permissions|i18n|alarms)\b/,
  fetch: /(?<![.\w])fetch\s*\(|\bXMLHttpRequest\b|\bnew WebSocket\b|\bsendBeacon\b|\bnew EventSource\b/,
  clock:
    /\bDate\.now\s*\(|\bnew Date\s*\(\s*\)|\bperformance\.now\b|\bsetTimeout\b|\bsetInterval\b|\bMath\.random\b/,
  // what a page wrote is shown as text
  markup: /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc)\b|\bdocument\.write\b/,
  // `document` alone may be a text's: the page's is known by what is asked of it
  page: /(?<![.\w$'"`])(?:document\??\.(?:body|head|documentElement|querySelector|getElement|create|title|cookie|location)|window\??\.(?:document|location|navigator|addEventListener|getSelection)|(?:localStorage|sessionStorage)\??\.[a-z])/,
};

const SILENT: Record<string, (keyof typeof SILENCE)[]> = {
  'lib/text': ['browser', 'fetch', 'clock', 'page'],
  'lib/trees.ts': ['browser', 'fetch', 'clock', 'page'],
  'lib/work.ts': ['browser', 'fetch', 'clock', 'page'],
  'lib/tagging': ['browser', 'fetch', 'clock', 'page'],
  'lib/entities': ['browser', 'fetch', 'clock', 'page'],
  'lib/claims': ['browser', 'fetch', 'clock', 'page'],
  'lib/brief': ['browser', 'fetch', 'clock', 'page'],
  'lib/analyse.ts': ['browser', 'fetch', 'clock', 'page'],
  'lib/verify': ['browser', 'fetch', 'clock', 'page'],
  'lib/report': ['browser', 'fetch', 'clock', 'page'],
  'lib/library': ['browser', 'fetch', 'clock', 'page'],
  'lib/article': ['browser', 'fetch', 'clock', 'page', 'markup'],
  'lib/network': ['browser'],
  components: ['browser', 'fetch', 'markup'],
  entrypoints: ['fetch', 'markup'],
};

/** Fetch from the extension itself: the model files, and the words of a language the reader chose. */
const PACKAGED = new Set(['lib/browser/models.ts', 'lib/browser/i18n.ts']);

interface Import {
  /** A path from the project's root for our own files, a package's name otherwise. */
  target: string;
  isOurs: boolean;
  /** Nothing of it is left at run time. */
  isType: boolean;
  /** It is set up where it is first asked for. */
  isLate: boolean;
}

const FILES = globSync(['{entrypoints,components,lib,scripts,training,tests}/**/*.{ts,tsx}', 'lib/*.ts'])
  .map(path => path.replaceAll('\\', '/'))
  .filter((path, index, all) => all.indexOf(path) === index && !path.endsWith('.d.ts'))
  .toSorted();

describe('the house', () => {
  it('puts every file in a room of the design', () => {
    expect(FILES.length).toBeGreaterThan(10);
    expect(FILES.filter(file => !roomOf(file, Object.keys(DOORS)))).toEqual([]);
  });

  it('imports only through its doors', () => {
    const broken = FILES.flatMap(file =>
      importsOf(file, readFileSync(file, 'utf8'))
        .filter(found => !mayImport(file, found))
        .map(({ target, isType }) => `${file} imports ${isType ? 'types of ' : ''}${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('keeps the silence of each room', () => {
    const broken = FILES.flatMap(file => {
      const said = brokenSilence(file, readFileSync(file, 'utf8'));
      return said.map(words => `${file} says ${words}`);
    });
    expect(broken).toEqual([]);
  });

  it('wakes the background without the study, which is imported where it is first asked for', () => {
    const awake = new Set(['entrypoints/background.ts']);
    for (const file of awake)
      for (const { target, isOurs, isType, isLate } of importsOf(file, readFileSync(file, 'utf8')))
        if (isOurs && !isType && !isLate && target.endsWith('.ts')) awake.add(target);
    expect(awake).toContain('lib/browser/brief.ts');
    const study = ['lib/analyse.ts', 'lib/tagging/tagger.ts', 'lib/text/language.ts', 'lib/brief/ask.ts'];
    expect(study.filter(file => awake.has(file))).toEqual([]);
  });
});

describe('the doorkeeper itself', () => {
  it.each([
    ['the browser in the study', 'lib/claims/a.ts', "import { ask } from '../browser/messages.ts';"],
    ['entities at run time in claims', 'lib/claims/a.ts', "import { x } from '../entities/b.ts';"],
    ['the network in a view', 'components/a.tsx', "import { f } from '../lib/network/b.ts';"],
    ['messages in a view', 'components/a.tsx', "import { ask } from '../lib/browser/messages.ts';"],
    ['an entry point in a view', 'components/a.tsx', "import '../entrypoints/background.ts';"],
    ['an unknown package in the study', 'lib/text/a.ts', "import x from 'left-pad';"],
    ['a dynamic import', 'lib/text/a.ts', "const x = await import('../browser/storage.ts');"],
    ['a re-export', 'lib/text/a.ts', "export { x } from '../browser/storage.ts';"],
    ['a Node module in the study', 'lib/text/a.ts', "import { readFileSync } from 'node:fs';"],
    ['the browser in a script', 'scripts/a.ts', "import { ask } from '../lib/browser/messages.ts';"],
    [
      'a mixed import of types and values',
      'lib/claims/a.ts',
      "import { type A, b } from '../entities/b.ts';",
    ],
  ])('refuses %s', (_case, file, source) => {
    const found = importsOf(file, source);
    expect(found).not.toEqual([]);
    expect(found.every(each => mayImport(file, each))).toBe(false);
  });

  it.each([
    ['types of entities in claims', 'lib/claims/a.ts', "import type { Mention } from '../entities/b.ts';"],
    ['its own room', 'lib/text/a.ts', "import { b } from './b.ts';"],
    ['i18n in a view', 'components/a.tsx', "import { t } from '../lib/browser/i18n.ts';"],
    ['inline types alone', 'lib/claims/a.ts', "import { type A, type B } from '../entities/b.ts';"],
    ['a path in a comment', 'lib/text/a.ts', "// see import { x } from '../browser/storage.ts'"],
  ])('lets through %s', (_case, file, source) => {
    expect(importsOf(file, source).filter(each => !mayImport(file, each))).toEqual([]);
  });

  it.each([
    ['a clock in the study', 'lib/brief/a.ts', 'const now = Date.now();'],
    ['the page in the study', 'lib/article/a.ts', 'const body = document.body;'],
    ['a request outside the network room', 'components/a.tsx', 'await fetch(url);'],
    ['markup in a view', 'components/a.tsx', 'element.innerHTML = title;'],
    ['the extension API in a view', 'components/a.tsx', 'void browser.runtime.getURL("/");'],
  ])('hears %s', (_case, file, source) => {
    expect(brokenSilence(file, source)).not.toEqual([]);
  });
});

/** The longest of the names that is the file itself or a folder above it. */
function roomOf(file: string, names: string[]): string | undefined {
  return names
    .filter(name => file === name || file.startsWith(`${name}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}

function importsOf(file: string, source: string): Import[] {
  const code = withoutComments(source);
  const statements = [
    ...code.matchAll(/^\s*(?:import|export)\s+([^;'"]*?)\s*from\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/^\s*import\s*()['"]([^'"]+)['"]/gm),
    ...code.matchAll(/\bimport\s*\(\s*()['"]([^'"]+)['"]/g),
  ];
  return statements.map(([statement, clause = '', specifier = '']) => {
    const isOurs = specifier.startsWith('.');
    const target = isOurs ? posix.join(posix.dirname(file), specifier) : specifier;
    const isLate = /^import\s*\(/.test(statement);
    return { target: target.replace(/\?.*$/, ''), isOurs, isType: isTypeClause(clause), isLate };
  });
}

function isTypeClause(clause: string): boolean {
  if (/^type\b/.test(clause)) return true;
  const names = /^\{([^}]*)\}$/
    .exec(clause.trim())?.[1]
    ?.split(',')
    .map(name => name.trim());
  return names !== undefined && names.filter(Boolean).every(name => name.startsWith('type '));
}

function mayImport(file: string, { target, isOurs, isType }: Import): boolean {
  const room = roomOf(file, Object.keys(DOORS))!;
  const opens = (door: string) => {
    const name = door.replace('types:', '');
    return (target === name || target.startsWith(`${name}/`)) && (isType || !door.startsWith('types:'));
  };
  if (!isOurs) {
    const packages = PACKAGES[roomOf(file, Object.keys(PACKAGES)) ?? ''] ?? ['zod/mini'];
    return packages.includes('*') || packages.some(opens);
  }
  if (room === 'scripts' && target.startsWith('lib/browser/')) return false;
  return opens(room) || DOORS[room]!.some(opens);
}

/** The words of the outside world that this file speaks and its room forbids. */
function brokenSilence(file: string, source: string): string[] {
  const code = withoutComments(source);
  return (SILENT[roomOf(file, Object.keys(SILENT)) ?? ''] ?? []).flatMap(world => {
    // The only fetches outside lib/network read packaged files.
    if (world === 'fetch' && PACKAGED.has(file)) return [];
    return SILENCE[world]!.exec(code)?.[0] ?? [];
  });
}

/** The source with its comments blanked out; quotes and templates are left as they are. */
function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|(?<=[\s;{}(),])\/\/ .*$/gm, '');
}
