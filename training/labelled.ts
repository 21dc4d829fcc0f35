import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { placeClaims } from './corpus.ts';
import type { Article } from './corpus.ts';
import type { Span } from '../lib/text/span.ts';

// Labelled text from all our sources, in one form: spans are offsets into `text`.

/** A name by its offsets in a text. */
type NameLabel = Span & { type: 'PER' | 'ORG' | 'LOC' };

/** A text with its names. */
export type LabelledNames = {
  id: string;
  set: string; // where it comes from; folds are drawn in the sets we are measured on
  text: string;
  names: NameLabel[];
};

type LabelledClaim = { source: Span | null; cue: Span | null; content: Span[] };

/** A text with its claims. */
export type LabelledClaims = { id: string; set: string; text: string; claims: LabelledClaim[] };

/** The folder of the articles written for Onix. */
export const CORPUS = new URL('corpus/', import.meta.url).pathname;

/** The articles written for Onix, or those of another folder like theirs; a test holds them to what corpus.ts checks. */
export function readCorpus(folder = CORPUS): Article[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.jsonl'))
    .sort()
    .flatMap(file => readLines(join(folder, file), line => line as Article));
}

/** The names of the articles written for Onix. */
export function corpusNames(): LabelledNames[] {
  return readCorpus().map(({ id, text, names }) => ({
    id,
    set: 'corpus',
    text,
    names: names.map(([start, end, type]) => ({ start, end, type })),
  }));
}

/** The claims of the articles written for Onix, with the offsets of their words. */
export function corpusClaims(): LabelledClaims[] {
  return readCorpus().map(article => ({
    id: article.id,
    set: 'corpus',
    text: article.text,
    claims: placeClaims(article).map(({ source, cue, content }) => ({
      source: source && spanOf(source),
      cue: cue && spanOf(cue),
      content: content.map(spanOf),
    })),
  }));
}

const Pair = z.tuple([z.int(), z.int()]); // UTF-16, half-open
type Pair = z.infer<typeof Pair>;
const Pairs = z.nullable(z.union([Pair, z.array(Pair)]));
const StoredClaims = z.object({
  id: z.string(),
  genre: z.optional(z.string()),
  text: z.string(),
  claims: z.array(z.object({ source: Pairs, cue: Pairs, content: z.array(Pair) })),
});

/** `claims.*.jsonl`: the first piece stands for a source or cue of several. */
export function readClaims(path: string, set: string): LabelledClaims[] {
  const first = (pairs: z.infer<typeof Pairs>): Span | null => {
    if (!pairs) return null;
    const pair = typeof pairs[0] === 'number' ? (pairs as Pair) : (pairs as Pair[])[0];
    return pair ? spanOf(pair) : null;
  };
  return readLines(path, line => StoredClaims.parse(line)).map(({ id, genre, text, claims }) => ({
    id,
    set: genre ? `${set}-${genre}` : set,
    text,
    claims: claims
      .filter(claim => claim.content.length > 0)
      .map(({ source, cue, content }) => ({
        source: first(source),
        cue: first(cue),
        content: content.map(spanOf),
      })),
  }));
}

function spanOf([start, end]: readonly [number, number]): Span {
  return { start, end };
}

function readLines<T>(path: string, parse: (line: unknown) => T): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => parse(JSON.parse(line)));
}

/** `train.ner.conll`: tokens and tags put back into running text, so that our own tokenizer reads it. */
export function readConll(path: string): LabelledNames[] {
  const documents: LabelledNames[] = [];
  let sentences: [string, string][][] = [];
  let id = '';
  const finish = (): void => {
    if (id && sentences.length > 0) documents.push(writeOut(id, sentences));
    sentences = [];
  };
  let sentence: [string, string][] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.startsWith('-DOC-')) {
      finish();
      id = line.slice(6).trim();
    } else if (line === '') {
      if (sentence.length > 0) sentences.push(sentence);
      sentence = [];
    } else {
      const [token = '', tag = 'O'] = line.split('\t');
      if (token.trim()) sentence.push([token, tag]);
    }
  }
  if (sentence.length > 0) sentences.push(sentence);
  finish();
  return documents;
}

const SENTENCES_A_BLOCK = 5;

function writeOut(id: string, sentences: readonly [string, string][][]): LabelledNames {
  let text = '';
  const names: NameLabel[] = [];
  let inBlock = 0;
  for (const sentence of sentences) {
    const ends = /[.?!"”’'):]$/.test(sentence.at(-1)?.[0] ?? '');
    if (text) text += inBlock === 0 ? '\n\n' : ' ';
    inBlock = ends ? (inBlock + 1) % SENTENCES_A_BLOCK : 0;
    let open = false; // a quotation mark
    let glue = true;
    let name: NameLabel | null = null;
    for (const [i, [token, tag]] of sentence.entries()) {
      const closes = token === '"' && open;
      const spaced =
        !glue && !closes && !leansLeft(token, sentence[i - 1]?.[0] ?? '', sentence[i + 1]?.[0] ?? '');
      if (spaced) text += ' ';
      const start = text.length;
      text += token;
      if (token === '"') open = !open;
      glue = leansRight(token, sentence[i - 1]?.[0] ?? '') || (token === '"' && open);
      if (tag.startsWith('I-') && name) name.end = text.length;
      else {
        name = null;
        const type = tag.slice(2);
        if (type === 'PER' || type === 'ORG' || type === 'LOC') {
          name = { start, end: text.length, type };
          names.push(name);
        }
      }
    }
  }
  const set = /^(GUM|wikigold|uner|crossner)/.exec(id)?.[1] ?? 'other';
  return { id, set, text, names };
}

const WORDY = /[\p{L}\p{N}]$/u;

function leansLeft(token: string, before: string, after: string): boolean {
  if (/^(?:[.,;:!?)\]}%]|['’](?:s|re|ve|ll|d|m|S)|n['’]t|\.\.\.|')$/.test(token)) return true;
  return isInnerHyphen(token, before, after);
}

function leansRight(token: string, before: string): boolean {
  return /^[([{$£€#@]$/.test(token) || (/^[-/]$/.test(token) && WORDY.test(before));
}

function isInnerHyphen(token: string, before: string, after: string): boolean {
  return /^[-/]$/.test(token) && WORDY.test(before) && /^[\p{L}\p{N}]/u.test(after);
}
