import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** j and k move the focus from one item's "Show on page" to the next, wherever the focus is. */
export function useItemKeys(root: RefObject<HTMLElement | null>, active: boolean) {
  useEffect(() => {
    if (!active) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.key !== 'j' && event.key !== 'k') || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.matches('input, textarea, select')) return;
      const items = [...(root.current?.querySelectorAll<HTMLElement>('.show') ?? [])];
      const focused = document.activeElement?.closest('.item')?.querySelector<HTMLElement>('.show');
      const at = focused ? items.indexOf(focused) : -1;
      const next = items[event.key === 'j' ? at + 1 : at === -1 ? items.length - 1 : at - 1];
      next?.focus();
      next?.closest('.item')?.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [root, active]);
}
