/**
 * Learns which pages are articles and which of them news, from labelled pages and our own pages that are neither:
 *
 *   node training/detect.ts CORPUS [--rows FILE]
 *
 * Prints recall and false alarms by cross-validation (no domain on both sides) and writes
 * `lib/article/detect-weights.ts`.
 */
import fs from 'node:fs';
import path from 'node:path';
import {
  articleSum,
  isSure,
  newsSum,
  sumOf,
  type DetectWeights,
  type PlainTrees,
} from '../lib/article/detect.ts';
import { GLANCED, STUDIED } from '../lib/article/page-features.ts';
import type { Looks } from './detect-page.ts';
import { inChromium, readPages, readHtml } from './blocks-corpus.ts';
import { Binned, foldOf, gains, grow, writePlainly, type Growth } from './blocks-trees.ts';

const FOLDS = 5;
const GROWTH: Growth = {
  trees: 75,
  leaves: 5,
  rate: 0.13,
  minWeight: 3,
  ridge: 2,
  features: 0.5,
  sample: 0.7,
  seed: 1,
};
const GLANCE_GROWTH: Growth = { ...GROWTH, trees: 45, leaves: 4, rate: 0.2, seed: 4 };
const NEWS_GROWTH: Growth = { ...GROWTH, trees: 12, leaves: 3, rate: 0.2, seed: 4 };

/** Half the corpus had its scripts taken out: what JSON-LD says is learned with it and without. */
const DESCRIBED = new Set(['described']);

/**
 * News is learned from short items too, and pages from addresses that say nothing: the corpus has few of the former and
 * none of the latter. These rows are made from labelled pages and count less.
 */
const SHORT_WEIGHT = 0.3;
const ELSEWHERE_WEIGHT = 0.5;
const OTHER_ELSEWHERE_WEIGHT = 0.8; // pages that are no articles

interface Row {
  readonly id: string;
  readonly kind: string; // the set, and the page's type in it
  readonly isArticle: boolean;
  readonly isNews: boolean | null; // null: nobody has said
  readonly weight: number;
  readonly fold: number;
  readonly looks: Looks;
}

/** One set of trees to be learned: from which features, what it tells apart, and what each row counts. */
interface Task {
  readonly names: readonly string[];
  readonly label: (row: Row) => boolean;
  readonly weight: (row: Row) => number;
  readonly growth: Growth;
}

const FEATURES: readonly string[] = [...GLANCED, ...STUDIED];

const [corpusFolder] = process.argv.slice(2);
if (!corpusFolder) throw new Error('Say where the corpus is');
const rows = await readRows(corpusFolder, optionOf('--rows'));
const isArticle = (row: Row): boolean => row.isArticle;
const tasks: Record<keyof DetectWeights, Task> = {
  glance: { names: GLANCED, label: isArticle, weight: row => row.weight, growth: GLANCE_GROWTH },
  study: { names: FEATURES, label: isArticle, weight: row => row.weight, growth: GROWTH },
  news: { names: GLANCED, label: row => row.isNews === true, weight: newsWeight, growth: NEWS_GROWTH },
};
const scores = {
  glance: crossValidate(tasks.glance),
  study: crossValidate(tasks.study),
  news: crossValidate(tasks.news),
};
printScores();
writeWeights({
  glance: learn(rows, tasks.glance),
  study: learn(rows, tasks.study),
  news: learn(rows, tasks.news),
});

/** Among texts: those known to be news against the evergreen ones, which nobody labelled and which therefore count little. */
function newsWeight(row: Row): number {
  if (row.isNews) return 2;
  return row.isArticle && row.kind.startsWith('wcxb') ? 0.4 : 0;
}

// ---- rows ----

async function readRows(folder: string, file: string | undefined): Promise<Row[]> {
  const known =
    file && fs.existsSync(file)
      ? new Map(JSON.parse(fs.readFileSync(file, 'utf8')) as [string, Looks][])
      : new Map<string, Looks>();
  const script = new URL('detect-page.ts', import.meta.url).pathname;
  const { run, close } = await inChromium<string, Looks>(script, 'looksOf');
  const looksAt = async (id: string, url: string, html: () => string): Promise<Looks> => {
    const looks = known.get(id) ?? (await run(html(), url, nowhere(url, known.size)));
    known.set(id, looks);
    return looks;
  };
  const all: Row[] = [];
  for (const page of readPages(folder)) {
    if (page.set === 'moz') continue;
    const isUnlabelled = page.isArticle === null; // nearly all of these are articles
    const isNews =
      page.set === 'aeb' || page.set === 'fundus' ? true : page.isArticle === false ? false : null;
    all.push({
      id: page.id,
      kind: `${page.set} ${page.pageType ?? ''}`.trim(),
      isArticle: page.isArticle ?? true,
      isNews,
      weight: isUnlabelled ? 0.4 : 1,
      fold: foldOf(page.url ?? page.id, FOLDS),
      looks: await looksAt(page.id, page.url ?? '', () => readHtml(folder, page)),
    });
  }
  const fronts = new URL('../tests/pages/fronts/', import.meta.url).pathname;
  for (const name of fs.readdirSync(fronts).filter(entry => entry.endsWith('.html'))) {
    const html = fs.readFileSync(path.join(fronts, name), 'utf8');
    const url = /rel="canonical" href="([^"]+)"/u.exec(html)?.[1] ?? '';
    all.push({
      id: name,
      kind: `own ${name.split('-')[0]}`,
      isArticle: false,
      isNews: false,
      weight: 1.5,
      fold: foldOf(url, FOLDS),
      looks: await looksAt(name, url, () => html),
    });
  }
  await close();
  if (file) fs.writeFileSync(file, JSON.stringify([...known]));
  return all;
}

/** An address on the same host that says nothing of what is there. */
function nowhere(url: string, n: number): string {
  const number = 10_000 + ((n * 7_919) % 80_000);
  return new URL(
    ['/story', `/${number}`, `/item/${number.toString(36)}`, '/sample/'][n % 4]!,
    url || 'https://page.invalid/',
  ).href;
}

/** The rows of a page that are learned from, each with what it counts. */
function rowsOf({ looks, isArticle, isNews }: Row): [features: readonly number[], part: number][] {
  const { own, elsewhere, short, shortElsewhere } = looks;
  const rows: [readonly number[], number][] = [
    [own, 1],
    [undescribed(own), 0.5],
    [elsewhere, isArticle ? ELSEWHERE_WEIGHT : OTHER_ELSEWHERE_WEIGHT],
  ];
  if (isNews && short && shortElsewhere) rows.push([short, SHORT_WEIGHT], [shortElsewhere, SHORT_WEIGHT]);
  return rows;
}

// ---- learning ----

function learn(from: readonly Row[], { names: of, label, weight, growth }: Task): PlainTrees {
  const learned = from.flatMap(row => rowsOf(row).map(([features, part]) => ({ row, features, part })));
  const table = {
    rows: Float32Array.from(learned.flatMap(({ features }) => features.slice(0, of.length))),
    width: of.length,
    label: Float32Array.from(learned, ({ row }) => (label(row) ? 1 : 0)),
    weight: Float32Array.from(learned, ({ row, part }) => weight(row) * part),
  };
  const use = Int32Array.from(learned.keys()).filter(i => table.weight[i]! > 0);
  const binned = new Binned(table);
  const grown = grow(binned, table, use, growth);
  console.log(
    gains(grown.trees, of)
      .slice(0, 12)
      .map(([name]) => name)
      .join(', '),
  );
  return writePlainly(grown, binned.borders);
}

function undescribed(features: readonly number[]): number[] {
  return features.map((value, i) => (DESCRIBED.has(FEATURES[i]!) ? 0 : value));
}

/** What each look of each row scores by a model that saw no page of its domain. */
function crossValidate(task: Task): Record<keyof Looks, number>[] {
  const trees = Array.from({ length: FOLDS }, (_, fold) =>
    learn(
      rows.filter(row => row.fold !== fold),
      task,
    ),
  );
  return rows.map(({ fold, looks }) => {
    const score = (features: readonly number[] | null): number =>
      features ? sumOf(trees[fold]!, features) : Number.NaN;
    return {
      own: score(looks.own),
      elsewhere: score(looks.elsewhere),
      short: score(looks.short),
      shortElsewhere: score(looks.shortElsewhere),
    };
  });
}

// ---- results ----

function printScores(): void {
  const share = (which: (row: Row) => boolean, says: (i: number) => boolean): string => {
    const picked = rows.map((row, i) => ({ row, i })).filter(({ row }) => which(row));
    const yes = picked.filter(({ i }) => says(i)).length;
    return `${yes}/${picked.length} ${((100 * yes) / picked.length).toFixed(1)} %`;
  };
  const articleAt = (i: number, look: keyof Looks): number =>
    articleSum(
      scores.glance[i]![look],
      rows[i]!.looks[look]!,
      rows[i]!.looks[look]!.at(-2)!,
      () => scores.study[i]![look],
      () => rows[i]!.looks[look]!.at(-1) === 1,
    );
  const isNewsAt = (i: number, look: keyof Looks): boolean =>
    articleAt(i, look) > 0 && newsSum(scores.news[i]![look]) > 0;
  const isArticle = (i: number): boolean => articleAt(i, 'own') > 0;
  const isNews = (i: number): boolean => isNewsAt(i, 'own');
  const isOwn = (row: Row): boolean => row.kind.startsWith('own');
  const isForm = (row: Row): boolean => row.kind.startsWith('forms');
  console.log(
    'article: labelled articles',
    share(row => row.isArticle && !row.kind.startsWith('traf'), isArticle),
  );
  console.log(
    'article: other pages',
    share(row => !row.isArticle && !isOwn(row), isArticle),
  );
  console.log(
    'news: news',
    share(row => row.isNews === true, isNews),
  );
  console.log('news: home, login, search and the like', share(isForm, isNews));
  console.log('news: own fronts, sections, legal pages', share(isOwn, isNews));
  console.log(
    'news: both',
    share(row => isForm(row) || isOwn(row), isNews),
  );
  for (const look of ['elsewhere', 'short', 'shortElsewhere'] as const) {
    const isNewsThere = (i: number): boolean => isNewsAt(i, look);
    const isThere = (row: Row): boolean => row.looks[look] !== null;
    console.log(
      `${look}: news`,
      share(row => row.isNews === true && isThere(row), isNewsThere),
      '  home, login, own fronts and the like',
      share(row => (isForm(row) || isOwn(row)) && isThere(row), isNewsThere),
      '  other pages',
      share(row => row.isNews === false && isThere(row), isNewsThere),
    );
  }
  const isSeen = (i: number): boolean =>
    isSure(scores.glance[i]!.own, rows[i]!.looks.own, rows[i]!.looks.own.at(-2)!);
  console.log(
    'decided at a glance: articles',
    share(row => row.isArticle, isSeen),
    '  others',
    share(row => !row.isArticle, isSeen),
  );
  for (const kind of [...new Set(rows.map(row => row.kind))].toSorted())
    console.log(
      kind.padEnd(22),
      share(row => row.kind === kind, isArticle),
      '  news',
      share(row => row.kind === kind, isNews),
    );
  for (const [i, row] of rows.entries())
    if (isOwn(row) && isArticle(i))
      console.log('taken for an article:', row.id, articleAt(i, 'own').toFixed(2));
}

function writeWeights(weights: DetectWeights): void {
  const usual = FEATURES.map((_name, i) => medianOf(rows.map(({ looks }) => looks.own[i]!)));
  fs.writeFileSync(
    new URL('../lib/article/detect-weights.ts', import.meta.url),
    `import type { DetectWeights } from './detect.ts';

/** Written by training/detect.ts; not to be edited. */
export const DETECT_WEIGHTS: DetectWeights = ${JSON.stringify(weights)};

/** What each feature is on a usual page. */
export const USUAL: readonly number[] = ${JSON.stringify(usual)};
`,
  );
}

function medianOf(values: readonly number[]): number {
  return Number((values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0).toPrecision(2));
}

function optionOf(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
