/**
 * The labelled articles our models learn from: drafts are compiled to one JSON line an article, and checked.
 *
 *   node training/corpus.ts compile DRAFT OUT
 *   node training/corpus.ts check [FILES…]      (all of training/corpus/ when no file is named)
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** `[start, end]` in characters of the article's text, `end` exclusive. */
export type Span = [start: number, end: number];
/** What a name is of. */
export type NameType = 'PER' | 'ORG' | 'LOC';

/** A claim as the labeller wrote it: strings letter by letter, sentences and claims counted from 1. */
export type Claim = {
  s: number; // the sentence the content starts in
  source: string | null;
  source_s?: number; // only if the source stands in another sentence
  cue: string | null;
  cue_s?: number;
  content: string[];
  kind: 'direct' | 'mixed' | 'indirect';
  certainty: 'asserted' | 'hedged';
  status: 'stated' | 'denied' | 'contested' | 'unconfirmed' | 'confirmed';
  refersTo: number[];
  disputes: number[];
  checkWorthy: boolean;
};

/** A player as the labeller wrote it, by the fullest name the article has. */
export type Player = {
  name: string;
  type: 'person' | 'organisation' | 'place';
  role: string | null;
  aliases: string[];
};

/** One stored line: sentences of a paragraph are joined by a space, paragraphs by an empty line. */
export type Article = {
  id: string;
  variety: 'US' | 'UK';
  topic: string;
  title: string;
  text: string;
  sents: Span[];
  names: [...Span, NameType][];
  claims: Claim[];
  players: Player[];
  summary: number[];
};

/** Where a claim stands in the text of its article. */
export type PlacedClaim = { claim: Claim; source: Span | null; cue: Span | null; content: Span[] };

/** What compiling or checking found: only articles without faults are worth storing. */
export type Outcome = { articles: Article[]; faults: string[]; doubts: string[] };

/**
 * Turns the strings of an article's claims into offsets, in the order of the claims.
 * Throws an Error that names article, claim and string if one cannot be placed.
 */
export function placeClaims(article: Article): PlacedClaim[] {
  return article.claims.map((claim, i) => {
    const placed = placeClaim(article, claim);
    if (typeof placed === 'string') throw new Error(`${article.id}: claim ${i + 1}: ${placed}`);
    return placed;
  });
}

/** The offsets of one claim, or the reason why it has none. */
function placeClaim(article: Article, claim: Claim): PlacedClaim | string {
  const contents = contentPlacings(article, claim);
  if (typeof contents === 'string') return contents;
  const cues = spansInSentence(article, claim.cue, claim.cue_s ?? claim.s);
  if (cues.length === 0) return `cue not in sentence ${claim.cue_s ?? claim.s}: "${claim.cue}"`;
  const sources = spansInSentence(article, claim.source, claim.source_s ?? claim.s);
  if (sources.length === 0) return `source not in sentence ${claim.source_s ?? claim.s}: "${claim.source}"`;

  const placings = contents.flatMap(content =>
    cues.flatMap(cue => sources.map(source => ({ claim, source, cue, content }))),
  );
  return placings.reduce((best, next) => (untidiness(next) < untidiness(best) ? next : best));
}

/** Every way to place the pieces of content: the first in sentence `s`, the others after it in order. */
function contentPlacings(article: Article, claim: Claim): Span[][] | string {
  const [first = '', ...rest] = claim.content;
  const starts = spansInSentence(article, first, claim.s);
  if (starts.length === 0) return `content does not start in sentence ${claim.s}: "${first}"`;
  let missing = '';
  const placings = starts.flatMap(start => {
    const spans = [start];
    for (const piece of rest) {
      const next = nextSpan(article.text, piece, spans.at(-1)![1]);
      if (!next) {
        missing = piece;
        return [];
      }
      spans.push(next);
    }
    return [spans];
  });
  return placings.length > 0 ? placings : `no such content after the piece before it: "${missing}"`;
}

/** The places where a string starts in a sentence; `[null]` for no string, as there is nothing to place. */
function spansInSentence(article: Article, wanted: string, sentence: number): Span[];
function spansInSentence(article: Article, wanted: string | null, sentence: number): (Span | null)[];
function spansInSentence(article: Article, wanted: string | null, sentence: number): (Span | null)[] {
  if (wanted === null) return [null];
  const within = article.sents[sentence - 1];
  if (!within) return [];
  const spans: Span[] = [];
  let span = nextSpan(article.text, wanted, within[0]);
  while (span && span[0] < within[1]) {
    spans.push(span);
    span = nextSpan(article.text, wanted, span[0] + 1);
  }
  return spans;
}

/** The next place of whole words, so that "he" is not found in "the". */
function nextSpan(text: string, wanted: string, from: number): Span | null {
  if (wanted === '') return null;
  for (let start = text.indexOf(wanted, from); start >= 0; start = text.indexOf(wanted, start + 1)) {
    const end = start + wanted.length;
    if (!splitsWord(text, start) && !splitsWord(text, end)) return [start, end];
  }
  return null;
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

function splitsWord(text: string, at: number): boolean {
  return WORD_CHARACTER.test(text.charAt(at - 1)) && WORD_CHARACTER.test(text.charAt(at));
}

/** More than any distance in an article: source, cue and content overlap only where nothing else is left. */
const OVERLAP = 1_000_000;

/** Low for the placing a reader would choose: cue next to content, source next to the cue, none overlapping. */
function untidiness({ source, cue, content }: PlacedClaim): number {
  const fromCue = cue ? Math.min(...content.map(piece => gap(piece, cue))) : 0;
  const anchors = cue ? [cue] : content;
  const fromSource = source ? Math.min(...anchors.map(anchor => gap(anchor, source))) : 0;
  const parts = [source, cue, ...content].filter(part => part !== null);
  const overlaps = parts.filter((part, i) => parts.slice(i + 1).some(other => gap(part, other) < 0)).length;
  return 2 * fromCue + fromSource + overlaps * OVERLAP; // a cue near its content matters more than its subject
}

/** Characters between two spans; negative where they overlap. */
function gap([start, end]: Span, [otherStart, otherEnd]: Span): number {
  return Math.max(start - otherEnd, otherStart - end);
}

/** Reads a draft with any number of articles. Faulty articles are left out and each fault is named. */
export function compile(draft: string): Outcome {
  const outcome: Outcome = { articles: [], faults: [], doubts: [] };
  const blocks = draft.split(/^@ /m);
  if (blocks[0]?.trim()) outcome.faults.push('text before the first "@" line');
  for (const block of blocks.slice(1)) addArticle(outcome, block);
  outcome.faults.push(...repeatedIds(outcome.articles));
  return outcome;
}

function addArticle(outcome: Outcome, block: string): void {
  const { article, faults } = readDraft(block);
  if (faults.length === 0) faults.push(...findFaults(article));
  outcome.faults.push(...faults.map(fault => `${article.id}: ${fault}`));
  outcome.doubts.push(...findUntagged(article).map(name => `${article.id}: also untagged: "${name}"`));
  if (faults.length === 0) outcome.articles.push(article);
}

/** One article of a draft, and what could not be read in it. */
function readDraft(block: string): { article: Article; faults: string[] } {
  const [body = '', claims = '', players = '', summary = ''] = block.split(/^= (?:claims|players|summary)$/m);
  const [head = '', headline = '', ...lines] = body.split('\n');
  const [id = '', variety = '', topic = ''] = head.split('|').map(part => part.trim());
  const faults: string[] = [];
  if (!headline.startsWith('! ')) faults.push('the line after "@" is not a headline ("! …")');
  const article: Article = {
    id,
    variety: variety as Article['variety'],
    topic,
    title: headline.slice(2).trim(),
    ...readText(lines),
    claims: readJsonLines(claims, CLAIM_DEFAULTS, faults) as Claim[],
    players: readJsonLines(players, PLAYER_DEFAULTS, faults) as Player[],
    summary: summary.trim().split(/\s+/).map(Number),
  };
  return { article, faults };
}

const CLAIM_DEFAULTS: Omit<Claim, 's' | 'content'> = {
  source: null,
  cue: null,
  kind: 'indirect',
  certainty: 'asserted',
  status: 'stated',
  refersTo: [],
  disputes: [],
  checkWorthy: false,
};
const PLAYER_DEFAULTS: Omit<Player, 'name' | 'type'> = { role: null, aliases: [] };

const TAG = /\[([POL]) ([^[\]]+)\]/g;
const NAME_TYPES: Record<string, NameType> = { P: 'PER', O: 'ORG', L: 'LOC' };

/** Joins the lines to the text and takes the tags out of it. */
function readText(lines: string[]): Pick<Article, 'text' | 'sents' | 'names'> {
  let text = '';
  let separator = '';
  const sents: Article['sents'] = [];
  const names: Article['names'] = [];
  for (const line of lines.map(l => l.trim())) {
    if (line === '') {
      separator = text && '\n\n';
      continue;
    }
    text += separator;
    separator = ' ';
    const start = text.length;
    let done = 0;
    for (const tag of line.matchAll(TAG)) {
      text += line.slice(done, tag.index);
      names.push([text.length, text.length + tag[2]!.length, NAME_TYPES[tag[1]!]!]);
      text += tag[2]!;
      done = tag.index + tag[0].length;
    }
    text += line.slice(done);
    sents.push([start, text.length]);
  }
  return { text, sents, names };
}

function readJsonLines(section: string, defaults: object, faults: string[]): object[] {
  return section
    .split('\n')
    .filter(line => line.trim() !== '')
    .flatMap(line => {
      try {
        return [Object.assign(structuredClone(defaults), JSON.parse(line) as object)];
      } catch {
        faults.push(`not JSON: ${line}`);
        return [];
      }
    });
}

/** What is wrong with an article, in words for the one who labelled it; empty if all is well. */
function findFaults(article: Article): string[] {
  return [
    ...headFaults(article),
    ...sentenceFaults(article),
    ...nameFaults(article),
    ...article.claims.flatMap((claim, i) =>
      claimFaults(article, claim).map(fault => `claim ${i + 1}: ${fault}`),
    ),
    ...article.players.flatMap(player => playerFaults(article, player)),
    ...summaryFaults(article),
  ];
}

function headFaults({ id, variety, topic, title }: Article): string[] {
  const faults: string[] = [];
  if (!/^[a-z0-9-]+$/.test(id)) faults.push(`id is not a lower-case slug: "${id}"`);
  if (!['US', 'UK'].includes(variety)) faults.push(`variety is not US or UK: "${variety}"`);
  if (!topic) faults.push('no topic');
  if (!title) faults.push('no headline');
  return faults;
}

/** Sentences follow each other with nothing between them but the separators, and no bracket is left over. */
function sentenceFaults({ text, sents }: Article): string[] {
  const faults: string[] = [];
  let done = 0;
  for (const [start, end] of sents) {
    if (!['', ' ', '\n\n'].includes(text.slice(done, start)) || end <= start) {
      faults.push(`sentence out of place: "${text.slice(start, end)}"`);
    }
    done = end;
  }
  if (done !== text.length || sents.length === 0) faults.push('text does not end with its last sentence');
  const stray = /\[[A-Z] /.exec(text);
  if (stray) faults.push(`tag not read: "${text.slice(stray.index, stray.index + 30)}"`);
  return faults;
}

function nameFaults({ text, sents, names }: Article): string[] {
  const faults: string[] = [];
  let done = 0;
  for (const [start, end, type] of names) {
    const name = text.slice(start, end);
    if (start < done) faults.push(`name overlaps the one before it: "${name}"`);
    if (name === '' || name !== name.trim()) faults.push(`empty or padded name: "${name}"`);
    if (!['PER', 'ORG', 'LOC'].includes(type)) faults.push(`no such type of name: "${type}"`);
    if (/['’]s$/.test(name) && type === 'PER') faults.push(`possessive inside the name: "${name}"`);
    if (splitsWord(text, start) || splitsWord(text, end)) faults.push(`name is part of a word: "${name}"`);
    if (!sents.some(sent => sent[0] <= start && end <= sent[1]))
      faults.push(`name outside a sentence: "${name}"`);
    done = end;
  }
  return faults;
}

type Check = (value: unknown) => boolean;

const oneOf =
  (...values: unknown[]): Check =>
  value =>
    values.includes(value);
const isText: Check = value => typeof value === 'string' && value !== '' && value.trim() === value;
const isTextOrNull: Check = value => value === null || isText(value);
const isNumber: Check = value => Number.isInteger(value) && Number(value) > 0;
const isNumberOrAbsent: Check = value => value === undefined || isNumber(value);
const listOf =
  (check: Check): Check =>
  value =>
    Array.isArray(value) && value.every(check);

const CLAIM_FIELDS: Record<keyof Claim, Check> = {
  s: isNumber,
  source: isTextOrNull,
  source_s: isNumberOrAbsent,
  cue: isTextOrNull,
  cue_s: isNumberOrAbsent,
  content: value => listOf(isText)(value) && (value as unknown[]).length > 0,
  kind: oneOf('direct', 'mixed', 'indirect'),
  certainty: oneOf('asserted', 'hedged'),
  status: oneOf('stated', 'denied', 'contested', 'unconfirmed', 'confirmed'),
  refersTo: listOf(isNumber),
  disputes: listOf(isNumber),
  checkWorthy: oneOf(true, false),
};

const PLAYER_FIELDS: Record<keyof Player, Check> = {
  name: isText,
  type: oneOf('person', 'organisation', 'place'),
  role: isTextOrNull,
  aliases: listOf(isText),
};

function fieldFaults(record: object, fields: Record<string, Check>): string[] {
  const values = Object.fromEntries(Object.entries(record)) as Record<string, unknown>;
  const unknown = Object.keys(values).filter(key => !(key in fields));
  const wrong = Object.keys(fields).filter(key => !fields[key]!(values[key]));
  return [
    ...unknown.map(key => `no such field: ${key}`),
    ...wrong.map(key => `bad ${key}: ${JSON.stringify(values[key])}`),
  ];
}

function claimFaults(article: Article, claim: Claim): string[] {
  const faults = fieldFaults(claim, CLAIM_FIELDS);
  if (faults.length > 0) return faults;
  const self = article.claims.indexOf(claim) + 1;
  for (const other of [...claim.refersTo, ...claim.disputes]) {
    if (other > article.claims.length || other === self) faults.push(`no such other claim: ${other}`);
  }
  for (const other of claim.disputes) {
    if (article.claims[other - 1]?.status === 'stated') {
      faults.push(`disputes claim ${other}, whose status is "stated"`);
    }
  }
  const placed = placeClaim(article, claim);
  if (typeof placed === 'string') return [...faults, placed];
  return [...faults, ...quotationFaults(article.text, placed)];
}

const QUOTATION_MARK = /["“”‘’']/;

/** A direct or mixed claim has a quotation mark in or beside its content; an interview's answer need not. */
function quotationFaults(text: string, { claim, content }: PlacedClaim): string[] {
  if (claim.kind === 'indirect' || claim.cue === null) return [];
  const marked = content.some(([start, end]) =>
    QUOTATION_MARK.test(text.slice(Math.max(0, start - 1), end + 1)),
  );
  return marked ? [] : [`${claim.kind}, yet nothing is quoted: "${claim.content[0]}"`];
}

function playerFaults({ text }: Article, player: Player): string[] {
  const faults = fieldFaults(player, PLAYER_FIELDS);
  if (faults.length > 0) return faults.map(fault => `player ${player.name}: ${fault}`);
  return [player.name, player.role, ...player.aliases]
    .filter(form => form !== null && !nextSpan(text, form, 0))
    .map(form => `player ${player.name}: not in the text: "${form}"`);
}

function summaryFaults({ summary, sents }: Article): string[] {
  const wanted = sents.length < 6 ? 2 : 3;
  const faults: string[] = [];
  if (summary.length !== wanted) faults.push(`summary has ${summary.length} sentences, not ${wanted}`);
  summary.forEach((sentence, i) => {
    if (!isNumber(sentence) || sentence > sents.length) faults.push(`no such summary sentence: ${sentence}`);
    if (i > 0 && sentence <= summary[i - 1]!) faults.push('summary is not in the order of the text');
  });
  return faults;
}

/** Names tagged in one place and not in another: mostly forgotten, sometimes right ("Will", "Reading"). */
function findUntagged({ text, names }: Article): string[] {
  const forms = new Set(names.map(([start, end]) => text.slice(start, end)));
  return [...forms].filter(form => {
    for (let span = nextSpan(text, form, 0); span; span = nextSpan(text, form, span[1])) {
      const [start, end] = span;
      if (!names.some(name => name[0] <= start && end <= name[1])) return true;
    }
    return false;
  });
}

function repeatedIds(articles: Article[]): string[] {
  const seen = new Set<string>();
  return articles.flatMap(({ id }) => {
    if (seen.has(id)) return [`${id}: id used twice`];
    seen.add(id);
    return [];
  });
}

/** Reads stored files again and looks for faults in each article, and for ids used twice among all. */
export function check(files: { name: string; lines: string }[]): Outcome {
  const outcome: Outcome = { articles: [], faults: [], doubts: [] };
  for (const { name, lines } of files) {
    const faults: string[] = [];
    const articles = readJsonLines(lines, {}, faults) as Article[];
    faults.push(...articles.flatMap(article => findFaults(article).map(fault => `${article.id}: ${fault}`)));
    outcome.articles.push(...articles);
    outcome.faults.push(...faults.map(fault => `${name}: ${fault}`));
  }
  outcome.faults.push(...repeatedIds(outcome.articles));
  return outcome;
}

/** How much there is to learn from, in a few lines. */
export function describe(articles: Article[]): string {
  const claims = articles.flatMap(article => article.claims);
  const words = articles.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  return [
    `${articles.length} articles, ${words} words, ${claims.length} claims`,
    `names: ${tally(articles.flatMap(({ names }) => names.map(name => name[2])))}`,
    `kind: ${tally(claims.map(claim => claim.kind))}`,
    `certainty: ${tally(claims.map(claim => claim.certainty))}`,
    `status: ${tally(claims.map(claim => claim.status))}`,
    `check-worthy: ${tally(claims.map(claim => (claim.checkWorthy ? 'yes' : 'no')))}`,
  ].join('\n');
}

function tally(values: string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => `${count} ${value}`).join(', ');
}

const CORPUS = join(import.meta.dirname, 'corpus');

function runCompile(draft: string | undefined, out: string | undefined): Outcome {
  if (!draft || !out) return { articles: [], faults: ['usage: compile DRAFT OUT'], doubts: [] };
  const outcome = compile(readFileSync(draft, 'utf8'));
  if (outcome.faults.length === 0) {
    writeFileSync(out, outcome.articles.map(article => `${JSON.stringify(article)}\n`).join(''));
  }
  return outcome;
}

function runCheck(paths: string[]): Outcome {
  const all = () =>
    readdirSync(CORPUS)
      .filter(name => name.endsWith('.jsonl'))
      .map(name => join(CORPUS, name));
  const chosen = paths.length > 0 ? paths : all();
  return check(chosen.map(path => ({ name: basename(path), lines: readFileSync(path, 'utf8') })));
}

function run([command, ...paths]: string[]): Outcome {
  if (command === 'compile') return runCompile(paths[0], paths[1]);
  if (command === 'check') return runCheck(paths);
  return { articles: [], faults: ['usage: corpus.ts compile DRAFT OUT | check [FILES…]'], doubts: [] };
}

if (import.meta.main) {
  const { articles, faults, doubts } = run(process.argv.slice(2));
  for (const doubt of doubts) console.warn(`look at ${doubt}`);
  for (const fault of faults) console.error(fault);
  console.log(describe(articles));
  process.exitCode = faults.length > 0 ? 1 : 0;
}
