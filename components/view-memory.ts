import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ViewState, type Desk } from './desk.ts';

/** How the view was left, and how to leave it. */
export interface ViewMemory {
  /** The view left from last time, of whatever article; undefined: still being looked up. */
  readonly stored: ViewState | null | undefined;
  readonly remember: (view: ViewState) => void;
}

/** What the reader was looking at last, across closings. */
export function useViewMemory(desk: Desk): ViewMemory {
  const [loaded, setLoaded] = useState<ViewState | null | undefined>(undefined);
  const last = useRef<ViewState | null>(null);

  useEffect(() => {
    const settle = (saved: unknown) => setLoaded(ViewState.safeParse(saved).data ?? null);
    desk.loadView().then(settle, () => settle(null));
  }, [desk]);

  const remember = useCallback(
    (view: ViewState) => {
      last.current = view;
      desk.saveView(view).catch(() => undefined); // not remembered: the next opening starts afresh
    },
    [desk],
  );

  return { stored: last.current ?? loaded, remember };
}
