import type { ComponentChildren } from 'preact';
import { AlertIcon } from './icons.tsx';

/** Something the reader should know before reading on. */
export function Caution({ children }: { children: ComponentChildren }) {
  return (
    <p class="caution">
      <AlertIcon />
      <span>{children}</span>
    </p>
  );
}
