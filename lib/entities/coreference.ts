import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import type { Words } from '../text/words.ts';
import { FEMALE, MALE, ORG_HEADS, PLACE_HEADS, SHORT_STATES } from './lexicon.ts';
import type { NameMention } from './mentions.ts';
import { isRoleNoun } from './roles.ts';

export type Gender = 'female' | 'male' | '';

/** Everything in the text that names one and the same person, body or place. */
export interface Entity {
  type: NameMention['type'];
  parts: readonly string[]; // of the fullest name
  full: NameMention;
  readonly mentions: NameMention[];
  readonly roles: Span[];
  readonly pronouns: Span[];
  readonly nominals: Span[];
  gender: Gender;
}

/** Puts names of one bearer together: surnames to full names, acronyms to what they stand for. */
export function groupNames(
  words: Words,
  mentions: readonly NameMention[],
  roles: readonly Span[][],
): Entity[] {
  const book = new Book();
  // Full names first, so that a surname in the headline finds its bearer.
  const order = mentions
    .map((_, i) => i)
    .sort((a, b) => mentions[b]!.parts.length - mentions[a]!.parts.length || a - b);
  for (const i of order) book.add(mentions[i]!, roles[i]!);
  book.linkAcronyms(words);
  for (const entity of book.entities) {
    entity.mentions.sort((a, b) => a.start - b.start);
    entity.gender = genderOf(entity);
  }
  return book.entities.filter(entity => entity.mentions.length > 0);
}

/** Entities by the words that can find them again. */
class Book {
  readonly entities: Entity[] = [];
  private readonly byName = new Map<string, Entity>();
  private readonly byPart = new Map<string, Entity[]>();

  add(mention: NameMention, roles: readonly Span[]): void {
    const entity = this.find(mention) ?? this.open(mention);
    entity.mentions.push(mention);
    entity.roles.push(...roles);
    if (mention.parts.length > entity.parts.length) {
      entity.parts = mention.parts;
      entity.full = mention;
      this.index(entity, mention);
    }
    this.byName.set(nameKey(mention), entity);
  }

  private open(mention: NameMention): Entity {
    const entity: Entity = {
      type: mention.type,
      parts: mention.parts,
      full: mention,
      mentions: [],
      roles: [],
      pronouns: [],
      nominals: [],
      gender: '',
    };
    this.entities.push(entity);
    this.index(entity, mention);
    return entity;
  }

  private index(entity: Entity, mention: NameMention): void {
    const { parts } = mention;
    const keys = mention.type === 'PER' ? parts : [parts[0]!, parts.at(-1)!];
    for (const part of new Set(keys)) {
      const list = this.byPart.get(part);
      if (!list) this.byPart.set(part, [entity]);
      else if (!list.includes(entity)) list.push(entity);
    }
  }

  private find(mention: NameMention): Entity | undefined {
    const known = this.byName.get(nameKey(mention));
    if (mention.type !== 'PER') return known ?? this.findLongForm(mention);
    if (known && mention.parts.length > 1) return known;
    const last = mention.parts.at(-1)!;
    const candidates = (this.byPart.get(last) ?? []).filter(
      e => e.type === 'PER' && fits(mention.parts, e.parts),
    );
    if (mention.parts.length > 1) return candidates[0];
    // a lone surname: the bearer of that surname named last before it, else the first one
    const surname = candidates.filter(e => e.parts.at(-1) === last);
    const bearers = surname.length > 0 ? surname : candidates;
    let best: Entity | undefined;
    let nearest = Infinity;
    for (const entity of bearers) {
      const distance = distanceTo(entity, mention);
      if (distance < nearest) {
        best = entity;
        nearest = distance;
      }
    }
    return best ?? known;
  }

  /** “Acme” after “Acme Holdings”, “Security Council” after “UN Security Council”, “Gaza” after “Gaza Strip”. */
  private findLongForm({ type, parts }: NameMention): Entity | undefined {
    const first = parts[0]!;
    const last = parts.at(-1)!;
    const longer = (entity: Entity): boolean => entity.type === type && entity.parts.length > parts.length;
    const heads = type === 'ORG' ? ORG_HEADS : PLACE_HEADS;
    const begins = (this.byPart.get(first) ?? []).filter(
      entity =>
        longer(entity) &&
        startsWith(entity.parts, parts) &&
        entity.parts.slice(parts.length).every(p => heads.has(p)),
    );
    if (begins.length === 1) return begins[0];
    if (type !== 'ORG' || !ORG_HEADS.has(last)) return undefined;
    const ends = (this.byPart.get(last) ?? []).filter(
      entity => longer(entity) && endsWith(entity.parts, parts),
    );
    return ends.length === 1 ? ends[0] : undefined;
  }

  /** “European Medicines Agency (EMA)” and a later “EMA”. */
  linkAcronyms(words: Words): void {
    const initials = new Map<string, Entity>();
    for (const entity of this.entities) {
      if (entity.parts.length > 1) initials.set(initialsOf(entity.parts), entity);
    }
    for (const entity of this.entities) {
      if (entity.parts.length !== 1 || entity.parts[0]!.length < 2 || entity.type === 'PER') continue;
      const short = entity.parts[0]!.replaceAll('.', '');
      const long = initials.get(short);
      if (!long || long === entity || (long.type === 'PER' && entity.type !== 'ORG')) continue;
      const bracketed = entity.mentions.some(m => words.lower[m.first - 1] === '(');
      if (!bracketed && short.length < 3) continue;
      if (long.type === 'PER') long.type = 'ORG';
      long.mentions.push(...entity.mentions);
      long.roles.push(...entity.roles);
      entity.mentions.length = 0;
    }
  }
}

function startsWith(long: readonly string[], short: readonly string[]): boolean {
  return short.every((part, i) => long[i] === part);
}

function endsWith(long: readonly string[], short: readonly string[]): boolean {
  return short.every((part, i) => long[long.length - short.length + i] === part);
}

const SMALL = new Set('of the for and on in de la du des y e'.split(' '));

function initialsOf(parts: readonly string[]): string {
  return parts
    .filter(part => !SMALL.has(part))
    .map(part => part.charAt(0))
    .join('');
}

function nameKey(mention: NameMention): string {
  const key = mention.parts.join(' ');
  const short = SHORT_STATES.get(key);
  return mention.type === 'PER' ? `PER ${key}` : (short ?? key);
}

function distanceTo(entity: Entity, mention: NameMention): number {
  let nearest = Infinity;
  for (let i = entity.mentions.length - 1; i >= 0; i--) {
    const gap = mention.start - entity.mentions[i]!.start;
    // looking ahead costs more than looking back
    nearest = Math.min(nearest, gap >= 0 ? gap : 10_000_000 - gap);
    if (gap >= 0) break;
  }
  return nearest;
}

/** Whether a shorter name can be the same person as a longer one: every part is there, or its initial. */
function fits(parts: readonly string[], full: readonly string[]): boolean {
  const [short, long] = parts.length <= full.length ? [parts, full] : [full, parts];
  if (short.length === 1) return long.includes(short[0]!);
  if (short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const part of short) {
    while (at < long.length && !samePart(part, long[at]!)) at++;
    if (at === long.length) return false;
    at++;
  }
  return true;
}

function samePart(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length <= 2 && long.startsWith(short.charAt(0)) && (short.length === 1 || short.endsWith('.'));
}

const FEMALE_WORDS =
  /\b(?:woman|spokeswoman|actress|mother|wife|daughter|sister|queen|princess|chairwoman|congresswoman|widow|girlfriend|niece|aunt|grandmother|businesswoman|her|she)\b/i;
const MALE_WORDS =
  /\b(?:spokesman|father|husband|son|brother|king|prince|chairman|congressman|widower|boyfriend|nephew|uncle|grandfather|businessman)\b/i;

function genderOf(entity: Entity): Gender {
  for (const { honorific } of entity.mentions) {
    if (/^(?:mrs|ms|miss|lady|dame|baroness|madame|sister)$/.test(honorific)) return 'female';
    if (/^(?:mr|sir|lord|father|monsieur)$/.test(honorific)) return 'male';
  }
  const first = entity.parts[0]!;
  if (FEMALE.has(first)) return 'female';
  return MALE.has(first) ? 'male' : '';
}

/** Genders that the words of a role give away. */
export function genderFromRoles(text: string, entity: Entity): Gender {
  if (entity.gender) return entity.gender;
  for (const role of entity.roles) {
    const words = text.slice(role.start, role.end);
    if (FEMALE_WORDS.test(words)) return 'female';
    if (MALE_WORDS.test(words)) return 'male';
  }
  return '';
}

const HE = new Set(['he', 'him', 'his', 'himself']);
const SHE = new Set(['she', 'her', 'hers', 'herself']);

interface Recent {
  entity: Entity;
  at: number; // token of the last mention
  sentence: number;
  subject: boolean;
}

/**
 * Gives “he”, “she”, “the minister” and the like to the person they can only mean. Reads the text once;
 * a pronoun with two equally near persons goes to the one who was the subject, a doubtful one to nobody.
 */
export function resolvePronouns(doc: TextDocument, words: Words, entities: readonly Entity[]): void {
  const byToken = new Map<number, Entity>();
  for (const entity of entities) {
    if (entity.type === 'PER') entity.gender = genderFromRoles(doc.text, entity);
    for (const mention of entity.mentions) byToken.set(mention.first, entity);
  }
  const bodies = bodiesByHead(entities);
  const recent: Recent[] = [];
  for (let s = 0; s < doc.sentences.length; s++) {
    const { firstToken, endToken } = doc.sentences[s]!;
    for (let i = firstToken; i < endToken; i++) {
      const named = byToken.get(i);
      if (named) {
        remember(recent, named, i, s, isSubject(words, i, firstToken));
        continue;
      }
      const word = words.lower[i]!;
      if (doc.tokens.kind[i] !== TokenKind.word) continue;
      const gender: Gender = HE.has(word) ? 'male' : SHE.has(word) ? 'female' : '';
      if (gender) {
        const entity = whoIs(recent, gender, s, isQuoted(doc, i));
        if (!entity) continue;
        entity.gender ||= gender;
        entity.pronouns.push({ start: doc.tokens.start[i]!, end: doc.tokens.end[i]! });
        if (word === 'he' || word === 'she') remember(recent, entity, i, s, true);
      } else if (word === 'the' && i + 1 < endToken) {
        const nominal = nominalAt(doc, words, i, endToken, recent) ?? bodyAt(doc, words, i, endToken, bodies);
        if (nominal && !byToken.has(i + 1)) nominal.entity.nominals.push(nominal.span);
      }
    }
  }
}

function isSubject(words: Words, i: number, firstToken: number): boolean {
  for (let k = i - 1; k >= firstToken && k > i - 12; k--) {
    if (words.lower[k] === ',') return true;
    if (words.class[k]! & (4 | 32)) return false; // preposition or auxiliary before it
  }
  return true;
}

function isQuoted(doc: TextDocument, i: number): boolean {
  const at = doc.tokens.start[i]!;
  let low = 0;
  let high = doc.quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.quotations[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return low > 0 && doc.quotations[low - 1]!.end > at;
}

function remember(recent: Recent[], entity: Entity, at: number, sentence: number, subject: boolean): void {
  if (entity.type !== 'PER') return;
  const old = recent.findIndex(r => r.entity === entity);
  if (old >= 0) {
    const kept = recent[old]!;
    if (kept.sentence === sentence && kept.subject) subject = true;
    recent.splice(old, 1);
  }
  recent.push({ entity, at, sentence, subject });
  if (recent.length > 8) recent.shift();
}

/** The person a pronoun of `gender` in sentence `s` means. */
function whoIs(recent: readonly Recent[], gender: Gender, s: number, quoted: boolean): Entity | undefined {
  let best: Recent | undefined;
  let bestScore = -Infinity;
  for (const candidate of recent) {
    if (candidate.entity.gender && candidate.entity.gender !== gender) continue;
    const gap = s - candidate.sentence;
    if (gap > (quoted ? 1 : 3)) continue;
    const score =
      -2 * gap +
      (candidate.subject ? 1.5 : 0) +
      (candidate.entity.gender === gender ? 1 : 0) +
      candidate.at * 1e-6;
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best?.entity;
}

/** The only body of the text with a head (“council”), by that head; two with the same head are nobody's. */
function bodiesByHead(entities: readonly Entity[]): ReadonlyMap<string, Entity | null> {
  const bodies = new Map<string, Entity | null>();
  for (const entity of entities) {
    if (entity.type !== 'ORG' || entity.parts.length < 2) continue;
    for (const part of new Set(entity.parts)) {
      if (ORG_HEADS.has(part)) bodies.set(part, bodies.has(part) ? null : entity);
    }
  }
  return bodies;
}

/** “the commission” after “Harbour Commission”. */
function bodyAt(
  doc: TextDocument,
  words: Words,
  the: number,
  limit: number,
  bodies: ReadonlyMap<string, Entity | null>,
): { entity: Entity; span: Span } | undefined {
  const noun = the + 1;
  const entity = bodies.get(words.lower[noun]!);
  if (!entity || noun >= limit || entity.mentions[0]!.first > the) return undefined;
  const next = words.lower[noun + 1];
  if (next === 'of' || next === 'for' || next === '-' || words.shape[noun + 1]! & 1) return undefined;
  // “the council meeting” is no council
  if (
    words.class[noun + 1] === 0 &&
    doc.tokens.kind[noun + 1] === TokenKind.word &&
    !/(?:ed|s)$/.test(next ?? '')
  )
    return undefined;
  return { entity, span: { start: doc.tokens.start[the]!, end: doc.tokens.end[noun]! } };
}

/** “the minister” after “Justice Minister Roe”: one recent person whose role has that head. */
function nominalAt(
  doc: TextDocument,
  words: Words,
  the: number,
  limit: number,
  recent: readonly Recent[],
): { entity: Entity; span: Span } | undefined {
  let head = the + 1;
  while (head < limit - 1 && head < the + 3 && isRoleNoun(words.lower[head + 1]!)) head++;
  if (!isRoleNoun(words.lower[head]!)) {
    if (head + 1 < limit && isRoleNoun(words.lower[head + 1]!)) head++;
    else return undefined;
  }
  const next = words.lower[head + 1];
  if (next === 'of' || next === 'for' || next === '-' || words.shape[head + 1]! & 1) return undefined;
  const noun = words.lower[head]!;
  if (noun.endsWith('s')) return undefined;
  const bearers = recent.filter(({ entity }) =>
    entity.roles.some(role =>
      doc.text
        .slice(role.start, role.end)
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .includes(noun),
    ),
  );
  if (bearers.length !== 1) return undefined;
  return { entity: bearers[0]!.entity, span: { start: doc.tokens.start[the]!, end: doc.tokens.end[head]! } };
}
