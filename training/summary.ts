/**
 * Learns which sentences careful readers pick for a summary (the table of lib/brief/summary-choice.ts) and prints it, with
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
import { SENTENCE_FEATURES, findSummaryCandidates } from '../lib/brief/summary-candidates.ts';
import type { SummaryCandidate } from '../lib/brief/summary-candidates.ts';
import type { Story } from '../lib/brief/story.ts';
import { WEIGHTS, summarise } from '../lib/brief/summary.ts';
import { parseText } from '../lib/text/parse.ts';
import type { Span } from '../lib/text/span.ts';
import { readTaggers } from '../scripts/models.ts';
import { readCorpus } from './labelled.ts';
import { fitChoices } from './regression.ts';
import type { Choice } from './regression.ts';

const FOLDS = 5;
const DECAYS = [10, 40, 40]; // L2, for the sentence that is picked first, the next, the last
const OWN = 0.6; // what an article written for Onix counts against one of a newsroom

const Labelled = z.object({
  title: z.string(),
  text: z.string(),
  summary: z.optional(z.array(z.tuple([z.int(), z.int()]))),
});

interface Example {
  set: string;
  story: Story;
  candidates: readonly SummaryCandidate[];
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
for (const [name, weights] of Object.entries(learn(examples)))
  console.log(`  ${name}: [${weights.join(', ')}],`);

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
  const { players, claims, timeline } = analyse(article, taggers ? { taggers } : {});
  const story: Story = { doc: parseText(text, article.blocks), article, players, claims, timeline };
  return { set, story, candidates: findSummaryCandidates(story), picked };
}

/** Readers pick in reading order: each place is a choice among the sentences after the one picked before. */
function learn(set: readonly Example[]): typeof WEIGHTS.sentences {
  const choices: Choice[][] = DECAYS.map(() => []);
  for (const { set: from, candidates, picked } of set) {
    const right = [...candidates.keys()].filter(i =>
      picked.some(span => isSame(span, candidates[i]!.sentence)),
    );
    if (right.length !== DECAYS.length) continue;
    for (const [place, at] of right.entries()) {
      const first = place === 0 ? 0 : right[place - 1]! + 1;
      choices[place]!.push({
        among: candidates
          .slice(first)
          .map(({ features }) =>
            Object.fromEntries(SENTENCE_FEATURES.map((name, i) => [name, features[i]!])),
          ),
        chosen: at - first,
        weight: from === 'corpus' ? OWN : 1,
      });
    }
  }
  const [opens, follows, closes] = choices.map((each, place) => fitChoices(each, DECAYS[place]!));
  return Object.fromEntries(
    Object.keys(opens!).map(name => [name, [opens![name]!, follows![name]!, closes![name]!]]),
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
