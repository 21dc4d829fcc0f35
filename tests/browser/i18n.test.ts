import { expect, it } from 'vitest';
import browser from 'webextension-polyfill';
import { t } from '../../lib/browser/i18n.ts';

it.each([
  ['an override', '\u202eAdelaide Brisk', 'Adelaide Brisk'],
  ['an isolate that is never closed', 'Ann \u2066Quist', 'Ann Quist'],
  ['a name from right to left, which needs no marks', 'سلمى الحداد', 'سلمى الحداد'],
])('words of a page stand among ours without %s', (_case, name, expected) => {
  browser.i18n.getMessage = ((_key: string, [speaker]: string[]) => `Disputed by ${speaker}:`) as never;
  expect(t('disputedBy', name)).toBe(`Disputed by ${expected}:`);
});
