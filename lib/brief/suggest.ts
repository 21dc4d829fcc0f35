import type { Suggestion } from './answer.ts';
import { answer } from './ask.ts';
import type { Questions } from './ask.ts';
import { outrightDisputes } from './brief.ts';
import type { Brief, Claim, Player } from './brief.ts';

const MIN_SUGGESTIONS = 3;
const MAX_SUGGESTIONS = 5;
/** Less salient players are not worth a question. */
const MIN_SALIENCE = 0.15;

/**
 * Questions worth asking of an article: what it answers, and one it leaves open. Each has been put to the engine: all
 * but the last kind are answered outright.
 */
export function suggestQuestions(questions: Questions): Suggestion[] {
  const { brief } = questions;
  const speakers = speakersOf(brief);
  const isAnswered = ({ question }: Suggestion) => answer(questions, question)[0]?.isOutright ?? false;
  const candidates: Suggestion[] = [
    ...speakers.slice(0, 1).flatMap(({ player, claims }) => askAbout(brief, player, claims)),
    ...whoDisputes(brief, speakers),
    { kind: 'next', names: [], question: 'What happens next?' },
    ...speakers.slice(1, 3).flatMap(({ player, claims }) => askAbout(brief, player, claims)),
    ...whoIs(brief),
  ];
  const answered = candidates.filter(isAnswered);
  const open = leftOpen(brief, speakers).filter(suggestion => !isAnswered(suggestion));
  const missing = Math.max(MIN_SUGGESTIONS - answered.length - open.length, 0);
  const more = about(brief).filter(isAnswered).slice(0, missing);
  return [...answered.slice(0, MAX_SUGGESTIONS - open.length), ...more, ...open];
}

interface Speaker {
  readonly player: Player;
  readonly claims: readonly Claim[];
}

/** Players who speak, those who say most first. */
function speakersOf({ players, claims }: Brief): Speaker[] {
  return players
    .map(player => ({ player, claims: claims.filter(({ source }) => source?.playerId === player.id) }))
    .filter(speaker => speaker.claims.length > 0)
    .toSorted((a, b) => b.claims.length - a.claims.length);
}

/** What somebody says, of another player where they speak of one. */
function askAbout(brief: Brief, { id, name }: Player, claims: readonly Claim[]): Suggestion[] {
  const isIn = (other: Player, claim: Claim) =>
    other.mentions.some(
      ({ form, start, end }) =>
        form === 'name' && claim.content.some(span => start >= span.start && end <= span.end),
    );
  const topic = brief.players.find(
    other => other.id !== id && other.salience >= MIN_SALIENCE && claims.some(claim => isIn(other, claim)),
  );
  return topic
    ? [
        {
          kind: 'said-about',
          names: [name, topic.name],
          question: `What does ${name} say about ${topic.name}?`,
        },
      ]
    : [{ kind: 'said', names: [name], question: `What does ${name} say?` }];
}

function whoDisputes({ claims }: Brief, speakers: readonly Speaker[]): Suggestion[] {
  const disputed = speakers.find(speaker => speaker.claims.some(claim => outrightDisputes(claim).length > 0));
  if (!disputed || claims.length === 0) return [];
  const { name } = disputed.player;
  return [{ kind: 'who-disputes', names: [name], question: `Who disputes what ${name} says?` }];
}

function whoIs({ players }: Brief): Suggestion[] {
  return players
    .filter(({ type, role }) => type === 'person' && role !== undefined)
    .slice(0, 2)
    .map(({ name }) => ({ kind: 'who-is', names: [name], question: `Who is ${name}?` }));
}

/** What there is to say of somebody or something, where there is little else to ask. */
function about({ players }: Brief): Suggestion[] {
  return players.map(({ name }) => ({ kind: 'about', names: [name], question: `What about ${name}?` }));
}

/** A person the article speaks of and does not let speak. */
function leftOpen({ players }: Brief, speakers: readonly Speaker[]): Suggestion[] {
  const silent = players.find(
    player =>
      player.type === 'person' &&
      player.salience >= MIN_SALIENCE &&
      !speakers.some(speaker => speaker.player.id === player.id),
  );
  return silent
    ? [{ kind: 'left-open', names: [silent.name], question: `What does ${silent.name} say?` }]
    : [];
}
