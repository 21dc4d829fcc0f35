import type { Article } from '../article/article.ts';
import type { Claim } from '../claims/claim.ts';
import type { Player } from '../entities/players.ts';
import { collectStems, overlap, shareOf, stem } from '../text/contentWords.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { TokenKind } from '../text/document.ts';
import { parseText } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { WordClass, wordsOf } from '../text/words.ts';
import { findStanding, needsOthers } from './dangling.ts';
import type { Standing } from './dangling.ts';
import { isEnglish } from './offer.ts';
import { canBeVerb } from './verbs.ts';

/** What summaries are composed from and flags are found in. */
export interface Story {
  readonly doc: TextDocument;
  readonly article: Pick<Article, 'title' | 'blocks' | 'language'>;
  readonly players: readonly Player[]; // most central first
  readonly claims: readonly Claim[]; // in reading order
}

/** A sentence that a summary may hold, with what speaks for and against it. */
export interface Candidate extends Standing {
  readonly index: number; // among the document's sentences
  readonly sentence: Sentence;
  readonly topic: ReadonlySet<string>;
  readonly claims: readonly Claim[];
  readonly features: Readonly<Record<string, number>>;
}

/** The sentences of running text, each with its features. Linear in the text. */
export function findCandidates({ doc, article, players, claims }: Story): Candidate[] {
  const words = wordsOf(doc);
  const headline = new Set((article.title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).map(stem));
  const mentioned = countCentral(doc, players.slice(0, 6));
  const claimed = claimsBySentence(doc, claims);
  const kept = findRunningText(doc, article);
  const standing = findStanding(
    doc,
    kept.map(({ sentence }) => sentence),
    players,
  );
  const topics = kept.map(({ sentence }) => collectStems(doc, sentence.firstToken, sentence.endToken));
  const counts = new Map<string, number>();
  for (const topic of topics) for (const word of topic) counts.set(word, (counts.get(word) ?? 0) + 1);
  const places = countPlaces(
    kept.map(({ sentence }) => article.blocks[sentence.block]?.kind === 'standfirst'),
    standing,
  );
  return kept.map(({ sentence, index }, at) => {
    const position = places[at]!;
    const topic = topics[at]!;
    const own = claimed.get(index) ?? [];
    const stand = standing[at]!;
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
      last: flag(at === kept.length - 1),
      opensBlock: flag(before?.block !== sentence.block),
      headline: shareOf(headline, topic),
      lead: at > 0 ? overlap(topic, topics[0]!) : 0,
      common: commonness(topic, counts, kept.length),
      central: Math.min(2, mentioned[index]!) / 2,
      short: flag(size < 12),
      long: flag(size > 40),
      length: Math.min(size, 60) / 30,
      dangling: flag(DANGLING.has(opening)),
      needy: flag(needsOthers(stand)),
      people: Math.min(4, stand.named.size) / 4,
      contrast: flag(CONTRASTING.has(opening)),
      spoken: flag(OPENING_MARKS.includes(doc.text.charAt(sentence.start))),
      claim: flag(own.length > 0),
      indirect: flag(own.some(claim => claim.kind !== 'direct')),
      disputed: flag(own.some(claim => claim.status !== 'stated' || claim.disputedBy.length > 0)),
      checkWorthy: own.reduce((most, claim) => Math.max(most, claim.checkWorthiness), 0),
      hedged: flag(own.some(claim => claim.certainty === 'hedged')),
      named: flag(own.some(claim => claim.source?.playerId !== undefined)),
      upcoming: flag(hasAny(words.lower, sentence, UPCOMING)),
      numbers: Math.min(2, countNumbers(doc, words.class, sentence)) / 2,
    };
    return { index, sentence, topic, claims: own, features, ...stand };
  });
}

const CONTRASTING = new Set('but however although while despite meanwhile though'.split(' '));
const OPENING_MARKS = '"“‘«„';
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

/**
 * Which sentence each is, counted from the lede: a standfirst tells the same beforehand, and an opening that is only
 * understood next to others is none.
 */
function countPlaces(isStandfirst: readonly boolean[], standing: readonly Standing[]): number[] {
  let place = 0;
  return standing.map((stand, at) => {
    const own = place;
    if (!isStandfirst[at] && (place > 0 || !needsOthers(stand))) place++;
    return own;
  });
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

/** The sentences a summary may choose from, each once: neither headings nor captions nor the headline again. */
function findRunningText(
  doc: TextDocument,
  { blocks, title, language }: Story['article'],
): { sentence: Sentence; index: number }[] {
  const whole = doc.sentences
    .map((sentence, index) => ({ sentence, index }))
    .filter(({ sentence }) => blocks[sentence.block]?.kind !== 'heading' && isWhole(doc, sentence));
  const credited = doc.blocks.map(block => isCredited(doc.text, block));
  const headline = parseText(title);
  const told = new Set([foldWords(headline, 0, headline.tokens.length)]);
  const running = whole.filter(({ sentence }) => {
    if (credited[sentence.block]! || (isEnglish(language) && !hasVerb(doc, sentence))) return false;
    const words = foldWords(doc, sentence.firstToken, sentence.endToken);
    return !told.has(words) && told.add(words);
  });
  return running.length > 0 ? running : whole;
}

/** A sentence with some words and a mark that ends it, be it that of an abbreviation (“the U.S.”). */
function isWhole({ text }: TextDocument, { start, end, firstToken, endToken }: Sentence): boolean {
  return endToken - firstToken >= 6 && ENDS_SENTENCE.test(text.slice(Math.max(start, end - 4), end));
}
const ENDS_SENTENCE = /[.?!…。！？۔।][\p{Pe}\p{Pf}\p{Pi}"'\s]*$/u;

/** The words of tokens `[first, end)`, whatever marks stand between them. */
function foldWords(doc: TextDocument, first: number, end: number): string {
  const { lower } = wordsOf(doc);
  let words = '';
  for (let i = first; i < end; i++) if (doc.tokens.kind[i]! <= TokenKind.number) words += ` ${lower[i]!}`;
  return words;
}

/** A caption that was left in the text: a short block with the picture's credit. */
function isCredited(text: string, { start, end }: Span): boolean {
  return end - start < CAPTION_LENGTH && CREDIT.test(text.slice(start, end));
}
const CAPTION_LENGTH = 400;
const CREDIT = /\b(?:image|photo|photograph|picture|video|graphic|map|credit)s?(?: credit| by)?\s?[:;]/i;

/** Whether anything in the sentence can be a finite verb; captions name what they show and leave it at that. */
function hasVerb(doc: TextDocument, { firstToken, endToken }: Sentence): boolean {
  const { lower, class: classes } = wordsOf(doc);
  for (let i = firstToken; i < endToken; i++) {
    const isPossessive = lower[i] === "'s" && !(classes[i - 1]! & WordClass.pronoun);
    if (classes[i]! & WordClass.auxiliary && !isPossessive) return true;
    if (classes[i] === 0 && doc.tokens.kind[i] === TokenKind.word && canBeVerb(lower[i]!)) return true;
  }
  return false;
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
