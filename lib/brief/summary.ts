import type { Article } from '../article/article.ts';
import type { Claim } from '../claims/claim.ts';
import type { Player } from '../entities/players.ts';
import { contentWords, overlap } from '../claims/contentWords.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { TokenKind } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';
import type { SummaryLength } from './brief.ts';

/** How many sentences each length has at most; a short one also stops near 50 words. */
const SENTENCES: Readonly<Record<SummaryLength, number>> = { short: 2, normal: 3, long: 5 };

/** Sentences that a summary may hold, with what speaks for each. */
interface Candidate {
  index: number;
  sentence: Sentence;
  score: number;
  words: ReadonlySet<string>;
}

/** Whole sentences of the article, in reading order, that together tell the story. */
export function summarise(
  doc: TextDocument,
  article: Pick<Article, 'title' | 'blocks'>,
  players: readonly Player[],
  claims: readonly Claim[],
  length: SummaryLength = 'normal',
): Span[] {
  const candidates = findCandidates(doc, article, players, claims);
  const wanted = Math.min(SENTENCES[length], Math.max(1, Math.ceil(candidates.length / 2)));
  const picked: Candidate[] = [];
  const pool = [...candidates].sort((a, b) => b.score - a.score || a.index - b.index).slice(0, 60);
  while (picked.length < wanted && pool.length > 0) {
    let best = -1;
    let bestScore = -Infinity;
    for (const [p, candidate] of pool.entries()) {
      const repeated = Math.max(0, ...picked.map(other => overlap(candidate.words, other.words)));
      const score = candidate.score - (repeated > 0.7 ? 5 : 0.8 * repeated);
      if (score > bestScore) {
        best = p;
        bestScore = score;
      }
    }
    picked.push(...pool.splice(best, 1));
  }
  return picked.sort((a, b) => a.index - b.index).map(({ sentence: { start, end } }) => ({ start, end }));
}

function findCandidates(
  doc: TextDocument,
  { title, blocks }: Pick<Article, 'title' | 'blocks'>,
  players: readonly Player[],
  claims: readonly Claim[],
): Candidate[] {
  const words = wordsOf(doc);
  const central = players.slice(0, 6);
  const starts = claims.map(claim => claim.content[0]!.start);
  const headline = new Set(title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  const mentioned = countCentral(doc, central);
  const candidates: Candidate[] = [];
  let position = 0;
  let c = 0;
  for (const [index, sentence] of doc.sentences.entries()) {
    while (c < starts.length && starts[c]! < sentence.start) c++;
    if (blocks[sentence.block]?.kind === 'heading' || !isWhole(doc, sentence)) continue;
    const own = contentWords(doc, [sentence]);
    let shared = 0;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) if (headline.has(words.lower[i]!)) shared++;
    const inHeadline = headline.size > 0 ? Math.min(1, shared / headline.size) : 0;
    const claimed = c < starts.length && starts[c]! < sentence.end ? 1 : 0;
    const length = sentence.endToken - sentence.firstToken;
    const score =
      1.6 / (1 + 0.45 * position) +
      0.9 * inHeadline +
      0.5 * Math.min(2, mentioned[index]!) * 0.5 +
      0.15 * claimed -
      (dangles(doc, words.lower, sentence) ? 0.9 : 0) -
      (length < 9 ? 0.5 : length > 55 ? 0.4 : 0) -
      (isSpoken(doc, sentence) ? 0.6 : 0);
    candidates.push({ index, sentence, score, words: own });
    position++;
  }
  return candidates;
}

/** Central players by sentence. */
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

/** A sentence of running text: some words and a full stop. */
function isWhole(doc: TextDocument, sentence: Sentence): boolean {
  if (sentence.endToken - sentence.firstToken < 6) return false;
  const last = doc.text.charAt(sentence.end - 1);
  return doc.tokens.kind[sentence.endToken - 1] === TokenKind.punctuation && !/[:,;]/.test(last);
}

const DANGLING = new Set(
  'he she they it this that these those his her their its but however also meanwhile moreover furthermore instead then therefore both another such so and or him them'.split(
    ' ',
  ),
);

/** Begins with a word that points outside the sentence. */
function dangles(doc: TextDocument, lower: readonly string[], sentence: Sentence): boolean {
  let i = sentence.firstToken;
  while (i < sentence.endToken && doc.tokens.kind[i] === TokenKind.punctuation) i++;
  return DANGLING.has(lower[i]!) || (lower[i] === 'in' && lower[i + 1] === 'addition');
}

/** Mostly inside quotation marks. */
function isSpoken(doc: TextDocument, sentence: Sentence): boolean {
  const first = doc.text.charAt(sentence.start);
  return /["“‘«„]/.test(first);
}
