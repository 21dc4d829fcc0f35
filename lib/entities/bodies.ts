import { list } from '../text/list.ts';
import { listed } from '../text/listed.ts';
import type { NameSpan } from '../tagging/tagger.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import { Shape } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { PEOPLES } from './lexicon.ts';

/** Bodies of a state that go by whose they are, in lower case: “the Danish parliament”. */
const STATE_BODIES = list(
  'government administration parliament military army navy embassy regime authorities senate cabinet police',
);
/** The same in two words. */
const QUALIFIERS = new Map([
  ['force', 'air'],
  ['ministry', 'foreign defence defense interior finance health justice'],
  ['court', 'supreme high constitutional federal district appeals'],
  ['guard', 'coast national border'],
  ['television', 'state'],
  ['media', 'state'],
  ['radio', 'state'],
  ['office', 'foreign'],
]);
const bodyWordsIn = listed([...STATE_BODIES, ...QUALIFIERS.keys()]);
/** Bodies that go by a person. */
const TERMS = list('government administration regime cabinet');

/**
 * Adds bodies named by whose they are (“the Danish government”, “the Roe administration”) to the names of a text;
 * they take the place of the owner's name there. Linear.
 */
export function addBodies(doc: TextDocument, words: Words, names: readonly NameSpan[]): NameSpan[] {
  const sorted = [...names].sort((a, b) => a.start - b.start);
  const kept: NameSpan[] = [];
  const ownerEnds = new Map<number, NameSpan>();
  for (const name of sorted) ownerEnds.set(tokensIn(doc, name).end, name);
  const bodies: NameSpan[] = [];
  const isBodyWord = bodyWordsIn(doc);
  for (let i = 1; i < doc.tokens.length; i++) {
    if (!isBodyWord(i)) continue;
    const first = ownerOf(words, i);
    if (first < 0) continue;
    const owner = ownerEnds.get(first);
    const start = owner && owner.type !== 'ORG' ? startOf(words, owner, i) : demonymAt(words, first - 1);
    if (start === undefined) continue;
    const from = typeof start === 'number' ? doc.tokens.start[start]! : start.start;
    bodies.push({ start: from, end: doc.tokens.end[i]!, type: 'ORG', confidence: 0.9 });
  }
  let b = 0;
  for (const name of sorted) {
    while (b < bodies.length && bodies[b]!.end <= name.start) b++;
    if (b === bodies.length || bodies[b]!.start >= name.end) kept.push(name);
  }
  return [...kept, ...bodies].sort((x, y) => x.start - y.start);
}

/** The token after the owner, if a body ends at token `i`; or -1. */
function ownerOf(words: Words, i: number): number {
  const word = words.lower[i]!;
  if (words.shape[i]! & Shape.capital) return -1;
  if (STATE_BODIES.has(word)) return i;
  const qualifier = words.lower[i - 1]!;
  return QUALIFIERS.get(word)?.split(' ').includes(qualifier) ? i - 1 : -1;
}

function startOf(words: Words, owner: NameSpan, body: number): NameSpan | undefined {
  if (owner.type === 'LOC') return owner;
  return owner.type === 'PER' && TERMS.has(words.lower[body]!) ? owner : undefined;
}

/** Where the adjective of a people that ends at a token begins: “South Korean”; undefined if there is none. */
function demonymAt(words: Words, i: number): number | undefined {
  if (i < 0 || !(words.shape[i]! & Shape.capital) || !PEOPLES.has(words.lower[i]!)) return undefined;
  return /^(?:south|north|east|west|saudi|sri|new)$/.test(words.lower[i - 1] ?? '') ? i - 1 : i;
}
