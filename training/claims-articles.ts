import fs from 'node:fs';
import * as z from 'zod/mini';
import type { Claim } from '../lib/claims/claim.ts';
import { extractClaims } from '../lib/claims/extract.ts';
import type { BlockKinds } from '../lib/claims/posts.ts';
import { findNames } from '../lib/entities/names.ts';
import { findPlayers } from '../lib/entities/players.ts';
import type { Player } from '../lib/entities/players.ts';
import type { TextDocument } from '../lib/text/document.ts';
import { parseText } from '../lib/text/parse.ts';
import { placeClaims } from './corpus.ts';
import { readJudgements } from './judgements.ts';
import { readCorpus } from './labelled.ts';

// Articles with what is labelled of their claims: those of Wikinews, our own, and pages as they are (judgements.ts).

/** Parts that articles are dealt to by turns: what is learned without one is measured on it. */
export const FOLDS = 5;

const Pair = z.tuple([z.int(), z.int()]);
const Label = z.object({
  source: z.nullable(Pair),
  cue: z.nullable(Pair),
  content: z.array(Pair),
  disputes: z.array(z.int()),
  status: z.string(),
  checkWorthy: z.boolean(),
});
type Label = z.infer<typeof Label>;
const Line = z.object({ id: z.string(), title: z.string(), text: z.string(), claims: z.array(Label) });

/** An article with its claims as they are labelled. */
export interface LabelledArticle {
  fold: number;
  set: 'wikinews' | 'own' | 'pages';
  doc: TextDocument;
  players: Player[];
  claims: Claim[];
  labels: (Label | undefined)[]; // of each claim
  disputed: number; // pairs, those among claims that could not be read included
  disputes: (i: number, j: number) => boolean; // whether claim i disputes claim j
}

/** The lines of `claims.wikinews.jsonl`; the fold of each goes by its number. */
export function readLines(path: string): z.infer<typeof Line>[] {
  return fs
    .readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => Line.parse(JSON.parse(line)));
}

/** `claims.wikinews.jsonl`. */
export function readWikinews(path: string): LabelledArticle[] {
  return readLines(path).map(({ text, title, claims }, i) =>
    readArticle({ doc: parseText(text), title, kinds: [] }, claims, i % FOLDS, 'wikinews'),
  );
}

/** The articles written for Onix. */
export function readOwn(): LabelledArticle[] {
  return readCorpus().map((article, i) => {
    const labels = placeClaims(article).map(({ claim, source, cue, content }) => ({
      source,
      cue,
      content,
      disputes: claim.disputes.map(n => n - 1),
      status: claim.status,
      checkWorthy: claim.checkWorthy,
    }));
    const { text, title } = article;
    return readArticle({ doc: parseText(text), title, kinds: [] }, labels, i % FOLDS, 'own');
  });
}

/** The judged pages of a corpus (blocks.md). */
export function readPages(folder: string): LabelledArticle[] {
  return readJudgements(folder).map(({ article, claims, disputes, denied, contested }, i) => {
    const labels = claims.map((claim, n) => ({
      ...claim,
      disputes: disputes.filter(([by]) => by === n).map(([, of]) => of),
      status: denied.includes(n) ? 'denied' : contested.includes(n) ? 'contested' : 'stated',
      checkWorthy: false, // not asked
    }));
    const { text, blocks, title } = article;
    const kinds = blocks.map(({ kind }) => kind);
    return readArticle({ doc: parseText(text, blocks), title, kinds }, labels, i % FOLDS, 'pages');
  });
}

function readArticle(
  { doc, title, kinds }: { doc: TextDocument; title: string; kinds: BlockKinds },
  all: readonly Label[],
  fold: number,
  set: LabelledArticle['set'],
): LabelledArticle {
  const span = ([start, end]: readonly [number, number]) => ({ start, end });
  const players = findPlayers(doc, findNames(doc), title);
  const attributions = all.map(({ source, cue, content }) => ({
    source: source && span(source),
    cue: cue && span(cue),
    content: content.map(span),
    confidence: 1,
  }));
  const claims = extractClaims(doc, attributions, players, kinds);
  const numbers = claims.map(claim =>
    all.findIndex(
      ({ content, cue, source }) =>
        content[0]?.[0] === claim.content[0]?.start &&
        cue?.[0] === claim.cue?.start &&
        (source === null) === (claim.source === null),
    ),
  );
  return {
    fold,
    set,
    disputed: all.reduce((sum, { disputes }) => sum + disputes.length, 0),
    doc,
    players,
    claims,
    labels: numbers.map(n => all[n]),
    disputes: (i, j) => all[numbers[i]!]?.disputes.includes(numbers[j]!) ?? false,
  };
}
