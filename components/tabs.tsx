import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { formatNumber } from './language.ts';

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly title: string;
  readonly count?: number;
}

type Props<Name extends string> = {
  label: string;
  tabs: readonly Tab<Name>[];
  selected: Name;
  onSelect: (name: Name) => void;
  children: ComponentChildren; // what the selected tab shows
};

/** Tabs as the ARIA practices have them: one stop for Tab, arrows, Home and End move and select. */
export function Tabs<Name extends string>({ label, tabs, selected, onSelect, children }: Props<Name>) {
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(tab => tab.name === selected);
    const to = target(event.key, at, tabs.length, getComputedStyle(list.current!).direction === 'rtl');
    if (to === null) return;
    event.preventDefault();
    onSelect(tabs[to]!.name);
    list.current!.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  };

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its tabs take the focus */}
      <div ref={list} class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map(tab => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`tab-${tab.name}`}
            aria-selected={tab.name === selected}
            aria-controls="tabpanel"
            tabIndex={tab.name === selected ? 0 : -1}
            onClick={() => onSelect(tab.name)}
          >
            {tab.title}
            {tab.count !== undefined && tab.count > 0 && (
              <>
                {' '}
                <span class="tab-count">{formatNumber(tab.count)}</span>
              </>
            )}
          </button>
        ))}
      </div>
      <div id="tabpanel" class="tabpanel" role="tabpanel" aria-labelledby={`tab-${selected}`} tabIndex={-1}>
        {children}
      </div>
    </>
  );
}

function target(key: string, at: number, count: number, rtl: boolean): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + (rtl ? count - 1 : 1)) % count;
    case 'ArrowLeft':
      return (at + (rtl ? 1 : count - 1)) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
