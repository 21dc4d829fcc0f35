import { useRef } from 'preact/hooks';

type Props = { label: string; onChoose: (file: File) => void };

/** A button that has the reader choose a JSON file. In a popup the browser's dialog would close the view itself. */
export function FileButton({ label, onChoose }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => picker.current?.click()}>
        {label}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = ''; // the same file may be chosen again
          if (file) onChoose(file);
        }}
      />
    </>
  );
}
