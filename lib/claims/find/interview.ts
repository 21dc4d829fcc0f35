import type { Attribution } from '../../tagging/tagger.ts';
import type { TextDocument } from '../../text/document.ts';
import { tokensIn } from '../../text/parse.ts';
import type { Span } from '../../text/span.ts';
import { Shape, wordsOf } from '../../text/words.ts';
import { byContent } from '../claim.ts';

/** So many turns that begin with a speaker's name and a colon make an interview. */
const LEAST_TURNS = 3;
/** Different speakers; a list of “Place: result” has more, and each of them once. */
const MOST_SPEAKERS = 5;

/** Half of what somebody answers has so many words; “Attendance: 12,836” has not. */
const LEAST_WORDS = 2;

/** Characters that are read for a name. */
const MAX_LABEL = 160;

/** “Mair: ”, “:William Evans: ”, “WE: ”: up to four capitalised words and a colon at the start of a sentence. */
function labelOf(text: string): RegExpExecArray | null {
  // a coarse look first: `\p{…}` takes a while to be made ready
  if (!/^[:\s]{0,3}[^a-z\s:][^\s:]*(?: [^a-z\s:][^\s:]*){0,3}: (?=\S)/.test(text)) return null;
  return /^[:\s]{0,3}(\p{Lu}[\p{L}.’'-]{0,30}(?: \p{Lu}[\p{L}.’'-]{0,30}){0,3}): (?=\S)/u.exec(text);
}

interface Turn {
  readonly name: string;
  readonly speaker: Span;
  readonly words: { start: number; end: number };
  readonly more: Span[]; // paragraphs without a name that follow, up to the next
}

/**
 * The answers of an interview set in print as one: all that stands behind a speaker's name; what is asked, and what those
 * say who lead through it, are nobody's claims.
 */
export function findAnswers(doc: TextDocument): Attribution[] {
  const { text, sentences, blocks } = doc;
  const turns: Turn[] = [];
  let block = -1;
  let questions = 0; // turns before which something is asked
  for (const [s, sentence] of sentences.entries()) {
    const label = labelOf(text.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_LABEL)));
    if (label) {
      const start = sentence.start + label[0].indexOf(label[1]!);
      turns.push({
        name: label[1]!,
        speaker: { start, end: start + label[1]!.length },
        words: { start: sentence.start + label[0].length, end: sentence.end },
        more: [],
      });
      block = sentence.block;
      if (text.charAt((sentences[s - 1]?.end ?? 0) - 1) === '?') questions++;
    } else if (sentence.block === block) turns.at(-1)!.words.end = sentence.end;
    else if (turns.length > 0 && sentence.start === blocks[sentence.block]!.start)
      turns.at(-1)!.more.push(blocks[sentence.block]!);
  }
  turns.at(-1)?.more.splice(0); // nothing tells where the last turn ends
  const speakers = Map.groupBy(turns, ({ name }) => name);
  // “Read more: …” stands between the paragraphs of many articles
  if (speakers.size === 1 && questions * 2 < turns.length) return [];
  const repeated = turns.length - speakers.size;
  if (turns.length < LEAST_TURNS || speakers.size > MOST_SPEAKERS || repeated * 2 < speakers.size) return [];
  const answers = (of: readonly Turn[]): boolean =>
    of.filter(({ words }) => countWords(text.slice(words.start, words.end)) >= LEAST_WORDS).length * 2 >=
    of.length;
  const asks = ({ words }: Turn): boolean => text.charAt(words.end - 1) === '?';
  const isAsker = (of: readonly Turn[]): boolean => of.filter(asks).length * 2 >= of.length;
  const isSpoken = ({ words }: Turn): boolean => SELF.test(text.slice(words.start, words.end));
  const naming = namingIn(doc, turns);
  const leads = (of: readonly Turn[]): boolean =>
    of.filter(turn => asks(turn) || naming.has(turn)).length * 2 >= of.length;
  const isAsked = [...speakers.values()].some(isAsker);
  const isLed = [...speakers.values()].some(leads);
  return [...speakers]
    .filter(
      ([name, of]) =>
        !ADDRESS.test(name) &&
        !leads(of) &&
        answers(of) &&
        (isAsked || (isCalled(text, name) && (questions > 0 || of.some(isSpoken)))),
    )
    .flatMap(([, of]) => of)
    .filter(({ words }) => !/^["“]/.test(text.slice(words.start, words.start + 1)))
    .map(({ speaker, words, more }) => ({
      source: speaker,
      cue: null,
      content: isLed && more.length <= MOST_PARAGRAPHS ? [words, ...more] : [words],
      confidence: 0.9,
    }))
    .sort(byContent);
}

/** Where everybody's turns have a name, an answer may go on for so many paragraphs more. */
const MOST_PARAGRAPHS = 4;

/** The turns of an interview in which whoever speaks before or after is named: “Ana Rossi has the story.” */
function namingIn(doc: TextDocument, turns: readonly Turn[]): ReadonlySet<Turn> {
  const { lower, shape } = wordsOf(doc);
  const names = turns.map(({ name }) => name.slice(name.lastIndexOf(' ') + 1).toLowerCase());
  const isNamed = (name: string | undefined, span: Span): boolean => {
    if (name === undefined || name.length < LEAST_NAME) return false;
    const { first, end } = tokensIn(doc, span);
    for (let k = first; k < end; k++) if (lower[k] === name && shape[k]! & Shape.capital) return true;
    return false;
  };
  return new Set(
    turns.filter(({ words, more }, t) =>
      [names[t - 1], names[t + 1]].some(
        name => name !== names[t] && [words, ...more].some(span => isNamed(name, span)),
      ),
    ),
  );
}
/** Letters; “WE” stands for William Evans, and “We” for us. */
const LEAST_NAME = 3;

/** “Dear Abby: …” is written to her. */
const ADDRESS = /^dear\b/i;

/** Who speaks says so sooner or later; notes on a team do not. */
const SELF = /\b(?:I|I['’]\w+|we|my|our|me|us)\b/;

function countWords(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}

/** Whether a label is somebody's name: initials, several words, or a word the text uses where no colon follows. */
function isCalled(text: string, label: string): boolean {
  if (label.includes(' ') || label === label.toUpperCase()) return true;
  for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + label.length)) {
    if (!/[\p{L}:]/u.test(text.charAt(at + label.length)) && !/\p{L}/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}
