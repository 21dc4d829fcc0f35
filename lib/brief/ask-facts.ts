import { sentenceAt } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import type { Answer } from './answer.ts';
import type { AskIndex } from './ask-index.ts';
import type { Question } from './ask-question.ts';
import { stemOf } from './ask-stems.ts';
import type { Brief } from './brief.ts';

/**
 * What the brief knows by itself: what comes next, who somebody is and how old; none where the article does not say,
 * undefined where the brief does not know whether it does.
 */
export function answerFromBrief(index: AskIndex, question: Question): Answer[] | undefined {
  if (question.asksWhatIsNext) return findNext(index);
  if (question.asksHowOldSomebodyIs) return findAge(index, question);
  const roles = question.asksWhoSomebodyIs ? findRole(index, question) : [];
  return roles.length > 0 ? roles : undefined;
}

/** The player whose name has all these words. */
function findNamed(players: readonly Player[], asked: readonly string[]): Player | undefined {
  if (asked.length === 0) return undefined;
  return players.find(({ name, aliases }) => {
    const own = new Set([name, ...aliases].flatMap(form => form.toLowerCase().split(/[\s-]+/)).map(stemOf));
    return asked.every(stem => own.has(stem));
  });
}
type Player = Brief['players'][number];

/** How old the article says a person is: the first place that does. */
function findAge({ brief, doc }: AskIndex, { words }: Question): Answer[] | undefined {
  const people = brief.players.filter(({ type }) => type === 'person');
  const asked = words.map(({ stem }) => stem).filter(stem => stem !== 'old');
  const person = findNamed(people, asked);
  if (!person) return undefined;
  let isOpen = false; // a sentence about them has words that tell an age in another way
  for (const mention of person.mentions) {
    const sentence = sentenceAt(doc, mention.start);
    if (!sentence || mention.end > sentence.end) continue;
    const place = { start: sentence.start, end: sentence.end };
    const age = ageBeside(doc.text, person, mention, place);
    if (age) return [{ ...age, sentence: place, score: 1, isOutright: true }];
    isOpen ||= TELLS_AGE.test(doc.text.slice(place.start, place.end));
  }
  return isOpen ? undefined : [];
}

/** “Roe, 56,”, “Roe (56)”, “Roe, aged 56”, “Roe, a 56-year-old”; “56-year-old Roe”, “56-year-old miller Roe”, “the 56-year-old”. */
function ageBeside(
  text: string,
  { roles }: Player,
  { start, end, form }: Player['mentions'][number],
  sentence: Span,
): Span | undefined {
  if (form === 'pronoun') return undefined;
  const after = form === 'name' && AGE_AFTER.exec(text.slice(end, Math.min(sentence.end, end + REACH)));
  if (after) return { start: end + after[0].length - after[1]!.length, end: end + after[0].length };
  // “56-year-old | miller | Roe”; the age may be taken for a part of the role
  const title = roles.find(role => role.end === start - 1)?.start ?? start;
  const from = Math.max(sentence.start, title - REACH);
  const before = AGE_BEFORE.exec(text.slice(from, title));
  const told = before ?? AGE_FIRST.exec(text.slice(title, end));
  if (!told) return undefined;
  const age = text.indexOf(told[1]!, before ? from + before.index : title);
  return { start: age, end: age + told[1]!.length };
}
/** An age and what it stands beside are at most so many UTF-16 units apart. */
const REACH = 30;
const AGE_AFTER = /^(?:, | \()(?:an? |who is |aged |age )?(\d{1,2})(?=,|\)|[.;]?$|-year-old\b)/;
const AGE_BEFORE = /\b(\d{1,2})-year-old $/;
const AGE_FIRST = /^(?:the )?(\d{1,2})-year-old\b/i;
const TELLS_AGE = /\b(?:aged?|born|birthday|years? old|turn(?:s|ed|ing)?)\b/;

/** Upcoming dates, the soonest first; then what is planned, expected or demanded without one. */
function findNext({ brief }: AskIndex): Answer[] {
  const upcoming = brief.timeline.filter(({ tense }) => tense === 'upcoming');
  const last = '9999';
  const dated = upcoming.toSorted((a, b) => ((a.date ?? last) < (b.date ?? last) ? -1 : 1));
  const inOrder = [...dated, ...(brief.expected ?? [])];
  return inOrder.map(({ start, end, sentence }) => ({ start, end, sentence, score: 1, isOutright: true }));
}

/** The roles the article gives a player, if the question asks for nothing but who that is. */
function findRole({ brief, doc }: AskIndex, { words }: Question): Answer[] {
  const asked = words.map(({ stem }) => stem);
  const known = brief.players.filter(({ roles }) => roles.length > 0);
  const player = findNamed(known, asked);
  if (!player) return [];
  const roles = player.role ? [player.role, ...player.roles] : player.roles;
  const answers = new Map<number, Answer>(); // one a role
  for (const { start, end } of roles) {
    const sentence = sentenceAt(doc, start);
    if (!sentence || end > sentence.end || answers.has(start)) continue;
    const told = doc.text
      .slice(start, end)
      .toLowerCase()
      .split(/[\s-]+/);
    if (told.every(word => asked.includes(stemOf(word)))) continue; // “Lord” of Lord Roe
    const place = { start: sentence.start, end: sentence.end };
    answers.set(start, { start, end, sentence: place, score: 1, isOutright: true });
  }
  return [...answers.values()];
}
