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
  readonly end_: number;
  readonly sentence: number;
  readonly parts: readonly string[]; // lower case, without joints
  readonly honorific: string; // “mrs”, or ""
}

/** Names as mentions: cut to whole tokens, freed of what is no part of a name; in order, not overlapping. */
export function mentionNames(doc: TextDocument, words: Words, names: readonly NameSpan[]): NameMention[] {
  const mentions: NameMention[] = [];
  let last = 0;
  for (const name of [...names].sort((a, b) => a.start - b.start)) {
    const tokens = tokensIn(doc, name);
    let { first, end } = tokens;
    first = Math.max(first, last);
    while (
      first < end &&
      (words.lower[first] === 'the' || HONORIFICS.has(words.lower[first]!) || doc.tokens.kind[first]! > 1)
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
      end_: end,
      sentence: doc.tokens.sentence[first]!,
      parts,
      honorific: HONORIFICS.has(before) ? before.replace('.', '') : '',
    });
    last = end;
  }
  return mentions;
}
