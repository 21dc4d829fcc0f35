import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { list } from '../text/list.ts';
import { spanOf } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { IRREGULAR_PASTS, Shape } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import type { Entity } from './entity.ts';
import { isKindNoun, kindsOf } from './kinds.ts';
import type { Persons, Recent } from './recent.ts';
import { isRoleNoun } from './roles.ts';

/** How far back, in sentences, the only other body of its kind must lie for “the company” to mean the nearer one. */
const FORGOTTEN = 6;

/** The bodies of a text by what they may be called, and which two of a kind were spoken of last. */
export class Bodies {
  private readonly kinds = new Map<Entity, ReadonlySet<string>>();
  private readonly counts = new Map<string, number>();
  private readonly latest = new Map<string, { entity: Entity; sentence: number }[]>();

  constructor(doc: TextDocument, words: Words, entities: readonly Entity[]) {
    for (const entity of entities) {
      if (entity.type !== 'ORG') continue;
      const kinds = kindsOf(doc, words, entity);
      this.kinds.set(entity, kinds);
      for (const kind of kinds) this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    }
  }

  remember(entity: Entity, sentence: number): void {
    for (const kind of this.kinds.get(entity) ?? []) {
      const others = (this.latest.get(kind) ?? []).filter(known => known.entity !== entity);
      this.latest.set(kind, [{ entity, sentence }, ...others].slice(0, 2));
    }
  }

  /** The body that “the `kind`” can only mean in a sentence: the only one of its kind, or the only recent one. */
  find(kind: string, sentence: number): Entity | undefined {
    const [last, other] = this.latest.get(kind) ?? [];
    if (!last || this.counts.get(kind) === 1) return last?.entity;
    const alone = !other || sentence - other.sentence >= FORGOTTEN;
    return alone && sentence - last.sentence < 2 ? last.entity : undefined;
  }
}

/** A phrase that stands for somebody, and for whom. */
interface Nominal {
  readonly entity: Entity;
  readonly span: Span;
}

/** What has been told before a phrase. */
interface Before {
  readonly persons: Persons;
  readonly bodies: Bodies;
  readonly isNamed: Uint8Array; // 1 where a name begins at a token
  readonly told: number; // sentences the article says itself, see `Recent.sentence`
}

/** Whom the phrase that begins with the “the” at a token, in a sentence that ends at `limit`, can only mean. */
export function findNominal(
  doc: TextDocument,
  words: Words,
  the: number,
  limit: number,
  { persons, bodies, isNamed, told }: Before,
): Nominal | undefined {
  return (
    agedAt(doc, words, the, persons.told, told) ??
    titledAt(doc, words, the, limit, persons.all, isNamed) ??
    bodyAt(doc, words, the, limit, bodies)
  );
}

/** “the commission” after “Harbour Commission”. */
function bodyAt(
  doc: TextDocument,
  words: Words,
  the: number,
  limit: number,
  bodies: Bodies,
): Nominal | undefined {
  const noun = the + 1;
  const word = words.lower[noun]!;
  if (noun >= limit || !isKindNoun(word)) return undefined;
  const entity = bodies.find(word, doc.tokens.sentence[the]!);
  if (!entity) return undefined;
  if (goesOn(doc, words, noun + 1)) return undefined;
  return { entity, span: spanOf(doc, { first: the, end: noun + 1 }) };
}

/** Whether the phrase that a noun may end goes on: “the council meeting”, “the mayor of Oslo”. */
function goesOn(doc: TextDocument, words: Words, next: number): boolean {
  const word = words.lower[next] ?? '';
  if (/^(?:of|for|from|to|-)$/.test(word) || (words.shape[next] ?? 0) & Shape.capital) return true;
  const noun = words.class[next] === 0 && doc.tokens.kind[next] === TokenKind.word;
  const isVerb = /(?:ed|s)$/.test(word) || /^(?:said|told)$/.test(word) || IRREGULAR_PASTS.has(word);
  return noun && (!isVerb || isRoleNoun(word));
}

/** “the 56-year-old said” after a sentence about one person. */
function agedAt(
  doc: TextDocument,
  words: Words,
  the: number,
  recent: readonly Recent[],
  sentence: number,
): Nominal | undefined {
  if (doc.tokens.kind[the + 1] !== TokenKind.number) return undefined;
  let end = the + 1;
  while (end < the + 7 && words.lower[end - 1] !== 'old') end++;
  const start = doc.tokens.start[the]!;
  const span = { start, end: doc.tokens.end[end - 1]! };
  if (!AGED.test(doc.text.slice(start, span.end)) || goesOn(doc, words, end)) return undefined;
  const near = recent.filter(last => sentence - last.sentence <= 1 && !last.quoted);
  const [subject, other] = near.length > 1 ? near.filter(last => last.subject) : near;
  return subject && !other ? { entity: subject.entity, span } : undefined;
}
const AGED = /^the \d{1,3}-year-old$/i;

/** “the minister” after “Justice Minister Roe”: one recent person whose role has that head. */
function titledAt(
  doc: TextDocument,
  words: Words,
  the: number,
  limit: number,
  recent: readonly Recent[],
  isNamed: Uint8Array,
): Nominal | undefined {
  let head = the + 1;
  while (head < limit - 1 && head < the + 3 && isRoleNoun(words.lower[head + 1]!)) head++;
  if (!isRoleNoun(words.lower[head]!)) {
    if (head + 1 < limit && isRoleNoun(words.lower[head + 1]!)) head++;
    else return undefined;
  }
  if (goesOn(doc, words, head + 1) || (words.lower[head + 1] === ',' && isNamed[head + 2])) return undefined;
  const noun = words.lower[head]!;
  if (noun.endsWith('s')) return undefined;
  const tenure = words.lower.slice(the + 1, head).find(word => TENURES.has(word));
  const bearers = recent.filter(({ entity }) =>
    entity.roles.some(role => {
      const title = doc.text.slice(role.start, role.end).toLowerCase();
      return (
        title.includes(noun) && isHeadedBy(title, noun) && (tenure === undefined || title.includes(tenure))
      );
    }),
  );
  if (bearers.length !== 1) return undefined;
  return {
    entity: bearers[0]!.entity,
    span: spanOf(doc, { first: the, end: head + 1 }),
  };
}

const TENURES = list('former late acting outgoing incoming');

/** Whether a title is of that kind: a minister's wife and a friend of the minister are no ministers. */
function isHeadedBy(title: string, noun: string): boolean {
  return title
    .split(/[\s,]+/)
    .filter(word => !/['’]s?$/.test(word))
    .join(' ')
    .split(/ (?:of|for|to|at|in|on|from|with) /, 1)[0]!
    .split(/[^\p{L}]+/u)
    .includes(noun);
}
