import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClaimOf, Verification } from '../lib/verify/verification.ts';
import type { OutboxEntry, ReportDraft } from '../lib/report/report.ts';

/** What can lie over the brief. */
export type ScreenState =
  // without `claim`: what a right-click left waiting, or what is selected
  | {
      readonly name: 'verify';
      readonly verification: Verification | null;
      readonly claim?: ClaimOf | undefined;
    }
  | { readonly name: 'report'; readonly draft: ReportDraft }
  | { readonly name: 'thanks'; readonly entry: OutboxEntry }
  | { readonly name: 'reports' }
  | { readonly name: 'library' };

/** Where the reader was when a screen was opened, to be put back there. */
interface Place {
  readonly focused: Element | null;
  readonly scrollPx: number;
}

/** The pile as a view sees it, and what can be done with it. */
export interface Screens {
  readonly top: ScreenState | null; // null: the brief
  /** Lays a screen on top; one of the same name is replaced. */
  open: (screen: ScreenState) => void;
  /** Changes the top screen, if it is still the one called `name`. */
  replace: (name: ScreenState['name'], screen: ScreenState) => void;
  back: () => void;
  close: () => void;
}

/** A pile of screens over the brief. A new one gets the focus on its title; going back returns it. */
export function useScreens(): Screens {
  const [pile, setPile] = useState<readonly ScreenState[]>([]);
  const places = useRef<Place[]>([]);
  const arrive = useRef<(() => void) | null>(null);
  const topName = useRef<ScreenState['name'] | undefined>(undefined);
  topName.current = pile.at(-1)?.name;

  useLayoutEffect(() => {
    arrive.current?.();
    arrive.current = null;
  }, [pile]);

  const replace = useCallback((name: ScreenState['name'], screen: ScreenState) => {
    if (topName.current === name) arrive.current = focusTitle;
    setPile(now => (now.at(-1)?.name === name ? [...now.slice(0, -1), screen] : now));
  }, []);
  const open = useCallback(
    (screen: ScreenState) => {
      if (topName.current === screen.name) return replace(screen.name, screen);
      places.current.push({ focused: document.activeElement, scrollPx: window.scrollY });
      arrive.current = focusTitle;
      setPile(now => [...now, screen]);
    },
    [replace],
  );
  const back = useCallback(() => {
    const place = places.current.pop();
    arrive.current = () => place && returnTo(place);
    setPile(now => now.slice(0, -1));
  }, []);
  const close = useCallback(() => {
    places.current = [];
    setPile(now => (now.length === 0 ? now : []));
  }, []);

  return { top: pile.at(-1) ?? null, open, replace, back, close };
}

function focusTitle() {
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>('.screen-title')?.focus({ preventScroll: true });
}

/** Where a reader begins who comes back to something that is gone: the title of a screen, the open tab of the brief. */
const HEAD = '.screen-title, [role="tab"][aria-selected="true"]';

function returnTo({ focused, scrollPx }: Place) {
  if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
  else document.querySelector<HTMLElement>(HEAD)?.focus({ preventScroll: true });
  window.scrollTo(0, scrollPx);
}
