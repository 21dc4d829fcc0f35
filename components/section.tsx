import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type Props = { class?: string; title: ComponentChildren; children: ComponentChildren };

/** A part of a view under a title of its own. Its id is its own too: on paper what is on screen stands there again. */
export function Section({ class: look = '', title, children }: Props) {
  const titleId = useId();
  return (
    <section class={`section ${look}`.trim()} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </section>
  );
}
