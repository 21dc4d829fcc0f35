import * as z from 'zod/mini';
import type { Brief } from '../brief/brief.ts';
import type { Remembered, RememberedClaim } from '../library/remembered.ts';
import { parseText } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import {
  Difference,
  differencesOf,
  readStatement,
  sharedMeaning,
  sharedWords,
  type Statement,
  statementOf,
} from '../text/statement.ts';
import { denies } from './stance.ts';

/** A remembered article that makes the same statement, or one about the same thing. */
export const LibraryFinding = z.object({
  match: z.enum(['about', 'related']),
  differences: z.array(Difference), // of the same statement; none: it agrees
  reasons: z.array(z.string()), // the words shared
  title: z.string(),
  address: z.string(),
  siteName: z.optional(z.string()),
  date: z.optional(z.string()), // ISO 8601
  words: z.string(), // the remembered claim's own
  source: z.nullable(z.string()),
  cue: z.nullable(z.string()), // without “denied” its words would say the opposite
});
export type LibraryFinding = z.infer<typeof LibraryFinding>;

/** What the remembered articles have to say. `looked` is how many there are. */
export const LibraryEvidence = z.discriminatedUnion('status', [
  z.object({ status: z.literal('ok'), looked: z.int(), findings: z.array(LibraryFinding) }),
  z.object({ status: z.literal('empty'), looked: z.int() }),
  z.object({ status: z.literal('not_measured'), reason: z.enum(['nothing_remembered', 'unreadable']) }),
]);
export type LibraryEvidence = z.infer<typeof LibraryEvidence>;

const ABOUT = 0.6;
const RELATED = 0.4;
const MIN_WORDS = 3; // shared, to be about the same
const MAX_FINDINGS = 8;

/** Rung b: the statement at some place of this article, in the articles the reader remembered. */
export function verifyInLibrary(
  brief: Brief,
  place: Span | string, // words that are not in the article's text stand for themselves
  { library, address }: { library: readonly Remembered[]; address: string | null },
): LibraryEvidence {
  const others = library.filter(article => article.address !== address);
  if (others.length === 0) return { status: 'not_measured', reason: 'nothing_remembered' };
  const own = statementAt(brief, place);
  const findings = others.flatMap(article =>
    article.claims.flatMap(claim => {
      const found = asSaid(statementOf(claim.words, article.language), claim.cue);
      const score = sharedMeaning(own, found);
      const reasons = sharedWords(own, found);
      if (score < RELATED) return [];
      const isAbout = score >= ABOUT && reasons.length >= MIN_WORDS;
      const differences = isAbout ? differencesOf(own, found) : [];
      return [{ score, finding: findingOf(article, claim, { isAbout, differences, reasons }) }];
    }),
  );
  if (findings.length === 0) return { status: 'empty', looked: others.length };
  const best = findings.toSorted((a, b) => b.score - a.score).slice(0, MAX_FINDINGS);
  return { status: 'ok', looked: others.length, findings: best.map(({ finding }) => finding) };
}

function statementAt({ article, claims }: Brief, place: Span | string): Statement {
  const { text, blocks, language } = article;
  if (typeof place === 'string') return statementOf(place, language);
  const claim = claims.find(({ content }) =>
    content.some(({ start, end }) => start < place.end && place.start < end),
  );
  const cue = claim?.cue ? text.slice(claim.cue.start, claim.cue.end) : null;
  return asSaid(readStatement(parseText(text, blocks), [place], language), cue);
}

/** Who denies something says the opposite of it. */
const asSaid = (statement: Statement, cue: string | null): Statement =>
  denies(cue) ? { ...statement, isNegative: !statement.isNegative } : statement;

function findingOf(
  article: Remembered,
  claim: RememberedClaim,
  { isAbout, differences, reasons }: { isAbout: boolean; differences: Difference[]; reasons: string[] },
): LibraryFinding {
  const { title, address, siteName, publishedTime, rememberedAt } = article;
  return {
    match: isAbout ? 'about' : 'related',
    differences,
    reasons,
    title,
    address,
    ...(siteName === undefined ? {} : { siteName }),
    date: publishedTime ?? rememberedAt,
    words: claim.words,
    source: claim.source,
    cue: claim.cue,
  };
}
