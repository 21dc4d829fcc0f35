type Props = { id: string; label: string; wanted: string; onWanted: (wanted: string) => void };

/** Where the reader writes the words to look for in a list. */
export function Search({ id, label, wanted, onWanted }: Props) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="search" value={wanted} onInput={event => onWanted(event.currentTarget.value)} />
    </div>
  );
}

/** Whether every word looked for stands in a text, whole or as a part of a word. */
export function holdsAll(text: string, wanted: string): boolean {
  const lower = text.toLocaleLowerCase();
  return wanted
    .toLocaleLowerCase()
    .split(/\s+/)
    .every(word => lower.includes(word));
}
