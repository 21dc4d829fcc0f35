import type { Brief, TimelineEntry } from '../brief/brief.ts';
import type { TextDocument } from '../text/document.ts';
import { overlaps } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import type { Figure } from '../text/figures.ts';
import { readStatement, rivalsOf, sharedWords, type Statement } from '../text/statement.ts';

/** A sentence that gives another number or date for what a passage is about. */
interface Elsewhere extends Span {
  readonly figure: Span; // the number or date itself
}

/** Two sentences that share less of what they are about speak of different things. */
const SAME_MATTER = 0.4;
const SAME_EVENT = 0.5;
const MIN_SHARED = 2; // words beside what is counted

/** A sentence as it is compared with others. */
interface Told extends Span {
  readonly statement: Statement;
  readonly compares: boolean; // sets its number against another time
}

/** Where the article gives a number or date of the passage differently; nothing where it speaks of another time. */
export function findElsewhere(doc: TextDocument, brief: Brief, passage: Span): Elsewhere[] {
  const told = doc.sentences.map(({ start, end }): Told => ({
    start,
    end,
    statement: readStatement(doc, [{ start, end }], brief.article.language),
    compares: COMPARES.test(doc.text.slice(start, end)),
  }));
  const others = told.filter(
    sentence => sentence.statement.figures.length > 0 && !overlaps(sentence, passage),
  );
  const found = told
    .filter(sentence => overlaps(sentence, passage))
    .flatMap(here =>
      here.statement.figures
        .filter(figure => overlaps(figure, passage))
        .flatMap(figure => others.flatMap(there => rivalsAt(figure, here, there))),
    );
  return unique([...found, ...otherDates(doc, brief, passage), ...flagged(doc, brief, passage)]);
}

/** What one sentence counts otherwise than another, if both speak of the same matter and time. */
function rivalsAt(figure: Figure, here: Told, there: Told): Elsewhere[] {
  if (here.compares !== there.compares || !isSameTime(here.statement, there.statement)) return [];
  const [rival, ...others] = rivalsOf(figure, there.statement);
  // Where a sentence counts the same thing twice, "$200, then $50", nobody can tell which number is meant.
  if (!rival || others.length > 0 || countedWith(figure, here.statement).length > 0) return [];
  if (!sharesMatter(here.statement, there.statement, new Set([...figure.units, ...rival.units]))) return [];
  const { start, end } = rival;
  return [{ start: there.start, end: there.end, figure: { start, end } }];
}

/** The other figures of a statement that count the same. */
const countedWith = (figure: Figure, { figures }: Statement): Figure[] =>
  figures.filter(other => other !== figure && [...other.units].some(unit => figure.units.has(unit)));

/** Whether two sentences are about the same thing even without what they count. */
function sharesMatter(a: Statement, b: Statement, units: ReadonlySet<string>, limit = SAME_MATTER): boolean {
  const beside = (statement: Statement): Statement => ({
    ...statement,
    words: new Map([...statement.words].filter(([stem]) => !units.has(stem))),
  });
  const here = beside(a);
  const there = beside(b);
  const shared = sharedWords(here, there).length;
  return shared >= MIN_SHARED && shared >= limit * Math.min(here.words.size, there.words.size);
}

/** A number of 2019 does not contradict one of today. */
const isSameTime = (a: Statement, b: Statement): boolean =>
  a.years.size === b.years.size && [...a.years].every(year => b.years.has(year));

const COMPARES =
  /\b(?:last|previous|earlier|former|ago|before|compared|up from|down from|since|by (?:the end|20\d\d)|rose|fell|grew|dropped|increased|decreased)\b/i;

/** Dates of the passage against those the article gives elsewhere for the same thing. */
function otherDates(doc: TextDocument, { timeline, article }: Brief, passage: Span): Elsewhere[] {
  const own = timeline.filter(entry => overlaps(entry, passage));
  return own.flatMap(entry =>
    timeline
      .filter(other => other.tense === entry.tense && !overlaps(other.sentence, entry.sentence))
      .filter(other => isOtherDate(entry, other))
      .filter(other =>
        sharesMatter(
          readStatement(doc, [entry.sentence], article.language),
          readStatement(doc, [other.sentence], article.language),
          new Set(),
          SAME_EVENT,
        ),
      )
      .map(({ start, end, sentence }) => ({ ...sentence, figure: { start, end } })),
  );
}

/** Dates are told apart only as far as both are known. */
function isOtherDate(a: TimelineEntry, b: TimelineEntry): boolean {
  if (a.date === undefined || b.date === undefined) return false;
  const length = Math.min(a.date.length, b.date.length, 'YYYY-MM-DD'.length);
  return a.date.slice(0, length) !== b.date.slice(0, length);
}

/** What the brief itself has marked as given differently. */
function flagged(doc: TextDocument, { flags }: Brief, passage: Span): Elsewhere[] {
  return flags.flatMap(({ kind, start, end, related }) => {
    if ((kind !== 'number-mismatch' && kind !== 'date-mismatch') || related === 'title') return [];
    const places = [{ start, end }, ...related];
    if (!places.some(place => overlaps(place, passage))) return [];
    return places.flatMap(figure => {
      const sentence = doc.sentences.find(each => overlaps(each, figure));
      return sentence && !overlaps(sentence, passage)
        ? [{ start: sentence.start, end: sentence.end, figure }]
        : [];
    });
  });
}

function unique(found: readonly Elsewhere[]): Elsewhere[] {
  const bySentence = new Map(found.map(each => [each.start, each]));
  return [...bySentence.values()].toSorted((a, b) => a.start - b.start);
}
