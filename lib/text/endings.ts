/** Whether a word ends like that after at least so many letters: “floated”, “rising”; behind the last token is none. */
export function endsAfter(word: string | undefined, letters: number, ending: 'ed' | 'ing'): boolean {
  if (!word?.endsWith(ending)) return false;
  const stem = word.slice(0, -ending.length);
  if (/^[a-z]*$/i.test(stem)) return stem.length >= letters; // `\p{…}` takes a while to be made ready
  const last = Array.from(stem).slice(-letters);
  return last.length === letters && last.every(letter => /\p{L}/u.test(letter));
}
