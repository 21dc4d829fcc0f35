import type { NameSpan } from '../tagging/tagger.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import type { Words } from '../text/words.ts';
import { HONORIFICS } from './lexicon.ts';
import { trimName } from './name-ends.ts';
import { joinNames } from './name-joins.ts';
import { splitNames } from './name-splits.ts';
import { formOf } from './runs.ts';
import type { Run } from './runs.ts';

/** A name in its place: tokens `[first, end)`, without titles, articles and possessives. */
export interface NameMention extends Span {
  readonly type: NameSpan['type'];
  readonly first: number;
  readonly endToken: number;
  readonly sentence: number;
  readonly parts: readonly string[]; // lower case, without accents and joints
  readonly honorific: string; // “mrs”, or ""
}

/** Names as mentions: cut to whole tokens, freed of what is no part of a name; in order, not overlapping. */
export function mentionNames(doc: TextDocument, words: Words, names: readonly NameSpan[]): NameMention[] {
  const runs = [...names]
    .sort((a, b) => a.start - b.start)
    .map(({ type, ...span }) => ({ ...tokensIn(doc, span), type }));
  const forms = new Set(runs.map(run => formOf(words, run)));
  const mentions: NameMention[] = [];
  let last = 0;
  for (const run of joinNames(doc, words, splitNames(doc, words, runs))) {
    const name = trimName(doc, words, forms, { ...run, first: Math.max(run.first, last) });
    if (!name) continue;
    mentions.push(mentionAt(doc, words, name));
    last = name.end;
  }
  return mentions;
}

/** A mention of the name that is exactly these tokens. */
export function mentionAt(doc: TextDocument, words: Words, { first, end, type }: Run): NameMention {
  const before = words.lower[first - 1] ?? '';
  return {
    start: doc.tokens.start[first]!,
    end: doc.tokens.end[end - 1]!,
    type,
    first,
    endToken: end,
    sentence: doc.tokens.sentence[first]!,
    parts: partsOf(doc, words, first, end),
    honorific: HONORIFICS.has(before) ? before.replace('.', '') : '',
  };
}

/** The words of a name; what a hyphen joins is one, and an Arabic article goes (“al-Masri” is also Masri). */
function partsOf(doc: TextDocument, words: Words, first: number, end: number): string[] {
  const parts: string[] = [];
  let joins = false;
  for (let i = first; i < end; i++) {
    if (doc.tokens.kind[i]! > TokenKind.number) {
      joins = words.lower[i] === '-' && parts.length > 0;
      continue;
    }
    const part = plain(words.lower[i]!);
    if (!joins) parts.push(part);
    else if (/^[ae]l$/.test(parts.at(-1)!)) parts[parts.length - 1] = part;
    else parts[parts.length - 1] += `-${part}`;
    joins = false;
  }
  return parts;
}

/** Letters without accents: “Bolívia” and “Bolivia” are one. */
function plain(word: string): string {
  return /^[ -~]*$/.test(word) ? word : word.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
