import * as z from 'zod/mini';
import type { Brief } from '../brief/brief.ts';
import { Difference, differencesOf, sharedMeaning, statementOf, type Statement } from '../text/statement.ts';
import { MAX_CLAIMS, type Remembered, rememberedClaim, RememberedClaim } from './remembered.ts';

/** What has become of one claim since the article was remembered. `now` is a claim id of the article as it is. */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new'), now: z.string() }),
  z.object({ kind: z.literal('gone'), before: RememberedClaim }),
  z.object({ kind: z.literal('rehedged'), before: RememberedClaim, now: z.string() }),
  z.object({
    kind: z.literal('altered'), // another number, date or polarity
    before: RememberedClaim,
    now: z.string(),
    differences: z.array(Difference),
  }),
  z.object({ kind: z.literal('resourced'), before: RememberedClaim, now: z.string() }), // somebody else says it
]);
export type Change = z.infer<typeof Change>;

/** Claims that share less of what they are about are not the same claim. */
const SAME = 0.5;
/** What the same speaker is worth beside the same words. */
const SAME_SOURCE = 0.2;

interface Told {
  readonly id: string; // of a claim of the article as it is; "" of a remembered one
  readonly claim: RememberedClaim;
  readonly statement: Statement;
}

/**
 * What has changed in an article since it was remembered, claim by claim: those of today in reading order, then those
 * that are gone. A claim that is only worded otherwise is no change.
 */
export function changesSince(before: Remembered, brief: Brief): Change[] {
  const { language } = before;
  const tell = (claim: RememberedClaim, id = ''): Told => ({
    id,
    claim,
    statement: statementOf(claim.words, language),
  });
  const then = before.claims.map(claim => tell(claim));
  const now = brief.claims.map(claim => tell(rememberedClaim(brief, claim), claim.id));
  const pairs = pairUp(then, now);
  const partners = new Map(pairs.map(({ old, today }) => [today, old]));
  const changes = now.flatMap((today, index): Change[] => {
    const old = partners.get(today);
    if (old) return changeOf(old, today);
    // Of a long article the last claims were not kept: they are not new.
    return then.length === MAX_CLAIMS && index >= MAX_CLAIMS ? [] : [{ kind: 'new', now: today.id }];
  });
  const kept = new Set(pairs.map(({ old }) => old));
  return [
    ...changes,
    ...then.flatMap((old): Change[] => (kept.has(old) ? [] : [{ kind: 'gone', before: old.claim }])),
  ];
}

/** Each claim of before with its claim of today: the same words first, then the likest, none twice. */
function pairUp(then: readonly Told[], now: readonly Told[]): { old: Told; today: Told }[] {
  const candidates = then.flatMap(old =>
    now.flatMap(today => {
      const score = likeness(old, today);
      return score >= SAME ? [{ old, today, score }] : [];
    }),
  );
  const taken = new Set<Told>();
  return candidates
    .toSorted((a, b) => b.score - a.score)
    .filter(({ old, today }) => {
      if (taken.has(old) || taken.has(today)) return false;
      taken.add(old);
      taken.add(today);
      return true;
    });
}

function likeness(old: Told, today: Told): number {
  const sameSource = old.claim.source === today.claim.source;
  if (old.claim.words === today.claim.words) return sameSource ? 3 : 2;
  const a = old.statement;
  const b = today.statement;
  const shared = sharedMeaning(a, b);
  if (shared === 0) return 0;
  // A short claim lies wholly in many a long one: how alike they are in length counts as well.
  const size = Math.min(a.words.size, b.words.size) / Math.max(a.words.size, b.words.size);
  return shared * (0.5 + 0.5 * size) + (sameSource ? SAME_SOURCE : 0);
}

function changeOf(old: Told, today: Told): Change[] {
  const before = old.claim;
  const now = today.id;
  const differences = differencesOf(old.statement, today.statement);
  if (differences.length > 0) return [{ kind: 'altered', before, now, differences }];
  if (before.certainty !== today.claim.certainty) return [{ kind: 'rehedged', before, now }];
  if (before.source !== today.claim.source) return [{ kind: 'resourced', before, now }];
  return [];
}
