import type { NameSpan } from '../tagging/tagger.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import type { Words } from '../text/words.ts';
import { HONORIFICS } from './lexicon.ts';

/** A name in its place: tokens `[first, end)`, without titles, articles and possessives. */
export interface NameMention extends Span {
  readonly type: NameSpan['type'];
  readonly first: number;
  readonly endToken: number;
  readonly sentence: number;
  readonly parts: readonly string[]; // lower case, without joints
  readonly honorific: string; // “mrs”, or ""
}

/** Names as mentions: cut to whole tokens, freed of what is no part of a name; in order, not overlapping. */
export function mentionNames(doc: TextDocument, words: Words, names: readonly NameSpan[]): NameMention[] {
  const mentions: NameMention[] = [];
  let last = 0;
  for (const { name, tokens } of splitPairs(doc, words, names)) {
    let { first, end } = tokens;
    first = Math.max(first, last);
    while (
      first < end &&
      (words.lower[first] === 'the' ||
        words.lower[first] === "'s" ||
        HONORIFICS.has(words.lower[first]!) ||
        doc.tokens.kind[first]! > 1)
    )
      first++;
    while (end > first && (words.lower[end - 1] === "'s" || doc.tokens.kind[end - 1]! > 1)) end--;
    if (first >= end) continue;
    const start = doc.tokens.start[first]!;
    const stop = doc.tokens.end[end - 1]!;
    const parts: string[] = [];
    for (let i = first; i < end; i++) if (doc.tokens.kind[i]! < 2) parts.push(words.lower[i]!);
    const before = words.lower[first - 1] ?? '';
    mentions.push({
      start,
      end: stop,
      type: name.type,
      first,
      endToken: end,
      sentence: doc.tokens.sentence[first]!,
      parts,
      honorific: HONORIFICS.has(before) ? before.replace('.', '') : '',
    });
    last = end;
  }
  return mentions;
}

interface Placed {
  readonly name: NameSpan;
  readonly tokens: { readonly first: number; readonly end: number };
}

/** “the Roe-Hart talks”: two names the text knows apart, joined by a hyphen, are two names. */
function splitPairs(doc: TextDocument, words: Words, names: readonly NameSpan[]): Placed[] {
  const placed = [...names]
    .sort((a, b) => a.start - b.start)
    .map(name => ({ name, tokens: tokensIn(doc, name) }));
  const alone = new Map<string, NameSpan['type']>();
  for (const { name, tokens } of placed) {
    if (words.lower[tokens.end - 2] !== '-') alone.set(words.lower[tokens.end - 1]!, name.type);
  }
  return placed.flatMap(({ name, tokens }) => {
    const { first, end } = tokens;
    const pair = end - first === 3 && words.lower[first + 1] === '-';
    const left = pair && alone.get(words.lower[first]!);
    const right = pair && alone.get(words.lower[first + 2]!);
    if (!left || !right) return [{ name, tokens }];
    return [
      { name: { ...name, type: left }, tokens: { first, end: first + 1 } },
      { name: { ...name, type: right }, tokens: { first: first + 2, end } },
    ];
  });
}
