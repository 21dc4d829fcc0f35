import type { Suggestion } from './answer.ts';
import { answer } from './ask.ts';
import type { Questions } from './ask.ts';
import { outrightDisputes } from './brief.ts';
import type { Brief, Claim, Player } from './brief.ts';
import type { Span } from '../text/span.ts';

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
    ...whatIsNext(brief),
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
function askAbout(brief: Brief, player: Player, claims: readonly Claim[]): Suggestion[] {
  const name = calledIn(brief, player);
  const topic = findTopic(brief, player, claims);
  return topic
    ? [
        {
          kind: 'said-about',
          names: [name, topic],
          question: `What does ${name} say about ${topic}?`,
        },
      ]
    : [{ kind: 'said', names: [name], question: `What does ${name} say?` }];
}

/** Of whom somebody speaks most; a place is only spoken of if it comes back. */
function findTopic(brief: Brief, { id }: Player, claims: readonly Claim[]): string | undefined {
  let topic: Player | undefined;
  let most = 0;
  for (const other of brief.players) {
    if (other.id === id || other.salience < MIN_SALIENCE) continue;
    const count = claims.filter(claim => isNamedIn(other, claim)).length;
    if (count <= most || (other.type === 'place' && count < 2)) continue;
    topic = other;
    most = count;
  }
  return topic && calledIn(brief, topic);
}

function isNamedIn({ mentions }: Player, { content }: Claim): boolean {
  return mentions.some(
    ({ form, start, end }) => form === 'name' && content.some(span => start >= span.start && end <= span.end),
  );
}

/** A player's name, with the article where the text has it, or says whose it is: “the Harbour Authority”. */
function calledIn({ article }: Brief, { name, type, mentions }: Player): string {
  if (type === 'person') return name;
  const places = mentions.filter(
    ({ form, start, end }) => form === 'name' && article.text.slice(start, end) === name,
  );
  const definite = places.filter(({ start }) =>
    DEFINITE.test(article.text.slice(Math.max(0, start - 7), start)),
  );
  return places.length > 0 && definite.length * 2 >= places.length ? `the ${name}` : name;
}

const DEFINITE = /(?<![\p{L}\p{N}])(?:the|his|her|its|our|their) $/iu;

function whatIsNext({ timeline, expected = [] }: Brief): Suggestion[] {
  const isTold = expected.length > 0 || timeline.some(({ tense }) => tense === 'upcoming');
  return isTold ? [{ kind: 'next', names: [], question: 'What happens next?' }] : [];
}

function whoDisputes(brief: Brief, speakers: readonly Speaker[]): Suggestion[] {
  const disputed = speakers.find(speaker => speaker.claims.some(claim => outrightDisputes(claim).length > 0));
  if (!disputed) return [];
  const name = calledIn(brief, disputed.player);
  return [{ kind: 'who-disputes', names: [name], question: `Who disputes what ${name} says?` }];
}

function whoIs({ article, players }: Brief): Suggestion[] {
  const tells = ({ start, end }: Span): boolean => !TITLE.test(article.text.slice(start, end));
  return players
    .filter(({ type, roles }) => type === 'person' && roles.some(tells))
    .slice(0, 2)
    .map(({ name }) => ({ kind: 'who-is', names: [name], question: `Who is ${name}?` }));
}
/** A title tells how somebody is addressed, not who they are. */
const TITLE = /^(?:mr|mrs|ms|miss|sir|dame|lord|lady|baroness|dr|prof)\.?$/i;

/** What there is to say of somebody or something, where there is little else to ask. */
function about({ players }: Brief): Suggestion[] {
  return players.map(({ name }) => ({ kind: 'about', names: [name], question: `What about ${name}?` }));
}

/** A person of whom others speak, more than once named, who could speak and does not. */
function leftOpen({ article, players, claims }: Brief, speakers: readonly Speaker[]): Suggestion[] {
  const silent = players.find(
    player =>
      player.type === 'person' &&
      player.salience >= MIN_SALIENCE &&
      player.mentions.filter(({ form }) => form === 'name').length > 1 &&
      claims.some(claim => isNamedIn(player, claim)) &&
      !speakers.some(speaker => speaker.player.id === player.id) &&
      !isDead(article.text, player),
  );
  return silent
    ? [{ kind: 'left-open', names: [silent.name], question: `What does ${silent.name} say?` }]
    : [];
}

/** Whether the text says of somebody, right next to the name, that they died. */
function isDead(text: string, { mentions }: Player): boolean {
  return mentions.some(
    ({ start, end }) =>
      DIED.test(text.slice(end, end + 40)) || DEATH_OF.test(text.slice(Math.max(0, start - 40), start)),
  );
}
const DIED =
  /^(?:['’]s (?:death|murder|killing|assassination|funeral|body)|(?:,? who)?,? (?:died|(?:was|were|had been|has been|is) (?:\w+ )?(?:killed|murdered|assassinated|executed|dead)))\b/;
const DEATH_OF = /\b(?:late|killed|murdered|(?:death|murder|killing|assassination|funeral|body) of) $/;
