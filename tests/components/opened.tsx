import { page } from 'vitest/browser';
import { freshView } from '../../components/brief-view.tsx';
import type { Desk, ViewState } from '../../components/desk.ts';
import { Onix } from '../../components/onix.tsx';
import type { Reading } from '../../lib/brief/reading.ts';
import { READ, fakeDesk } from './fake-desk.ts';
import { BRIEF } from './fixture.ts';
import { button, show, speak } from './stage.tsx';

/** Where the article of the fixture stands. */
export const URL_READ = BRIEF.article.url!;

/** English words, the system's colours and the usual size of a popup, for `beforeEach`. */
export async function freshPage() {
  speak();
  delete document.documentElement.dataset['theme'];
  await page.viewport(380, 600);
}

/** Opens the brief on a desk that differs in `overrides`, and tells what was asked of it. */
export function open(overrides: Partial<Desk> = {}) {
  const { desk, notes } = fakeDesk(overrides);
  show(<Onix desk={desk} />);
  return notes;
}

/** A desk whose article and brief differ in what is given. */
export function article(
  patch: Partial<typeof BRIEF.article>,
  rest: Partial<typeof BRIEF> = {},
): Partial<Desk> {
  const brief = { ...BRIEF, ...rest, article: { ...BRIEF.article, ...patch } };
  return { read: async () => ({ ...READ, brief }) as Reading };
}

/** What reading another page gives. */
export const another = (title: string, url: string): Reading =>
  ({ ...READ, url, brief: { ...BRIEF, article: { ...BRIEF.article, title, url } } }) as Reading;

/** A desk that remembers that a tab was open, and what else of the view is given. */
export function onTab(tab: string, rest: Partial<ViewState> = {}): Partial<Desk> {
  return { loadView: async () => ({ ...freshView(URL_READ), ...rest, tab }) };
}

/** Presses the button that shows the place of an item on the page: of the first with 0, of the last with -1. */
export const showPlace = (nth: number) =>
  button(/Show on page/)
    .nth(nth)
    .click();
