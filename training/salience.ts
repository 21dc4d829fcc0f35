/**
 * Learns the weights of lib/entities/salience.ts and prints them with how well they order texts they were not learned
 * from:
 *
 *     node training/salience.ts DATA/players.gum.jsonl
 *
 * Logistic regression over pairs of players of one text: which of the two is more central? GUM (CARDS.md) says so in
 * grades of 0 to 5, training/corpus by the order of its lists, which follows the order of appearance too closely to
 * count as much. Five folds of GUM by document. Names are taken as labelled. Deterministic.
 */
import fs from 'node:fs';
import * as z from 'zod/mini';
import type { Entity } from '../lib/entities/entity.ts';
import { readEntities } from '../lib/entities/players.ts';
import { salienceFeatures } from '../lib/entities/salience.ts';
import type { NameSpan } from '../lib/tagging/tagger.ts';
import { parseText } from '../lib/text/parse.ts';
import { wordsOf } from '../lib/text/words.ts';
import type { Article } from './corpus.ts';
import { readCorpus } from './labelled.ts';

const FOLDS = 5;
const STEPS = 400;
const RATE = 0.5;
const DECAY = 1e-3;
/** What a pair of training/corpus weighs beside one of GUM. */
const CORPUS = 0.02;
/** Places of a ranking that are judged. */
const SHOWN = 8;

const Graded = z.object({
  title: z.string(),
  text: z.string(),
  players: z.array(
    z.object({
      type: z.enum(['PER', 'ORG', 'LOC']),
      salience: z.number(),
      names: z.array(z.tuple([z.int(), z.int()])),
    }),
  ),
});
type Graded = z.infer<typeof Graded>;

type Features = Readonly<Record<string, number>>;
interface Candidate {
  features: Features;
  grade: number; // the more, the more central
  isPlace: boolean;
}
interface Pair {
  difference: Features;
  weight: number;
}

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: node training/salience.ts DATA/players.gum.jsonl');
const gum = fs
  .readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(line => gradedCandidates(Graded.parse(JSON.parse(line))));
const names = Object.keys(gum[0]![0]!.features);
const corpus = readCorpus().map(listedCandidates).flatMap(listedPairs);
const held = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = train([
    ...corpus,
    ...gum.flatMap((text, i) => (i % FOLDS === fold ? [] : gradedPairs(text))),
  ]);
  return gum.filter((_text, i) => i % FOLDS === fold).map(text => gain(weights, text));
}).flat();
const mean = held.reduce((sum, value) => sum + value, 0) / held.length;
console.log(`${gum.length} texts, kept apart: nDCG@${SHOWN} ${(100 * mean).toFixed(1)} of 100`);
console.log(JSON.stringify(train([...corpus, ...gum.flatMap(gradedPairs)]), null, 2));

function gradedCandidates({ title, text, players }: Graded): Candidate[] {
  const labelled = players.flatMap(({ type, names: spans }) =>
    spans.map(([start, end]) => ({ start, end, type, confidence: 1 })),
  );
  return candidatesOf(text, title, labelled, entity =>
    Math.max(
      0,
      ...players
        .filter(player => player.names.some(([start, end]) => isNamedAt(entity, start, end)))
        .map(({ salience }) => salience),
    ),
  );
}

function isNamedAt(entity: Entity, start: number, end: number): boolean {
  return entity.mentions.some(mention => mention.start < end && start < mention.end);
}

/** The grade of a place in a list is its distance from the end; what is not listed has 0. */
function listedCandidates({ text, title, names: labelled, players }: Article): Candidate[] {
  const spans = labelled.map(([start, end, type]) => ({ start, end, type, confidence: 1 }));
  return candidatesOf(text, title, spans, entity => {
    const forms = new Set(entity.mentions.map(({ start, end }) => text.slice(start, end)));
    const rank = players.findIndex(({ name, aliases }) => [name, ...aliases].some(form => forms.has(form)));
    return rank < 0 ? 0 : players.length - rank;
  });
}

function candidatesOf(
  text: string,
  title: string,
  labelled: readonly NameSpan[],
  gradeOf: (entity: Entity) => number,
): Candidate[] {
  const doc = parseText(text);
  const words = wordsOf(doc);
  const entities = readEntities(doc, words, labelled);
  return salienceFeatures(doc, words, entities, title).map(({ entity, features }) => ({
    features,
    grade: gradeOf(entity),
    isPlace: entity.type === 'LOC',
  }));
}

function gradedPairs(candidates: readonly Candidate[]): Pair[] {
  return pairs(candidates, (a, b) => (2 ** a.grade - 2 ** b.grade) / 32);
}

/** The front of a list weighs most; the lists hold no passing places, so that one left out may be central all the same. */
function listedPairs(candidates: readonly Candidate[]): Pair[] {
  const top = Math.max(...candidates.map(({ grade }) => grade));
  return pairs(candidates, (a, b) =>
    b.grade === 0 && b.isPlace ? 0 : CORPUS * (1 + SHOWN / (1 + top - a.grade)),
  );
}

function pairs(
  candidates: readonly Candidate[],
  weightOf: (higher: Candidate, lower: Candidate) => number,
): Pair[] {
  return candidates.flatMap(a =>
    candidates
      .filter(b => a.grade > b.grade && weightOf(a, b) > 0)
      .map(b => ({
        difference: Object.fromEntries(names.map(name => [name, a.features[name]! - b.features[name]!])),
        weight: weightOf(a, b) / candidates.length,
      })),
  );
}

function score(weights: Features, features: Features): number {
  return names.reduce((sum, name) => sum + weights[name]! * features[name]!, 0);
}

/** Gradient ascent over the whole set, each feature scaled by how much it varies. */
function train(set: readonly Pair[]): Features {
  const total = set.reduce((sum, { weight }) => sum + weight, 0);
  const scale = names.map(name => {
    const square = set.reduce((sum, { difference, weight }) => sum + weight * difference[name]! ** 2, 0);
    return Math.sqrt(square / total) || 1;
  });
  const rows = set.map(({ difference, weight }) => ({
    values: names.map((name, i) => difference[name]! / scale[i]!),
    weight: weight / total,
  }));
  const weights = names.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map(weight => -DECAY * weight);
    for (const { values, weight } of rows) {
      const sum = values.reduce((all, value, i) => all + value * weights[i]!, 0);
      const error = weight / (1 + Math.exp(sum));
      for (let i = 0; i < values.length; i++) slope[i]! += error * values[i]!;
    }
    for (let i = 0; i < weights.length; i++) weights[i]! += RATE * slope[i]!;
  }
  return Object.fromEntries(names.map((name, i) => [name, Number((weights[i]! / scale[i]!).toFixed(3))]));
}

/** Normalised discounted gain of the front of a ranking. */
function gain(weights: Features, candidates: readonly Candidate[]): number {
  const of = (grades: readonly number[]): number =>
    grades.slice(0, SHOWN).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
  const ranked = [...candidates].sort((a, b) => score(weights, b.features) - score(weights, a.features));
  const ideal = candidates.map(({ grade }) => grade).sort((a, b) => b - a);
  return of(ranked.map(({ grade }) => grade)) / (of(ideal) || 1);
}
