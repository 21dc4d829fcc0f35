import type { Claim } from '../claims/claim.ts';
import type { Player } from '../entities/players.ts';
import { stem, stemNumbers, stemSet } from '../text/content-words.ts';
import type { StemSet } from '../text/content-words.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { TokenKind } from '../text/document.ts';
import { list } from '../text/list.ts';
import { listed } from '../text/listed.ts';
import { OPENING_MARK } from '../text/quotations.ts';
import { foldWords } from '../text/quote.ts';
import { WordClass, wordsOf } from '../text/words.ts';
import { findStanding, needsOthers } from './dangling.ts';
import type { Standing } from './dangling.ts';
import { findRunningText } from './running-text.ts';
import type { Story } from './story.ts';

/** What speaks for and against a sentence, in the order of its features. */
export const SENTENCE_FEATURES = [
  'first',
  'second',
  'early',
  'place',
  'late',
  'last',
  'opensBlock',
  'inBlock',
  'inFirstBlock',
  'headline',
  'headlineRank',
  'lead',
  'goesOn',
  'common',
  'topic',
  'central',
  'salient',
  'introduces',
  'short',
  'long',
  'length',
  'dangling',
  'needy',
  'needed',
  'people',
  'spoken',
  'indirect',
  'quoted',
  'disputed',
  'checkWorthy',
  'hedged',
  'newVoice',
  'person',
  'office',
  'organisation',
  'ahead',
  'contrast',
  'numbers',
  'upcoming',
  'contrasts',
  'opposes',
  'firstPerson',
  'modal',
  'amount',
  'bracket',
  'semicolon',
  'colon',
] as const;
type SentenceFeature = (typeof SENTENCE_FEATURES)[number];
const F = Object.fromEntries(SENTENCE_FEATURES.map((name, place) => [name, place])) as Record<
  SentenceFeature,
  number
>;

/** A sentence that a summary may hold, with what speaks for and against it. */
export interface SummaryCandidate extends Standing {
  readonly index: number; // among the document's sentences
  readonly sentence: Sentence;
  readonly topic: StemSet;
  readonly claims: readonly Claim[];
  readonly features: Float64Array; // by `SENTENCE_FEATURES`
}

/** The sentences of running text, each with its features. Linear in the text. */
export function findSummaryCandidates({
  doc,
  article,
  players,
  claims,
  timeline,
}: Story): SummaryCandidate[] {
  const words = wordsOf(doc);
  const mentioned = countCentral(doc, players.slice(0, 6));
  const salience = new Map(players.map(player => [player.id, player.salience]));
  const claimed = claimsBySentence(doc, claims);
  const isAhead = new Set(timeline.filter(({ tense }) => tense === 'upcoming').map(e => e.sentence.start));
  const heard = new Set<string>();
  const met = new Set<string>();
  const kept = findRunningText(doc, article);
  const standing = findStanding(
    doc,
    kept.map(({ sentence }) => sentence),
    players,
  );
  const topics = kept.map(({ sentence }) => stemSet(doc, sentence.firstToken, sentence.endToken));
  const common = commonness(topics, stemNumbers(doc).count);
  const places = countPlaces(
    kept.map(({ sentence }) => article.blocks[sentence.block]?.kind === 'standfirst'),
    standing,
  );
  const lede = places.lastIndexOf(0); // standfirsts come before it
  const told = shareOfHeadline(doc, article.title, topics);
  const ranks = rank(told);
  const signsAt = signsIn(doc);
  const rows = new Float64Array(kept.length * SENTENCE_FEATURES.length);
  let inBlock = 0;
  return kept.map(({ sentence, index }, at) => {
    const position = places[at]!;
    const topic = topics[at]!;
    const own = claimed.get(index) ?? [];
    const stand = standing[at]!;
    const next = standing[at + 1];
    const flag = (is: boolean): number => (is ? 1 : 0);
    const size = sentence.endToken - sentence.firstToken;
    const before = doc.sentences[index - 1];
    inBlock = at > 0 && kept[at - 1]!.sentence.block === sentence.block ? inBlock + 1 : 0;
    const opening = openingWord(doc, words.lower, sentence);
    const place = Math.max(0, at - lede) / Math.max(1, kept.length - 1);
    const speakers = own.flatMap(({ source }) => (source ? [voiceOf(doc, source)] : []));
    const isNewVoice = speakers.some(speaker => !heard.has(speaker));
    for (const speaker of speakers) heard.add(speaker);
    let most = 0;
    let introduced = 0;
    for (const id of stand.named) {
      const weight = salience.get(id) ?? 0;
      most = Math.max(most, weight);
      if (!met.has(id)) introduced += weight;
      met.add(id);
    }
    const features = rows.subarray(at * SENTENCE_FEATURES.length, (at + 1) * SENTENCE_FEATURES.length);
    features[F.first] = flag(position === 0);
    features[F.second] = flag(position === 1);
    features[F.early] = 1 / (1 + position);
    features[F.place] = place;
    features[F.late] = place ** 2;
    features[F.last] = flag(at === kept.length - 1);
    features[F.opensBlock] = flag(before?.block !== sentence.block);
    features[F.inBlock] = inBlock;
    features[F.inFirstBlock] = flag(sentence.block <= kept[lede]!.sentence.block);
    features[F.headline] = told[at]!;
    features[F.headlineRank] = ranks[at]!;
    features[F.lead] = at > lede ? topic.overlap(topics[lede]!) : 0;
    features[F.goesOn] = at > lede ? topic.overlap(topics[at - 1]!) : 0;
    features[F.common] = common[at]!;
    features[F.topic] = topic.stems.length / 20;
    features[F.central] = Math.min(2, mentioned[index]!) / 2;
    features[F.salient] = most;
    features[F.introduces] = introduced;
    features[F.short] = flag(size < 12);
    features[F.long] = flag(size > 40);
    features[F.length] = Math.min(size, 60) / 30;
    features[F.dangling] = flag(DANGLING.has(opening));
    features[F.needy] = flag(needsOthers(stand));
    features[F.needed] = flag(next !== undefined && needsOthers(next));
    features[F.people] = Math.min(4, stand.named.size) / 4;
    features[F.spoken] = flag(OPENING_MARK.test(doc.text.charAt(sentence.start)));
    features[F.newVoice] = flag(isNewVoice);
    features[F.ahead] = flag(isAhead.has(sentence.start));
    features[F.contrast] = flag(CONTRASTING.has(opening));
    features[F.numbers] = Math.min(2, countNumbers(doc, words.class, sentence)) / 2;
    setClaims(features, own, sentence);
    setSigns(features, signsAt, sentence);
    return { index, sentence, topic, claims: own, features, ...stand };
  });
}

/** How much of the headline's words each topic holds. */
function shareOfHeadline(doc: TextDocument, title: string, topics: readonly StemSet[]): number[] {
  const { byName } = stemNumbers(doc);
  const words = foldWords(title).match(/[^ ]{3,}/g) ?? [];
  const headline = Array.from(new Set(words.map(stem)), name => byName.get(name) ?? -1);
  return topics.map(
    topic => headline.filter(number => topic.has(number)).length / Math.max(1, headline.length),
  );
}

/** What the claims made in a sentence say for it. */
function setClaims(features: Float64Array, claims: readonly Claim[], sentence: Sentence): void {
  const some = (is: (claim: Claim) => boolean): number => Number(claims.some(is));
  features[F.indirect] = some(({ kind }) => kind !== 'direct');
  features[F.quoted] = quotedShare(claims, sentence);
  features[F.disputed] = some(({ status, disputedBy }) => status !== 'stated' || disputedBy.length > 0);
  features[F.checkWorthy] = claims.reduce((most, { checkWorthiness }) => Math.max(most, checkWorthiness), 0);
  features[F.hedged] = some(({ certainty }) => certainty === 'hedged');
  features[F.person] = some(({ sourceKind }) => sourceKind === 'person');
  features[F.office] = some(({ sourceKind }) => sourceKind === 'office');
  features[F.organisation] = some(({ sourceKind }) => sourceKind === 'organisation');
}

function setSigns(
  features: Float64Array,
  signsAt: (token: number) => number,
  { firstToken, endToken }: Sentence,
): void {
  let signs = 0;
  for (let i = firstToken; i < endToken; i++) signs |= signsAt(i);
  for (const [place, name] of SIGN_NAMES.entries()) features[F[name]] = (signs >> place) & 1;
}

/** What single words and marks of a sentence tell, by its features. */
const SIGNS = {
  upcoming:
    'will would expected plans plan planned scheduled upcoming due hopes expects vowed next tomorrow until pending appeal trial vote decide later',
  contrasts: 'but however although while despite meanwhile though whereas yet instead nevertheless',
  opposes:
    'denied denies deny rejected rejects reject dismissed criticized criticised condemned accused accuses opposed oppose against refused disputed disagreed argued warned concern concerns objected claim claims claimed allegations alleged called demanded protest protests',
  firstPerson: 'i we my our you',
  modal: 'could may might should must',
  amount: '% percent million billion $',
  bracket: '(',
  semicolon: ';',
  colon: ':',
};
const SIGNS_OF = new Map<string, number>(); // a bit a sign
const SIGN_NAMES = Object.keys(SIGNS) as (keyof typeof SIGNS)[];
for (const [place, name] of SIGN_NAMES.entries())
  for (const word of SIGNS[name].split(' ')) SIGNS_OF.set(word, (SIGNS_OF.get(word) ?? 0) | (1 << place));
const signsIn = listed(SIGNS_OF);

const CONTRASTING = list('but however although while despite meanwhile though');

/** Who speaks: the player, else the words that say who. */
function voiceOf({ text }: TextDocument, { playerId, start, end }: NonNullable<Claim['source']>): string {
  return playerId ?? text.slice(start, end).toLowerCase();
}

/** How much of a sentence is given as quoted words. */
function quotedShare(claims: readonly Claim[], { start, end }: Sentence): number {
  let quoted = 0;
  for (const { kind, content } of claims)
    if (kind !== 'indirect') for (const piece of content) quoted += piece.end - piece.start;
  return Math.min(1, quoted / (end - start));
}

/** The place of each value among all of them, the largest 0, the least 1; of like ones the earlier is first. */
function rank(values: readonly number[]): number[] {
  const ranks: number[] = [];
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b);
  for (const [place, at] of order.entries()) ranks[at] = place / Math.max(1, values.length - 1);
  return ranks;
}

function countNumbers(doc: TextDocument, classes: Uint16Array, sentence: Sentence): number {
  let count = 0;
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    if (doc.tokens.kind[i] === TokenKind.number || classes[i]! & WordClass.quantity) count++;
  }
  return count;
}

/** How many of each sentence's words come back elsewhere, on average, relative to the length of the text. */
function commonness(topics: readonly StemSet[], stems: number): number[] {
  const counts = new Int32Array(stems); // sentences with each stem
  for (const topic of topics) for (const stem of topic.stems) counts[stem]!++;
  const root = Math.sqrt(topics.length);
  return topics.map(topic => {
    let sum = 0;
    for (const stem of topic.stems) sum += (counts[stem]! - 1) / root;
    return topic.stems.length === 0 ? 0 : sum / topic.stems.length;
  });
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

/** Words that point outside their sentence when they open it. */
const DANGLING = list(
  'he she they it this that these those his her their its but however also meanwhile moreover furthermore instead then therefore both another such so and or him them',
);

function openingWord(doc: TextDocument, lower: readonly string[], sentence: Sentence): string {
  let i = sentence.firstToken;
  while (i < sentence.endToken && doc.tokens.kind[i] === TokenKind.punctuation) i++;
  return lower[i] ?? '';
}
