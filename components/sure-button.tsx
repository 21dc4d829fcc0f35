import { useState } from 'preact/hooks';

type Props = {
  class?: string;
  label: string;
  question: string; // in place of the label once it was pressed
  about?: string; // of which of many it speaks, for those who cannot see that
  isSafe?: boolean; // there is nothing to lose: one press will do
  onSure: () => void;
};

/** What cannot be brought back: the first press asks, the second does it, and leaving the button takes the first back. */
export function SureButton({ class: look, label, question, about, isSafe = false, onSure }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const press = () => {
    setIsAsking(!isAsking && !isSafe);
    if (isAsking || isSafe) onSure();
  };
  return (
    <button type="button" class={look} onClick={press} onBlur={() => setIsAsking(false)}>
      {isAsking ? question : label}
      {about !== undefined && <span class="visually-hidden"> {about}</span>}
    </button>
  );
}
