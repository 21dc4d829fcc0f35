import type { Article } from '../article/article.ts';
import type { Claim } from '../claims/claim.ts';
import { collectStems, overlap, stem } from '../text/contentWords.ts';
import type { Player } from '../entities/players.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { TokenKind } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import { WordClass, wordsOf } from '../text/words.ts';
import type { SummaryLength } from './brief.ts';

/** How many sentences each length has at most. */
const SENTENCES: Readonly<Record<SummaryLength, number>> = { short: 3, normal: 3, long: 5 };
/** A short summary stays below so many words; it keeps closer to the lede, which says most in least room. */
const SHORT_WORDS = 65;
const SHORT_LEAD = 3;
/** Texts with fewer sentences get one sentence less. */
const FEW_SENTENCES = 6;

/** A sentence that a summary may hold, with what speaks for and against it. */
export interface Candidate {
  readonly index: number;
  readonly sentence: Sentence;
  readonly topic: ReadonlySet<string>;
  readonly features: Readonly<Record<string, number>>;
}

/** What a summary is composed from. */
export interface Story {
  readonly doc: TextDocument;
  readonly article: Pick<Article, 'title' | 'blocks'>;
  readonly players: readonly Player[]; // most central first
  readonly claims: readonly Claim[]; // in reading order
}

/**
 * What makes careful readers pick a sentence: a logistic regression, learned from summaries picked by hand
 * (Wikinews texts, CC BY 2.5; labels CC BY 4.0).
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  bias: -3.109,
  first: 1.348,
  second: 0.278,
  third: 0.218,
  early: 1.402,
  place: -0.525,
  last: 0.197,
  opensBlock: 0.744,
  headline: 0.874,
  lead: -0.22,
  common: -0.049,
  central: 0.371,
  short: -0.258,
  long: -0.199,
  length: 0.618,
  dangling: -0.177,
  contrast: 0.422,
  spoken: -0.453,
  claim: 0.015,
  indirect: 0.396,
  disputed: 0.264,
  checkWorthy: 0.489,
  hedged: 0.171,
  named: 0.263,
  upcoming: 0.052,
  numbers: 0.284,
};

/** What a sentence loses for saying again what a picked one says. */
const REPETITION = 2;

/** Whole sentences of the article, in reading order, that together tell the story. */
export function summarise(story: Story, length: SummaryLength = 'normal'): Span[] {
  const candidates = findCandidates(story);
  const lead = length === 'short' ? SHORT_LEAD : 0;
  const scored = candidates.map(candidate => ({
    candidate,
    score: weigh(candidate) + lead * candidate.features['early']!,
  }));
  scored.sort((a, b) => b.score - a.score || a.candidate.index - b.candidate.index);
  const wanted = SENTENCES[length] - (length === 'normal' && candidates.length < FEW_SENTENCES ? 1 : 0);
  const picked: Candidate[] = [];
  const pool = scored.slice(0, 40); // repetition moves a sentence by a few places, not by forty
  let words = 0;
  while (picked.length < wanted && pool.length > 0) {
    const best = bestOf(pool, picked);
    const { candidate } = pool.splice(best, 1)[0]!;
    const size = countWords(story.doc, candidate.sentence);
    if (length === 'short' && picked.length > 0 && words + size > SHORT_WORDS) continue;
    picked.push(candidate);
    words += size;
  }
  return picked.sort((a, b) => a.index - b.index).map(({ sentence: { start, end } }) => ({ start, end }));
}

function countWords({ tokens }: TextDocument, sentence: Sentence): number {
  let count = 0;
  for (let i = sentence.firstToken; i < sentence.endToken; i++)
    if (tokens.kind[i]! <= TokenKind.number) count++;
  return count;
}

function weigh({ features }: Candidate): number {
  let sum = 0;
  for (const name in features) sum += (WEIGHTS[name] ?? 0) * features[name]!;
  return sum;
}

function bestOf(
  pool: readonly { candidate: Candidate; score: number }[],
  picked: readonly Candidate[],
): number {
  let best = 0;
  let most = -Infinity;
  for (const [p, { candidate, score }] of pool.entries()) {
    let repeated = 0;
    for (const other of picked) repeated = Math.max(repeated, overlap(candidate.topic, other.topic));
    const worth =
      score - REPETITION * repeated - (dangles(candidate) && !follows(candidate, picked) ? 0.5 : 0);
    if (worth > most) {
      best = p;
      most = worth;
    }
  }
  return best;
}

function dangles(candidate: Candidate): boolean {
  return candidate.features['dangling'] === 1;
}

/** A sentence that points back is understood where the one before it is there too. */
function follows(candidate: Candidate, picked: readonly Candidate[]): boolean {
  return picked.some(other => other.index === candidate.index - 1);
}

/** The sentences of running text, each with its features. Linear in the text. */
export function findCandidates({ doc, article, players, claims }: Story): Candidate[] {
  const words = wordsOf(doc);
  const headline = new Set((article.title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).map(stem));
  const mentioned = countCentral(doc, players.slice(0, 6));
  const claimed = claimsBySentence(doc, claims);
  const kept = doc.sentences
    .map((sentence, index) => ({ sentence, index }))
    .filter(({ sentence }) => article.blocks[sentence.block]?.kind !== 'heading' && isWhole(doc, sentence));
  const topics = kept.map(({ sentence }) => collectStems(doc, sentence.firstToken, sentence.endToken));
  const counts = new Map<string, number>();
  for (const topic of topics) for (const word of topic) counts.set(word, (counts.get(word) ?? 0) + 1);
  return kept.map(({ sentence, index }, position) => {
    const topic = topics[position]!;
    const own = claimed.get(index) ?? [];
    const flag = (is: boolean): number => (is ? 1 : 0);
    const size = sentence.endToken - sentence.firstToken;
    const before = doc.sentences[index - 1];
    const opening = openingWord(doc, words.lower, sentence);
    const features: Record<string, number> = {
      bias: 1,
      first: flag(position === 0),
      second: flag(position === 1),
      third: flag(position === 2),
      early: 1 / (1 + position),
      place: position / kept.length,
      last: flag(position === kept.length - 1),
      opensBlock: flag(before?.block !== sentence.block),
      headline: headline.size > 0 ? sharedWith(headline, topic) / headline.size : 0,
      lead: position > 0 ? overlap(topic, topics[0]!) : 0,
      common: commonness(topic, counts, kept.length),
      central: Math.min(2, mentioned[index]!) / 2,
      short: flag(size < 12),
      long: flag(size > 40),
      length: Math.min(size, 60) / 30,
      dangling: flag(DANGLING.has(opening)),
      contrast: flag(/^(?:but|however|although|while|despite|meanwhile|though)$/.test(opening)),
      spoken: flag(/["“‘«„]/.test(doc.text.charAt(sentence.start))),
      claim: flag(own.length > 0),
      indirect: flag(own.some(claim => claim.kind !== 'direct')),
      disputed: flag(own.some(claim => claim.status !== 'stated' || claim.disputedBy.length > 0)),
      checkWorthy: own.reduce((most, claim) => Math.max(most, claim.checkWorthiness), 0),
      hedged: flag(own.some(claim => claim.certainty === 'hedged')),
      named: flag(own.some(claim => claim.source?.playerId !== undefined)),
      upcoming: flag(hasAny(words.lower, sentence, UPCOMING)),
      numbers: Math.min(2, countNumbers(doc, words.class, sentence)) / 2,
    };
    return { index, sentence, topic, features };
  });
}

const UPCOMING = new Set('will expected plans planned scheduled upcoming due'.split(' '));

function hasAny(lower: readonly string[], sentence: Sentence, wanted: ReadonlySet<string>): boolean {
  for (let i = sentence.firstToken; i < sentence.endToken; i++) if (wanted.has(lower[i]!)) return true;
  return false;
}

function countNumbers(doc: TextDocument, classes: Uint16Array, sentence: Sentence): number {
  let count = 0;
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    if (doc.tokens.kind[i] === TokenKind.number || classes[i]! & WordClass.quantity) count++;
  }
  return count;
}

function sharedWith(wanted: ReadonlySet<string>, topic: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of topic) if (wanted.has(word)) shared++;
  return shared;
}

/** How many of the sentence's words come back elsewhere, on average, relative to the length of the text. */
function commonness(
  topic: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
  sentences: number,
): number {
  let sum = 0;
  for (const word of topic) sum += ((counts.get(word) ?? 1) - 1) / Math.sqrt(sentences);
  return topic.size === 0 ? 0 : sum / topic.size;
}

function claimsBySentence(doc: TextDocument, claims: readonly Claim[]): Map<number, Claim[]> {
  const found = new Map<number, Claim[]>();
  let s = 0;
  for (const claim of claims) {
    const { start } = claim.content[0]!;
    while (s + 1 < doc.sentences.length && doc.sentences[s + 1]!.start <= start) s++;
    const list = found.get(s);
    if (list) list.push(claim);
    else found.set(s, [claim]);
  }
  return found;
}

/** Central players by sentence, weighed by how central they are. */
function countCentral(doc: TextDocument, central: readonly Player[]): Float64Array {
  const counts = new Float64Array(doc.sentences.length);
  for (const player of central) {
    let s = 0;
    for (const mention of player.mentions) {
      while (s + 1 < doc.sentences.length && doc.sentences[s + 1]!.start <= mention.start) s++;
      counts[s]! += player.salience;
    }
  }
  return counts;
}

/** A sentence of running text: some words and a mark that ends it. */
function isWhole(doc: TextDocument, sentence: Sentence): boolean {
  if (sentence.endToken - sentence.firstToken < 6) return false;
  const last = doc.text.charAt(sentence.end - 1);
  return doc.tokens.kind[sentence.endToken - 1] === TokenKind.punctuation && !/[:,;]/.test(last);
}

/** Words that point outside their sentence when they open it. */
const DANGLING = new Set(
  'he she they it this that these those his her their its but however also meanwhile moreover furthermore instead then therefore both another such so and or him them'.split(
    ' ',
  ),
);

function openingWord(doc: TextDocument, lower: readonly string[], sentence: Sentence): string {
  let i = sentence.firstToken;
  while (i < sentence.endToken && doc.tokens.kind[i] === TokenKind.punctuation) i++;
  return lower[i] ?? '';
}
