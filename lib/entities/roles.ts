import { list } from '../text/list.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { tokenAt, spanOf } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { WordClass, isCapital } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { HONORIFICS, OCCUPATIONS, ORG_HEADS, ROLE_MODIFIERS, ROLE_NOUNS, PEOPLES } from './lexicon.ts';
import type { NameMention } from './mentions.ts';

/** Longest role worth showing, in tokens. */
const MAX_TOKENS = 24;

/** The words by which the article says what somebody is, around each name: `roles[i]` belongs to `mentions[i]`. */
export function findRoles(doc: TextDocument, words: Words, mentions: readonly NameMention[]): Span[][] {
  const people = new Map(
    mentions.filter(({ type }) => type === 'PER').map(({ first, endToken }) => [first, endToken]),
  );
  let shared: Span | undefined; // “senators Roe and Hart”
  return mentions.map((mention, index) => {
    const previous = mentions[index - 1];
    if (mention.type !== 'PER') return [];
    if (!previous || !goesOnWithList(words, previous, mention)) shared = undefined;
    const title = titleBefore(doc, words, mention, previous);
    if (title) shared = isPlural(words.lower[tokenAt(doc, title.end - 1)]!) ? title : undefined;
    const named = title ? tokenAt(doc, title.start) : titleEnd(doc, words, mention);
    const roles = [
      title ?? shared,
      appositionBefore(doc, words, mention, named - 1),
      appositionAfter(doc, words, mention, people),
      predicate(doc, words, mention, people),
      office(doc, words, mention, people),
    ];
    const found = roles.filter(role => role !== undefined);
    const own = found.length === 0 ? ownBody(doc, words, mention, previous, mentions[index + 1]) : undefined;
    return own ? [own] : found;
  });
}

/** Whether two names stand in one list: “Roe, Hart and Lund”. */
function goesOnWithList(words: Words, left: NameMention, right: NameMention): boolean {
  if (left.type !== 'PER' || left.sentence !== right.sentence || right.first - left.endToken > 2)
    return false;
  for (let i = left.endToken; i < right.first; i++) {
    if (!/^(?:,|and|&|or)$/.test(words.lower[i]!)) return false;
  }
  return right.first > left.endToken;
}

/** Whether a token is the head of a role: “minister”, “spokeswoman”, “co-founder”. */
export function isRoleNoun(word: string): boolean {
  return ROLE_NOUNS.has(word) || OCCUPATIONS.has(word) || isPlural(word) || CALLINGS.test(word);
}

/** “running back”, “point guard”: where somebody plays. */
function isPosition({ lower, shape }: Words, i: number): boolean {
  return (
    !shape[i] &&
    /^(?:back|end|guard|forward|tackle|cent(?:er|re))$/.test(lower[i]!) &&
    SIDES.has(lower[i - 1] ?? '')
  );
}
const SIDES = list(
  'running tight defensive offensive small power point shooting left right nose loose tighthead',
);

const CALLINGS = /(?:woman|man|mate|ologist|ordinator)$/;

/** Whether token `i` is the head of a role; a capital that only ends like one is a surname (“Deachman”). */
function isRoleAt(words: Words, i: number): boolean {
  const word = words.lower[i]!;
  const listed = ROLE_NOUNS.has(word) || OCCUPATIONS.has(word) || isPlural(word) || isPosition(words, i);
  return listed || (!isCapital(words, i) && CALLINGS.test(word));
}

function isPlural(word: string): boolean {
  const one = word.slice(0, -1);
  return word.endsWith('s') && !ROLE_NOUNS.has(word) && (ROLE_NOUNS.has(one) || OCCUPATIONS.has(one));
}

function span(doc: TextDocument, first: number, end: number): Span | undefined {
  if (first >= end || end - first > MAX_TOKENS) return undefined;
  return spanOf(doc, { first, end });
}

/** The token after the words before a name that can be its title: quotation marks, “Dr.” and “named” are between. */
function titleEnd(doc: TextDocument, words: Words, mention: NameMention): number {
  const begin = doc.sentences[mention.sentence]!.firstToken;
  let end = mention.first;
  // “Coach (Lena) Brandt”
  if (end - 3 > begin && words.lower[end - 1] === ')' && words.lower[end - 3] === '(') end -= 3;
  while (end > begin && (BETWEEN.has(words.lower[end - 1]!) || HONORIFICS.has(words.lower[end - 1]!))) end--;
  return end;
}
const BETWEEN = list('" “ ‘ named called right rt most very honourable');

/** Offices that a party is said of: a “Labour councillor” is one, a “Chancellor Dr Roe” is the chancellor. */
const SHORT_OFFICES = /^(?:gov|sen|rep|cllr)\.?$/;

/** Honorifics that name an office or rank by themselves. */
const OFFICES =
  /^(?:gov|sen|rep|gen|lt|col|capt|maj|sgt|cmdr|adm|amb|pres|insp|det|cllr|prof|dr|rev|lord|lady|sheikh|ayatollah)\.?$/;

/** “French foreign minister Anna Roe”: walks left from the name as long as the words can belong to a title. */
function titleBefore(
  doc: TextDocument,
  words: Words,
  mention: NameMention,
  previous?: NameMention,
): Span | undefined {
  const begin = doc.sentences[mention.sentence]!.firstToken;
  const end = titleEnd(doc, words, mention);
  const rank = mention.first - 1;
  let head = end - 1;
  // “President-elect”
  if (/^(?:elect|designate)$/.test(words.lower[head] ?? '') && words.lower[head - 1] === '-') head -= 2;
  if (head >= begin && doc.tokens.kind[end - 1] !== TokenKind.punctuation) {
    // “a major Anna Roe retrospective”
    if (EITHER.test(words.lower[head]!) && /^an?$/.test(words.lower[head - 1] ?? '')) return undefined;
    if (!isRoleAt(words, head)) head = headBeforeOf(words, begin, end);
    if (head >= 0) {
      // “Republican Sen. Anna Roe”: the office is part of it
      const isOffice = end === rank && SHORT_OFFICES.test(words.lower[rank]!);
      return span(doc, titleStart(doc, words, head + 1, previous), isOffice ? mention.first : end);
    }
  }
  if (rank < begin || !OFFICES.test(words.lower[rank]!)) return undefined;
  return span(doc, titleStart(doc, words, rank + 1, previous), rank + 1);
}

/** Roles that are adjectives as well. */
const EITHER = /^(?:major|general|chief|principal|private|senior|junior)$/;

/** The role noun of “Secretary of State”, “chief executive of the Harbour Board”, “ambassador to Norway”, right before a name; or -1. */
function headBeforeOf(words: Words, begin: number, end: number): number {
  if (end <= begin) return -1;
  // “the wife of Jo Roe” is not Jo Roe
  if (!isCapital(words, end - 1)) return capitalHeadBeforeOf(words, begin, end);
  for (let i = end - 1; i > begin && i > end - 10; i--) {
    const word = words.lower[i]!;
    if (/^(?:of|for|to)$/.test(word) && isRoleNoun(words.lower[i - 1]!)) return i - 1;
    if (!isCapital(words, i) && !/^(?:of|for|the|and|&|'s|-)$/.test(word)) return -1;
  }
  return -1;
}

/** “Head of water supply Anna Roe said”: an office without an article at the head of its sentence, of plain nouns; or -1. */
function capitalHeadBeforeOf(words: Words, begin: number, end: number): number {
  let i = end - 1;
  while (
    i > begin &&
    i > end - 5 &&
    words.class[i] === 0 &&
    !words.shape[i] &&
    /^[a-z]+$/.test(words.lower[i]!)
  )
    i--;
  const isOffice = words.lower[i] === 'of' && i === begin + 1 && ROLE_NOUNS.has(words.lower[begin]!);
  return isOffice && i < end - 1 && isCapital(words, begin) ? begin : -1;
}

/** Where the noun phrase of a title that ends before token `end` begins. */
function titleStart(doc: TextDocument, words: Words, end: number, previous?: NameMention): number {
  const { firstToken } = doc.sentences[doc.tokens.sentence[end - 1]!]!;
  const isPlain = !isCapital(words, end - 1);
  let hasCapitals = !isPlain;
  let i = end - 1;
  while (i > firstToken && end - i < LONGEST_TITLE) {
    const before = i - 1;
    const word = words.lower[before]!;
    if (isHyphenated(doc, words, i) || word === "'s") i--;
    else if (doc.tokens.kind[before] === TokenKind.punctuation && word !== '&') break;
    else if (word === 'of' || word === 'for' || word === 'and') {
      if (!joinsTitle(words, before, hasCapitals, previous)) break;
      i -= 2;
    } else if (isCapital(words, before) || PEOPLES.has(word)) {
      if (!isNameInTitle(words, before)) break;
      hasCapitals = true;
      i--;
    } else if (isTitleWord(words, before, hasCapitals, isPlain)) i--;
    else break;
  }
  while (i < end - 1 && /^(?:'s|-|and)$/.test(words.lower[i]!)) i++;
  // “Bank of Norway governor” is not cut to “Norway governor”
  const isCut = previous?.type === 'ORG' && previous.first < i && i < previous.endToken;
  return isCut && end - previous.first < LONGEST_TITLE ? previous.first : i;
}
/** Tokens. */
const LONGEST_TITLE = 10;

/** “vice|-president”, “vice-|president”. */
function isHyphenated(doc: TextDocument, words: Words, i: number): boolean {
  const isHyphen = words.lower[i - 1] === '-' && doc.tokens.start[i] === doc.tokens.end[i - 1];
  return isHyphen || words.lower[i] === '-';
}

/** Whether a title goes on before “of”, “for” or “and”: “Secretary | of State”, “Trade | and Industry”. */
function joinsTitle(words: Words, joint: number, hasCapitals: boolean, previous?: NameMention): boolean {
  const left = joint - 1;
  if (words.lower[joint] === 'and') {
    if (previous && previous.endToken >= joint) return false;
    return !isCapital(words, joint) && isCapital(words, left) && isCapital(words, joint + 1);
  }
  // “the wife of President Roe” says nothing about Roe but that he is president
  if (words.lower[joint] === 'of' && hasCapitals && left >= 0 && !isCapital(words, left)) return false;
  return isRoleNoun(words.lower[left] ?? '');
}

/** Whether a word with a capital, or a people, may stand in a title: “Norwegian”, not “The”, “Monday”. */
function isNameInTitle({ lower, class: classes, opensSentence }: Words, i: number): boolean {
  const { determiner, pronoun, preposition, subordinator, time } = WordClass;
  if (classes[i]! & (determiner | pronoun | preposition | subordinator | time)) return false;
  return !(opensSentence[i] && classes[i] !== 0) || PEOPLES.has(lower[i]!);
}

/** Whether a lower-case word may: left of capitals it belongs to the sentence, but “former President”. */
function isTitleWord(words: Words, i: number, hasCapitals: boolean, isPlain: boolean): boolean {
  const word = words.lower[i]!;
  if (hasCapitals && !isPlain && !TENURE.has(word)) return false;
  if (ROLE_MODIFIERS.has(word)) return true;
  if (words.class[i] !== 0) return false;
  return isRoleNoun(word) || (!hasCapitals && (SIDES.has(word) || !looksVerbal(word)));
}

/** Whether an office is held, was or will be. */
const TENURE = list('former ex acting interim incoming outgoing then late current deputy vice');

const VERBS = list(
  'met meet meets told tell said saw made gave took left became elected named called put set got let kept found joined beat won provides gives gave makes calls names meets joins leaves sees tells asks wants says helps lets',
);

function looksVerbal(word: string): boolean {
  return VERBS.has(word) || (word.length > 4 && /(?:ed|ing)$/.test(word) && !ROLE_MODIFIERS.has(word));
}

/** “The bank's chief economist, Anna Roe,”, “A vet, Jo Hart,”: a phrase, a comma, the name. */
function appositionBefore(
  doc: TextDocument,
  words: Words,
  mention: NameMention,
  comma: number,
): Span | undefined {
  const begin = doc.sentences[mention.sentence]!.firstToken;
  if (comma <= begin || words.lower[comma] !== ',') return undefined;
  const closed =
    mention.endToken >= doc.tokens.length || doc.tokens.kind[mention.endToken] === TokenKind.punctuation;
  const head = headBefore(doc, words, comma);
  if (head < 0) return closed ? plainPhraseBefore(doc, words, begin, comma) : undefined;
  if (isPlural(words.lower[head]!)) return undefined;
  const start = titleStart(doc, words, head + 1);
  // no second comma: only where the phrase is whole by itself, and not of “Told so by an official, Roe left”
  if (!closed && start > begin) {
    if (!/^(?:the|an?|his|her|its|their|'s)$/.test(words.lower[start - 1]!)) return undefined;
    if (start - 2 >= begin && words.class[start - 2]! & WordClass.preposition) return undefined;
  }
  return span(doc, start, comma);
}

/** “A trapper,” or “his former bandmate,”: a few plain words after an article or possessive, whatever their noun. */
function plainPhraseBefore(doc: TextDocument, words: Words, begin: number, comma: number): Span | undefined {
  for (let i = comma - 1; i >= begin && i >= comma - 5; i--) {
    const word = words.lower[i]!;
    if (/^(?:an?|his|her|their)$/.test(word)) return span(doc, i + 1, comma);
    if (doc.tokens.kind[i] !== TokenKind.word && word !== '-') return undefined;
    if (words.class[i]! !== 0 || looksVerbal(word)) return undefined;
    if (isCapital(words, i) && !PEOPLES.has(word)) return undefined; // “his Danish bandmate,”
  }
  return undefined;
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
    // “mother to their son, Ed Roe”
    if (head >= 0 && words.class[k]! & WordClass.possessive) break;
    if (!isRoleAt(words, k)) continue;
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
  const behind = skipAge(doc, words, mention.endToken);
  const opener = words.lower[behind];
  if (opener !== ',' && opener !== '(' && opener !== '–' && opener !== '—') return undefined;
  const limit = doc.sentences[mention.sentence]!.endToken;
  let first = skipAside(doc, words, behind + 1);
  // “Roe, until recently the president of …”
  while (
    first < limit &&
    /^(?:until|recently|formerly|currently|now|then|once|himself|herself)$/.test(words.lower[first]!)
  )
    first++;
  if (first >= limit) return undefined;
  const start = skipArticle(words, first);
  const relation = words.lower[first]!;
  if (relation === 'who') return relative(doc, words, people, first + 1, limit);
  if (
    words.class[first]! &
    (WordClass.preposition |
      WordClass.relative |
      WordClass.pronoun |
      WordClass.conjunction |
      WordClass.auxiliary)
  )
    return undefined;
  const close = opener === ',' ? ',' : opener === '(' ? ')' : opener;
  return (
    nounPhrase(doc, words, people, start, limit, close) ??
    (/^an?$/.test(relation) ? plainPhrase(doc, words, people, start, limit) : undefined)
  );
}

/** Past an age in brackets: “Roe (45), a teacher”. */
function skipAge({ tokens }: TextDocument, { lower }: Words, at: number): number {
  const isAge = lower[at] === '(' && tokens.kind[at + 1] === TokenKind.number && lower[at + 2] === ')';
  return isAge ? at + 3 : at;
}

/** Past an age or a seat: “Roe, 45, a teacher”, “Roe, D-Ohio, a …”. */
function skipAside(doc: TextDocument, words: Words, first: number): number {
  if (doc.tokens.kind[first] === TokenKind.number && words.lower[first + 1] === ',') return first + 2;
  if (
    /^[dri]$/.test(words.lower[first] ?? '') &&
    words.lower[first + 1] === '-' &&
    words.lower[first + 3] === ','
  )
    return first + 4;
  return first;
}

/** “who is a lawyer”, “who served as chief of staff”, “who chairs the Harbour Board”. */
function relative(
  doc: TextDocument,
  words: Words,
  people: People,
  verb: number,
  limit: number,
): Span | undefined {
  const word = words.lower[verb] ?? '';
  if (/^(?:is|was)$/.test(word)) {
    const also = /^(?:also|now|currently|still|then)$/.test(words.lower[verb + 1] ?? '') ? 1 : 0;
    return nounPhrase(doc, words, people, skipArticle(words, verb + 1 + also), limit);
  }
  if (LEADS.test(word)) return led(doc, words, people, verb, limit);
  const as = /^(?:serves|served|works|worked|acts|acted)$/.test(word) && words.lower[verb + 1] === 'as';
  return as ? nounPhrase(doc, words, people, skipArticle(words, verb + 2), limit) : undefined;
}

const LEADS =
  /^(?:chairs|chaired|heads|headed|leads|led|runs|edits|directs|coaches|manages|represents|owns|founded|co-founded)$/;

/** “chairs the Harbour Board”, “runs a local union”: from the verb to the body; a race or a life is none. */
function led(doc: TextDocument, words: Words, people: People, verb: number, limit: number): Span | undefined {
  let body = false;
  let end = verb + 1;
  for (; end < limit && !STOPS.has(words.lower[end]!); end++) {
    if (end - verb > MAX_TOKENS || isNextInList(words, people, end)) return undefined;
    if (body && endsPhrase(doc, words, end)) break;
    if (words.class[end]! & (WordClass.conjunction | WordClass.relative | WordClass.auxiliary)) break;
    body ||= ORG_HEADS.has(words.lower[end]!);
  }
  return body ? span(doc, verb, end) : undefined;
}

/** “a Wisconsin Republican”, “a local resident”: a short phrase after “a”, whatever its noun. */
function plainPhrase(
  doc: TextDocument,
  words: Words,
  people: People,
  first: number,
  limit: number,
): Span | undefined {
  let end = first;
  for (; end < limit && !STOPS.has(words.lower[end]!); end++) {
    const word = words.lower[end]!;
    if (isNextInList(words, people, end) || word === 'who' || word === 'which' || word === 'that')
      return undefined;
    if (words.class[end]! & (WordClass.auxiliary | WordClass.pronoun | WordClass.quantity | WordClass.time))
      return undefined;
    if (looksVerbal(word) && words.lower[end - 1] !== '-') return undefined;
    if (end === first && words.class[end]! & WordClass.preposition) return undefined;
  }
  return end - first <= 10 ? span(doc, first, end) : undefined;
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
  let told = -1; // where the last person of the phrase ends
  for (; end < limit; end++) {
    const word = words.lower[end]!;
    if (word === close || STOPS.has(word) || /^(?:who|whose|whom|which|where)$/.test(word)) break;
    if (words.class[end]! & WordClass.auxiliary && word !== "'s") break;
    const goesOn = told === end - 1 && words.lower[end - 1] === 'and'; // “an ally of Roe and Hart”
    if (end - first > MAX_TOKENS || (!goesOn && isNextInList(words, people, end))) return undefined;
    told = people.get(end) ?? told;
    if (head >= 0 && endsPhrase(doc, words, end)) break;
    if (head < 0) {
      if (isRoleAt(words, end)) head = end;
      // the head comes before “of”: “member of”, not “city of a mayor”
      else if (words.class[end]! & WordClass.preposition) return undefined;
      else if (looksVerbal(word) && words.lower[end - 1] !== '-' && !isTrade(words, end)) return undefined;
    }
  }
  if (head < 0 || isPlural(words.lower[head]!)) return undefined;
  if (ORG_HEADS.has(words.lower[end - 1]!) && end - 1 === head) return undefined;
  // “a friend of”, where the phrase was cut; of “a singer and author of” all from “and” on
  const cut = end;
  while (end - 1 > head && words.class[end - 1]! & OPEN_END) end--;
  if (end < cut && end - 2 > head && words.lower[end - 2] === 'and' && isRoleAt(words, end - 1)) end -= 2;
  return span(doc, first, end);
}
/** “shipping analyst”, “marketing director”: what somebody works at, before what they are. */
const isTrade = (words: Words, i: number): boolean =>
  words.lower[i]!.endsWith('ing') && isRoleAt(words, i + 1);

const OPEN_END =
  WordClass.preposition | WordClass.conjunction | WordClass.determiner | WordClass.subordinator;

/** Where the words after the head of a role turn to what happened, or when: “a resident also responded”, “chief in 2009”. */
function endsPhrase(doc: TextDocument, words: Words, i: number): boolean {
  const word = words.lower[i]!;
  if (/^(?:also|but|since|until|after|before|when|while|during|because|as)$/.test(word)) return true;
  if (words.class[i]! & WordClass.time && isCapital(words, i)) return true;
  // “chief executive the week before”
  if (/^(?:the|last|this|next)$/.test(word) && words.class[i - 1] === 0 && words.lower[i - 1] !== '-')
    return true;
  const next = i + 1;
  if (/^(?:in|on|from)$/.test(word))
    return doc.tokens.kind[next] === TokenKind.number || ((words.class[next] ?? 0) & WordClass.time) !== 0;
  // “told us”, but “based in”, “convicted of stealing”, “of Advanced Programs”
  const isOf = (words.class[i - 1]! & WordClass.preposition) !== 0 || isCapital(words, i);
  return (
    !isOf &&
    looksVerbal(word) &&
    words.lower[i - 1] !== '-' &&
    !((words.class[next] ?? 0) & WordClass.preposition) &&
    !qualifiesNoun(doc, words, i)
  );
}

/** “owner of a commercial | landscaping | company”: after an adjective and before a noun no verb stands. */
function qualifiesNoun(doc: TextDocument, { lower, class: classes, shape }: Words, i: number): boolean {
  const before = lower[i - 1]!;
  if (!ADJECTIVAL.test(before) || ORG_HEADS.has(before) || isRoleNoun(before)) return false;
  const isArticle = (classes[i - 2]! & WordClass.determiner) !== 0;
  const isNoun = doc.tokens.kind[i + 1] === TokenKind.word && classes[i + 1] === 0 && !shape[i + 1];
  return isArticle && isNoun;
}
const ADJECTIVAL = /(?:al|ic|ive|ous|ful|less|ary|able|ible)$/;

/** “Roe is a lawyer from …”. */
function predicate(doc: TextDocument, words: Words, mention: NameMention, people: People): Span | undefined {
  const limit = doc.sentences[mention.sentence]!.endToken;
  const verb = pastBrackets(words, mention.endToken, limit);
  if (!/^(?:is|was|became)$/.test(words.lower[verb] ?? '')) return undefined;
  const start = skipArticle(words, verb + 1);
  if (start === verb + 1 && !isRoleNoun(words.lower[start] ?? '')) return undefined;
  if (/^(?:most|more|less|least)$/.test(words.lower[start] ?? '')) return undefined;
  const role = nounPhrase(doc, words, people, start, limit);
  return role && isFamiliar(doc.text.slice(role.start, role.end)) ? undefined : role;
}

/** “was a happy child” tells nobody who that is. */
function isFamiliar(role: string): boolean {
  return /^(?:\p{Ll}+ )?(?:child|boy|girl|teenager|father|mother|parent|son|daughter|brother|sister)$/u.test(
    role,
  );
}

/** Past “(born 1950 in Oslo)”. */
function pastBrackets(words: Words, i: number, limit: number): number {
  if (words.lower[i] !== '(') return i;
  for (let k = i + 1; k < limit && k < i + 40; k++) if (words.lower[k] === ')') return k + 1;
  return i;
}

const INSTALLED =
  /^(?:appointed|elected|re-elected|sworn|chosen|named|confirmed|installed|hired|serving|served|serves|stood|works|worked|acting|resigned|retired|nominated)$/;

/** “Roe was sworn in as mayor of Oslo”, “they elected Roe as speaker”: the person nearest before the verb, or right after it. */
function office(doc: TextDocument, words: Words, mention: NameMention, people: People): Span | undefined {
  const limit = Math.min(doc.sentences[mention.sentence]!.endToken, mention.endToken + 12);
  let installed = INSTALLED.test(words.lower[mention.first - 1] ?? '');
  for (let i = mention.endToken; i < limit; i++) {
    const word = words.lower[i]!;
    if (people.has(i) || /^[;:"“”.]$/.test(word) || word === 'who') return undefined;
    if (INSTALLED.test(word)) installed = true;
    if (installed && word === 'as')
      return nounPhrase(
        doc,
        words,
        people,
        skipArticle(words, i + 1),
        doc.sentences[mention.sentence]!.endToken,
      );
  }
  return undefined;
}

/** “The Harbour Board's Jo Roe”, “Jo Roe of the Harbour Board”: whose somebody is, where the text says no more. */
function ownBody(
  doc: TextDocument,
  words: Words,
  mention: NameMention,
  previous?: NameMention,
  next?: NameMention,
): Span | undefined {
  if (next?.type === 'ORG' && words.lower[mention.endToken] === 'of' && next.sentence === mention.sentence) {
    let first = skipArticle(words, mention.endToken + 1);
    // “of the liberal Harbour Board”
    if (first < next.first && words.class[first] === 0 && !words.shape[first]) first++;
    if (first === next.first) return span(doc, next.first, next.endToken);
  }
  if (previous?.type !== 'ORG' || previous.endToken !== mention.first - 1) return undefined;
  return words.lower[previous.endToken] === "'s" ? span(doc, previous.first, previous.endToken) : undefined;
}

/** Ranks alone, which say less than an office. */
const RANK =
  /^(?:lieutenant |major |brigadier )?(?:general|colonel|major|captain|lieutenant|sergeant|officer|president|doctor)$/i;

/** How somebody compares with others, which says less than any office: “most popular singer in Norway”. */
function isPraise(role: string): boolean {
  return /^(?:only|\S+st)\s/.test(role) && /^(?:most|best|worst|only|first|\p{Ll}{3,}est)\s/u.test(role);
}

/** The most informative of several roles: what office, where; neither bare nor a whole story. */
export function bestRole(text: string, roles: readonly Span[]): Span | undefined {
  let best: Span | undefined;
  let most = -Infinity;
  for (const role of roles) {
    const whole = text.slice(role.start, role.end);
    const count = whole.split(/\s+/).length; // words
    const least = (RANK.test(whole) ? 1.5 : 0) + (isPraise(whole) ? 5 : 0);
    const worth = (count <= 12 ? Math.min(count, 6) : 2) - least;
    if (worth > most) {
      best = role;
      most = worth;
    }
  }
  return best;
}
