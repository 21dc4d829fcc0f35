/**
 * Learns which sentences careful readers pick for a summary (the table of lib/brief/summary.ts) and prints it, with
 * the figures on articles that were not learned from:
 *
 *     node training/summary.ts DATA/claims.wikinews.jsonl
 *
 * Wikinews texts (CC BY 2.5; labels CC BY 4.0) and the articles written for Onix. Deterministic.
 */
import fs from 'node:fs';
import * as z from 'zod/mini';
import { analyse } from '../lib/analyse.ts';
import { articleFromText } from '../lib/article/from-text.ts';
import { findCandidates } from '../lib/brief/candidates.ts';
import type { Candidate, Story } from '../lib/brief/candidates.ts';
import { WEIGHTS, summarise } from '../lib/brief/summary.ts';
import { parseText } from '../lib/text/parse.ts';
import type { Span } from '../lib/text/span.ts';
import { readTaggers } from '../scripts/models.ts';
import { readCorpus } from './labelled.ts';
import { fit } from './regression.ts';
import type { Judged } from './regression.ts';

const FOLDS = 5;
const DECAY = 8; // L2, shared by all examples

const Labelled = z.object({
  title: z.string(),
  text: z.string(),
  summary: z.optional(z.array(z.tuple([z.int(), z.int()]))),
});

interface Example {
  set: string;
  story: Story;
  candidates: readonly Candidate[];
  picked: readonly Span[]; // by a careful reader
}

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: node training/summary.ts FILE');
const taggers = readTaggers();
const examples = [...readWikinews(file), ...readOwn()];
const held = Array.from({ length: FOLDS }, (_, fold) => {
  const sentences = learn(examples.filter((_example, i) => i % FOLDS !== fold));
  return examples
    .filter((_example, i) => i % FOLDS === fold)
    .map(example => {
      const ours = summarise(example.story, 'normal', { ...WEIGHTS, sentences });
      const lead = example.candidates.slice(0, example.picked.length).map(({ sentence }) => sentence);
      return { set: example.set, ours: compare(ours, example.picked), lead: compare(lead, example.picked) };
    });
}).flat();
for (const set of new Set(held.map(each => each.set))) {
  const rows = held.filter(each => each.set === set);
  console.log(
    `${set}: picked F1 ${f1(rows.map(({ ours }) => ours))}, lead of the same number ${f1(rows.map(({ lead }) => lead))}`,
  );
}
console.log(JSON.stringify(learn(examples), null, 2));

function readWikinews(path: string): Example[] {
  return fs
    .readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => Labelled.parse(JSON.parse(line)))
    .filter(({ summary }) => summary !== undefined)
    .map(({ title, text, summary }) =>
      readExample(
        'wikinews',
        title,
        text,
        summary!.map(([start, end]) => ({ start, end })),
      ),
    );
}

/** The articles written for Onix count their sentences from 1. */
function readOwn(): Example[] {
  return readCorpus().map(({ title, text, sents, summary }) =>
    readExample(
      'corpus',
      title,
      text,
      summary.map(number => ({ start: sents[number - 1]![0], end: sents[number - 1]![1] })),
    ),
  );
}

function readExample(set: string, title: string, text: string, picked: readonly Span[]): Example {
  const article = articleFromText(text, { title });
  const { players, claims } = analyse(article, taggers ? { taggers } : {});
  const story: Story = { doc: parseText(text, article.blocks), article, players, claims };
  return { set, story, candidates: findCandidates(story), picked };
}

function learn(set: readonly Example[]) {
  return fit(
    set.flatMap(({ candidates, picked }) =>
      candidates.map(({ features, sentence }): Judged => ({
        features,
        right: picked.some(span => isSame(span, sentence)) ? 1 : 0,
        weight: 1,
      })),
    ),
    DECAY,
  );
}

function isSame(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / (a.end - a.start + (b.end - b.start) - shared) > 0.6;
}

/** How many are in both, in ours, in theirs. */
function compare(ours: readonly Span[], theirs: readonly Span[]): [number, number, number] {
  return [ours.filter(a => theirs.some(b => isSame(a, b))).length, ours.length, theirs.length];
}

function f1(rows: readonly [number, number, number][]): string {
  const sum = (at: 0 | 1 | 2): number => rows.reduce((all, row) => all + row[at], 0);
  return ((200 * sum(0)) / (sum(1) + sum(2))).toFixed(1);
}
