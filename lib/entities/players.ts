import { isPlain } from '../text/characters.ts';
import { list } from '../text/list.ts';
import type { NameSpan } from '../tagging/tagger.ts';
import type { TextDocument } from '../text/document.ts';
import { foldName } from '../text/name-form.ts';
import { lastStartingBy } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { isCapital, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { addBodies } from './bodies.ts';
import { resolveCoreference } from './coreference.ts';
import { readDatelines } from '../text/datelines.ts';
import { groupNames } from './grouping.ts';
import type { Entity } from './entity.ts';
import { innerPlaces } from './inner.ts';
import { mentionNames } from './mentions.ts';
import type { NameMention } from './mentions.ts';
import { bestRole, findRoles, isRoleNoun } from './roles.ts';
import { HONORIFICS, PEOPLES, ROLE_MODIFIERS, knownPlaces } from './lexicon.ts';
import { endsPlace } from './runs.ts';
import { rankSalience } from './salience.ts';
import { spreadNames } from './spread.ts';
import { addPress } from './press.ts';
import { addStates } from './states.ts';

/** A place where a player is spoken of. */
export interface Mention extends Span {
  form: 'name' | 'nominal' | 'pronoun';
}

/** A named person, organisation or place with all its places, as the contract (lib/brief/brief.ts) has it. */
export interface Player {
  id: string;
  name: string;
  type: 'person' | 'organisation' | 'place';
  role?: Span | undefined; // the most informative one
  roles: Span[];
  aliases: string[]; // each once, whatever its capitals and its article, and none that is the name
  mentions: Mention[];
  salience: number; // 0..1
}

const TYPES = { PER: 'person', ORG: 'organisation', LOC: 'place' } as const;

/**
 * From names to players: who is in this story, what they are, how central; most salient first. Where the report was
 * written, if it is nothing else, and what is only named inside other names come last.
 */
export function findPlayers(doc: TextDocument, names: readonly NameSpan[], title = ''): Player[] {
  const words = wordsOf(doc);
  const entities = readEntities(doc, words, names);
  const datelines = readDatelines(doc);
  const isDateline = ({ type, mentions }: Entity): boolean =>
    type === 'LOC' && mentions.every(({ start }) => datelines.has(start));
  const least = [...entities.filter(isDateline), ...findInner(doc, words, entities)];
  const ranked = [
    ...rankSalience(
      doc,
      words,
      entities.filter(entity => !isDateline(entity)),
      title,
    ),
    ...least.map(entity => ({ entity, salience: 0 })),
  ];
  return ranked.map(({ entity, salience }, index) => toPlayer(doc, words, entity, `p${index + 1}`, salience));
}

/**
 * Places that the text names only inside other names: “University of Oslo”. They are players too, the least of all. A
 * place that it names by itself too gets the form that it has there (“US Army”).
 */
function findInner(doc: TextDocument, words: Words, entities: readonly Entity[]): Entity[] {
  const keyOf = ({ parts }: Entity): string => parts.join(' ');
  const named = new Map(entities.map(entity => [keyOf(entity), entity]));
  const mentions = innerPlaces(
    doc,
    words,
    entities.flatMap(entity => entity.mentions),
  );
  const inner = groupNames(
    doc,
    words,
    mentions,
    mentions.map(() => []),
  );
  for (const entity of inner) {
    const place = named.get(keyOf(entity));
    if (place?.type === 'LOC') place.metonyms.push(...entity.mentions);
  }
  return inner.filter(entity => !named.has(keyOf(entity))).sort((a, b) => a.full.start - b.full.start);
}

/** Names put together by bearer, with roles and what else stands for each. */
export function readEntities(doc: TextDocument, words: Words, names: readonly NameSpan[]): Entity[] {
  const running = names.filter(name => !isLabel(doc, name));
  const seen = mentionNames(
    doc,
    words,
    addBodies(doc, words, addPress(doc, words, addStates(doc, words, running))),
  );
  const mentions = spreadNames(doc, words, seen);
  const named = groupNames(doc, words, mentions, findRoles(doc, words, mentions));
  const entities = named.filter(({ type, mentions: places }) => {
    return type !== 'PER' || !places.every(mention => fillsQuotation(doc, mention));
  });
  resolveCoreference(doc, words, entities);
  return entities;
}

/**
 * Whether a name stands in a line of capitals and nothing else (“TIP-INS”, “UP NEXT” are labels), or in one that says
 * who made the report.
 */
function isLabel({ text, blocks }: TextDocument, { start, end }: NameSpan): boolean {
  const line = blocks[lastStartingBy(blocks, start)];
  if (line && isCredit(text.slice(line.start, line.start + LONGEST_LABEL))) return true;
  const name = text.slice(start, end);
  if (name.length > LONGEST_LABEL || /[a-z]/.test(name) || /\p{Ll}/u.test(name)) return false;
  if (!line || line.end - line.start > LONGEST_LABEL) return false;
  return !/[\p{Ll}\p{N}.]/u.test(text.slice(line.start, line.end));
}
/** “(Reporting by Jo Roe; editing by Ann Hart)”. */
function isCredit(line: string): boolean {
  return (
    / by [^a-z]/.test(line) &&
    /^[([—–-]? ?(?:[Aa]dditional )?(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Cc]ompiled|[Tt]ranslated) (?:and \p{L}+ )?by \p{Lu}/u.test(
      line,
    )
  );
}
const LONGEST_LABEL = 40;

/** “Mary Larkin” in quotation marks and nowhere else is what something is called, not who acts. */
function fillsQuotation({ text, quotations }: TextDocument, { start, end }: NameMention): boolean {
  const quotation = quotations[lastStartingBy(quotations, start)];
  if (!quotation?.closed || quotation.end < end) return false;
  const rest = text.slice(quotation.inner.start, start) + text.slice(end, quotation.inner.end);
  return !/[\p{L}\p{N}]/u.test(rest);
}

function toPlayer(doc: TextDocument, words: Words, entity: Entity, id: string, salience: number): Player {
  const { text } = doc;
  const cut = (span: Span): string => text.slice(span.start, span.end);
  const name = cut(entity.full);
  const mentions: Mention[] = [
    ...entity.mentions.map(({ start, end }) => ({ start, end, form: 'name' as const })),
    ...entity.nominals.map(span => ({ ...span, form: 'nominal' as const })),
    ...entity.pronouns.map(span => ({ ...span, form: 'pronoun' as const })),
  ].sort((a, b) => a.start - b.start);
  const forms = [
    ...entity.mentions.map(cut),
    ...entity.mentions.flatMap(mention => withTitles(doc, words, mention)),
    ...[...entity.nominals, ...entity.metonyms].map(cut),
  ];
  const role = bestRole(text, entity.roles);
  return {
    id,
    name,
    type: TYPES[entity.type],
    ...(role && { role }),
    roles: entity.roles,
    aliases: aliasesOf(name, forms),
    mentions,
    salience,
  };
}

/** The forms other than the name itself, one for each way to write it: “the board” rather than “The board”. */
function aliasesOf(name: string, forms: readonly string[]): string[] {
  const others = new Set(forms);
  others.delete(name); // with nothing else, as most often, there is nothing to fold
  if (others.size === 0) return [];
  const kept = new Map<string, string>();
  for (const form of others) {
    const key = foldName(form);
    const known = kept.get(key);
    if (known === undefined || capitalsIn(form) < capitalsIn(known)) kept.set(key, form);
  }
  kept.delete(foldName(name));
  return [...kept.values()];
}

function capitalsIn(form: string): number {
  return form.match(isPlain(form) ? /[A-Z]/g : /\p{Lu}/gu)?.length ?? 0;
}

/**
 * “Mr. Roe”, “Prime Minister Roe”: a name with the title right before it. Of a longer title than that (“Acme Chairman
 * Roe”, “Secretary of State Roe”) no part stands alone, but after a people or a place (“Danish President Roe”).
 */
function withTitles(doc: TextDocument, words: Words, mention: NameMention): string[] {
  if (mention.type !== 'PER') return [];
  const isTitle = (word: string, at: number): boolean =>
    HONORIFICS.has(word) ||
    (isCapital(words, at) &&
      (isRoleNoun(word) || (ROLE_MODIFIERS.has(word) && !/^(?:then|current|former)$/.test(word))));
  const begin = Math.max(doc.sentences[mention.sentence]!.firstToken, mention.first - 4);
  let first = mention.first;
  while (first > begin && isTitle(words.lower[first - 1]!, first - 1)) first--;
  if (first === mention.first) return [];
  const from = (start: number): string => doc.text.slice(doc.tokens.start[start], mention.end);
  const last = mention.first - 1;
  const isStyle = HONORIFICS.has(words.lower[last]!) || (first === last && STYLES.has(words.lower[last]!));
  const forms = isStyle ? [from(last)] : []; // “Sen. Roe”
  return isWholeTitle(words, begin, first) ? [from(first), ...forms] : forms;
}

/** What people are called by whatever they are of: “Coast Guard Admiral Roe” is Admiral Roe. */
const STYLES = list(
  'general admiral commodore colonel major captain lieutenant sergeant pope cardinal bishop archbishop king queen prince princess',
);

/** Whether a title that begins at a token is not the end of a longer one. */
function isWholeTitle(words: Words, begin: number, first: number): boolean {
  const { lower, class: classes } = words;
  const before = lower[first - 1] ?? '';
  if (endsPlace(words, first)) return false;
  if (first <= begin || PEOPLES.has(before)) return true;
  if (knownPlaces().has(before) || knownPlaces().has(`${lower[first - 2] ?? ''} ${before}`)) return true;
  if (before === '-') return false;
  if (before === 'of') return !(isCapital(words, first - 2) && isRoleNoun(lower[first - 2]!)); // “Secretary of State”
  return !isCapital(words, first - 1) || classes[first - 1] !== 0;
}
