import type { TextDocument } from '../text/document.ts';
import { list } from '../text/list.ts';
import type { Span } from '../text/span.ts';
import type { Words } from '../text/words.ts';
import type { Entity } from './entity.ts';
import { genderOf, genderOfHonorific } from './gender.ts';
import { isAcronym, isAlsoCalled, isCutShort, isWrittenOut } from './introduced.ts';
import { COMPANY_FORMS, ORG_HEADS, PLACE_HEADS, knownPlaces } from './lexicon.ts';
import type { NameMention } from './mentions.ts';
import { linkCapitals } from './metonyms.ts';
import { fits, skeleton } from './person-names.ts';
import {
  canStandFor,
  canonical,
  endsWith,
  initialsOf,
  isGeographic,
  isWhose,
  startsWith,
  withoutOwner,
} from './short-names.ts';
import { postalState, stateOf } from './states.ts';

/**
 * Puts names of one bearer together: surnames to full names, short forms and acronyms to long ones, other
 * spellings, and what the text itself says somebody is called. Linear in the number of mentions.
 */
export function groupNames(
  doc: TextDocument,
  words: Words,
  mentions: readonly NameMention[],
  roles: readonly Span[][],
): Entity[] {
  const book = new Book(doc, words);
  // Full names first, so that a surname in the headline finds its bearer.
  const order = mentions
    .map((_, i) => i)
    .sort((a, b) => mentions[b]!.parts.length - mentions[a]!.parts.length || a - b);
  for (const i of order) book.add(mentions[i]!, roles[i]!);
  book.linkHalves();
  book.linkAcronyms();
  book.linkIntroduced(mentions);
  const entities = book.entities.filter(entity => entity.mentions.length > 0);
  for (const entity of entities) {
    entity.mentions.sort((a, b) => a.start - b.start);
    entity.gender = genderOf(entity);
  }
  linkCapitals(doc, words, entities);
  return entities.filter(entity => entity.mentions.length > 0 && !isAddress(words, entity));
}

/** A state that the text only has behind its towns, cut short: “Harrow, Conn.”, “Harrow, CT”. */
function isAddress({ lower }: Words, { type, mentions }: Entity): boolean {
  return (
    type === 'LOC' &&
    mentions.every(({ first, endToken }) => {
      const short = lower[first]!;
      const isShort = stateOf(short) !== undefined || postalState(short) !== undefined;
      return endToken - first === 1 && isShort && lower[first - 1] === ',';
    })
  );
}

/** Of so many bearers of one part of a name the latest are looked at: a list of thousands takes no longer for it. */
const MOST_BEARERS = 40;

/** Entities by the words that can find them again. */
class Book {
  readonly entities: Entity[] = [];
  private readonly doc: TextDocument;
  private readonly words: Words;
  private readonly byName = new Map<string, Entity>();
  private readonly byPart = new Map<string, Entity[]>();
  private readonly partsOf = new Map<Entity, Set<string>>();
  private readonly bySkeleton = new Map<string, Entity>();
  private byInitials: ReadonlyMap<string, Entity | null> | undefined; // of names longer than a word: they come first
  private readonly ofMention = new Map<NameMention, Entity>();
  private readonly namedAt = new Map<Entity, number>(); // where a name of several words stands first

  constructor(doc: TextDocument, words: Words) {
    this.doc = doc;
    this.words = words;
  }

  add(mention: NameMention, roles: readonly Span[]): void {
    const parts = canonical(mention);
    const key = titledKey(mention, nameKey(mention, parts));
    const entity = this.find(mention, parts, key) ?? this.open(mention, parts);
    entity.mentions.push(mention);
    entity.roles.push(...roles);
    // “Columbia” rather than the “COLUMBIA” of a dateline, “Ohio” rather than a short form
    if (
      this.isPoor(entity.full) &&
      mention.parts.length === entity.full.parts.length &&
      !this.isPoor(mention)
    )
      entity.full = mention;
    this.ofMention.set(mention, entity);
    this.byName.set(key, entity);
    if (mention.parts.length > 1)
      this.namedAt.set(entity, Math.min(mention.start, this.namedAt.get(entity) ?? Infinity));
    if (entity.type === 'PER' && mention.parts.length > 1) this.index(entity, parts);
  }

  private open(mention: NameMention, parts: readonly string[]): Entity {
    const entity: Entity = {
      type: mention.type,
      parts,
      short: mention.type === 'ORG' ? withoutOwner(parts) : parts,
      full: mention,
      mentions: [],
      roles: [],
      pronouns: [],
      nominals: [],
      metonyms: [],
      gender: '',
    };
    this.entities.push(entity);
    if (entity.type === 'PER') this.bySkeleton.set(skeleton(entity.parts.at(-1)!), entity);
    else this.index(entity, [parts[0]!, entity.short[0]!, parts.at(-1)!]);
    return entity;
  }

  private index(entity: Entity, parts: readonly string[]): void {
    const known = this.partsOf.get(entity) ?? new Set();
    this.partsOf.set(entity, known);
    for (const part of parts) {
      if (known.has(part)) continue;
      known.add(part);
      const list = this.byPart.get(part);
      if (list) list.push(entity);
      else this.byPart.set(part, [entity]);
    }
  }

  private withPart(part: string): readonly Entity[] {
    const all = this.byPart.get(part) ?? [];
    return all.length > MOST_BEARERS ? all.slice(-MOST_BEARERS) : all;
  }

  private find(mention: NameMention, parts: readonly string[], key: string): Entity | undefined {
    const known = this.byName.get(key) ?? this.byName.get(nameKey(mention, parts));
    if (mention.type === 'PER') {
      if (known && parts.length > 1) return known;
      const gender = genderOfHonorific(mention.honorific);
      const other = known && gender && genderOf(known) && genderOf(known) !== gender;
      return (
        this.findPerson(mention, parts) ??
        (other ? undefined : known) ??
        this.findTitled(mention, parts) ??
        (parts.length === 1 ? this.findOtherSpelling(parts[0]!) : undefined) ??
        this.findOwnBody(parts)
      );
    }
    return (
      known ??
      this.findWrittenOut(mention, parts) ??
      this.findLongForm(mention, parts) ??
      this.findMistyped(mention, parts)
    );
  }

  private findPerson(mention: NameMention, parts: readonly string[]): Entity | undefined {
    const isPerson = (entity: Entity): boolean => entity.type === 'PER';
    const last = parts.at(-1)!;
    const candidates = this.withPart(last).filter(e => isPerson(e) && fits(parts, e.parts));
    if (parts.length > 1) {
      if (candidates[0]) return candidates[0];
      // “Ali Omar” before or after “Ali Omar Haddad”
      const longer = this.withPart(parts[0]!).filter(e => isPerson(e) && startsWith(e.parts, parts));
      return longer.length === 1 ? longer[0] : undefined;
    }
    const gender = genderOfHonorific(mention.honorific);
    const bearers = candidates.filter(e => !gender || !genderOf(e) || genderOf(e) === gender);
    const surname = bearers.filter(e => e.parts.at(-1) === last);
    return this.firstNamed(surname.length > 0 ? surname : bearers, mention);
  }

  /**
   * Of several bearers of a surname the one named in full first: a text calls by it whom it is about, and the family
   * by their full names. Who comes only later is meant where nobody came before, the nearest first.
   */
  private firstNamed(bearers: readonly Entity[], { start }: NameMention): Entity | undefined {
    let best: Entity | undefined;
    let least = Infinity;
    for (const entity of bearers) {
      const at = this.namedAt.get(entity) ?? Infinity;
      const rank = at <= start ? at - start : at;
      if (rank >= least) continue;
      best = entity;
      least = rank;
    }
    return best;
  }

  /** “Woolard” where the text has a Woollard. */
  private findOtherSpelling(part: string): Entity | undefined {
    if (part.length < 6) return undefined;
    const entity = this.bySkeleton.get(skeleton(part));
    const other = entity?.parts.at(-1);
    return other && other !== part && Math.abs(other.length - part.length) < 2 ? entity : undefined;
  }

  /** “Mrs Roe” says that a Jo Roe read as a body is none. */
  private findTitled({ honorific }: NameMention, parts: readonly string[]): Entity | undefined {
    if (!honorific || parts.length > 1) return undefined;
    const bearers = this.withPart(parts[0]!).filter(
      e => e.type !== 'PER' && e.parts.length === 2 && e.parts[1] === parts[0] && !isHead(parts[0]!),
    );
    const bearer = bearers.length === 1 ? bearers[0] : undefined;
    if (bearer) bearer.type = 'PER';
    return bearer;
  }

  /** “Acme”, read as a person's name, where the text has an Acme Systems. */
  private findOwnBody(parts: readonly string[]): Entity | undefined {
    const bodies = this.withPart(parts[0]!).filter(
      e => e.type === 'ORG' && startsWith(e.parts, parts) && !OF_SOMEBODY.has(e.parts.at(-1)!),
    );
    return bodies.length === 1 ? bodies[0] : undefined;
  }

  /** A lone surname read as a body or place, where the text has its bearer. */
  private findMistyped(mention: NameMention, parts: readonly string[]): Entity | undefined {
    const part = parts[0]!;
    if (parts.length > 1 || knownPlaces().has(part) || ORG_HEADS.has(part)) return undefined;
    const people = this.withPart(part).filter(e => e.type === 'PER' && e.parts.indexOf(part) > 0);
    if (people.length > 0) return this.firstNamed(people, mention);
    if (mention.type !== 'LOC') return undefined;
    const companies = this.withPart(part).filter(
      e => e.type === 'ORG' && startsWith(e.parts, parts) && COMPANY_HEADS.has(e.parts.at(-1)!),
    );
    return companies.length === 1 ? companies[0] : undefined;
  }

  /** “HB” where the text has a Harbour Board, though it has HB Ferries too. */
  private findWrittenOut(mention: NameMention, parts: readonly string[]): Entity | undefined {
    if (parts.length > 1 || mention.type !== 'ORG' || !isAcronym(this.doc, mention)) return undefined;
    this.byInitials ??= this.readInitials();
    const short = parts[0]!.replaceAll('.', '');
    const long = short.length > 2 ? this.byInitials.get(short) : undefined;
    return long?.type === 'ORG' ? long : undefined;
  }

  /** “Acme” after “Acme Holdings”, “Security Council” after “UN Security Council”, “Gaza” after “Gaza Strip”. */
  private findLongForm(mention: NameMention, parts: readonly string[]): Entity | undefined {
    const { type } = mention;
    const isLonger = (e: Entity): boolean => e.type === type && e.parts.length > parts.length;
    const begins = this.withPart(parts[0]!).filter(isLonger);
    // an “NBW Harbour Team” is of the NBW, an “NBW Holdings” is the NBW
    const isOwner = parts.length === 1 && type === 'ORG' && isAcronym(this.doc, mention);
    const whole = begins.filter(({ parts: all, short }) =>
      [all, short].some(form => {
        const rest = form.slice(parts.length);
        if (!startsWith(form, parts) || !canStandFor(type, parts, rest)) return false;
        return !isOwner || isFirm(rest) || (rest.length === 1 && isHead(rest[0]!));
      }),
    );
    // “Acme” is Acme Holdings rather than the Acme Arena
    const firms = whole.length > 1 ? whole.filter(e => isFirm(e.parts.slice(parts.length))) : whole;
    if (firms.length === 1) return firms[0];
    if (type === 'LOC' && knownPlaces().has(parts.join(' '))) return undefined;
    const definite = this.words.lower[mention.first - 1] === 'the';
    const ends = this.withPart(parts.at(-1)!).filter(
      e => e.type !== 'PER' && e.parts.length > parts.length && endsWith(e.parts, parts),
    );
    const same = ends.filter(e => {
      const owner = e.parts.slice(0, -parts.length);
      const isPlace = isGeographic(owner) || this.byName.get(owner.join(' '))?.type === 'LOC';
      return isWhose(isPlace, parts, definite);
    });
    if (same.length === 1) return same[0];
    if (type !== 'ORG') return undefined;
    // “the Greens” after “Green Party”
    const party = parts.length === 1 && parts[0]!.endsWith('s') ? parts[0]!.slice(0, -1) : '';
    const parties = this.withPart(party).filter(e => e.short[0] === party && e.short.at(-1) === 'party');
    return parties.length === 1 ? parties[0] : undefined;
  }

  /** “the North” where the text has both a North and a South of one name. */
  linkHalves(): void {
    for (const [half, other] of [
      ['north', 'south'],
      ['south', 'north'],
    ] as const) {
      const alone = this.byName.get(half);
      const twins = this.withPart(half).filter(
        e =>
          e.type === 'LOC' &&
          e.parts[0] === half &&
          e.parts.length > 1 &&
          this.byName.has([other, ...e.parts.slice(1)].join(' ')),
      );
      if (alone?.parts.length === 1 && alone.type === 'LOC' && twins.length === 1)
        this.merge(twins[0]!, alone);
    }
  }

  /** Names of several words by their first letters; null: two share them. */
  private readInitials(): ReadonlyMap<string, Entity | null> {
    const initials = new Map<string, Entity | null>();
    for (const entity of this.entities) {
      if (entity.parts.length < 2) continue;
      for (const short of initialsOf(entity.parts)) {
        const other = initials.get(short);
        initials.set(short, other === undefined || other === entity ? entity : null);
      }
    }
    return initials;
  }

  /** “European Medicines Agency” and a later “EMA”. */
  linkAcronyms(): void {
    let initials: ReadonlyMap<string, Entity | null> | undefined; // few texts have an acronym
    for (const entity of this.entities) {
      if (entity.parts.length !== 1 || entity.type === 'PER' || !isAcronym(this.doc, entity.full)) continue;
      const short = entity.parts[0]!.replaceAll('.', '');
      const long = (initials ??= this.readInitials()).get(short);
      if (short.length < 2 || !long) continue;
      if (long.type === 'PER' && entity.type !== 'ORG') continue;
      if (long.type === 'PER') long.type = 'ORG';
      this.merge(long, entity);
    }
  }

  /** What the text itself says a name is short for or also called. */
  linkIntroduced(mentions: readonly NameMention[]): void {
    for (let i = 1; i < mentions.length; i++) {
      const [left, right] = [mentions[i - 1]!, mentions[i]!];
      const [entity, other] = [this.ofMention.get(left)!, this.ofMention.get(right)!];
      if (entity === other || left.sentence !== right.sentence) continue;
      if (entity.type === 'ORG' && isCutShort(this.doc, this.words, left, right)) this.merge(entity, other);
      else if (other.type === 'ORG' && isWrittenOut(this.doc, this.words, left, right))
        this.merge(other, entity);
      else if (isAlsoCalled(this.words, left, right)) this.merge(entity, other);
    }
  }

  /** Set in capitals, and no acronym. */
  private isLoud({ start, end }: NameMention): boolean {
    const name = this.doc.text.slice(start, end);
    return name.length > 4 && !/[a-z]/.test(name) && !/\p{Ll}/u.test(name);
  }

  /** A way to write a name that others are shown rather than. */
  private isPoor(mention: NameMention): boolean {
    const [part] = mention.parts;
    const isShort =
      mention.type === 'LOC' && mention.parts.length === 1 && (stateOf(part!) ?? postalState(part!));
    return Boolean(isShort) || this.isLoud(mention);
  }

  private merge(into: Entity, from: Entity): void {
    if (into === from) return;
    for (const mention of from.mentions) {
      into.mentions.push(mention);
      this.ofMention.set(mention, into);
    }
    into.roles.push(...from.roles);
    from.mentions.length = 0;
    from.roles.length = 0;
  }
}

/** Last words of bodies that are named after whoever leads them: the Roe administration is not Roe. */
const OF_SOMEBODY = list('administration government campaign cabinet presidency family');

/** Last words of companies, which may be named after a place and go by it. */
const COMPANY_HEADS = new Set([
  ...COMPANY_FORMS,
  ...list(
    'partners industries systems technologies communications international enterprises motors airlines airways air lines energy foods taverns mutual bank plans',
  ),
]);

/** Whether the words after a company's short name only say that it is one. */
function isFirm(rest: readonly string[]): boolean {
  return rest.length > 0 && rest.every(part => COMPANY_HEADS.has(part));
}

function isHead(part: string): boolean {
  return ORG_HEADS.has(part) || PLACE_HEADS.has(part);
}

function nameKey({ type }: NameMention, parts: readonly string[]): string {
  const key = parts.join(' ');
  return type === 'PER' ? `PER ${key}` : key;
}

/** The same, and of a lone surname with a title that tells man from woman also that: “Mrs Roe” is not Mr Roe. */
function titledKey({ parts, honorific }: NameMention, key: string): string {
  const gender = parts.length === 1 ? genderOfHonorific(honorific) : '';
  return gender ? `${key} ${gender}` : key;
}
