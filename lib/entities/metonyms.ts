import { list } from '../text/list.ts';
import type { TextDocument } from '../text/document.ts';
import { Shape } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import type { Entity } from './entity.ts';
import { CAPITALS } from './lexicon.ts';
import type { NameMention } from './mentions.ts';

/** Before a capital that is meant as a city. */
const LOCATIVE = list(
  'in at near outside around across to from of into through over towards inside , visited left via throughout reached',
);

/** Links a capital that acts or is addressed (“Oslo said”, “pressure on Oslo”) to its state; it stays a place of its own. */
export function linkCapitals(doc: TextDocument, words: Words, entities: readonly Entity[]): void {
  const byName = new Map(entities.filter(e => e.type === 'LOC').map(e => [e.parts.join(' '), e]));
  for (const [name, capital] of byName) {
    const state = byName.get(CAPITALS.get(name) ?? '');
    if (!state) continue;
    for (const mention of capital.mentions) {
      if (isMetonym(doc, words, mention)) state.metonyms.push(mention);
    }
  }
}

function isMetonym(doc: TextDocument, words: Words, { first, endToken, sentence }: NameMention): boolean {
  const after = words.lower[endToken] ?? '';
  if (after === ',' || after === '-' || after === '—' || after === '–' || after === '(') return false;
  if (words.shape[endToken]! & Shape.capital || words.shape[first - 1]! & Shape.capital) return false;
  if (first === doc.sentences[sentence]!.firstToken) return true;
  return !LOCATIVE.has(words.lower[first - 1]!);
}
