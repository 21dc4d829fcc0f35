import { list } from './list.ts';

/** Words before which a clause may be over: connectives, prepositions, words of time. */
export const clauseStarters: ReadonlySet<string> = list(
  'and but or nor so yet while whereas although though because since as if unless until till after before when ' +
    'whenever where wherever who which that whose whom what how why with without within in on at by for from to of ' +
    'into onto over under about above across against along among around behind below beside between beyond down ' +
    'during except inside near off out outside past through throughout toward towards up upon per via amid despite ' +
    'according adding saying telling citing quoting noting following including regarding concerning rather such than ' +
    'then also too however instead meanwhile today yesterday tomorrow tonight monday tuesday wednesday thursday friday ' +
    'saturday sunday last next this earlier later recently ago not',
);

/** Verbs that put a question to somebody. */
export const ASKED = /^(?:asked|questioned|pressed)$/;

/**
 * “Asked whether he would resign, he said no”, “When asked, …”: whether a sentence begins by putting a question, with the
 * verb at `first`. Such a question is the reporter's, and nobody's claim.
 */
export function isQuestionPut(lower: readonly string[], first: number, firstToken: number): boolean {
  const opens = first === firstToken || (first === firstToken + 1 && lower[firstToken] === 'when');
  return opens && ASKED.test(lower[first] ?? '');
}
