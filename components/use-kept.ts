import { useCallback, useEffect, useState } from 'preact/hooks';

/** What is kept on this device, as a list shows it. */
export interface Kept<Entry> {
  readonly entries: readonly Entry[];
  readonly unread: number; // entries this version cannot read
}

/** Where it is kept. */
interface Store<Entry> {
  list: () => Promise<Entry[]>;
  countUnread: () => Promise<number>;
}

/** What is kept in a store; null: on its way. What changes there the view shows by `change`, or `load`s anew, or `fail`s. */
export function useKept<Entry>(store: Store<Entry>) {
  const [kept, setKept] = useState<Kept<Entry> | 'unreadable' | null>(null);
  const fail = () => setKept('unreadable');

  const load = useCallback(() => {
    Promise.all([store.list(), store.countUnread()]).then(
      ([entries, unread]) => setKept({ entries, unread }),
      fail,
    );
  }, [store]);
  useEffect(load, [load]);

  const change = (to: (kept: Kept<Entry>) => Partial<Kept<Entry>>) =>
    setKept(now => (now === null || now === 'unreadable' ? now : { ...now, ...to(now) }));
  return { kept, load, change, fail };
}
