import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Single keys as shortcuts, while `isOn`: the reader may have switched them off, since speech input presses them by
 * accident (WCAG 2.1.4). Not while something is being typed, nor beside Ctrl, Alt or Meta, nor under a dialog.
 */
export function useLetterKeys(isOn: boolean, actions: Record<string, () => void>) {
  const latest = useRef(actions);
  latest.current = actions;
  useLayoutEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
      if (event.target instanceof Element && event.target.matches('input, textarea, select')) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}
