/**
 * Learns which words a reader's summary would hold (the tables of lib/brief/importance.ts) and prints them, with the
 * figures of short summaries on texts that were not learned from:
 *
 *     node training/importance.ts DATA/summary.gum.jsonl
 *
 * GUM (Zeldes 2017): annotations CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0. Deterministic.
 */
import fs from 'node:fs';
import * as z from 'zod/mini';
import { analyse } from '../lib/analyse.ts';
import { articleFromText } from '../lib/article/from-text.ts';
import { findSummaryCandidates } from '../lib/brief/summary-candidates.ts';
import type { SummaryCandidate } from '../lib/brief/summary-candidates.ts';
import type { Story } from '../lib/brief/story.ts';
import { pairFeatures, readVocabulary, weighVocabulary } from '../lib/brief/importance.ts';
import type { Vocabulary } from '../lib/brief/importance.ts';
import { WEIGHTS, summarise } from '../lib/brief/summary.ts';
import { parseText } from '../lib/text/parse.ts';
import { readTaggers } from '../scripts/models.ts';
import { fit } from './regression.ts';
import type { Judged, Weights } from './regression.ts';

const FOLDS = 13;
const DECAY = 3; // L2, shared by all examples

const Text = z.object({
  genre: z.string(),
  title: z.string(),
  text: z.string(),
  refs: z.array(z.string()), // summaries by several readers
});

interface Example {
  genre: string;
  story: Story;
  candidates: readonly SummaryCandidate[];
  vocabulary: Vocabulary;
  readers: string[][]; // the words of each reader's summary
}

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: node training/importance.ts FILE');
const taggers = readTaggers();
const examples = fs
  .readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(line => readExample(Text.parse(JSON.parse(line))));

const learnedWithout: { words: Weights; pairs: Weights }[] = [];
const held = examples.map((example, i) => {
  const importance = learned(i % FOLDS);
  const spans = summarise(example.story, 'short', { ...WEIGHTS, importance });
  const ours = spans.map(({ start, end }) => example.story.doc.text.slice(start, end)).join(' ');
  const lead = example.candidates
    .slice(0, 2)
    .map(({ sentence: { start, end } }) => example.story.doc.text.slice(start, end));
  return {
    genre: example.genre,
    ours: rouge(ours, example.readers),
    lead: rouge(lead.join(' '), example.readers),
  };
});
for (const genre of ['all', ...new Set(held.map(each => each.genre))]) {
  const rows = held.filter(each => genre === 'all' || each.genre === genre);
  console.log(
    `${genre.padEnd(12)} ${figures(rows.map(({ ours }) => ours))}   lead of two ${figures(rows.map(({ lead }) => lead))}`,
  );
}
console.log(JSON.stringify(learn(examples), null, 2));

function learned(fold: number) {
  learnedWithout[fold] ??= learn(examples.filter((_, i) => i % FOLDS !== fold));
  return learnedWithout[fold];
}

function readExample({ genre, title, text, refs }: z.infer<typeof Text>): Example {
  const article = articleFromText(text, { title });
  const { players, claims, timeline } = analyse(article, taggers ? { taggers } : {});
  const story = { doc: parseText(text, article.blocks), article, players, claims, timeline } as Story;
  const candidates = findSummaryCandidates(story);
  const sentences = candidates.map(({ sentence }) => sentence);
  const vocabulary = readVocabulary(story.doc, sentences, title, story.players);
  return { genre, story, candidates, vocabulary, readers: refs.map(wordsOf) };
}

function learn(set: readonly Example[]): { words: Weights; pairs: Weights } {
  const words = fit(
    set.flatMap(({ vocabulary, readers }): Judged[] => {
      const used = readers.map(reader => new Set(reader));
      return vocabulary.words.map((word, id) => ({
        features: vocabulary.features[id]!,
        right: share(used, word),
        weight: 1,
      }));
    }),
    DECAY,
  );
  const pairs = fit(
    set.flatMap(({ vocabulary, readers }): Judged[] => {
      const used = readers.map(reader => new Set(pairsOf(reader)));
      const importance = weighVocabulary(vocabulary, { words, pairs: {} }).word;
      return vocabulary.pairs.map(pair => ({
        features: pairFeatures(vocabulary, pair, importance),
        right: share(used, `${vocabulary.words[pair.first]} ${vocabulary.words[pair.second]}`),
        weight: 1,
      }));
    }),
    DECAY,
  );
  return { words, pairs };
}

/** The share of readers who use it. */
function share(used: readonly ReadonlySet<string>[], what: string): number {
  return used.filter(set => set.has(what)).length / used.length;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, i) => `${words[i]} ${word}`);
}

/** ROUGE-1 and ROUGE-2 (F1, mean over the readers), and the number of words. */
function rouge(summary: string, readers: readonly string[][]): [number, number, number] {
  const words = wordsOf(summary);
  const mean = (of: (words: string[]) => string[]): number =>
    readers.reduce((sum, reader) => sum + overlapOf(of(words), of(reader)), 0) / readers.length;
  return [mean(all => all), mean(pairsOf), words.length];
}

function overlapOf(ours: readonly string[], theirs: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of theirs) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of ours) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared++;
    left.set(word, count - 1);
  }
  return (2 * shared) / (ours.length + theirs.length);
}

function figures(rows: readonly [number, number, number][]): string {
  const mean = (at: 0 | 1 | 2): number => rows.reduce((sum, row) => sum + row[at], 0) / rows.length;
  return `R1 ${(100 * mean(0)).toFixed(1)} R2 ${(100 * mean(1)).toFixed(1)} (${mean(2).toFixed(0)} words)`;
}
