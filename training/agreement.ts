/**
 * How far two people agree who labelled the same articles: the ceiling for what our models can learn.
 *
 *   node training/agreement.ts      (training/corpus/second-pass/ against the same articles of training/corpus/)
 */
import { join } from 'node:path';
import { placeClaims } from './corpus.ts';
import type { Article, Claim, NameType, PlacedClaim, Span } from './corpus.ts';
import { CORPUS, readCorpus } from './labelled.ts';

/** Labels given in both passes, and in one of them only. */
type Overlap = { both: number; onlyFirst: number; onlySecond: number };
/** Labels that are the same, of those that could be. */
export type Share = { same: number; of: number };

/** How far two passes over the same articles agree. */
type Agreement = {
  articles: number;
  claims: Overlap; // contents share at least half their words
  sourced: Overlap; // … and the source is the same
  exact: Overlap; // … or the contents share all their words
  kind: Share; // this and what follows: of the claims both have
  hedged: Overlap;
  status: Share;
  open: Overlap; // status other than "stated"
  statuses: Map<string, number>; // "first → second"
  checkWorthy: Share;
  disputes: Overlap; // a pair with a claim that one pass lacks counts as missed
  names: Record<NameType, Overlap>;
  summary: Overlap;
  lead: { first: Overlap; second: Overlap }; // as many opening sentences as the summary has
};

/**
 * Compares the articles both passes hold.
 * Throws an Error if an article's text is not the same in both, or if there is nothing to compare.
 */
export function compare(first: Article[], second: Article[]): Agreement {
  const agreement = nothingYet();
  const byId = new Map(first.map(article => [article.id, article]));
  for (const theirs of second) {
    const ours = byId.get(theirs.id);
    if (!ours) continue;
    if (ours.text !== theirs.text) throw new Error(`${ours.id}: the passes differ in their text`);
    agreement.articles++;
    compareClaims(agreement, ours, theirs);
    compareNames(agreement, ours, theirs);
    compareSummaries(agreement, ours, theirs);
  }
  if (agreement.articles === 0) throw new Error('no article is in both passes');
  return agreement;
}

const none = (): Overlap => ({ both: 0, onlyFirst: 0, onlySecond: 0 });

function nothingYet(): Agreement {
  return {
    articles: 0,
    claims: none(),
    sourced: none(),
    exact: none(),
    kind: { same: 0, of: 0 },
    hedged: none(),
    status: { same: 0, of: 0 },
    open: none(),
    statuses: new Map(),
    checkWorthy: { same: 0, of: 0 },
    disputes: none(),
    names: { PER: none(), ORG: none(), LOC: none() },
    summary: none(),
    lead: { first: none(), second: none() },
  };
}

function compareClaims(agreement: Agreement, ours: Article, theirs: Article): void {
  const pairs = pairClaims(ours, theirs);
  const count = (overlap: Overlap, both: number) => {
    overlap.both += both;
    overlap.onlyFirst += ours.claims.length - both;
    overlap.onlySecond += theirs.claims.length - both;
  };
  count(agreement.claims, pairs.length);
  count(agreement.sourced, pairs.filter(pair => pair.sameSource).length);
  count(agreement.exact, pairs.filter(pair => pair.iou === 1).length);
  for (const pair of pairs) compareLabels(agreement, ours.claims[pair.first]!, theirs.claims[pair.second]!);
  compareDisputes(agreement.disputes, ours, theirs, pairs);
}

function compareLabels(agreement: Agreement, ours: Claim, theirs: Claim): void {
  countShare(agreement.kind, ours.kind === theirs.kind);
  countOverlap(agreement.hedged, ours.certainty === 'hedged', theirs.certainty === 'hedged');
  countShare(agreement.status, ours.status === theirs.status);
  countOverlap(agreement.open, ours.status !== 'stated', theirs.status !== 'stated');
  const change = `${ours.status} → ${theirs.status}`;
  agreement.statuses.set(change, (agreement.statuses.get(change) ?? 0) + 1);
  countShare(agreement.checkWorthy, ours.checkWorthy === theirs.checkWorthy);
}

function countShare(share: Share, same: boolean): void {
  share.of++;
  if (same) share.same++;
}

function countOverlap(overlap: Overlap, inFirst: boolean, inSecond: boolean): void {
  if (inFirst && inSecond) overlap.both++;
  else if (inFirst) overlap.onlyFirst++;
  else if (inSecond) overlap.onlySecond++;
}

/** A claim of each pass (counted from 0) that are about the same words. */
type ClaimPair = { first: number; second: number; iou: number; sameSource: boolean };

/** The least share of common words at which two contents are the same claim. */
const SAME_CLAIM = 0.5;

/** Pairs claims one to one, closest contents first; of equal contents (a claim in a claim) the same source. */
export function pairClaims(ours: Article, theirs: Article): ClaimPair[] {
  const ourClaims = placeClaims(ours).map(claim => ({ claim, words: wordsIn(ours.text, claim.content) }));
  const theirClaims = placeClaims(theirs).map(claim => ({ claim, words: wordsIn(ours.text, claim.content) }));
  const candidates = ourClaims.flatMap((our, first) =>
    theirClaims.map((their, second) => ({
      first,
      second,
      iou: shareOfWords(our.words, their.words),
      sameSource: isSameSource(ours.text, our.claim, their.claim),
    })),
  );
  const paired = { first: new Set<number>(), second: new Set<number>() };
  return candidates
    .filter(({ iou }) => iou >= SAME_CLAIM)
    .sort((a, b) => b.iou - a.iou || Number(b.sameSource) - Number(a.sameSource))
    .filter(({ first, second }) => {
      if (paired.first.has(first) || paired.second.has(second)) return false;
      paired.first.add(first);
      paired.second.add(second);
      return true;
    });
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Where the words of some spans start: the same word in two places is two words. */
function wordsIn(text: string, spans: Span[]): Set<number> {
  return new Set(
    spans.flatMap(([start, end]) =>
      [...text.slice(start, end).matchAll(WORD)].map(({ index }) => start + index),
    ),
  );
}

function shareOfWords(a: Set<number>, b: Set<number>): number {
  const common = a.intersection(b).size;
  return common / (a.size + b.size - common) || 0;
}

/** A source may be cut shorter or a little longer ("Colin Powell" for "Secretary of State Colin Powell"). */
function isSameSource(text: string, ours: PlacedClaim, theirs: PlacedClaim): boolean {
  if (!ours.source || !theirs.source) return ours.source === theirs.source;
  const a = wordsIn(text, [ours.source]);
  const b = wordsIn(text, [theirs.source]);
  const common = a.intersection(b).size;
  if (common === 0) return false;
  const covers = common / a.size >= 0.5 && b.size <= 2 * a.size + 3;
  const isCore = common === b.size && common / a.size >= 0.34;
  return covers || isCore;
}

/** Second-pass disputes are told in the numbers of the first; those of unpaired claims stay on their own. */
function compareDisputes(overlap: Overlap, ours: Article, theirs: Article, pairs: ClaimPair[]): void {
  const toFirst = new Map(pairs.map(({ first, second }) => [second, String(first)]));
  const inFirst = disputesOf(ours, String);
  const inSecond = disputesOf(theirs, claim => toFirst.get(claim) ?? `unpaired ${claim}`);
  addOverlap(overlap, inFirst, inSecond);
}

function disputesOf({ claims }: Article, nameOf: (claim: number) => string): Set<string> {
  return new Set(
    claims.flatMap(({ disputes }, i) => disputes.map(other => `${nameOf(i)} disputes ${nameOf(other - 1)}`)),
  );
}

function addOverlap<T>(overlap: Overlap, inFirst: Set<T>, inSecond: Set<T>): void {
  const both = inFirst.intersection(inSecond).size;
  overlap.both += both;
  overlap.onlyFirst += inFirst.size - both;
  overlap.onlySecond += inSecond.size - both;
}

function compareNames(agreement: Agreement, ours: Article, theirs: Article): void {
  for (const type of ['PER', 'ORG', 'LOC'] as const) {
    const ofType = ({ names }: Article) =>
      new Set(names.filter(name => name[2] === type).map(([start, end]) => `${start}-${end}`));
    addOverlap(agreement.names[type], ofType(ours), ofType(theirs));
  }
}

function compareSummaries(agreement: Agreement, ours: Article, theirs: Article): void {
  const inFirst = new Set(ours.summary);
  const inSecond = new Set(theirs.summary);
  const opening = (length: number) => new Set(Array.from({ length }, (_, i) => i + 1));
  addOverlap(agreement.summary, inFirst, inSecond);
  addOverlap(agreement.lead.first, inFirst, opening(inFirst.size));
  addOverlap(agreement.lead.second, inSecond, opening(inSecond.size));
}

/** The harmonic mean of precision and recall, 0 to 1, the same whichever pass is taken for right. */
export function f1({ both, onlyFirst, onlySecond }: Overlap): number {
  return (2 * both) / (2 * both + onlyFirst + onlySecond) || 0;
}

/** The agreement as a table: F1 or share in percent, and the counts behind it. */
export function describe(agreement: Agreement): string {
  const { names, lead } = agreement;
  const allNames = Object.values(names).reduce(sum, none());
  const overlap = (label: string, value: Overlap) =>
    row(
      `${label} F1`,
      f1(value),
      `${value.both} both, ${value.onlyFirst} only first, ${value.onlySecond} only second`,
    );
  const share = (label: string, { same, of }: Share) => row(label, same / of || 0, `${same} of ${of}`);
  return [
    `${agreement.articles} articles labelled twice`,
    overlap('claim, half the words', agreement.claims),
    overlap('claim with right source', agreement.sourced),
    overlap('claim, all the words', agreement.exact),
    share('kind', agreement.kind),
    overlap('hedged', agreement.hedged),
    share('status', agreement.status),
    overlap('not merely stated', agreement.open),
    overlap('dispute pairs', agreement.disputes),
    share('check-worthy', agreement.checkWorthy),
    overlap('names', allNames),
    overlap('names PER', names.PER),
    overlap('names ORG', names.ORG),
    overlap('names LOC', names.LOC),
    overlap('summary sentences', agreement.summary),
    overlap('lead against first', lead.first),
    overlap('lead against second', lead.second),
    `status, first → second: ${[...agreement.statuses].map(([change, n]) => `${change} ${n}`).join(', ')}`,
  ].join('\n');
}

function sum(a: Overlap, b: Overlap): Overlap {
  return {
    both: a.both + b.both,
    onlyFirst: a.onlyFirst + b.onlyFirst,
    onlySecond: a.onlySecond + b.onlySecond,
  };
}

function row(label: string, value: number, counts: string): string {
  return `${label.padEnd(28)}${(100 * value).toFixed(1).padStart(6)}   ${counts}`;
}

if (import.meta.main) {
  console.log(describe(compare(readCorpus(), readCorpus(join(CORPUS, 'second-pass')))));
}
