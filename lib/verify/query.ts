import type { Brief, PlayerType } from '../brief/brief.ts';
import { list } from '../text/list.ts';
import { TokenKind } from '../text/document.ts';
import { parseText } from '../text/parse.ts';
import { overlaps } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { type Statement, statementOf } from '../text/statement.ts';
import { WordClass, wordsOf } from '../text/words.ts';

/** What may leave the device of a statement: its names, numbers and a few of its words. */
export interface Query {
  readonly names: readonly { name: string; type: PlayerType; role?: string | undefined }[]; // the role is only compared with, never sent
  readonly numbers: readonly string[];
  readonly words: readonly string[]; // names' words first; 12 at most, numbers among them
  readonly phrase: string | null; // three to six words in a row as they stand
  readonly statement: Statement; // what is compared with what comes back; never sent
  readonly language: string; // BCP 47, of the article
  readonly articleDate: string | null; // ISO 8601
  readonly host: string | null; // of the article, to leave it out of the answers; never sent as what was read
}

const MAX_WORDS = 12;
const MAX_PHRASE_WORDS = 6;
const MIN_PHRASE_WORDS = 3;

/** Words that tell nothing apart. */
const PLAIN = list(
  'also been being could does done from have just like made make more most much only over said says same some such than then there they very well were what when where which while will with would',
);

/** Builds the query for a place in the article. Nothing outside the place and the names in it or of its source goes in. */
export function buildQuery(brief: Brief, place: Span): Query {
  const { article } = brief;
  const claim = brief.claims.find(candidate => candidate.content.some(piece => overlaps(piece, place)));
  const sourceId = claim?.source?.playerId;
  const names = brief.players
    .filter(({ id, mentions }) => id === sourceId || mentions.some(mention => overlaps(mention, place)))
    .map(({ name, type, role }) => ({
      name,
      type,
      ...(role && { role: article.text.slice(role.start, role.end) }),
    }));
  const { content, numbers, phrase } = wordsOfPlace(article.text.slice(place.start, place.end));
  const words = [...new Set([...names.flatMap(({ name }) => name.split(/\s+/)), ...numbers, ...content])];
  const address = article.canonicalUrl ?? article.url;
  return {
    names,
    numbers,
    words: words.filter(word => word.length > 1).slice(0, MAX_WORDS),
    phrase,
    statement: statementOf(article.text.slice(place.start, place.end), article.language),
    language: article.language,
    articleDate: article.modifiedTime ?? article.publishedTime ?? null,
    host: address && URL.canParse(address) ? new URL(address).hostname : null,
  };
}

/** Words in a row, and how many of them carry meaning. */
interface Run extends Span {
  words: number;
  weight: number;
}

function wordsOfPlace(text: string): { content: string[]; numbers: string[]; phrase: string | null } {
  const doc = parseText(text);
  const words = wordsOf(doc);
  const content: string[] = [];
  const numbers: string[] = [];
  let run: Run | null = null;
  let best: Run | null = null;
  for (let i = 0; i < doc.tokens.length; i++) {
    const start = doc.tokens.start[i]!;
    const end = doc.tokens.end[i]!;
    const kind = doc.tokens.kind[i]!;
    if (kind === TokenKind.punctuation || kind === TokenKind.symbol) {
      run = null;
      continue;
    }
    const isContent = carriesMeaning(words.lower[i]!, words.class[i]!);
    if (kind === TokenKind.number) numbers.push(text.slice(start, end));
    else if (isContent) content.push(text.slice(start, end));
    if (!run || run.words === MAX_PHRASE_WORDS) run = { start, end, words: 0, weight: 0 };
    run = { start: run.start, end, words: run.words + 1, weight: run.weight + (isContent ? 1 : 0) };
    if (run.words >= MIN_PHRASE_WORDS && (!best || run.weight > best.weight)) best = run;
  }
  return { content, numbers, phrase: best ? text.slice(best.start, best.end) : null };
}

const carriesMeaning = (lower: string, classes: number): boolean =>
  lower.length > 3 && !PLAIN.has(lower) && (classes & ~(WordClass.time | WordClass.quantity)) === 0;
