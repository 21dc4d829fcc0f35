import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import type messages from '../../public/_locales/en/messages.json';

/** A key of the words in public/_locales. */
type MessageKey = keyof typeof messages;

/** A packaged file of messages, as far as it is needed here. */
const Messages = z.record(z.string(), z.object({ message: z.string() }));

/** The words of a language the reader chose over the browser's own; null: the browser has them. */
let chosen: { language: string; messages: z.infer<typeof Messages> } | null = null;

/** The language that was asked for last: the words of one asked for before may come in after its own. */
let wanted = 'browser';

/** From now on the words are those of `language`; 'browser' (or a language that cannot be read): the browser's. */
export async function speak(language: string): Promise<void> {
  wanted = language;
  if (chosen?.language === language) return;
  const words = language === 'browser' ? null : await wordsOf(language).catch(() => null);
  if (wanted === language) chosen = words;
}

async function wordsOf(language: string): Promise<NonNullable<typeof chosen>> {
  const file = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json`));
  return { language, messages: Messages.parse(await file.json()) };
}

/** The reader's words for `key`, with `$1`, `$2` … filled in. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return message(
    key,
    substitutions.map(value => plain(String(value))),
  );
}

/** Words of a page to stand among ours: without the marks that would turn ours around. */
export const plain = (words: string): string => words.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '');

/** The plural form of `key` for `count`: looks up `key_one`, `key_few`, `key_many`, `key_other`; `$1` is the count. */
export function tn(key: PluralKey, count: number): string {
  const language = t('locale'); // of the words: the browser's own language may be one Onix does not speak
  const category = new Intl.PluralRules(language).select(count);
  const shown = new Intl.NumberFormat(language).format(count);
  return message(`${key}_${category}`, [shown]) || message(`${key}_other`, [shown]);
}

type PluralKey = { [K in MessageKey]: K extends `${infer Stem}_other` ? Stem : never }[MessageKey];

function message(key: string, substitutions: string[]): string {
  if (!chosen) return browser.i18n.getMessage(key, substitutions);
  const known = chosen.messages[key]?.message ?? '';
  return known.replaceAll(/\$(\d)/g, (_all, digit: string) => substitutions[Number(digit) - 1] ?? '');
}
