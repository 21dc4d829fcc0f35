import { isPlain } from '../text/characters.ts';
import { stemsOf } from '../text/content-words.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { list } from '../text/list.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { WordClass, isCapitalInside, wordsOf } from '../text/words.ts';
import type { Flag } from './brief.ts';
import type { Story } from './story.ts';
import { writeUnitVector } from './meanings.ts';
import type { WordMeanings } from './meanings.ts';

/** A shorter article has too few words to tell what it is about. */
const ARTICLE_WORDS = 150;
/** A quotation with fewer meaning words can be about anything. */
const QUOTED_WORDS = 4;
/** So akin (cosine) to the article's nearest words is a quotation that belongs, on average of its own words. */
const AKIN = 0.65;
/** One word in four may come back by chance: “remains”, “part”. */
const RETURNING = 0.25;

/**
 * A quoted statement that shares no topic with the rest of the article: its words do not come back, and are not near
 * the article's in meaning. Where a speaker points (“we”, “this”), the words around say what is meant.
 */
export function findOutOfPlace({ doc, article, claims }: Story, meanings?: WordMeanings): Flag[] {
  if (!meanings || doc.tokens.length < ARTICLE_WORDS) return [];
  const flags: Flag[] = [];
  let known: Known | undefined;
  for (const claim of claims) {
    if (claim.kind !== 'direct' || claim.content.length > 1 || claim.refersTo.length > 0) continue;
    const [piece] = claim.content;
    const words = topicOf(doc, piece!);
    if (words.length < QUOTED_WORDS || isOpen(doc, piece!)) continue;
    known ??= readWords(doc, article.title, meanings);
    const returning = words.filter(i => isSaidElsewhere(known!, doc, piece!, i));
    if (returning.length > RETURNING * words.length || returning.some(i => isCapitalInside(wordsOf(doc), i)))
      continue;
    if (kinship(known, doc, piece!, words, meanings) >= AKIN) continue;
    const around = claim.source ?? claim.cue;
    flags.push({
      kind: 'quote-out-of-place',
      start: piece!.start,
      end: piece!.end,
      related: around ? [{ start: around.start, end: around.end }] : [],
      because: words
        .filter(i => !returning.includes(i))
        .map(i => doc.text.slice(doc.tokens.start[i], doc.tokens.end[i]))
        .join(', '),
    });
  }
  return flags;
}

/** The tokens of a span that say what it is about. */
function topicOf(doc: TextDocument, span: Span): number[] {
  const stems = stemsOf(doc);
  const { class: classes } = wordsOf(doc);
  const { first, end } = tokensIn(doc, span);
  const found: number[] = [];
  for (let i = first; i < end; i++)
    if (doc.tokens.kind[i] === TokenKind.word && stems[i] !== '' && classes[i] === 0) found.push(i);
  return found;
}

const POINTING = list(
  'i we you he she they it me us him her them my our your his their its this that these those here there who what such so mine ours thou thee thy thine',
);

/** Whether the words leave open what they are about: a fragment, a question, pointing at what only others name. */
function isOpen(doc: TextDocument, span: Span): boolean {
  const { lower, class: classes } = wordsOf(doc);
  const { first, end } = tokensIn(doc, span);
  const words = doc.text.slice(span.start, span.end);
  if (!/^[A-Z0-9]/.test(words) && !/^[\p{Lu}\p{N}]/u.test(words)) return true; // only part of a statement
  let hasVerb = false;
  for (let i = first; i < end; i++) {
    if (POINTING.has(lower[i]!) || lower[i] === '?') return true;
    if (classes[i]! & WordClass.auxiliary || /(?:ed|s)$/.test(lower[i]!)) hasVerb = true;
  }
  return !hasVerb;
}

/** Where each stem of the article stands, and the unit vectors of its words. */
interface Known {
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly inTitle: ReadonlySet<string>;
  readonly vectors: Float32Array; // of each token with a topic, zeros elsewhere
}

function readWords(doc: TextDocument, title: string, meanings: WordMeanings): Known {
  const stems = stemsOf(doc);
  const places = new Map<string, number[]>();
  const vectors = new Float32Array(doc.tokens.length * meanings.dimensions);
  for (const i of topicOf(doc, { start: 0, end: doc.text.length })) {
    const list = places.get(stems[i]!);
    if (list) list.push(i);
    else places.set(stems[i]!, [i]);
    writeUnitVector(
      meanings,
      doc.text,
      doc.tokens.start[i]!,
      doc.tokens.end[i]!,
      vectors,
      i * meanings.dimensions,
    );
  }
  const lower = title.toLowerCase();
  return { places, inTitle: new Set(lower.match(isPlain(lower) ? /[a-z]{4,}/g : /\p{L}{4,}/gu)), vectors };
}

/** Whether a word of the quotation stands elsewhere in the article or its headline. */
function isSaidElsewhere(known: Known, doc: TextDocument, quotation: Span, i: number): boolean {
  const word = doc.text.slice(doc.tokens.start[i], doc.tokens.end[i]).toLowerCase();
  if (known.inTitle.has(word)) return true;
  return (known.places.get(stemsOf(doc)[i]!) ?? []).some(place => !isInside(doc, place, quotation));
}

function isInside(doc: TextDocument, i: number, { start, end }: Span): boolean {
  return doc.tokens.start[i]! >= start && doc.tokens.end[i]! <= end;
}

/** How near the quotation's words are to the nearest ones of the article, on average; 1 where nothing is known. */
function kinship(
  { places, vectors }: Known,
  doc: TextDocument,
  quotation: Span,
  words: readonly number[],
  { dimensions }: WordMeanings,
): number {
  let sum = 0;
  for (const word of words) {
    const nearest = new Float64Array(NEAREST);
    for (const [, [first = 0, ...more]] of places) {
      const other = isInside(doc, first, quotation) ? more.find(i => !isInside(doc, i, quotation)) : first;
      if (other === undefined) continue;
      let cosine = 0;
      for (let d = 0; d < dimensions; d++)
        cosine += vectors[word * dimensions + d]! * vectors[other * dimensions + d]!;
      if (cosine <= nearest[0]!) continue;
      nearest[0] = cosine;
      nearest.sort();
    }
    sum += nearest.reduce((all, cosine) => all + cosine, 0) / NEAREST;
  }
  return sum / words.length;
}
const NEAREST = 3;
