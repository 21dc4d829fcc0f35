/**
 * Learns which attributions are no claims (lib/claims/claimhood.ts), from what a careful reader said of those of real pages:
 *
 *     node training/claimhood.ts CORPUS DATA/claims.wikinews.jsonl FOLDS
 *
 * `judgements.jsonl` holds, a page a line, where each attribution begins (cue, content; UTF-16 units of the article's
 * text) and whether it is right, has a wrong source or boundary, or is none; CORPUS holds the pages (blocks.md). News is
 * learned from Wikinews too, as it is read by taggers that have not seen it: FOLDS holds `fold0/attributions.bin` and so
 * on (README.md, “Measuring”). Boosted trees over classes and numbers, on Wikinews and the pages of parts A and B;
 * figures are of C and D, and of Wikinews by fold. Deterministic.
 */
import fs from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { mergeReadings } from '../lib/analyse.ts';
import type { Article } from '../lib/article/article.ts';
import { extract } from '../lib/article/extract.ts';
import { articleFromText } from '../lib/article/from-text.ts';
import { findAttributions } from '../lib/claims/attribution.ts';
import { CLAIM_FEATURES, readCandidates } from '../lib/claims/claimhood.ts';
import type { Candidate } from '../lib/claims/claimhood.ts';
import { findCandidates } from '../lib/claims/extract.ts';
import { mergeNames } from '../lib/entities/merge.ts';
import { findNames } from '../lib/entities/names.ts';
import { findPlayers } from '../lib/entities/players.ts';
import { loadTaggers } from '../lib/tagging/tagger.ts';
import type { Attribution, Taggers } from '../lib/tagging/tagger.ts';
import { parseText } from '../lib/text/parse.ts';
import { overlaps } from '../lib/text/span.ts';
import { readForest, sumOf } from '../lib/trees.ts';
import type { Trees } from '../lib/trees.ts';
import { readModels, readTaggers } from '../scripts/models.ts';
import { withPage } from '../scripts/page.ts';
import { readCorpus, readHtml } from './blocks-corpus.ts';
import type { LabelledPage } from './blocks-corpus.ts';
import { Binned, gains, grow, write } from './blocks-trees.ts';
import type { Growth } from './blocks-trees.ts';
import { readClaims } from './labelled.ts';

const Verdict = z.enum(['right', 'source', 'boundary', 'none']);
const Line = z.object({
  page: z.string(),
  part: z.enum(['A', 'B', 'C', 'D']),
  length: z.int(), // of the article's text when it was judged
  judged: z.array(z.tuple([z.nullable(z.int()), z.int(), Verdict])), // cue, content
});
type Line = z.infer<typeof Line>;

interface Example {
  readonly row: Float32Array;
  readonly verdict: z.infer<typeof Verdict>;
  readonly set: string; // A to D, or a fold of Wikinews: 0, 1, …
}

/** Pages that are kept apart to measure. */
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

function readExamples(corpus: string, by: Taggers): Example[] {
  const pages = new Map(readCorpus(corpus).map(page => [page.id, page]));
  return fs
    .readFileSync(new URL('judgements.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap(line => {
      const judged = Line.parse(JSON.parse(line));
      const page = pages.get(judged.page);
      if (!page) throw new Error(`no page ${judged.page}`);
      return examplesOf(judged, corpus, page, by);
    });
}

/** The attributions of a page as they are found today, those that were judged. */
function examplesOf(
  { part, length, judged }: Line,
  corpus: string,
  page: LabelledPage,
  by: Taggers,
): Example[] {
  const article = withPage(readHtml(corpus, page), page.url ?? '', (dom, url) => extract(dom, url)?.article);
  if (article?.text.length !== length) {
    console.log(`${page.id}: the text is no longer the one that was judged`);
    return [];
  }
  return readRows(article, by).flatMap(({ claim: { cue, content }, row }) => {
    const found = judged.find(
      ([at, start]) => at === (cue?.start ?? null) && (cue || start === content[0]!.start),
    );
    return found ? [{ row, verdict: found[2], set: part }] : [];
  });
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
  const byFold = fs
    .readdirSync(models)
    .filter(name => /^fold\d+$/.test(name))
    .toSorted()
    .map(name => {
      const attributions = new Uint8Array(fs.readFileSync(path.join(models, name, 'attributions.bin')));
      return loadTaggers({ ...readModels(), 'attributions.bin': attributions });
    });
  return readClaims(file, 'wikinews').flatMap(({ id, text, claims }) => {
    const fold = foldOf(id, byFold.length);
    return readRows(articleFromText(text), byFold[fold]!).map(({ claim, row }) => ({
      row,
      verdict: claims.some(labelled => isSame(claim, labelled)) ? 'right' : 'none',
      set: String(fold),
    }));
  });
}

/** The fold of a document by the letters of its id, as the taggers' folds are drawn. */
function foldOf(id: string, count: number): number {
  let value = 0;
  for (const letter of id) value = (value * 31 + letter.codePointAt(0)!) % 1_000_003;
  return value % count;
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
  const grown = growWithout(HELD);
  const names = gains(grown.trees, CLAIM_FEATURES).map(([name, gain]) => `${name} ${gain.toFixed(0)}`);
  console.log(names.join(', '));
  const trees = write(grown, binned.borders);
  print('C and D', trees, HELD);
  const wikinewsFolds = new Set(examples.map(({ set }) => set).filter(set => /^\d+$/.test(set)));
  for (const fold of wikinewsFolds)
    print(`Wikinews, fold ${fold}`, write(growWithout([...HELD, fold]), binned.borders), [fold]);
  fs.writeFileSync(
    new URL('../lib/claims/claimhood-trees.ts', import.meta.url),
    `import type { Trees } from '../trees.ts';

/** Written by training/claimhood.ts; not to be edited. */
export const CLAIMHOOD_TREES: Trees = ${JSON.stringify(trees)};
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
    const shares = Verdict.options.map(verdict => {
      const all = held.filter(each => each.verdict === verdict);
      return `${verdict} ${percent(all.filter(({ score }) => score < least).length / all.length)}`;
    });
    console.log(`${title}, below ${least}: ${shares.join(', ')}`);
  }
}

function percent(part: number): string {
  return (100 * part).toFixed(1);
}
