import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import { Shape, WordClass } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { ORG_HEADS, ROLE_MODIFIERS, ROLE_NOUNS, knownPeoples } from './lexicon.ts';
import type { NameMention } from './mentions.ts';

/** Longest role worth showing, in tokens. */
const MAX_TOKENS = 24;

/** The words by which the article says what somebody is, around each name: `roles[i]` belongs to `mentions[i]`. */
export function findRoles(doc: TextDocument, words: Words, mentions: readonly NameMention[]): Span[][] {
  const people = new Map(
    mentions.filter(({ type }) => type === 'PER').map(({ first, endToken }) => [first, endToken]),
  );
  return mentions.map((mention, index) => {
    if (mention.type !== 'PER') return [];
    const roles = [
      titleBefore(doc, words, mention, mentions[index - 1]),
      appositionBefore(doc, words, mention),
      appositionAfter(doc, words, mention, people),
      predicate(doc, words, mention, people),
    ];
    return roles.filter(role => role !== undefined);
  });
}

/** Whether a token is the head of a role: “minister”, “spokeswoman”, “co-founder”. */
export function isRoleNoun(word: string): boolean {
  return (
    ROLE_NOUNS.has(word) ||
    (word.endsWith('s') && ROLE_NOUNS.has(word.slice(0, -1))) ||
    /(?:woman|man|ologist|ordinator)$/.test(word)
  );
}

function span(doc: TextDocument, first: number, end: number): Span | undefined {
  if (first >= end || end - first > MAX_TOKENS) return undefined;
  return { start: doc.tokens.start[first]!, end: doc.tokens.end[end - 1]! };
}

/** “French foreign minister Anna Roe”: walks left from the name as long as the words can belong to a title. */
function titleBefore(
  doc: TextDocument,
  words: Words,
  mention: NameMention,
  previous?: NameMention,
): Span | undefined {
  let end = mention.first;
  while (end > 0 && (words.lower[end - 1] === '"' || words.lower[end - 1] === 'dr.')) end--;
  const head = words.lower[end - 1];
  if (head === undefined || doc.tokens.kind[end - 1] === TokenKind.punctuation) return undefined;
  if (!isRoleNoun(head) && !endsInOf(words, end)) return undefined;
  return span(doc, titleStart(doc, words, end, previous), end);
}

/** “Secretary of State”: a role noun, “of”, and one or two capitals. */
function endsInOf(words: Words, end: number): boolean {
  for (let i = end - 2; i >= end - 5 && i > 0; i--) {
    if ((words.lower[i] === 'of' || words.lower[i] === 'for') && isRoleNoun(words.lower[i - 1]!)) return true;
    if (!(words.shape[i]! & Shape.capital) && words.lower[i] !== 'the' && words.lower[i] !== 'of')
      return false;
  }
  return false;
}

/** Where the noun phrase of a title that ends before token `end` begins. */
function titleStart(doc: TextDocument, words: Words, end: number, previous?: NameMention): number {
  const sentence = doc.sentences[doc.tokens.sentence[end - 1]!]!;
  let i = end - 1;
  let capitals = words.shape[i]! & Shape.capital;
  const plain = !capitals;
  while (i > sentence.firstToken && end - i < 10) {
    const word = words.lower[i - 1]!;
    const capital = words.shape[i - 1]! & Shape.capital;
    if (word === '-' && doc.tokens.start[i] === doc.tokens.end[i - 1]) {
      i -= 1;
      continue;
    }
    if (words.lower[i] === '-') {
      i -= 1;
      continue;
    }
    if (doc.tokens.kind[i - 1] === TokenKind.punctuation && word !== '&') break;
    if (word === 'of' || word === 'for' || word === 'and') {
      // inside a capitalised title (“Secretary of State”), or a list of capitals (“Trade and Industry”)
      const left = i >= 2 ? words.lower[i - 2]! : '';
      if (
        word === 'and'
          ? capital || !(words.shape[i - 2]! & Shape.capital && words.shape[i]! & Shape.capital)
          : !isRoleNoun(left)
      )
        break;
      if (word === 'and' && previous && previous.endToken >= i - 1) break;
      i -= 2;
      continue;
    }
    if (word === "'s") {
      i -= 1;
      continue;
    }
    if (capital || knownPeoples().has(word)) {
      if (
        words.class[i - 1]! &
        (WordClass.determiner | WordClass.pronoun | WordClass.preposition | WordClass.subordinator)
      )
        break;
      if (words.opensSentence[i - 1] && words.class[i - 1] !== 0 && !knownPeoples().has(word)) break;
      if (words.class[i - 1]! & WordClass.time) break;
      capitals = 1;
      i -= 1;
      continue;
    }
    // a lower-case word left of capitals belongs to the sentence, not the title
    if (capitals && plain === false) break;
    if (capitals && !ROLE_MODIFIERS.has(word) && !isRoleNoun(word)) break;
    if (words.class[i - 1] !== 0 && !ROLE_MODIFIERS.has(word)) break;
    if (!ROLE_MODIFIERS.has(word) && !isRoleNoun(word) && looksVerbal(word)) break;
    i -= 1;
  }
  while (i < end - 1 && (words.lower[i] === "'s" || words.lower[i] === '-' || words.lower[i] === 'and')) i++;
  return i;
}

const VERBS = new Set(
  'met meet meets told tell said saw made gave took left became elected named called put set got let kept found joined beat won'.split(
    ' ',
  ),
);

function looksVerbal(word: string): boolean {
  return VERBS.has(word) || (word.length > 4 && /(?:ed|ing)$/.test(word));
}

/** “The bank's chief economist, Anna Roe,”: a title, a comma, the name. */
function appositionBefore(doc: TextDocument, words: Words, mention: NameMention): Span | undefined {
  const comma = mention.first - 1;
  if (comma < 1 || words.lower[comma] !== ',') return undefined;
  if (
    words.lower[mention.endToken] !== ',' &&
    mention.endToken < doc.tokens.length &&
    doc.tokens.kind[mention.endToken] !== TokenKind.punctuation
  )
    return undefined;
  const head = headBefore(doc, words, comma);
  return head < 0 ? undefined : span(doc, titleStart(doc, words, head + 1), comma);
}

/** The role noun of the phrase that ends at a comma: “the chairman of the board of directors,” has “chairman”; or -1. */
function headBefore(doc: TextDocument, words: Words, comma: number): number {
  const sentence = doc.sentences[doc.tokens.sentence[comma]!]!;
  let head = -1;
  for (let k = comma - 1; k >= sentence.firstToken && k > comma - 16; k--) {
    const word = words.lower[k]!;
    if (doc.tokens.kind[k] === TokenKind.punctuation && word !== '-' && word !== '&') break;
    if (words.class[k]! & WordClass.auxiliary && word !== "'s") break;
    if (words.class[k]! & (WordClass.relative | WordClass.subordinator)) break;
    if (!isRoleNoun(word)) continue;
    const next = words.lower[k + 1]!;
    if (k + 1 === comma || next === 'of' || next === 'for' || next === 'to' || next === 'at' || next === 'in')
      head = k;
  }
  return head;
}

/** “Anna Roe, head of the water board,”: from the comma to the next one outside brackets. */
function appositionAfter(
  doc: TextDocument,
  words: Words,
  mention: NameMention,
  people: People,
): Span | undefined {
  const opener = words.lower[mention.endToken];
  if (opener !== ',' && opener !== '(' && opener !== '–' && opener !== '—') return undefined;
  const block = doc.sentences[mention.sentence]!;
  let first = mention.endToken + 1;
  // “Roe, 45, a teacher”
  if (doc.tokens.kind[first] === TokenKind.number && words.lower[first + 1] === ',') first += 2;
  if (first >= block.endToken) return undefined;
  const start = skipArticle(words, first);
  const relation = words.lower[first]!;
  if (relation === 'who' && /^(?:is|was)$/.test(words.lower[first + 1] ?? ''))
    return nounPhrase(doc, words, people, skipArticle(words, first + 2), block.endToken);
  if (
    words.class[first]! &
    (WordClass.preposition |
      WordClass.relative |
      WordClass.pronoun |
      WordClass.conjunction |
      WordClass.auxiliary)
  )
    return undefined;
  return nounPhrase(
    doc,
    words,
    people,
    start,
    block.endToken,
    opener === ',' ? ',' : opener === '(' ? ')' : opener,
  );
}

function skipArticle(words: Words, i: number): number {
  return /^(?:a|an|the)$/.test(words.lower[i] ?? '') ? i + 1 : i;
}

const STOPS = new Set([',', ';', ':', '.', '!', '?', ')', '(', '–', '—', '--', '“', '”', '"']);

/** Where people's names begin and end, by their first token. */
type People = ReadonlyMap<number, number>;

/** “Roe, actor Hart and singer Lund”: a person who is neither an owner nor after a preposition is the next of a list. */
function isNextInList(words: Words, people: People, at: number): boolean {
  const end = people.get(at);
  if (end === undefined || words.lower[end] === "'s" || words.lower[end] === '’') return false;
  return (words.class[at - 1]! & WordClass.preposition) === 0;
}

/** A phrase from `first` up to the closing mark, if a role noun heads it. */
function nounPhrase(
  doc: TextDocument,
  words: Words,
  people: People,
  first: number,
  limit: number,
  close = ',',
): Span | undefined {
  let head = -1;
  let end = first;
  for (; end < limit; end++) {
    const word = words.lower[end]!;
    if (word === close || STOPS.has(word) || word === 'who' || word === 'which') break;
    const capitals = words.class[end]! & WordClass.auxiliary && word !== "'s";
    if (capitals) break;
    if (end - first > MAX_TOKENS || isNextInList(words, people, end)) return undefined;
    if (head < 0) {
      if (isRoleNoun(word)) head = end;
      // the head comes before “of”: “member of”, not “city of a mayor”
      else if (words.class[end]! & WordClass.preposition) return undefined;
      else if (looksVerbal(word) && words.lower[end - 1] !== '-') return undefined;
    }
  }
  if (head < 0) return undefined;
  if (ORG_HEADS.has(words.lower[end - 1]!) && end - 1 === head) return undefined;
  return span(doc, first, end);
}

/** “Roe is a lawyer from …”. */
function predicate(doc: TextDocument, words: Words, mention: NameMention, people: People): Span | undefined {
  const verb = words.lower[mention.endToken];
  if (verb !== 'is' && verb !== 'was') return undefined;
  const article = words.lower[mention.endToken + 1];
  if (article !== 'a' && article !== 'an' && article !== 'the') return undefined;
  return nounPhrase(doc, words, people, mention.endToken + 2, doc.sentences[mention.sentence]!.endToken);
}

/** The most informative of several roles: what office, where; neither bare nor a whole story. */
export function bestRole(text: string, roles: readonly Span[]): Span | undefined {
  let best: Span | undefined;
  let most = -1;
  for (const role of roles) {
    const count = text.slice(role.start, role.end).split(/\s+/).length;
    const worth = count <= 12 ? Math.min(count, 6) : 2;
    if (worth > most) {
      best = role;
      most = worth;
    }
  }
  return best;
}
