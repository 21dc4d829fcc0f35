import { sentenceAt } from '../text/parse.ts';
import type { Answer } from './answer.ts';
import type { AskIndex } from './ask-index.ts';
import type { Question } from './ask-question.ts';
import { stemOf } from './ask-stems.ts';

/** What the brief knows by itself: what comes next, and who somebody is; none where the question asks otherwise. */
export function answerFromBrief(index: AskIndex, question: Question): Answer[] {
  if (question.asksWhatIsNext) return findNext(index);
  return question.asksWhoSomebodyIs ? findRole(index, question) : [];
}

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
  if (words.length === 0) return [];
  const asked = words.map(({ stem }) => stem);
  const player = brief.players.find(({ name, aliases, roles }) => {
    if (roles.length === 0) return false;
    const own = new Set([name, ...aliases].flatMap(form => form.toLowerCase().split(/[\s-]+/)).map(stemOf));
    return asked.every(stem => own.has(stem));
  });
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
