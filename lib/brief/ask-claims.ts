import { list } from '../text/list.ts';
import { sentenceAt, sentenceIndexAt, tokenAt } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import type { Answer } from './answer.ts';
import type { AskIndex } from './ask-index.ts';
import type { AskedWord, Question } from './ask-question.ts';
import type { Claim, Player } from './brief.ts';

/** Of several topics in the question a statement must hold this share. */
const MIN_TOPIC = 0.5;

/** What the article's claims answer by themselves; none where the question asks otherwise, or no claim fits. */
export function answerFromClaims(index: AskIndex, question: Question): Answer[] {
  if (question.asksWhoDisputes) return findDisputes(index, question);
  return question.asksWhatIsSaid ? findStatements(index, question) : [];
}

/**
 * “What did the mayor say about the bridge?” is answered by what the mayor is reported to have said of it, most of the
 * topic first.
 */
function findStatements(index: AskIndex, question: Question): Answer[] {
  const speaker = findSpeaker(index, question);
  if (!speaker) return [];
  const topic = question.words.filter(word => !speaker.words.includes(word) && !SAYING.has(word.lower));
  return index.brief.claims
    .filter(claim => speaker.said(claim))
    .map(claim => toAnswer(index, claim, topic))
    .filter(each => each !== null)
    .filter(({ score }) => score >= MIN_TOPIC)
    .filter(oneASentence())
    .toSorted((a, b) => b.score - a.score || a.start - b.start);
}

/** “Who disputes what the mayor says?”: the claims that dispute the mayor's; without a speaker all that dispute. */
function findDisputes(index: AskIndex, question: Question): Answer[] {
  const { claims } = index.brief;
  const speaker = findSpeaker(index, question);
  const disputed = claims.filter(claim => !speaker || speaker.said(claim));
  const disputing = new Set(disputed.flatMap(({ disputedBy }) => disputedBy));
  return claims
    .filter(({ id }) => disputing.has(id))
    .map(claim => toAnswer(index, claim, []))
    .filter(each => each !== null)
    .filter(oneASentence());
}

/** What of a claim's content holds most of a topic, within one sentence; null where it has none. */
function toAnswer(index: AskIndex, claim: Claim, topic: readonly AskedWord[]): Answer | null {
  const { doc } = index;
  const metIn = (span: Span) => topic.filter(word => holds(index, span, word)).length;
  const met = topic.filter(word => claim.content.some(span => holds(index, span, word))).length;
  const pieces = claim.content.flatMap(span => bySentence(index, span));
  const [piece] = pieces.toSorted((a, b) => metIn(b) - metIn(a) || a.start - b.start);
  const sentence = piece && sentenceAt(doc, piece.start);
  if (!sentence) return null;
  return {
    ...piece,
    sentence: { start: sentence.start, end: sentence.end },
    score: topic.length === 0 ? 1 : met / topic.length,
    isOutright: met === topic.length,
  };
}

/** A span cut where its sentences end. */
function bySentence({ doc }: AskIndex, span: Span): Span[] {
  const pieces: Span[] = [];
  for (let i = Math.max(0, sentenceIndexAt(doc, span.start)); i < doc.sentences.length; i++) {
    const { start, end } = doc.sentences[i]!;
    if (start >= span.end) break;
    if (end > span.start) pieces.push({ start: Math.max(start, span.start), end: Math.min(end, span.end) });
  }
  return pieces;
}

function oneASentence(): (answer: Answer) => boolean {
  const seen = new Set<number>();
  return ({ sentence }) => !seen.has(sentence.start) && Boolean(seen.add(sentence.start));
}

const SAYING = list(
  'claim claims claimed think thinks thought believe argue argues argued warn warned announce announced deny denied respond responded react reacted comment commented demand demanded promise promised saying response',
);

interface Speaker {
  readonly words: readonly AskedWord[]; // of the question that name the speaker
  said(claim: Claim): boolean;
}

/**
 * Whom a question asks about: a player with a claim whose name (or role) stands before “say” in it; else a source so
 * called. Where it asks who disputes, whoever it names.
 */
function findSpeaker(index: AskIndex, question: Question): Speaker | null {
  const { players, claims } = index.brief;
  const named = question.asksWhoDisputes
    ? question.words
    : question.words.filter(({ stem }) => question.speaker.has(stem));
  const speaking = new Set(claims.map(claim => claim.source?.playerId));
  let best: { player: Player; words: AskedWord[] } | null = null;
  for (const player of players) {
    if (!speaking.has(player.id)) continue;
    const spans = [...player.mentions.filter(({ form }) => form === 'name'), ...player.roles];
    const words = named.filter(word => spans.some(span => holds(index, span, word)));
    if (words.length > (best?.words.length ?? 0)) best = { player, words };
  }
  if (best) {
    const { player, words } = best;
    return { words, said: claim => claim.source?.playerId === player.id };
  }
  const inSource = (claim: Claim) =>
    named.filter(word => claim.source !== null && holds(index, claim.source, word));
  const words = claims.map(inSource).reduce((most, each) => (each.length > most.length ? each : most), []);
  return words.length === 0 ? null : { words, said: claim => inSource(claim).length === words.length };
}

/** Whether a span of the text holds a word of the question, in whatever form. */
function holds({ doc, tokenKey, ids }: AskIndex, span: Span, word: AskedWord): boolean {
  const id = ids.get(word.stem);
  if (id === undefined) return false;
  for (let i = tokenAt(doc, span.start); i < doc.tokens.length && doc.tokens.start[i]! < span.end; i++)
    if (tokenKey[i] === id) return true;
  return false;
}
