import type { RefObject } from 'preact';
import { useLetterKeys } from './letter-keys.ts';

/**
 * j and k move the focus from one item's "Show on page" to the next, wherever it is; r reports the item it is in, v
 * verifies it, q copies it.
 */
export function useItemKeys(root: RefObject<HTMLElement | null>, isOn: boolean) {
  const focusedItem = () => document.activeElement?.closest('.item');
  const move = (step: 1 | -1) => {
    const items = [...(root.current?.querySelectorAll<HTMLElement>('.show') ?? [])];
    const focused = focusedItem()?.querySelector<HTMLElement>('.show');
    const at = focused ? items.indexOf(focused) : -1;
    const next = items[step === 1 ? at + 1 : at === -1 ? items.length - 1 : at - 1];
    next?.focus();
    next?.closest('.item')?.scrollIntoView({ block: 'nearest' });
  };
  useLetterKeys(isOn, {
    j: () => move(1),
    k: () => move(-1),
    q: () => focusedItem()?.querySelector<HTMLElement>('.copy')?.click(),
    r: () => focusedItem()?.querySelector<HTMLElement>('.report')?.click(),
    v: () => focusedItem()?.querySelector<HTMLElement>('.verify-claim')?.click(),
  });
}
