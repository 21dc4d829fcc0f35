import type { Attribution } from '../../tagging/tagger.ts';
import { overlaps } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { byContent } from '../claim.ts';
import { isNested } from '../nesting.ts';

/** Least confidence of what only the rules see, and of what only the tagger sees. */
const RULED = 0.6;
const TAGGED = 0.7;
/** The same where neither the cue nor the content's opening shows that anything is told. */
const UNTOLD = 0.9;
/** Rules this sure know best where content begins and ends. */
const SURE = 0.85;
/** Turns of phrase that mean one thing only, and are too rare to be learned: “as Roe put it”. */
const CERTAIN = 0.95;

/** Two attributions are one if they have the same cue, or their contents share at least half of what they cover. */
const SAME = 0.5;

/** What only the text can tell. */
export interface Judge {
  /** Whether the cue or the opening of the content shows that anything is told. */
  readonly isTelling: (attribution: Attribution) => boolean;
  /** Whether a piece of content does not break off. */
  readonly isWhole: (piece: Span) => boolean;
  /** Whether a piece of content breaks off inside a phrase. */
  readonly isTorn: (piece: Span) => boolean;
  /** Whether the words between two offsets do not keep a sentence from going on behind them. */
  readonly isAside: (from: number, to: number) => boolean;
  /** How much what it begins with looks like a cue to the tagger: log odds. */
  readonly oddsOf: (attribution: Attribution) => number;
}

/**
 * Puts together what the tagger and the rules found: each sees what the other misses.
 * Both lists in order of their first content; linear in their lengths for claims that do not pile up.
 */
export function mergeAttributions(
  tagged: readonly Attribution[],
  ruled: readonly Attribution[],
  judge: Judge,
): Attribution[] {
  const left = [...ruled].sort(byContent);
  const used = new Set<number>();
  const merged: Attribution[] = [];
  const add = (attribution: Attribution, byTagger: number, byRules: number): void => {
    const seen = { tagged: byTagger, ruled: byRules, odds: judge.oddsOf(attribution) };
    merged.push({ ...attribution, seen });
  };
  let from = 0;
  for (const attribution of [...tagged].sort(byContent)) {
    const { start } = attribution.content[0]!;
    while (from < left.length && left[from]!.content[0]!.start < start - REACH) from++;
    let best = -1;
    let most = SAME;
    for (let k = from; k < left.length && left[k]!.content[0]!.start <= start + REACH; k++) {
      if (used.has(k)) continue;
      const share = agreement(attribution, left[k]!);
      if (share >= most) {
        best = k;
        most = share;
      }
    }
    if (best >= 0) {
      used.add(best);
      const ruled = left[best]!;
      add(combine(attribution, ruled, judge), attribution.confidence, ruled.confidence);
    } else if (attribution.confidence >= (judge.isTelling(attribution) ? TAGGED : UNTOLD))
      add(attribution, attribution.confidence, 0);
  }
  for (const [k, attribution] of left.entries()) {
    if (!used.has(k) && attribution.confidence >= RULED) add(attribution, 0, attribution.confidence);
  }
  return merged.sort(byContent);
}

/** Contents that start further apart (UTF-16 units) are not compared. */
const REACH = 1_000;

function combine(tagged: Attribution, ruled: Attribution, { isWhole, isTorn, isAside }: Judge): Attribution {
  if (ruled.confidence >= CERTAIN) return ruled;
  if (ruled.confidence >= SURE && takesSource(tagged, ruled)) return ruled;
  if (ruled.confidence >= SURE && startsWithWhom(tagged, ruled))
    return { ...ruled, source: tagged.source ?? ruled.source };
  const shared = sharedContent(tagged, ruled);
  if (ruled.confidence >= SURE && isSpeaker(tagged, ruled)) return { ...ruled, cue: tagged.cue ?? ruled.cue };
  const last = tagged.content.at(-1)!;
  const better = shared >= SAME || tagged.confidence < TAGGED || (shared > 0 && !isWhole(last));
  return {
    source: tagged.source ?? ruled.source,
    cue: tagged.cue ?? ruled.cue,
    content:
      (ruled.confidence >= SURE && better) || (isTorn(last) && goesFurther(tagged, ruled))
        ? [...ruled.content, ...goingOn(tagged, ruled, isAside)]
        : tagged.content,
    confidence: Math.max(tagged.confidence, ruled.confidence),
  };
}

/** Whether the rules have of content that breaks off the same and more. */
function goesFurther({ content }: Attribution, { content: ruled }: Attribution): boolean {
  return ruled[0]!.start === content[0]!.start && ruled.at(-1)!.end > content.at(-1)!.end;
}

/** “It rains, said | the mayor of the port”: what the tagger has begins with who, the rules are sure, said it. */
function isSpeaker(tagged: Attribution, { source }: Attribution): boolean {
  const [piece] = tagged.content as [Span];
  return tagged.content.length === 1 && !tagged.source && source?.start === piece.start;
}

/** What only the tagger has of words that go on behind their cue: “It held because, Roe said, | it was dry”. */
function goingOn(
  { source, cue, content }: Attribution,
  ruled: Attribution,
  isAside: Judge['isAside'],
): Span[] {
  if (!cue || content.length < 2) return [];
  const said = ruled.content.at(-1)!.end;
  const told = Math.max(said, cue.end, source?.end ?? 0, ruled.source?.end ?? 0);
  return content.filter(({ start }) => start > told && isAside(told, start));
}

/** “It is dry, said | a guard”: what the tagger has for content is who says what stands before. */
function takesSource({ cue, content }: Attribution, { source, content: told }: Attribution): boolean {
  const [piece] = content as [Span];
  if (!cue || !source || content.length > 1 || told.at(-1)!.end > cue.start) return false;
  return source.start >= cue.end && Math.abs(piece.start - source.start) <= 1 && piece.end <= source.end + 1;
}

/** “warned | farmers that it froze”: what the tagger has begins with whom it was told, or is no more than them. */
function startsWithWhom({ cue, content }: Attribution, ruled: Attribution): boolean {
  const [piece] = content as [Span];
  const { start, end } = ruled.content[0]!;
  if (!cue || content.length > 1 || ruled.content.length > 1) return false;
  if (piece.start < cue.end || piece.start - cue.end > 1) return false;
  return start > piece.start && (piece.end <= start || Math.abs(piece.end - end) <= 1);
}

/** 1 where both have the same cue, else the shared length over the whole length of the contents. */
function agreement(a: Attribution, b: Attribution): number {
  if (a.cue && b.cue && overlaps(a.cue, b.cue)) return 1;
  if (a.cue && b.cue && (isNested(a, b) || isNested(b, a))) return 0; // one reports the other
  if (b.confidence >= CERTAIN && a.cue) return 0;
  return sharedContent(a, b);
}

function sharedContent(a: Attribution, b: Attribution): number {
  let shared = 0;
  for (const x of a.content) {
    for (const y of b.content) shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  }
  const whole = lengthOf(a.content) + lengthOf(b.content) - shared;
  return whole === 0 ? 0 : shared / whole;
}

function lengthOf(spans: readonly Span[]): number {
  let sum = 0;
  for (const { start, end } of spans) sum += end - start;
  return sum;
}
