import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';
import type { Claim } from './claim.ts';
import { NOUN_CUES, cueOf } from './cues.ts';
import { contentWords, overlap } from './contentWords.ts';

/** How far back, in claims, “these claims” can reach. */
const REACH = 6;

/** Marks what the article itself says of each claim: who denies it, who contradicts it, what is not confirmed. */
export function findStatus(doc: TextDocument, claims: readonly Claim[]): void {
  const { lower } = wordsOf(doc);
  const topics = claims.map(claim => contentWords(doc, claim.content));
  claims.forEach((claim, c) => {
    const cue = claim.cue ? wordsIn(doc, lower, claim.cue) : [];
    const content = wordsIn(doc, lower, claim.content[0]!);
    const verb = cue.findLast(word => cueOf(word) !== undefined);
    const stance = verb ? cueOf(verb)?.stance : undefined;
    const negated = cue.some(word => word === 'not' || word === "n't" || word === 'never');
    const anaphor = isAnaphor(content);
    const target = anaphor || stance ? findTarget(doc, claims, topics, c, anaphor) : -1;
    if (stance === 'confirms' && !negated) {
      claim.status = 'confirmed';
      if (target >= 0) {
        refer(claim, claims[target]!);
        raise(claims[target]!, 'confirmed');
      }
      return;
    }
    if (stance === 'confirms' && negated) {
      if (target >= 0) {
        refer(claim, claims[target]!);
        dispute(claim, claims[target]!, 'contested');
      }
      return;
    }
    if (stance === 'denies' && !negated) {
      if (target >= 0) {
        refer(claim, claims[target]!);
        dispute(claim, claims[target]!, 'denied');
      } else if (!anaphor && lower.length > 0 && deniesContent(content)) claim.status = 'denied';
      return;
    }
    if (anaphor && target >= 0) refer(claim, claims[target]!);
    contradict(doc, lower, claims, topics, c);
  });
}

function wordsIn(doc: TextDocument, lower: readonly string[], span: Span): string[] {
  const { first, end } = tokensIn(doc, span);
  return lower.slice(first, end);
}

/** “denied that he knew”: what is denied stands in the content itself. */
function deniesContent(content: readonly string[]): boolean {
  return content.length > 2;
}

/** “these claims”, “the allegation”, “this”. */
function isAnaphor(content: readonly string[]): boolean {
  const start = content[0] === 'that' && content.length > 3 ? 1 : 0;
  const [determiner = '', noun = '', after = ''] = content.slice(start);
  if (!/^(?:this|these|those|that|the|such|his|her|their|its|any|both|all)$/.test(determiner)) return false;
  return (
    NOUN_CUES.has(noun) ||
    NOUN_CUES.has(after) ||
    (content.length <= 2 && /^(?:this|these|that)$/.test(determiner))
  );
}

/** The claim that a claim is about: the nearest before it by somebody else, preferably about the same thing. */
function findTarget(
  doc: TextDocument,
  claims: readonly Claim[],
  topics: readonly ReadonlySet<string>[],
  c: number,
  anaphor: boolean,
): number {
  let best = -1;
  let bestScore = anaphor ? -1 : 0.25;
  for (let k = c - 1; k >= 0 && k >= c - REACH; k--) {
    if (sameSource(claims[k]!, claims[c]!)) continue;
    if (claims[k]!.refersTo.length > 0) continue;
    const distance = c - k;
    const factual = claims[k]!.cue ? 0 : -0.1;
    const score = overlap(topics[c]!, topics[k]!) + factual - 0.08 * distance;
    if (score > bestScore) {
      best = k;
      bestScore = score;
    }
  }
  void doc;
  return best;
}

function sameSource(a: Claim, b: Claim): boolean {
  return a.source?.playerId !== undefined && a.source.playerId === b.source?.playerId;
}

function refer(claim: Claim, target: Claim): void {
  if (!claim.refersTo.includes(target.id)) claim.refersTo.push(target.id);
}

function dispute(claim: Claim, target: Claim, status: 'contested' | 'denied'): void {
  if (!target.disputedBy.includes(claim.id)) target.disputedBy.push(claim.id);
  raise(target, status);
  if (status === 'contested' && claim.refersTo.length === 0) raise(claim, 'contested');
}

const ORDER = ['stated', 'confirmed', 'unconfirmed', 'contested', 'denied'] as const;

function raise(claim: Claim, status: Claim['status']): void {
  if (ORDER.indexOf(status) > ORDER.indexOf(claim.status)) claim.status = status;
}

const NEGATIVE = new Set("not n't no never neither nor none without false untrue wrong baseless".split(' '));

/** Another source says the opposite about the same thing: shared words, and one of the two negates. */
function contradict(
  doc: TextDocument,
  lower: readonly string[],
  claims: readonly Claim[],
  topics: readonly ReadonlySet<string>[],
  c: number,
): void {
  const claim = claims[c]!;
  const negative = isNegative(doc, lower, claim);
  for (let k = c - 1; k >= 0 && k >= c - 4; k--) {
    const other = claims[k]!;
    if (sameSource(claim, other) || other.refersTo.length > 0) continue;
    if (isNegative(doc, lower, other) === negative) continue;
    if (overlap(topics[c]!, topics[k]!) < 0.5) continue;
    dispute(claim, other, 'contested');
    return;
  }
}

function isNegative(doc: TextDocument, lower: readonly string[], claim: Claim): boolean {
  return claim.content.some(piece => wordsIn(doc, lower, piece).some(word => NEGATIVE.has(word)));
}
