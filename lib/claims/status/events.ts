import { list } from '../../text/list.ts';

// What cannot both be so of one event: an accident or done on purpose, dead or alive, a fair vote or a rigged one.

/** What content says of an event: -1 and 1 cannot both be so; 0: nothing. */
export type Side = -1 | 0 | 1;

/** What a claim says of an event. */
export interface Sides {
  readonly cause: Side; // on purpose, or an accident
  readonly fate: Side; // alive, or dead
  readonly vote: Side; // rigged, or fair
}

/** What a claim says of an event, by the words of its cue and its content in lower case. */
export function sidesOf(cue: readonly string[], content: readonly string[]): Sides {
  const words = content.join(' ');
  return { cause: causeOf(cue, words), fate: fateOf(words), vote: voteOf(words) };
}

/** One of these is in all that is looked for; a claim with none of them says nothing of an event. */
export const EVENT_WORDS = list(
  'responsibility accident failure fault down sabotage sabotaged arson foul enemy hostile terrorist terror terrorism behind alive dead died rigged rigging irregularities fraud fair results result recount',
);

/** What a claim says that has none of these words. */
export const NO_SIDES: Sides = { cause: 0, fate: 0, vote: 0 };

/** “was shot down”, “claimed responsibility” (1); “an accident”, “no sign of an enemy attack” (-1). */
function causeOf(cue: readonly string[], words: string): Side {
  if (words.startsWith('responsibility') && cue.at(-1)?.startsWith('claim')) return 1;
  if (ACCIDENT.test(words)) return -1;
  const all = `${cue.join(' ')} ${words}`;
  if (!ON_PURPOSE.test(words) || OPEN.test(all)) return 0;
  return RULED_OUT.test(all) ? -1 : 1;
}
const ACCIDENT =
  /\b(?:was|were|is|be|been|likely|simply|just|probably) (?:an|a \w+) accident\b|\bby accident\b|\b(?:mechanical|technical|engine) (?:failure|fault)\b/;
const ON_PURPOSE =
  /\b(?:shoo?t (?:it |them |the \w+ )?down|sabotaged?|arson|foul play|(?:enemy|hostile|terrorist) (?:attack|action|fire)|act of terror(?:ism)?|behind the (?:crash|blast|explosion|fire))\b/;
/** It is left open. */
const OPEN = /\b(?:rule out|whether|possib|unwilling|unable|declin|refus)/;
const RULED_OUT =
  /\b(?:no|not|n't|never|nothing|without|den(?:y|ies|ied)|discounted|ruled out|ruling out|excluded|rejected|dismissed)\b/;

/** “she's alive” (1), “died in the crash” (-1). */
function fateOf(words: string): Side {
  const isAlive = ALIVE.test(words);
  if (isAlive === DEAD.test(words)) return 0;
  return isAlive ? 1 : -1;
}
/** Who “was alive when he left” may be dead. */
const ALIVE =
  /(?:\b(?:is|was|be|are|were|still)|'s|’s) (?:still )?alive\b(?! (?:when|until|before|after|at))|\bnot dead\b/;
const DEAD =
  /\b(?:is|was|were|be|confirmed|found|pronounced) dead\b|\b(?:has|have|had|having) died\b|\bdied (?:from|in|of|after|at|on)\b|\bdead after\b/;

/** “was rigged”, “vote fraud” (1); “free and fair”, “a recount confirmed the result” (-1). */
function voteOf(words: string): Side {
  if (RIGGED.test(words)) return /\b(?:no|not|n't|without|never)\b/.test(words) ? -1 : 1;
  return FAIR.test(words) ? -1 : 0;
}
const RIGGED = /\b(?:rigged|rigging|irregularities|(?:vote|voter|voting|election|electoral|ballot) fraud)\b/;
const FAIR = /\bfree and fair\b|\bconfirmed the (?:\w+ )?results?\b|\brecount confirmed\b/;
