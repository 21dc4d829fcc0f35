import browser from 'webextension-polyfill';
import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** The reader's words for `key`, with `$1`, `$2` … filled in. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String));
}

/** The plural form of `key` for `count`: looks up `key_one`, `key_few`, `key_many`, `key_other`; `$1` is the count. */
export function tn(key: PluralKey, count: number): string {
  const language = t('locale'); // of the words: the browser's own language may be one Onix does not speak
  const category = new Intl.PluralRules(language).select(count);
  const shown = new Intl.NumberFormat(language).format(count);
  return (
    browser.i18n.getMessage(`${key}_${category}`, [shown]) || browser.i18n.getMessage(`${key}_other`, [shown])
  );
}

type PluralKey = { [K in MessageKey]: K extends `${infer Stem}_other` ? Stem : never }[MessageKey];
