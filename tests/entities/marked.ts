import { findPlayers } from '../../lib/entities/players.ts';
import type { Player } from '../../lib/entities/players.ts';
import type { NameSpan } from '../../lib/tagging/tagger.ts';
import { parseText } from '../../lib/text/parse.ts';

/** The players of a text whose names are marked: “[Lena Brandt PER] met [NATO ORG].” */
export function playersOf(marked: string): { text: string; players: Player[] } {
  const names: NameSpan[] = [];
  let text = '';
  for (const piece of marked.split(/(\[[^\]]* (?:PER|ORG|LOC)\])/)) {
    const name = /^\[(.*) (PER|ORG|LOC)\]$/.exec(piece);
    const words = name?.[1] ?? piece;
    const type = name?.[2] as NameSpan['type'] | undefined;
    if (type) names.push({ start: text.length, end: text.length + words.length, type, confidence: 1 });
    text += words;
  }
  return { text, players: findPlayers(parseText(text), names) };
}
