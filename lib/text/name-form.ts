import { foldSpace } from './quote.ts';

/** What the ways to write one name share: “KILBRANNAGH”, and “The board” for “the board”. */
export function foldName(name: string): string {
  return foldSpace(name).toLowerCase().replace(/^the /, '');
}
