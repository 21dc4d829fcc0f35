import { isPlain } from '../../text/characters.ts';
import type { Attribution } from '../../tagging/tagger.ts';
import type { TextDocument } from '../../text/document.ts';
import { sentenceIndexAt } from '../../text/parse.ts';
import { isQuotedAt } from '../../text/quotations.ts';
import { lastStartingBy } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';

/** Who is known to stand behind some words, and who is named among others. */
export interface Persons {
  /** The id of the person whom a source names. */
  speakerOf(source: Span): string | undefined;
  /** The ids of the persons named between two offsets. */
  namedIn(span: Span): ReadonlySet<string>;
  /** Where the only person named between two offsets is named; undefined: none is, or several. */
  onlyIn(span: Span): Span | undefined;
}

/** So many paragraphs and sentences may lie between a quotation and the one it goes on with. */
const MOST_BLOCKS = 3;
const MOST_SENTENCES = 5;

/** So many paragraphs, where only one person is interviewed. */
const MOST_OF_ONE = 8;

/** Claims of one person that make an article an interview with them, if nobody else has a third of that. */
const INTERVIEW = 3;

/** Who spoke last. */
interface Last {
  readonly source: Span;
  readonly speaker: string | undefined;
  readonly end: number;
}

const HE_OR_SHE = /^(?:he|she)$/i;

/**
 * Gives a quotation without a speaker to whoever was speaking: nobody else is named since, or it is one person who is
 * interviewed, and what stands between are questions. In order of content; linear.
 */
export function withSpeakers(
  doc: TextDocument,
  attributions: readonly Attribution[],
  persons: Persons,
): Attribution[] {
  // whom somebody quoted speaks of is not heard
  const isReported = ({ cue }: Attribution): boolean => cue !== null && isQuotedAt(doc.quotations, cue.start);
  const interviewed = findInterviewed(
    attributions.filter(attribution => !isReported(attribution)),
    persons,
  );
  let last: Last | undefined;
  return attributions.map(attribution => {
    if (isReported(attribution)) return attribution;
    const { source, cue, content } = attribution;
    const [first] = content as [Span];
    const isSpeech = isSpoken(doc, first) && (cue !== null || !isRunInto(doc, first));
    const inherited =
      source || cue || !isSpeech
        ? undefined
        : last && goesOn(doc, last, first, persons, interviewed)
          ? last.source
          : persons.onlyIn(beforeInParagraph(doc, first));
    const whose = source ?? inherited;
    const end = Math.max(content.at(-1)!.end, cue?.end ?? 0);
    if (whose && end > (last?.end ?? 0)) {
      const isPronoun = HE_OR_SHE.test(doc.text.slice(whose.start, whose.end));
      const known = persons.speakerOf(whose);
      const speaker = known ?? (isPronoun ? interviewed : undefined);
      // “he said” of nobody in particular is of who is interviewed, by the words that name them
      const named =
        !known && last && last.speaker !== undefined && last.speaker === speaker ? last.source : whose;
      if (speaker !== undefined || isPronoun || isSpeech) last = { source: named, speaker, end };
      else if (!interviewed || last?.speaker !== interviewed) last = undefined;
      // “…” — Lena Brandt: a signature closes what she said
      if (!cue && source && source.start > first.start) last = undefined;
    } else if (isSpeech && !cue) last = undefined;
    return inherited ? { ...attribution, source: inherited } : attribution;
  });
}

/**
 * A quotation that a paragraph leaves open is of whom the next names, where it goes on: “…” ¶ “…,” Roe said, is one
 * claim. In order of content; linear.
 */
export function joinParagraphs(doc: TextDocument, attributions: readonly Attribution[]): Attribution[] {
  const joined: Attribution[] = [];
  for (const attribution of attributions.toReversed()) {
    const next = joined.at(-1);
    if (next?.source && next.cue && !attribution.cue && runsInto(doc, attribution, next))
      joined[joined.length - 1] = { ...next, content: [...attribution.content, ...next.content] };
    else joined.push(attribution);
  }
  return joined.reverse();
}

/** Whether the quotation that some words end in is left open and goes on with that of others. */
function runsInto({ quotations }: TextDocument, before: Attribution, next: Attribution): boolean {
  const at = lastStartingBy(quotations, before.content.at(-1)!.start);
  const open = quotations[at];
  const start = next.content[0]!.start;
  if (!open || open.closed || open.depth > 0 || open.end <= before.content.at(-1)!.start) return false;
  let after = at + 1;
  while (quotations[after] && quotations[after]!.depth > 0) after++;
  const goesOn = quotations[after];
  return goesOn !== undefined && goesOn.continues && goesOn.start <= start && start < goesOn.end;
}

function goesOn(
  doc: TextDocument,
  last: Last,
  next: Span,
  persons: Persons,
  interviewed: string | undefined,
): boolean {
  const from = sentenceIndexAt(doc, last.end - 1);
  const to = sentenceIndexAt(doc, next.start);
  const blocks = doc.sentences[to]!.block - doc.sentences[from]!.block;
  const between = { start: doc.sentences[from]!.end, end: next.start };
  if (between.start >= between.end) return true;
  if (/:\s*.$/.test(doc.text.slice(next.start - 4, next.start))) return false; // it says whose words they are
  if (interviewed !== undefined && last.speaker === interviewed) return blocks <= MOST_OF_ONE;
  if (blocks > MOST_BLOCKS || to - from > MOST_SENTENCES) return false;
  const named = persons.namedIn(between);
  return named.size === 0 || (named.size === 1 && last.speaker !== undefined && named.has(last.speaker));
}

/** The one person most claims are of. */
function findInterviewed(attributions: readonly Attribution[], persons: Persons): string | undefined {
  const counts = new Map<string, number>();
  for (const { source, cue } of attributions) {
    if (!source || !cue) continue;
    const speaker = persons.speakerOf(source);
    if (speaker !== undefined) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  const [most, second] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] >= INTERVIEW && most[1] >= 3 * (second?.[1] ?? 0) ? most[0] : undefined;
}

/** “Roe came home. He was glad. | ‘It rained.’”: what the paragraph tells before words that begin a sentence in it. */
function beforeInParagraph(doc: TextDocument, { start }: Span): Span {
  const sentence = doc.sentences[sentenceIndexAt(doc, start)]!;
  const block = doc.blocks[sentence.block]!;
  const begins = start - sentence.start <= 1;
  return { start: block.start, end: begins ? sentence.start : block.start };
}

/** “to shouts of | ‘Out with them!’”: words of the sentence lead up to a quotation, and say whose it is or could. */
function isRunInto(doc: TextDocument, { start }: Span): boolean {
  const before = doc.text.slice(Math.max(0, start - 3), start);
  if (!/\s["“‘'«„]$/.test(before)) return false;
  return isPlain(before) ? /^[a-z0-9]\s.$/i.test(before) : /[\p{L}\p{N}]\s.$/u.test(before);
}

/** Whether words begin inside quotation marks. */
function isSpoken(doc: TextDocument, { start }: Span): boolean {
  return /["“‘'«„]/.test(doc.text.charAt(start - 1)) || isQuotedAt(doc.quotations, start);
}
