/**
 * Learns which attributions are no claims (lib/claims/claimhood.ts), from what a careful reader said of those of real pages:
 *
 *     node training/claimhood.ts CORPUS DATA/claims.wikinews.jsonl FOLDS
 *
 * The judgements are those of judgements.ts; CORPUS holds the pages (blocks.md). News is learned from Wikinews too, as
 * it is read by taggers that have not seen it: FOLDS holds `fold0/attributions.bin` and so on (README.md, “Measuring”).
 * Boosted trees over classes and numbers. Figures are of parts C and D by trees that learned from A, B and Wikinews, and
 * of Wikinews by fold; what ships learned from all. Deterministic.
 */
import fs from 'node:fs';
import { mergeReadings } from '../lib/analyse.ts';
import type { Article } from '../lib/article/article.ts';
import { articleFromText } from '../lib/article/from-text.ts';
import { findAttributions } from '../lib/claims/find/attribution.ts';
import { CLAIM_FEATURES, readCandidates } from '../lib/claims/claimhood.ts';
import type { Candidate } from '../lib/claims/claimhood.ts';
import { findCandidates } from '../lib/claims/extract.ts';
import { mergeNames } from '../lib/entities/merge.ts';
import { findNames } from '../lib/entities/names.ts';
import { findPlayers } from '../lib/entities/players.ts';
import type { Attribution, Taggers } from '../lib/tagging/tagger.ts';
import { parseText } from '../lib/text/parse.ts';
import { overlaps } from '../lib/text/span.ts';
import { readForest, sumOf } from '../lib/trees.ts';
import type { Trees } from '../lib/trees.ts';
import { readTaggers } from '../scripts/models.ts';
import { Binned, gains, grow, write } from './blocks-trees.ts';
import type { Growth } from './blocks-trees.ts';
import { foldOf, readTaggersOfFolds } from './folds.ts';
import { readJudgements } from './judgements.ts';
import { readClaims } from './labelled.ts';

const VERDICTS = ['right', 'source', 'boundary', 'none'] as const;

interface Example {
  readonly row: Float32Array;
  readonly verdict: (typeof VERDICTS)[number];
  readonly set: string; // A to D, or a fold of Wikinews: 0, 1, …
}

/** Pages that are kept apart to measure; the trees that ship learn from them as well. */
const HELD = ['C', 'D'];
/** What an attribution of Wikinews weighs against one of a page. */
const WIKINEWS = 0.5;

/** What a claim of a wrong source or boundary weighs: to lose it is no great loss. */
const FAULTY = 0.3;

const GROWTH: Growth = {
  trees: 250,
  leaves: 8,
  rate: 0.05,
  minWeight: 2,
  ridge: 5,
  features: 0.4,
  sample: 0.8,
  seed: 5,
};

const [folder, wikinews, folds] = process.argv.slice(2);
if (!folder || !wikinews || !folds)
  throw new Error('usage: node training/claimhood.ts CORPUS DATA/claims.wikinews.jsonl FOLDS');
const taggers = readTaggers();
if (!taggers) throw new Error('the model files are needed');
const examples = [...readExamples(folder, taggers), ...readWikinews(wikinews, folds)];
learn();

/** The attributions of pages as they are found today, those that were judged. */
function readExamples(corpus: string, by: Taggers): Example[] {
  return readJudgements(corpus).flatMap(({ article, part, claims }) =>
    readRows(article, by).flatMap(({ claim: { cue, content }, row }) => {
      const judged = claims.find(other =>
        cue ? other.cue?.[0] === cue.start : !other.cue && other.content[0]![0] === content[0]!.start,
      );
      return judged ? [{ row, verdict: judged.fault ?? 'right', set: part }] : [];
    }),
  );
}

/** What is found in an article, with its features. */
function readRows(article: Article, by: Taggers): { claim: Candidate['claim']; row: Float32Array }[] {
  const doc = parseText(article.text, article.blocks);
  const players = findPlayers(doc, mergeNames(doc, by.names(doc), findNames(doc)), article.title);
  const kinds = article.blocks.map(({ kind }) => kind);
  const tagged = by.attributions(doc);
  const attributions = mergeReadings(doc, tagged, findAttributions(doc, tagged.cues));
  const candidates = findCandidates(doc, attributions, players, kinds);
  const rows = readCandidates(doc, candidates, players, kinds);
  const width = CLAIM_FEATURES.length;
  return candidates.map(({ claim }, i) => ({ claim, row: rows.slice(i * width, (i + 1) * width) }));
}

/** What is found in Wikinews, each text by the tagger that has not seen it; right is what shares a cue or most of its content. */
function readWikinews(file: string, models: string): Example[] {
  const byFold = readTaggersOfFolds(models);
  return readClaims(file, 'wikinews').flatMap(({ id, text, claims }) => {
    const fold = foldOf(id, byFold.length);
    return readRows(articleFromText(text), byFold[fold]!).map(({ claim, row }) => ({
      row,
      verdict: claims.some(labelled => isSame(claim, labelled)) ? 'right' : 'none',
      set: String(fold),
    }));
  });
}

function isSame(a: Pick<Attribution, 'cue' | 'content'>, b: Pick<Attribution, 'cue' | 'content'>): boolean {
  let shared = 0;
  for (const x of a.content)
    for (const y of b.content) shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  const whole = [...a.content, ...b.content].reduce((sum, { start, end }) => sum + end - start, 0) - shared;
  return shared > 0 && (shared * 2 >= whole || (a.cue !== null && b.cue !== null && overlaps(a.cue, b.cue)));
}

function learn(): void {
  const width = CLAIM_FEATURES.length;
  const table = {
    rows: new Float32Array(examples.length * width),
    width,
    label: Float32Array.from(examples, ({ verdict }) => Number(verdict !== 'none')),
    weight: Float32Array.from(examples, weightOf),
  };
  for (const [i, { row }] of examples.entries()) table.rows.set(row, i * width);
  const binned = new Binned(table);
  const growWithout = (sets: readonly string[]) => {
    const use = Int32Array.from(examples.keys()).filter(i => !sets.includes(examples[i]!.set));
    return grow(binned, table, use, GROWTH);
  };
  print('C and D', write(growWithout(HELD), binned.borders), HELD);
  const grown = growWithout([]);
  const names = gains(grown.trees, CLAIM_FEATURES).map(([name, gain]) => `${name} ${gain.toFixed(0)}`);
  console.log(names.join(', '));
  const wikinewsFolds = new Set(examples.map(({ set }) => set).filter(set => /^\d+$/.test(set)));
  for (const fold of wikinewsFolds)
    print(`Wikinews, fold ${fold}`, write(growWithout([fold]), binned.borders), [fold]);
  fs.writeFileSync(
    new URL('../lib/claims/claimhood-trees.ts', import.meta.url),
    `import type { Trees } from '../trees.ts';

/** Written by training/claimhood.ts; not to be edited. */
export const CLAIMHOOD_TREES: Trees = ${JSON.stringify(write(grown, binned.borders))};
`,
  );
}

function weightOf({ verdict, set }: Example): number {
  if (/^\d+$/.test(set)) return WIKINEWS;
  return verdict === 'source' || verdict === 'boundary' ? FAULTY : 1;
}

/** How much of each verdict lies below some log odds. */
function print(title: string, trees: Trees, sets: readonly string[]): void {
  const forest = readForest(trees);
  const held = examples
    .filter(({ set }) => sets.includes(set))
    .map(({ row, verdict }) => ({ verdict, score: sumOf(forest, row, 0) }));
  for (const least of [-2, -1.8, -1.6, -1.4, -1.2, -1]) {
    const shares = VERDICTS.map(verdict => {
      const all = held.filter(each => each.verdict === verdict);
      return `${verdict} ${percent(all.filter(({ score }) => score < least).length / all.length)}`;
    });
    console.log(`${title}, below ${least}: ${shares.join(', ')}`);
  }
}

function percent(part: number): string {
  return (100 * part).toFixed(1);
}
