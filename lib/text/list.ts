/** Words with a space between any two, as a set. */
export const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));
