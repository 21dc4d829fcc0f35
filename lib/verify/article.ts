import type { Link } from '../article/links.ts';
import { outrightDisputes } from '../brief/brief.ts';
import type { Brief } from '../brief/brief.ts';
import type { TextDocument } from '../text/document.ts';
import { parseText } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { findElsewhere } from './elsewhere.ts';
import type { Evidence, Relation } from './evidence.ts';
import { linksIn } from './links.ts';
import { findNearest } from './nearest.ts';
import { findRemarks, isAbout } from './remarks.ts';
import { isSpokenAgainst } from './stance.ts';

type Claim = Brief['claims'][number];
type Item = Evidence['items'][number];

/**
 * Rung a: what the article itself offers for some selected words: whose claim they are, who answers it, what the
 * passage links to, and which of its numbers and dates are given differently elsewhere. `empty`: nothing of that.
 */
export function verifyInArticle(
  brief: Brief,
  selection: Span | string,
  links: readonly Link[] = [],
): Evidence {
  const { article } = brief;
  const span = typeof selection === 'string' ? findSelection(article.text, selection) : selection;
  const doc = parseText(article.text, article.blocks);
  if (!span) return besideText(doc, brief, selection as string);
  const claims = brief.claims.filter(claim => belongs(claim, span));
  const byId = new Map(brief.claims.map(claim => [claim.id, claim]));
  const said: Item[] = [];
  for (const claim of claims) said.push(sayingOf(claim, brief), ...answersTo(claim, brief, byId));
  const items = unique([
    ...said,
    ...remarksOn(doc, said),
    ...findElsewhere(doc, brief, span).map(place => ({ ...place, relation: 'differs' as const })),
    ...linksIn(links, passageOf(doc, span), article.url).map(link => ({
      ...link,
      relation: 'links' as const,
    })),
  ]);
  return items.length === 0
    ? { rung: 'article', status: 'empty', reason: 'no_claim', items }
    : { rung: 'article', status: 'ok', items };
}

/** What there is for a headline, a caption and the like: where the text comes nearest to saying it. */
function besideText(doc: TextDocument, brief: Brief, words: string): Evidence {
  const place = findNearest(doc, brief, words);
  return place
    ? { rung: 'article', status: 'ok', items: [{ ...place, relation: 'near' }] }
    : { rung: 'article', status: 'empty', reason: 'not_in_text', items: [] };
}

/** The whole sentences that some words stand in. */
function passageOf(doc: TextDocument, span: Span): Span {
  const sentences = doc.sentences.filter(({ start, end }) => start < span.end && span.start < end);
  return {
    start: Math.min(span.start, ...sentences.map(({ start }) => start)),
    end: Math.max(span.end, ...sentences.map(({ end }) => end)),
  };
}

/** Sentences that say of these claims that somebody would not comment or nobody could check, if no item says it yet. */
function remarksOn(doc: TextDocument, said: readonly Item[]): Item[] {
  const claims = said.filter(({ relation }) => relation === 'says');
  return findRemarks(doc)
    .filter(remark => claims.some(claim => isAbout(doc, remark, claim)))
    .filter(
      ({ relation, start, end }) =>
        !said.some(item => item.relation === relation && item.start < end && start < item.end),
    );
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

/** Who says it, or is named because they deny it. */
function sayingOf(claim: Claim, brief: Brief): Item {
  return { ...itemOf(claim, 'says'), ...(isSpokenAgainst(brief, claim) && { against: true }) };
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
  for (const id of outrightDisputes(claim)) {
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
  const not = cue.search(/\b(?:not|never|n't|n’t)\b/);
  return not >= 0 && /\b(?:confirm|verif)/.test(cue.slice(not));
}

function unique(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter(item => {
    const key = `${item.claimId ?? item.start} ${item.relation}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
