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
  const byToken = new Map<number, Entity>();
  const isNamed = new Uint8Array(doc.tokens.length); // 1 where it has somebody
  const isGendered = genderedIn(doc);
  const speakers = new Set<number>(); // names of who says something
  const possessors = new Set<number>(); // names of whose something is: “Roe's plans”
  for (const entity of entities) {
    if (entity.type === 'PER') entity.gender = genderFromRoles(doc.text, entity);
    for (const { first, endToken } of entity.mentions) {
      byToken.set(first, entity);
      isNamed[first] = 1;
      if (POSSESSIVE.test(words.lower[endToken] ?? '')) possessors.add(first);
      if (isSaying(words, first, endToken)) speakers.add(first);
    }
  }
  const bodies = new Bodies(doc, words, entities);
  const doubts = new Doubts();
  const persons: Persons = { told: [], all: [] };
  const isQuoted = (i: number): boolean => isQuotedAt(doc.quotations, doc.tokens.start[i]!);
  let told = 0; // sentences the article says itself, at least in part
  for (let s = 0; s < doc.sentences.length; s++) {
    const { firstToken, endToken, block } = doc.sentences[s]!;
    if (!isQuoted(firstToken + 1) || !isQuoted(endToken - 2)) told++;
    for (let i = firstToken; i < endToken; i++) {
      const named = isNamed[i] ? byToken.get(i) : undefined;
      if (named) {
        remember(persons, named, {
          at: i,
          told,
          sentence: s,
          subject: isSubject(words, i, firstToken) && !possessors.has(i),
          quoted: isQuoted(i),
          named: true,
          speaks: speakers.has(i),
          block,
        });
        bodies.remember(named, s);
        continue;
      }
      const word = words.lower[i]!;
      if (doc.tokens.kind[i] !== TokenKind.word) continue;
      const gender = isGendered(i) ? GENDER_OF.get(word) : undefined;
      if (gender) {
        const quoted = isQuoted(i);
        const found = quoted
          ? whoIs(persons.all, gender, { block, sentence: s, quoted, after: '' })
          : whoIs(persons.told, gender, { block, sentence: told, quoted, after: verbAfter(words, i) });
        if (!found) continue;
        const { entity } = found;
        const pronoun = { start: doc.tokens.start[i]!, end: doc.tokens.end[i]! };
        const settled = found.isSure ? [pronoun] : doubts.settle(entity, gender, pronoun);
        if (settled.length > 0) entity.gender ||= gender;
        entity.pronouns.push(...settled);
        // “his” keeps present whom the text is about, and brings nobody else forward
        if (word === 'he' || word === 'she' || isAbout(persons.told, entity, told))
          remember(persons, entity, {
            at: i,
            told,
            sentence: s,
            subject: true,
            quoted,
            named: false,
            speaks: SAYING.has(verbAfter(words, i)),
            block,
          });
      } else if (word === 'the' && i + 1 < endToken) {
        const nominal = findNominal(doc, words, i, endToken, { persons, bodies, named: byToken, told });
        if (!nominal || byToken.has(i + 1)) continue;
        nominal.entity.nominals.push(nominal.span);
        bodies.remember(nominal.entity, s);
      }
    }
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
