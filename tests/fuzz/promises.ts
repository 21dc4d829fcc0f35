import { JSDOM, VirtualConsole } from 'jsdom';
import { analyse } from '../../lib/analyse.ts';
import { Article, Detection } from '../../lib/article/article.ts';
import { detect } from '../../lib/article/detect.ts';
import { PageTooLarge } from '../../lib/article/blocks.ts';
import { extract } from '../../lib/article/extract.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import { rangesOf } from '../../lib/article/positions.ts';
import { answer, prepareQuestions } from '../../lib/brief/ask.ts';
import { Brief } from '../../lib/brief/brief.ts';
import type { Taggers } from '../../lib/tagging/tagger.ts';
import type { Span } from '../../lib/text/span.ts';
import { Evidence } from '../../lib/verify/evidence.ts';
import { verifyInArticle } from '../../lib/verify/article.ts';
import { buildQuery } from '../../lib/verify/query.ts';
import { withShadows } from '../article/support.ts';
import type { StudyInput } from './documents.ts';

const ADDRESS = 'https://page.test/2026/03/04/a';

/** A text must be read within this time, however busy the machine: an honest reading takes a hundredth of it. */
const BASE_MS = 3_000;
const PER_CHARACTER_MS = 0.5;

/** Reads a text and keeps every promise, or throws with what was broken. */
export function readText(input: StudyInput, taggers: Taggers | null): Brief {
  const { text, title, language, publishedTime, question, selected } = input;
  const start = performance.now();
  const article = articleFromText(text, { title, language, publishedTime });
  const brief = analyse(article, taggers ? { taggers } : {});
  checkBrief(brief, text);

  for (const found of answer(prepareQuestions(brief), question)) {
    checkSpan(text, found, 'answer');
    checkSpan(text, found.sentence, 'sentence of an answer');
  }
  const from = Math.floor(selected.from * text.length);
  const span = { start: from, end: Math.min(text.length, from + selected.length) };
  for (const selection of [span, text.slice(span.start, span.end), question]) {
    const evidence = Evidence.parse(verifyInArticle(brief, selection));
    for (const item of evidence.items) checkSpan(text, item, 'evidence');
  }
  buildQuery(brief, span);

  const ms = performance.now() - start;
  must(ms < BASE_MS + PER_CHARACTER_MS * text.length, `${Math.round(ms)} ms for ${text.length} characters`);
  return brief;
}

/** The contract: shape, spans in the text, order, references. */
function checkBrief(brief: Brief, text: string): void {
  Brief.parse(brief);
  must(brief.article.text === text, 'the text is another');
  const players = new Map(brief.players.map(player => [player.id, player]));
  const claims = new Set(brief.claims.map(({ id }) => id));
  must(players.size === brief.players.length, 'two players share an id');
  must(claims.size === brief.claims.length, 'two claims share an id');

  checkRow(text, brief.article.blocks, 'blocks');
  checkRow(text, brief.summary, 'summary');
  for (const { name, aliases, mentions, role, roles, salience } of brief.players) {
    must(mentions.length > 0, `${name} is never mentioned`);
    checkOrder(text, mentions, `mentions of ${name}`);
    for (const words of [name, ...aliases]) must(words !== '' && text.includes(words), `${words} is not in the text`);
    for (const span of roles) checkSpan(text, span, 'role');
    if (role) must(roles.some(span => isSame(span, role)), 'the role is not among the roles');
    must(salience >= 0 && salience <= 1, `salience ${salience}`);
  }
  let last = 0;
  for (const claim of brief.claims) {
    const { id, source, cue, content, hedges } = claim;
    must(content.length > 0, `${id} says nothing`);
    checkRow(text, content, `content of ${id}`);
    must(content[0]!.start >= last, `${id} is out of order`);
    last = content[0]!.start;
    if (source) checkSpan(text, source, 'source');
    if (source?.playerId !== undefined) must(players.has(source.playerId), `no player ${source.playerId}`);
    must((source === null) === (claim.sourceKind === 'none'), `${id} has a source of kind ${claim.sourceKind}`);
    if (cue) checkSpan(text, cue, 'cue');
    checkOrder(text, hedges, `hedges of ${id}`);
    must((claim.certainty === 'hedged') === hedges.length > 0, `${id} is ${claim.certainty} with ${hedges.length} hedges`);
    for (const other of [...claim.disputedBy, ...claim.refersTo]) must(claims.has(other) && other !== id, `${id} points at ${other}`);
    must(claim.checkWorthiness >= 0 && claim.checkWorthiness <= 1, `worth ${claim.checkWorthiness}`);
  }
  for (const { playerId } of brief.sourcing.bySource)
    if (playerId !== undefined) must(players.has(playerId), `no player ${playerId} to count`);
  checkOrder(text, brief.timeline, 'timeline');
  for (const entry of brief.timeline) {
    checkSpan(text, entry.sentence, 'sentence of a date');
    must(entry.sentence.start <= entry.start && entry.end <= entry.sentence.end, 'a date outside its sentence');
  }
  for (const flag of brief.flags) {
    checkSpan(text, flag, 'flag');
    if (flag.related !== 'title') for (const span of flag.related) checkSpan(text, span, 'related place');
  }
} // prettier-ignore

/** What reading a page came to. */
export type PageOutcome = 'read' | 'empty' | 'too large';

/** Looks at a page and reads it; the page must be as it was, and words must stand where they are said to stand. */
export function readHostilePage(html: string): PageOutcome {
  const { window } = new JSDOM(html, { url: ADDRESS, virtualConsole: new VirtualConsole() });
  try {
    return readPage(withShadows(window.document), ADDRESS);
  } finally {
    window.close();
  }
}

function readPage(page: Document, url: string): PageOutcome {
  const before = page.documentElement.outerHTML;
  Detection.parse(detect(page, url));
  try {
    const extraction = extract(page, url);
    if (!extraction) return 'empty';
    const { article, positions, links } = extraction;
    Article.parse(article);
    checkRow(article.text, article.blocks, 'blocks');
    must(article.blocks.map(({ start, end }) => article.text.slice(start, end)).join('\n\n') === article.text, 'blocks do not make the text');
    for (const { start, end, href } of links) {
      checkSpan(article.text, { start, end }, 'link');
      must(/^https?:/.test(href), `a link to ${href}`);
    }
    checkRow(article.text, positions, 'runs');
    for (const span of [...article.blocks.slice(0, 5), { start: 0, end: article.text.length }]) {
      const shown = rangesOf(extraction, page, span)?.map(range => range.toString()).join('') ?? null;
      must(shown === null || bare(shown) === bare(article.text.slice(span.start, span.end)), `“${shown}” is shown for ${span.start}`);
    }
    return 'read';
  } catch (error) {
    if (error instanceof PageTooLarge) return 'too large';
    throw error;
  } finally {
    must(page.documentElement.outerHTML === before, 'the page was changed');
  }
} // prettier-ignore

const bare = (words: string): string => words.replaceAll(/\s+/g, '');

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/** Inside the text, not empty, and not through the middle of a character. */
function checkSpan(text: string, { start, end }: Span, what: string): void {
  must(Number.isInteger(start) && Number.isInteger(end), `${what}: ${start} to ${end}`);
  must(start >= 0 && start < end && end <= text.length, `${what}: ${start} to ${end} of ${text.length}`);
  for (const border of [start, end]) must(!splitsPair(text, border), `${what} cuts a character at ${border}`);
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

/** Spans in order of where they begin. */
function checkOrder(text: string, spans: readonly Span[], what: string): void {
  let last = 0;
  for (const span of spans) {
    checkSpan(text, span, what);
    must(span.start >= last, `${what}: out of order at ${span.start}`);
    last = span.start;
  }
}

/** Spans one after the other, none into the next. */
function checkRow(text: string, spans: readonly Span[], what: string): void {
  let last = 0;
  for (const span of spans) {
    checkSpan(text, span, what);
    must(span.start >= last, `${what}: overlap at ${span.start}`);
    last = span.end;
  }
}
