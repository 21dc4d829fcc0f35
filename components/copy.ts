/** Copies a text and answers with what to say of it: one thing if the browser did, the other if it refused. */
export function copy(text: string, done: string, refused: string): Promise<string> {
  return navigator.clipboard.writeText(text).then(
    () => done,
    () => refused,
  );
}
