import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

/** The form of a message file; the same in Chrome and Firefox. */
const Messages = z.record(
  z.string().check(z.regex(/^[A-Za-z0-9_@]+$/)),
  z.strictObject({
    message: z.string().check(z.minLength(1)),
    description: z.optional(z.string()),
    placeholders: z.optional(
      z.record(z.string(), z.strictObject({ content: z.string(), example: z.optional(z.string()) })),
    ),
  }),
);

/** The other plural forms a language has; every language has `other`. */
const PLURAL_FORMS = /_(?:zero|one|two|few|many)$/;

const files = globSync('public/_locales/*/messages.json').toSorted();
const read = (file: string) => Messages.parse(JSON.parse(readFileSync(file, 'utf8')));
const english = read('public/_locales/en/messages.json');

it('speaks English and at least one more language', () => {
  expect(files.length).toBeGreaterThan(1);
});

describe.each(files)('%s', file => {
  const messages = read(file);

  it('has the keys of the English file', () => {
    // Plural forms differ from language to language.
    const keys = (all: object) => Object.keys(all).filter(key => !PLURAL_FORMS.test(key));
    expect(keys(messages).toSorted()).toEqual(keys(english).toSorted());
  });

  it('has every plural form its language needs', () => {
    const language = /_locales[\\/]([^\\/]+)/.exec(file)![1]!.replace('_', '-');
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const stems = Object.keys(english).flatMap(key => /^(.+)_other$/.exec(key)?.[1] ?? []);
    const missing = stems
      .flatMap(stem => forms.map(form => `${stem}_${form}`))
      .filter(key => !(key in messages));
    expect(missing).toEqual([]);
  });

  it('fills in what the English file fills in', () => {
    const placeholders = (key: string, message: string) => {
      // "one" may leave the number out: "a claim"
      const found = [...message.matchAll(/\$(?:\d|\w+\$)/g)].map(([name]) => name);
      return PLURAL_FORMS.test(key) ? found.filter(name => name !== '$1') : found;
    };
    for (const [key, { message }] of Object.entries(messages)) {
      const other = english[key] ?? english[key.replace(PLURAL_FORMS, '_other')]!;
      const ours = new Set(placeholders(key, message));
      expect([key, ours]).toEqual([key, new Set(placeholders(key, other.message))]);
    }
  });

  it('keeps the store description under 132 characters', () => {
    expect(messages['extensionDescription']!.message.length).toBeLessThanOrEqual(132);
  });
});
