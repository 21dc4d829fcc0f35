import type { Span } from '../text/span.ts';

/** Kinds, as the contract has them. */
export type SourceKind =
  | 'person'
  | 'office'
  | 'organisation'
  | 'group'
  | 'document'
  | 'poll'
  | 'anonymous'
  | 'none';
export type ClaimKind = 'direct' | 'indirect' | 'mixed';
export type Status = 'stated' | 'contested' | 'denied' | 'unconfirmed' | 'confirmed';

/** Something somebody is reported to have said, as the contract (lib/brief/brief.ts) has it. */
export interface Claim {
  id: string;
  source: (Span & { playerId?: string | undefined }) | null; // null: the article does not say who
  sourceKind: SourceKind;
  cue: Span | null;
  content: Span[];
  kind: ClaimKind;
  certainty: 'asserted' | 'hedged';
  hedges: Span[];
  status: Status;
  disputedBy: string[]; // claim ids
  otherViews?: string[] | undefined; // of these, those that may only put it another way
  refersTo: string[]; // claim ids
  checkWorthiness: number; // 0..1
  checkReasons: string[];
}

/** Reading order, for sorting: by where the content begins. */
export function byContent(a: Pick<Claim, 'content'>, b: Pick<Claim, 'content'>): number {
  return a.content[0]!.start - b.content[0]!.start;
}
