/** Hands `text` to the reader as a file, without any permission. */
export function saveFile(name: string, text: string, type = 'text/plain') {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000); // the download has taken hold of it by then
}
