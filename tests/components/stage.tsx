import axe from 'axe-core';
import { render, type ComponentChild } from 'preact';
import { page } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepFocus } from '../../components/keep-focus.ts';
import '../../components/styles/onix.css';
import german from '../../public/_locales/de/messages.json' with { type: 'json' };
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import spanish from '../../public/_locales/es/messages.json' with { type: 'json' };
import french from '../../public/_locales/fr/messages.json' with { type: 'json' };
import ukrainian from '../../public/_locales/uk/messages.json' with { type: 'json' };

const MESSAGES: Record<string, Record<string, { message: string }>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  uk: ukrainian,
};

/**
 * Puts the views' words into the fake browser, in `language`; `pseudo` sets them in «», `pseudo-rtl` also makes them
 * half as long again, as some languages do.
 */
export function speak(language = 'en') {
  const messages = MESSAGES[language] ?? MESSAGES['en']!;
  const getMessage = (key: string, substitutions: string[] = []) => {
    const message = messages[key]?.message.replaceAll(
      /\$(\d)/g,
      (_all, digit: string) => substitutions[Number(digit) - 1] ?? '',
    );
    if (message === undefined) return '';
    if (!language.startsWith('pseudo') || key === 'locale' || key === 'direction') return message;
    const longer = language === 'pseudo-rtl' ? ` ${'ـ'.repeat(Math.ceil(message.length / 2))}` : '';
    return `«${message}${longer}»`;
  };
  Object.assign(fakeBrowser, {
    i18n: { getMessage, getUILanguage: () => (language.startsWith('pseudo') ? 'en' : language) },
  });
}

/** Shows a view on an empty page, as a popup of its usual width does. */
export function show(view: ComponentChild, surface: 'popup' | 'sidepanel' = 'popup') {
  document.documentElement.className = surface;
  document.documentElement.lang = 'en';
  document.title = 'Onix';
  const last = document.getElementById('app');
  if (last) render(null, last); // lets it take its listeners along
  last?.remove();
  const app = document.createElement('div');
  app.id = 'app';
  document.body.append(app);
  keepFocus(app);
  render(view, app);
}

/** What axe finds wrong with the page as it stands: `rule: where`, none if all is well. */
export async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** The words of an element, with single spaces. */
export function wordsIn(selector: string): string {
  const element = document.querySelector(selector);
  return element ? element.textContent.replaceAll(/\s+/g, ' ').trim() : '';
}

/** A button by its name. */
export const button = (name: string | RegExp) => page.getByRole('button', { name });

/** A tab by its name. */
export const tab = (name: RegExp) => page.getByRole('tab', { name });

/** Whatever has some words among its own. */
export const says = (words: string | RegExp) => page.getByText(words, { exact: false });
