import { list } from '../text/list.ts';
import { listed } from '../text/listed.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { isQuotedAt } from '../text/quotations.ts';
import type { Span } from '../text/span.ts';
import { Shape, WordClass } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import type { Entity } from './entity.ts';
import { genderFromRoles } from './gender.ts';
import type { Gender } from './gender.ts';
import { Bodies, findNominal } from './nominals.ts';
import { remember } from './recent.ts';
import type { Persons, Recent } from './recent.ts';

const GENDER_OF = new Map<string, Gender>([
  ...['he', 'him', 'his', 'himself'].map(word => [word, 'male'] as const),
  ...['she', 'her', 'hers', 'herself'].map(word => [word, 'female'] as const),
]);
const genderedIn = listed([...GENDER_OF.keys()]);

/**
 * Gives “he”, “she”, “the minister”, “the board” and the like to whom they can only mean. Reads the text once;
 * a pronoun with two equally near persons goes to the one who was the subject, a doubtful one to nobody.
 */
export function resolveCoreference(doc: TextDocument, words: Words, entities: readonly Entity[]): void {
  for (const entity of entities) if (entity.type === 'PER') entity.gender = genderFromRoles(doc.text, entity);
  const reader = new Reader(doc, words, entities);
  for (let s = 0; s < doc.sentences.length; s++) reader.read(s);
}

/** A name in its text. */
interface Named {
  readonly entity: Entity;
  readonly owns: boolean; // “Roe's plans”
  readonly speaks: boolean; // “Roe said”
}

/** What is known of who was spoken of, read on sentence by sentence. */
class Reader {
  private readonly doc: TextDocument;
  private readonly words: Words;
  private readonly names = new Map<number, Named>(); // by their first tokens
  private readonly isNamed: Uint8Array; // 1 for them
  private readonly isGendered: (token: number) => number;
  private readonly bodies: Bodies;
  private readonly doubts = new Doubts();
  private readonly persons: Persons = { told: [], all: [] };
  private told = 0; // sentences the article says itself, at least in part

  constructor(doc: TextDocument, words: Words, entities: readonly Entity[]) {
    this.doc = doc;
    this.words = words;
    this.isNamed = new Uint8Array(doc.tokens.length);
    this.isGendered = genderedIn(doc);
    this.bodies = new Bodies(doc, words, entities);
    for (const entity of entities) {
      for (const { first, endToken } of entity.mentions) {
        const owns = POSSESSIVE.test(words.lower[endToken] ?? '');
        this.names.set(first, { entity, owns, speaks: isSaying(words, first, endToken) });
        this.isNamed[first] = 1;
      }
    }
  }

  /** Reads the next sentence. */
  read(s: number): void {
    const { firstToken, endToken } = this.doc.sentences[s]!;
    if (!this.isQuoted(firstToken + 1) || !this.isQuoted(endToken - 2)) this.told++;
    for (let i = firstToken; i < endToken; i++) {
      if (this.isNamed[i]) this.readName(i, s);
      else if (this.doc.tokens.kind[i] !== TokenKind.word) continue;
      else if (this.isGendered(i)) this.readPronoun(i, s);
      else if (this.words.lower[i] === 'the' && i + 1 < endToken) this.readNominal(i, s);
    }
  }

  private readName(i: number, s: number): void {
    const { entity, owns, speaks } = this.names.get(i)!;
    const subject = isSubject(this.words, i, this.doc.sentences[s]!.firstToken) && !owns;
    this.remember(entity, i, s, { subject, named: true, speaks });
    this.bodies.remember(entity, s);
  }

  private readPronoun(i: number, s: number): void {
    const { doc, words, persons } = this;
    const word = words.lower[i]!;
    const gender = GENDER_OF.get(word)!;
    const quoted = this.isQuoted(i);
    const { block } = doc.sentences[s]!;
    const verb = verbAfter(words, i);
    const found = quoted
      ? whoIs(persons.all, gender, { block, sentence: s, quoted, after: '' })
      : whoIs(persons.told, gender, { block, sentence: this.told, quoted, after: verb });
    if (!found) return;
    const { entity, isSure } = found;
    const pronoun = { start: doc.tokens.start[i]!, end: doc.tokens.end[i]! };
    const settled = isSure ? [pronoun] : this.doubts.settle(entity, gender, pronoun);
    if (settled.length > 0) entity.gender ||= gender;
    entity.pronouns.push(...settled);
    // “his” keeps present whom the text is about, and brings nobody else forward
    if (word === 'he' || word === 'she' || isAbout(persons.told, entity, this.told))
      this.remember(entity, i, s, { subject: true, named: false, speaks: SAYING.has(verb) });
  }

  private readNominal(the: number, s: number): void {
    const { doc, words, persons, bodies, isNamed, told } = this;
    if (isNamed[the + 1]) return;
    const { endToken } = doc.sentences[s]!;
    const nominal = findNominal(doc, words, the, endToken, { persons, bodies, isNamed, told });
    if (!nominal) return;
    nominal.entity.nominals.push(nominal.span);
    bodies.remember(nominal.entity, s);
  }

  private remember(
    entity: Entity,
    i: number,
    s: number,
    how: Pick<Recent, 'subject' | 'named' | 'speaks'>,
  ): void {
    const { block } = this.doc.sentences[s]!;
    const where = { at: i, sentence: s, told: this.told, quoted: this.isQuoted(i), block };
    remember(this.persons, entity, { ...where, ...how });
  }

  private isQuoted(i: number): boolean {
    return isQuotedAt(this.doc.quotations, this.doc.tokens.start[i]!);
  }
}

/** Whether somebody was the subject of this sentence or the one before. */
function isAbout(recent: readonly Recent[], entity: Entity, sentence: number): boolean {
  return recent.some(last => last.entity === entity && last.subject && sentence - last.sentence <= 1);
}

const POSSESSIVE = /^(?:['’]s|['’])$/;

/** The verb of a pronoun: “added” of “he also added”. */
function verbAfter(words: Words, pronoun: number): string {
  let verb = pronoun + 1;
  while (words.class[verb] === WordClass.adverb) verb++;
  return words.lower[verb] ?? '';
}

/** “Roe said”, “Roe, a nurse, said”, “…,” said Roe, “…,” said Mayor Jo Roe. */
function isSaying({ lower, shape }: Words, first: number, end: number): boolean {
  let verb = end;
  if (lower[end] === ',') {
    verb = end + 1;
    while (verb < end + LONGEST_APPOSITION && lower[verb] !== ',' && lower[verb] !== '.') verb++;
    verb++;
  }
  if (SAYING.has(lower[verb] ?? '')) return true;
  let before = first - 1;
  while (before > first - LONGEST_TITLE && (shape[before] ?? 0) & Shape.capital) before--;
  return SAYING.has(lower[before] ?? '') && /^(?:[.,;]|on|in|at)?$/.test(lower[end] ?? '');
}
const LONGEST_TITLE = 5;
const LONGEST_APPOSITION = 16;
const SAYING = list(
  'said says told tells added adds warned explained wrote argued claimed insisted noted stated replied',
);

/** Whoever spoke last does so. */
const GOING_ON = list('added adds continued continues went concluded');

function isSubject(words: Words, i: number, firstToken: number): boolean {
  for (let k = i - 1; k >= firstToken && k > i - 12; k--) {
    if (words.lower[k] === ',' || words.lower[k] === 'that') return true;
    if (words.class[k]! & (WordClass.preposition | WordClass.auxiliary)) return false;
  }
  return true;
}

/** By how much the best candidate must lead. */
const MARGIN = 0.9;

/** By how much, where the text does not say whether they are a man. */
const CLEAR = 1.5;

/** How much likelier who says something is who said something right before. */
const SPOKE = 1.5;

/** How much likelier a pronoun means whom the text names most. */
const CENTRAL = 0.8;

/** The person a pronoun of `gender` means. */
function whoIs(
  recent: readonly Recent[],
  gender: Gender,
  {
    block,
    sentence: s,
    quoted,
    after,
  }: Pick<Recent, 'block' | 'sentence' | 'quoted'> & { readonly after: string },
): { entity: Entity; isSure: boolean } | undefined {
  let best: Recent | undefined;
  let bestScore = -Infinity;
  let second = -Infinity;
  let here = 0; // who may be meant and is named in the same paragraph
  const most = Math.max(...recent.map(({ entity }) => entity.mentions.length));
  for (const candidate of recent) {
    if (candidate.entity.gender && candidate.entity.gender !== gender) continue;
    const gap = s - candidate.sentence;
    if (gap > (quoted ? 1 : 3)) continue;
    // who speaks is “I” in what is quoted
    if (quoted && candidate.subject && !candidate.quoted) continue;
    if (candidate.block === block) here++;
    const score =
      -2 * gap +
      (candidate.subject ? 1.5 : 0) +
      (candidate.entity.gender === gender ? 0.8 : 0) +
      (candidate.speaks && gap <= 1 && SAYING.has(after) ? SPOKE : 0) +
      CENTRAL * (candidate.entity.mentions.length / most) +
      candidate.at * 1e-6;
    if (score > bestScore) {
      best = candidate;
      second = bestScore;
      bestScore = score;
    } else second = Math.max(second, score);
  }
  if (!best || bestScore - second <= MARGIN) return undefined;
  const { entity, sentence, subject, named } = best;
  const isNear = sentence === s || (subject && s - sentence === 1);
  const isAlone = here === 1 && best.block === block;
  const isClear = second === -Infinity || (named && (isAlone || bestScore - second > CLEAR));
  return { entity, isSure: entity.gender !== '' || (isNear && (isClear || GOING_ON.has(after))) };
}

/** So many pronouns that may mean somebody, and none of the other gender, make sure that they do. */
const ENOUGH = 3;

/** Pronouns that may mean somebody of whom the text does not say otherwise whether it is a man. */
class Doubts {
  private readonly open = new Map<Entity, { gender: Gender; pronouns: Span[] }>();

  /** The pronouns that are somebody's with one more of them: none yet, or all so far. */
  settle(entity: Entity, gender: Gender, pronoun: Span): readonly Span[] {
    const known = this.open.get(entity);
    if (known && known.gender !== gender) {
      this.open.set(entity, { gender: '', pronouns: [] });
      return [];
    }
    const pronouns = [...(known?.pronouns ?? []), pronoun];
    this.open.set(entity, { gender, pronouns });
    return pronouns.length < ENOUGH ? [] : pronouns;
  }
}
