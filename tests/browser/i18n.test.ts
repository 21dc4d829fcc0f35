import { afterEach, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { speak, t } from '../../lib/browser/i18n.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['an override', '\u202eAdelaide Brisk', 'Adelaide Brisk'],
  ['an isolate that is never closed', 'Ann \u2066Quist', 'Ann Quist'],
  ['a name from right to left, which needs no marks', 'سلمى الحداد', 'سلمى الحداد'],
])('words of a page stand among ours without %s', (_case, name, expected) => {
  browser.i18n.getMessage = ((_key: string, [speaker]: string[]) => `Disputed by ${speaker}:`) as never;
  expect(t('disputedBy', name)).toBe(`Disputed by ${expected}:`);
});

it('the language chosen last is spoken, though the words of another come in later', async () => {
  const files = new Map<string, (messages: object) => void>();
  vi.stubGlobal(
    'fetch',
    (address: string) =>
      new Promise(resolve => {
        const [, language = ''] = /_locales\/(\w+)\//.exec(address) ?? [];
        files.set(language, messages => resolve(new Response(JSON.stringify(messages))));
      }),
  );
  browser.i18n.getMessage = () => 'Help';
  const speaking = [speak('de'), speak('fr')];
  files.get('fr')!({ keyboard: { message: 'Aide' } });
  files.get('de')!({ keyboard: { message: 'Hilfe' } });
  await Promise.all(speaking);
  expect(t('keyboard')).toBe('Aide');
  const late = speak('de');
  await speak('browser');
  files.get('de')!({ keyboard: { message: 'Hilfe' } });
  await late;
  expect(t('keyboard')).toBe('Help');
});
