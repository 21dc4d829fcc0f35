import type { Brief } from '../brief/brief.ts';
import type { Span } from '../text/span.ts';
import type { Evidence, Relation } from './evidence.ts';

type Claim = Brief['claims'][number];
type Item = Evidence['items'][number];

/** Rung a: what the article itself offers for some selected words; `empty` where they are no claim of anybody. */
export function verifyInArticle(brief: Brief, selection: Span | string): Evidence {
  const span = typeof selection === 'string' ? findSelection(brief.article.text, selection) : selection;
  if (!span) return { rung: 'article', status: 'empty', reason: 'not_in_text', items: [] };
  const claims = brief.claims.filter(claim => belongs(claim, span));
  if (claims.length === 0) return { rung: 'article', status: 'empty', reason: 'no_claim', items: [] };
  const byId = new Map(brief.claims.map(claim => [claim.id, claim]));
  const items: Item[] = [];
  for (const claim of claims) items.push(itemOf(claim, 'says'), ...answersTo(claim, brief, byId));
  return { rung: 'article', status: 'ok', items: unique(items) };
}

/** Where the selected words stand: letter by letter, else with white space and marks told apart leniently. */
function findSelection(text: string, selection: string): Span | undefined {
  const wanted = selection.trim();
  if (wanted === '') return undefined;
  const at = text.indexOf(wanted);
  if (at >= 0) return { start: at, end: at + wanted.length };
  return findFolded(text, wanted);
}

/** Finds words whatever the white space and the kind of quotation mark. */
function findFolded(text: string, wanted: string): Span | undefined {
  const places: number[] = [];
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = fold(text.charAt(i));
    if (unit === ' ' && folded.endsWith(' ')) continue;
    folded += unit;
    places.push(i);
  }
  let needle = '';
  for (const unit of wanted) {
    const plain = fold(unit);
    if (plain !== ' ' || !needle.endsWith(' ')) needle += plain;
  }
  const at = folded.indexOf(needle);
  return at < 0 ? undefined : { start: places[at]!, end: places[at + needle.length - 1]! + 1 };
}

function fold(unit: string): string {
  if (/\s/.test(unit)) return ' ';
  if (/[“”„«»]/.test(unit)) return '"';
  return /[‘’]/.test(unit) ? "'" : unit;
}

/** Whether a selection is part of a claim: it lies in its words, or holds most of them. */
function belongs(claim: Claim, selection: Span): boolean {
  return claim.content.some(piece => {
    const shared = Math.min(piece.end, selection.end) - Math.max(piece.start, selection.start);
    if (shared <= 0) return false;
    return shared >= 0.5 * Math.min(piece.end - piece.start, selection.end - selection.start);
  });
}

function itemOf(claim: Claim, relation: Relation): Item {
  const parts = [
    ...claim.content,
    ...(claim.cue ? [claim.cue] : []),
    ...(claim.source ? [claim.source] : []),
  ];
  const places = relation === 'says' ? claim.content : parts;
  return {
    claimId: claim.id,
    start: Math.min(...places.map(part => part.start)),
    end: Math.max(...places.map(part => part.end)),
    relation,
  };
}

/** What others say to a claim: disputes, confirmations, refusals to comment. */
function answersTo(claim: Claim, brief: Brief, byId: ReadonlyMap<string, Claim>): Item[] {
  const items: Item[] = [];
  for (const id of claim.disputedBy) {
    const other = byId.get(id);
    if (other) items.push(itemOf(other, isUnconfirmed(brief, other) ? 'unconfirmed' : 'disputes'));
  }
  for (const other of brief.claims) {
    if (other === claim || !other.refersTo.includes(claim.id) || claim.disputedBy.includes(other.id))
      continue;
    const cue = other.cue ? brief.article.text.slice(other.cue.start, other.cue.end).toLowerCase() : '';
    if (/\b(?:declin|refus)/.test(cue)) items.push(itemOf(other, 'declines'));
    else if (/\bconfirm/.test(cue)) items.push(itemOf(other, 'confirms'));
  }
  return items;
}

/** “have not confirmed” is no denial. */
function isUnconfirmed(brief: Brief, claim: Claim): boolean {
  const cue = claim.cue ? brief.article.text.slice(claim.cue.start, claim.cue.end).toLowerCase() : '';
  return /\b(?:not|never|n't|n’t)\b.*\b(?:confirm|verif)/.test(cue);
}

function unique(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter(item => {
    const key = `${item.claimId} ${item.relation}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
