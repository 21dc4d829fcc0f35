import type { Player } from '../entities/players.ts';
import { stem, stemNumbers } from '../text/content-words.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { TokenKind } from '../text/document.ts';
import { tokenAt } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { WordClass, wordsOf } from '../text/words.ts';
import { canBeVerb } from './verbs.ts';
import { list } from '../text/list.ts';
import { listed } from '../text/listed.ts';

/** What a sentence says by itself, and what has to be said before it to be understood out of its place. */
export interface Standing {
  readonly named: ReadonlySet<string>; // ids of the players it names
  readonly isCut: boolean; // a quotation or a bracket runs over its ends
  readonly needs: {
    readonly before: boolean; // the sentence right before it
    readonly players: readonly string[]; // ids: each to be named
    readonly nouns: readonly number[]; // numbers of their stems, -1 where no meaning word has it: “the move” needs what moved
  };
}

/** At the head of a sentence these stand for something said before. */
const POINTING = list(
  'he she they it his her their its him them himself herself themselves this that these those such another both neither either others',
);
/** What may stand before the pointing word without being what it points to. */
const LEADING = WordClass.preposition | WordClass.conjunction | WordClass.subordinator | WordClass.adverb;
/** “This week”, “that evening” point to the calendar. */
const CALENDAR = list('week weekend month year morning afternoon evening night summer winter spring autumn');
/** “It is unclear whether …”, “it took years to …”: the “it” stands for nothing. */
const EXPLETIVE = list('is was be has remains remained seems seemed appears appeared took takes will would');
const COMPLEMENT = list('that whether if how who why when to unclear');

/** Nouns that sum up what was said before when nothing tells which one: “the move”, “these claims”. */
const SUMMING = list(
  'move decision claim claims allegation allegations accusation accusations charge charges statement statements announcement proposal proposals comment comments remark remarks ruling finding findings measure measures latter former',
);
/** Others only do so at the head of a sentence; later on, they may sum up what the sentence itself has said. */
const SUMMING_AT_HEAD = list(
  'incident news situation issue matter case change changes agreement deal plan plans suspect suspects victim victims attack attacks event events result results report reports study agency company firm group department union centre center pair trio two three man woman men women boy girl',
);
/** After a preposition these point to a thing told before: “in that valley”. */
const DEMONSTRATIVE = list('this that these those');
/** “In this country”, “at this stage”: they point to where and when this is read. */
const HERE = list(
  'country newspaper paper article site programme time point stage moment way kind sort type',
);
const DEFINITE = list('the this that these those such both');
const pointersIn = listed([...DEMONSTRATIVE, ...DEFINITE]);
/** “The decision to close the port” says itself which one it is. */
const EXPLAINED = list(
  'to of that by for in on at from with against about behind near who which whose where into over between',
);

/** Whether a sentence is only understood next to others. */
export function needsOthers({ needs: { before, players, nouns } }: Standing): boolean {
  return before || players.length > 0 || nouns.length > 0;
}

/** How each of these sentences of a document, in order, stands on its own. Linear in the text. */
export function findStanding(
  doc: TextDocument,
  sentences: readonly Sentence[],
  players: readonly Player[],
): Standing[] {
  const spoken = mentionsBySentence(sentences, players);
  const outer = doc.quotations.filter(({ depth }) => depth === 0);
  const quoted = quotedTokens(doc, outer);
  let q = 0;
  return sentences.map((sentence, s) => {
    while (q < outer.length && outer[q]!.end <= sentence.start) q++;
    let isCut = cutsBracket(doc.text, sentence);
    for (let k = q; k < outer.length && outer[k]!.start < sentence.end; k++)
      if (outer[k]!.start < sentence.start || outer[k]!.end > sentence.end) isCut = true;
    const { named, pointed } = spoken[s]!;
    return { named, isCut, needs: needsOf(doc, sentence, quoted, named, pointed) };
  });
}

function cutsBracket(text: string, { start, end }: Sentence): boolean {
  let open = 0;
  for (let i = start; i < end && open >= 0; i++) {
    const code = text.charCodeAt(i);
    if (code === OPENING_BRACKET) open++;
    else if (code === CLOSING_BRACKET) open--;
  }
  return open !== 0;
}
const OPENING_BRACKET = 0x28;
const CLOSING_BRACKET = 0x29;

/** What a sentence needs said before it, judged by its words outside quotation marks: inside, a speaker points. */
function needsOf(
  doc: TextDocument,
  sentence: Sentence,
  quoted: Uint8Array,
  named: ReadonlySet<string>,
  pointed: ReadonlyMap<number, string>,
): Standing['needs'] {
  const { lower, class: classes } = wordsOf(doc);
  const { byName } = stemNumbers(doc);
  const { kind, start } = doc.tokens;
  const { firstToken: first, endToken: end } = sentence;
  const players: string[] = [];
  const nouns: number[] = [];
  let before = false;
  const isPointer = pointersIn(doc);
  let atHead = true; // nothing has been said yet that a word could point to
  for (let i = first; i < end; i++) {
    if (quoted[i] === 1 || kind[i]! >= TokenKind.punctuation) continue;
    const player = pointed.size > 0 ? pointed.get(start[i]!) : undefined;
    if (player !== undefined) {
      if (!named.has(player) && (atHead || !isPossessive(i))) players.push(player);
    } else if (atHead && POINTING.has(lower[i]!)) {
      // “With their campaign, the teachers …” points ahead
      if (!isCalendar(i) && !isExpletive(i) && !(isPossessive(i) && i > first)) before = true;
    }
    if (isPointer(i)) {
      if (isLeftAlone(i)) before = true;
      if ((player === undefined && isSummingUp(i, atHead)) || pointsAtNoun(i))
        nouns.push(byName.get(stem(lower[i + 1]!)) ?? -1);
    }
    if (!(classes[i]! & LEADING)) atHead = false;
  }
  return { before, players, nouns };

  /** “The pilot and his officer”: what it belongs to may be something without a name. */
  function isPossessive(i: number): boolean {
    return (classes[i]! & WordClass.possessive) !== 0;
  }
  function isCalendar(i: number): boolean {
    return CALENDAR.has(lower[i + 1] ?? '') || (classes[i + 1]! & WordClass.time) !== 0;
  }
  function isExpletive(i: number): boolean {
    if (lower[i] !== 'it' || !EXPLETIVE.has(lower[i + 1] ?? '')) return false;
    for (let k = i + 2; k < end && k < i + 8; k++) if (COMPLEMENT.has(lower[k]!)) return true;
    return false;
  }
  /** “Because of this, …”, “She denied any of that.”: a demonstrative that no noun follows. */
  function isLeftAlone(i: number): boolean {
    if (!DEMONSTRATIVE.has(lower[i]!) || i === first || !/^[,.;:!?—–]$/.test(lower[i + 1] ?? ''))
      return false;
    return lower[i] !== 'that' || lower[i + 1] === '.' || (classes[i - 1]! & WordClass.preposition) !== 0;
  }
  /** “In that valley”: not “to those living there”, nor where the sentence itself has told of the valley. */
  function pointsAtNoun(i: number): boolean {
    if (!DEMONSTRATIVE.has(lower[i]!) || i === first || i + 1 >= end) return false;
    if (!(classes[i - 1]! & WordClass.preposition)) return false;
    const noun = lower[i + 1]!;
    if (kind[i + 1] !== TokenKind.word || classes[i + 1] !== 0) return false;
    if (HERE.has(noun) || isCalendar(i) || /(?:ed|ing)$/.test(noun)) return false;
    const told = stem(noun);
    for (let k = first; k < i; k++) if (stem(lower[k]!) === told) return false;
    return true;
  }
  function isSummingUp(i: number, isHead: boolean): boolean {
    const noun = lower[i + 1] ?? '';
    if (i + 2 >= end || !DEFINITE.has(lower[i]!)) return false;
    if (!SUMMING.has(noun) && !(isHead && SUMMING_AT_HEAD.has(noun))) return false;
    if (kind[i + 2] === TokenKind.punctuation) return lower[i + 2] !== '-';
    const isDated = (classes[i + 3]! & WordClass.time) !== 0; // “the move on Friday”
    if (classes[i + 2] === 0) return isHead && canBeVerb(lower[i + 2]!); // “the man ran”
    return isDated || !EXPLAINED.has(lower[i + 2]!);
  }
}

/** 1 for each token that stands in quotation marks. */
function quotedTokens(doc: TextDocument, quotations: readonly Span[]): Uint8Array {
  const quoted = new Uint8Array(doc.tokens.length);
  for (const { start, end } of quotations) quoted.fill(1, tokenAt(doc, start), tokenAt(doc, end));
  return quoted;
}

/** Who is named in a sentence, and whom its pronouns, and “the bank”, stand for (by their offsets). */
interface Spoken {
  readonly named: Set<string>;
  readonly pointed: Map<number, string>;
}

function mentionsBySentence(sentences: readonly Sentence[], players: readonly Player[]): Spoken[] {
  const found = sentences.map((): Spoken => ({ named: new Set(), pointed: new Map() }));
  const mentions = players.flatMap(({ id, mentions: all }) =>
    all.map(({ start, form }) => ({ id, start, form })),
  );
  mentions.sort((a, b) => a.start - b.start);
  let s = 0;
  for (const { id, start, form } of mentions) {
    while (s < sentences.length && sentences[s]!.end <= start) s++;
    if (s === sentences.length || start < sentences[s]!.start) continue;
    if (form === 'name') found[s]!.named.add(id);
    else found[s]!.pointed.set(start, id);
  }
  return found;
}
