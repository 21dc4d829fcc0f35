import { globSync, readFileSync } from 'node:fs';
import { parseAst } from 'vite';
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

  it('lets no line begin with a mark, nor end with one that opens', () => {
    const loose = Object.entries(messages).filter(([, { message }]) => / [?!:;»]|« /.test(message));
    expect(loose).toEqual([]);
  });

  it('keeps the store description under 132 characters', () => {
    expect(messages['extensionDescription']!.message.length).toBeLessThanOrEqual(132);
  });
});

/** The sources in which a message can be named: by its key in quotes, or as the manifest writes it. */
const sources = [...globSync('{components,entrypoints,lib}/**/*.{ts,tsx}'), 'wxt.config.ts'].map(file => ({
  file,
  code: readFileSync(file, 'utf8'),
}));

it('has no message that nothing names', () => {
  const code = sources.map(it => it.code).join('\n');
  const named = new Set(
    [...code.matchAll(/__MSG_(\w+?)__|'((?!__MSG_)\w+)'/g)].map(([, manifest, quoted]) => manifest ?? quoted),
  );
  const stems = Object.keys(english).map(key => key.replace(/_(?:zero|one|two|few|many|other)$/, ''));
  expect([...new Set(stems)].filter(stem => !named.has(stem))).toEqual([]);
});

describe('words written into the code', () => {
  /** What a reader sees or hears of an element beside its text. */
  const SPOKEN = new Set(['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description']);
  const LETTERS = /\p{L}{2}/u;

  /** Every text in the views that is not asked of the message files. */
  function bareWords(file: string, code: string): string[] {
    const found: string[] = [];
    const visit = (node: unknown): void => {
      if (Array.isArray(node)) return node.forEach(visit);
      if (typeof node !== 'object' || node === null || !('type' in node)) return;
      const { type, value, name, expression } = node as Record<string, unknown>;
      if (type === 'JSXText' && LETTERS.test(String(value))) found.push(String(value).trim());
      if (type === 'JSXAttribute' && SPOKEN.has(String((name as { name: unknown }).name))) note(value);
      if (type === 'JSXExpressionContainer') note(expression);
      for (const child of Object.values(node)) visit(child);
    };
    /** A literal that stands where a view shows it: itself, or as one side of a choice. */
    const note = (node: unknown): void => {
      const it = node as Record<string, unknown> | null;
      if (it?.['type'] === 'Literal' && typeof it['value'] === 'string' && LETTERS.test(it['value']))
        found.push(it['value']);
      if (it?.['type'] === 'TemplateLiteral')
        for (const piece of it['quasis'] as { value: { raw: string } }[])
          if (LETTERS.test(piece.value.raw)) found.push(piece.value.raw);
      if (it?.['type'] === 'ConditionalExpression' || it?.['type'] === 'LogicalExpression')
        for (const side of ['consequent', 'alternate', 'left', 'right']) note(it[side]);
      if (it?.['type'] === 'JSXExpressionContainer') note(it['expression']);
    };
    /** Attributes that are not spoken hold names of classes and the like. */
    const withoutQuietAttributes = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(withoutQuietAttributes);
      if (typeof node !== 'object' || node === null) return node;
      const { type, name } = node as Record<string, unknown>;
      const isQuiet = type === 'JSXAttribute' && !SPOKEN.has(String((name as { name: unknown }).name));
      return Object.fromEntries(
        Object.entries(node).map(([key, value]) => [
          key,
          // What an attribute holds may be a view again: only its own literal is left out.
          isQuiet && key === 'value' && isLiteral(value) ? null : withoutQuietAttributes(value),
        ]),
      );
    };
    visit(withoutQuietAttributes(parseAst(code, { lang: 'tsx' }, file)));
    return found.map(words => `${file}: ${words}`);
  }

  /** A string, a template or a choice between them, in braces or not. */
  function isLiteral(node: unknown): boolean {
    const { type, expression } = (node ?? {}) as Record<string, unknown>;
    if (type === 'JSXExpressionContainer') return isLiteral(expression);
    return ['Literal', 'TemplateLiteral', 'ConditionalExpression', 'LogicalExpression'].includes(
      String(type),
    );
  }

  it('are none', () => {
    const views = sources.filter(({ file }) => file.endsWith('.tsx'));
    expect(views.length).toBeGreaterThan(20);
    expect(views.flatMap(({ file, code }) => bareWords(file, code))).toEqual([]);
  });

  it.each([
    ['as text', '<p>Hello there</p>'],
    ['beside a message', "<p>{t('close')} now</p>"],
    ['as a literal', "<p>{'Hello'}</p>"],
    ['in a choice', "<p>{isOpen ? 'Open' : t('close')}</p>"],
    ['behind a condition', "<p>{isOpen && 'Open'}</p>"],
    ['in a template', '<p>{`${count} claims`}</p>'],
    ['as a name', '<button aria-label="Close" />'],
    ['as a chosen name', "<button title={isOpen ? 'Close' : t('open')} />"],
    ['inside another view’s attribute', '<Item head={<b>Who</b>} />'],
  ])('are found %s', (_case, view) => {
    expect(bareWords('view.tsx', `export const view = ${view};`)).not.toEqual([]);
  });

  it.each([
    ['a message', "<p>{t('close')}</p>"],
    ['a class', '<p class="close">{words}</p>'],
    ['a chosen class', "<p class={isOpen ? 'open wide' : `shut ${side}`}>{words}</p>"],
    ['a mark between', '<p>{a} · {b}</p>'],
  ])('are not: %s', (_case, view) => {
    expect(bareWords('view.tsx', `export const view = ${view};`)).toEqual([]);
  });
});
