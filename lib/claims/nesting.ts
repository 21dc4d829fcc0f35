import type { Attribution } from '../tagging/tagger.ts';
import { overlaps } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { byContent } from './claim.ts';

/** Attributions further apart in reading order are not looked at as inner and outer. */
const NEAR = 3;

/**
 * Gives an attribution of an attribution all of its content: in “According to the agency, police said it crashed”
 * what the agency reports is that police said so, not “police” alone. In order of content, before and after; linear.
 */
export function completeOuter(attributions: readonly Attribution[]): Attribution[] {
  const completed = attributions.map((outer, at) => {
    for (let k = Math.max(0, at - NEAR); k <= at + NEAR && k < attributions.length; k++) {
      const inner = attributions[k]!;
      const content = k === at ? undefined : around(outer, inner);
      if (content) return { ...outer, content };
    }
    return outer;
  });
  return completed.sort(byContent);
}

/**
 * “…,” Roe said, adding that …: what was added is the second cue's content alone. In order of content; linear.
 */
export function withoutShared(attributions: readonly Attribution[]): Attribution[] {
  return attributions.map((attribution, at) => {
    if (attribution.content.length < 2) return attribution;
    const near = attributions.slice(at + 1, at + 1 + NEAR);
    const [first, ...rest] = attribution.content;
    const own = rest.filter(
      piece => !near.some(({ cue, content }) => cue && !overlaps(cue, piece) && isCovered(piece, content)),
    );
    return { ...attribution, content: [first!, ...own] };
  });
}

/**
 * “It is thought to be safe, | Roe said”: what is told within Roe's words does not hold that Roe said them. In order of
 * content; linear.
 */
export function withoutOuter(text: string, attributions: readonly Attribution[]): Attribution[] {
  return attributions.map((inner, at) => {
    if (!inner.cue) return inner;
    const last = inner.content.at(-1)!;
    for (let k = Math.max(0, at - NEAR); k <= at + NEAR && k < attributions.length; k++) {
      const { source, cue, content } = attributions[k]!;
      if (k === at || !source || !cue || !content.some(piece => overlaps(piece, inner.cue!))) continue;
      const from = Math.min(source.start, cue.start);
      const end = text.slice(last.start, from).search(/,["”’]? $/) + last.start;
      if (end <= last.start || Math.max(source.end, cue.end) < last.end - SLACK || from >= last.end) continue;
      if (content.at(-1)!.end <= end + SLACK)
        return { ...inner, content: [...inner.content.slice(0, -1), { start: last.start, end }] };
    }
    return inner;
  });
}

/**
 * “Roe said it was old | and urged them to go”: what is said ends before what the same speaker says besides. In order of
 * content; linear.
 */
export function withoutNext(text: string, attributions: readonly Attribution[]): Attribution[] {
  return attributions.map((outer, at) => {
    const last = outer.content.at(-1)!;
    for (const next of attributions.slice(at + 1, at + 1 + NEAR)) {
      const { source, cue } = next;
      if (!outer.cue || !cue || !source || source.start !== outer.source?.start) continue;
      if (cue.start <= last.start || cue.end > last.end || source.start >= last.start) continue;
      const isSpeaking = SPEAKING.test(text.slice(cue.start, cue.end + 4));
      const turn = text.slice(last.start, cue.start).search(isSpeaking ? SPEAKING_TURN : TURN);
      const end = last.start + turn;
      if (turn > 0) return { ...outer, content: [...outer.content.slice(0, -1), { start: last.start, end }] };
    }
    return outer;
  });
}
/** “denied the reports | saying”: no comma is needed; not “no further than saying”, “a guard claiming to be ill”. */
const SPEAKING = /^(?:saying|adding|stating|claiming|arguing|insisting)\b(?! to )/;
const SPEAKING_TURN = /(?:, | and |(?<!\b(?:by|of|for|from|in|than|then|to|with|without)) )$/;
const TURN = /,? (?:and|but|then)(?: [a-z]+ly| also| later| then)? $|, $/;

/**
 * A quotation without a cue that stands in what somebody is told to have said is no second claim, nor is the “expect rain”
 * of “According to Roe, expect rain”. In order of content; linear.
 */
export function withoutInside(attributions: readonly Attribution[]): Attribution[] {
  return attributions.filter(({ source, cue, content }, at) => {
    const near = attributions.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    if (cue)
      return !near.some(
        other =>
          source?.start === other.source?.start && other.content.some(({ start }) => start === cue.start),
      );
    return !near.some(
      other =>
        other.cue &&
        (!source || source.start === other.source?.start) &&
        content.every(piece =>
          other.content.some(({ start, end }) => start <= piece.start && piece.end <= end),
        ),
    );
  });
}

/** Whether a piece is, but for a word, what others hold. */
function isCovered(piece: Span, by: readonly Span[]): boolean {
  return by.some(
    other => other.start <= piece.start + SLACK && piece.end <= other.end + SLACK && overlaps(other, piece),
  );
}
const SLACK = 6;

/**
 * “I think …” inside somebody's own answer or quotation, the “he wants” of “Roe said he wants …”, and what is given to
 * Roe within Roe's own words, are no second claim. In order of content; linear.
 */
export function withoutSelf(text: string, attributions: readonly Attribution[]): Attribution[] {
  const outer = findOuter(attributions);
  const isOwn = (inner: Attribution): boolean => {
    const { source, cue, content = [] } = outer.get(inner) ?? {};
    if (
      cue &&
      source &&
      source.start === inner.source?.start &&
      !content.some(piece => overlaps(piece, source))
    )
      return true;
    // “Roe said it rained | and that he wants …”
    const also =
      inner.source && text.startsWith(ALSO, inner.source.start - ALSO.length) ? inner.source : null;
    return [...content, ...(also ? [also] : [])].some(({ start }) =>
      OWN.test(text.slice(start, inner.cue!.end)),
    );
  };
  let answer: Attribution | undefined;
  return attributions.filter(attribution => {
    if (attribution.cue && outer.has(attribution) && isOwn(attribution)) return false;
    const { source, cue } = attribution;
    if (answer && source && isNested(attribution, answer) && SELF.test(text.slice(source.start, source.end)))
      return false;
    if (!cue) answer = attribution;
    return true;
  });
}
const SELF = /^(?:I|We|we)$/;
const ALSO = ' and that ';
/** What somebody thinks or wants, told by themselves or by who speaks for them. */
const OWN =
  /^(?:that )?(?:he|she|they|it|I|we|(?:the|its|his|her|their|our) (?:company|firm|party|group|government|ministry|department|bank|agency|union|club|team|administration|office|council))(?:,? too,?| also)? (?:(?:is|are|was|were|has|have|had|do|does|did|would)(?: not|n['’]t)? )?(?:[a-z]+ly |also |still |never )?(?:thinks?|thought|believe[sd]?|feels?|felt|hope[sd]?|hoping|expect(?:s|ed|ing)?|fear(?:s|ed)?|knows?|knew|wants?|wanted|intend(?:s|ed)?|plan(?:s|ned|ning)?|prefer(?:s|red)?|oppose[sd]?|support(?:s|ed)?|doubt(?:s|ed)?|remembers?|remembered|understands?|understood)$/;

/** For each claim that stands inside another one, the nearest such other: “the agency reports that police say …”. */
export function findOuter<T extends Pick<Attribution, 'cue' | 'content'>>(claims: readonly T[]): Map<T, T> {
  const outer = new Map<T, T>();
  for (const [at, claim] of claims.entries()) {
    for (let k = at + NEAR; k >= at - NEAR; k--) {
      const other = claims[k];
      if (other && other !== claim && isNested(claim, other)) {
        outer.set(claim, other);
        break;
      }
    }
  }
  return outer;
}

/** The content of `outer` with the whole of `inner`, if it now holds only whom `inner` quotes, or only the quoted words. */
function around(outer: Attribution, inner: Attribution): Span[] | undefined {
  const { source, cue } = inner;
  const said = inner.content.at(-1)!;
  if (!source || !cue || !outer.cue || overlaps(outer.cue, cue) || outer.content.length > 1) return undefined;
  const [held] = outer.content as [Span];
  const asTold = source.end <= cue.start && cue.end <= said.start && said.start - cue.end <= GAP;
  const whole = { start: Math.min(held.start, source.start), end: said.end };
  if (!asTold || overlaps(outer.cue, whole) || (outer.source && overlaps(outer.source, whole)))
    return undefined;
  const speakerAlone = held.end > source.start && held.end <= cue.end && held.start <= source.start;
  const wordsAlone =
    held.start === inner.content[0]!.start &&
    source.start - outer.cue.end >= 0 &&
    source.start - outer.cue.end <= GAP;
  return speakerAlone || wordsAlone ? [whole] : undefined;
}

/** Characters between a cue and its content: a colon, a quotation mark. */
const GAP = 4;

/** Whether all of `inner`, its cue included, stands in the content of `outer`. */
export function isNested(
  inner: Pick<Attribution, 'cue' | 'content'>,
  outer: Pick<Attribution, 'content'>,
): boolean {
  const from = Math.min(inner.cue?.start ?? Infinity, inner.content[0]!.start);
  const to = Math.max(inner.cue?.end ?? 0, inner.content.at(-1)!.end);
  return outer.content.some(
    piece => piece.start <= from && to <= piece.end && to - from < piece.end - piece.start,
  );
}
