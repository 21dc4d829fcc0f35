import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import { SummaryLength } from '../brief/brief.ts';
import { OutsideSource } from '../verify/outside.ts';
import { inTurn } from './turns.ts';

/** The languages Onix speaks; `browser` follows the browser's own. */
export const Language = z.enum(['browser', 'en', 'de', 'es', 'fr', 'uk']);
export type Language = z.infer<typeof Language>;

/** Light or dark; `system` follows the system. */
export const Theme = z.enum(['system', 'light', 'dark', 'contrast']);
export type Theme = z.infer<typeof Theme>;

/** What the reader can set. A setting added later starts at its default; a changed meaning needs a new version. */
export const Settings = z.object({
  version: z.literal(2),
  detect: z.boolean(), // look at pages by itself
  sitesOff: z.array(z.string()), // host names that are never looked at
  badge: z.boolean(),
  marks: z.boolean(), // mark passages on the page, or only scroll to them
  theme: Theme,
  language: Language,
  letterKeys: z.boolean(), // single letters as shortcuts; speech input may press them by accident (WCAG 2.1.4)
  summaryLength: SummaryLength,
  rememberArticles: z.boolean(), // every article that is read goes into the library
  askAlways: z.array(OutsideSource), // sources outside that are asked whenever something is verified
});
export type Settings = z.infer<typeof Settings>;

/** The settings after installing. */
export const DEFAULT_SETTINGS: Settings = {
  version: 2,
  detect: true,
  sitesOff: [],
  badge: true,
  marks: true,
  theme: 'system',
  language: 'browser',
  letterKeys: true,
  summaryLength: 'normal',
  rememberArticles: false,
  askAlways: [],
};

/** From each version to the next. Version 1 knew neither high contrast nor marks, language and letter keys. */
const MIGRATIONS: Record<number, (old: Record<string, unknown>) => Record<string, unknown>> = {
  1: old => ({ ...old, version: 2 }),
};

function migrate(stored: Record<string, unknown>): Record<string, unknown> {
  let settings = stored;
  for (;;) {
    const next = MIGRATIONS[Number(settings['version'])];
    if (!next) return settings;
    settings = next(settings);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Stored settings as today's. What cannot be read, and only that, is at its default. */
function readSettings(stored: unknown): Settings {
  const known = isRecord(stored) ? migrate(stored) : {};
  const readable = Object.entries(Settings.shape)
    .map(([key, schema]) => [key, readablePart(schema, known[key])] as const)
    .filter(([, value]) => value !== undefined);
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(readable) };
}

/** The value, or the items of a list that can be read; undefined: nothing can. */
function readablePart(schema: z.ZodMiniType, value: unknown): unknown {
  const part = Array.isArray(value) ? value.filter(item => schema.safeParse([item]).success) : value;
  return schema.safeParse(part).success ? part : undefined;
}

/** The settings as they are stored now. */
export async function loadSettings(): Promise<Settings> {
  const { settings } = await browser.storage.local.get('settings');
  return readSettings(settings);
}

/** Changes some settings and leaves the others; answers with all of them. */
export const saveSettings = (patch: Partial<Settings>): Promise<Settings> => changeSettings(() => patch);

/** The same where the change depends on the settings as they are, which another window may change meanwhile. */
const changeSettings = (change: (now: Settings) => Partial<Settings>): Promise<Settings> =>
  inTurn('settings', async () => {
    const now = await loadSettings();
    const settings = Settings.parse({ ...now, ...change(now) });
    await browser.storage.local.set({ settings });
    return settings;
  });

/** Never looks at a site, or does so again. */
export const leaveSite = (site: string, isLeft: boolean): Promise<Settings> =>
  changeSettings(({ sitesOff }) => ({ sitesOff: withOrWithout(sitesOff, site, isLeft) }));

/** Asks a source at every verification, or only when its button is pressed. */
export const askAlways = (source: OutsideSource, isAlways: boolean): Promise<Settings> =>
  changeSettings(({ askAlways: sources }) => ({ askAlways: withOrWithout(sources, source, isAlways) }));

/** A list that holds an item, or does not; the others stay as they are. */
export function withOrWithout<T>(list: readonly T[], item: T, isWith: boolean): T[] {
  if (!isWith) return list.filter(each => each !== item);
  return list.includes(item) ? [...list] : [...list, item];
}

/** Forgets all settings; answers with the defaults. */
export const resetSettings = (): Promise<Settings> =>
  inTurn('settings', async () => {
    await browser.storage.local.remove('settings');
    return loadSettings();
  });

/** Calls `listener` with the settings as they now are whenever a view changed them. Returns how to stop. */
export function onSettings(listener: (settings: Settings) => void): () => void {
  const changed = (changes: Record<string, { newValue?: unknown }>) => {
    if ('settings' in changes) listener(readSettings(changes['settings']!.newValue));
  };
  // Of this area alone: the background need not wake for what a view notes in memory as its reader scrolls.
  const { onChanged } = browser.storage.local;
  onChanged.addListener(changed);
  return () => onChanged.removeListener(changed);
}

/**
 * What "export settings" saves: neither the key nor anything read is in it, nor which sources are always asked, since
 * no file may decide what leaves the device.
 */
const SettingsFile = z.object({
  kind: z.literal('onix-settings'),
  settings: z.record(z.string(), z.unknown()),
});

/** The text of such a file. */
export function settingsFile(settings: Settings): string {
  const file = { kind: 'onix-settings', settings: { ...settings, askAlways: undefined } };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What became of a file of settings. `fields`: the settings in it that could not be understood. */
export type Import =
  | { readonly status: 'imported'; readonly settings: Settings }
  | { readonly status: 'refused'; readonly reason: 'not_json' | 'not_settings' | 'newer' }
  | { readonly status: 'refused'; readonly reason: 'broken'; readonly fields: readonly string[] };

/** Takes the settings of a file, all of them or none. */
export async function importSettings(text: string): Promise<Import> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { status: 'refused', reason: 'not_json' };
  }
  const file = SettingsFile.safeParse(json);
  if (!file.success) return { status: 'refused', reason: 'not_settings' };
  if (Number(file.data.settings['version']) > DEFAULT_SETTINGS.version)
    return { status: 'refused', reason: 'newer' };
  const { askAlways } = await loadSettings();
  const parsed = Settings.safeParse({ ...DEFAULT_SETTINGS, ...migrate(file.data.settings), askAlways });
  if (!parsed.success)
    return {
      status: 'refused',
      reason: 'broken',
      fields: [...new Set(parsed.error.issues.map(issue => String(issue.path[0])))],
    };
  return { status: 'imported', settings: await saveSettings(parsed.data) };
}
