import { list } from '../text/list.ts';
import { TokenKind } from '../text/document.ts';
import type { Quotation, TextDocument } from '../text/document.ts';
import { endsAfter } from '../text/endings.ts';
import { tokensIn } from '../text/parse.ts';
import { isQuotedAt } from '../text/quotations.ts';
import { lastStartingBy } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { FORMS_OF_BE, IRREGULAR_PASTS, Shape, WordClass, wordsOf } from '../text/words.ts';
import { APPEARS, Frame, NOUN_CUES, cueOf } from './cues.ts';

/** “showed | a sign that bans boats”: content that begins with the “that” of a noun begins with the noun. */
export function withAntecedent(doc: TextDocument, cue: Span, content: readonly Span[]): Span[] {
  const [piece, ...rest] = content as [Span, ...Span[]];
  const { lower, class: classes } = wordsOf(doc);
  const { first } = tokensIn(doc, piece);
  const { end } = tokensIn(doc, cue);
  const isPart = lower[first] === 'that' && first > end && first - end <= MOST_BETWEEN;
  if (!isPart || !stands(lower, classes, first) || NOUN_CUES.has(lower[first - 1]!)) return [...content];
  if (NOUN_CUES.has(lower[end - 1]!)) return [...content]; // “statements by papers that print them”
  // “announced last Monday that …”
  if (classes[first - 1]! & WordClass.time) return [...content];
  for (let k = end; k < first; k++) {
    if (doc.tokens.kind[k] === TokenKind.punctuation && lower[k] !== '-') return [...content];
  }
  return [{ start: doc.tokens.start[end]!, end: piece.end }, ...rest];
}
const MOST_BETWEEN = 14;

/** “said the banks, ‘| which fell last, are safe’”: content that begins with quoted words begins with what they are said of. */
export function withSubject(doc: TextDocument, source: Span | null, cue: Span, piece: Span): Span {
  const { lower, class: classes } = wordsOf(doc);
  const from = tokensIn(doc, cue).end;
  const { first } = tokensIn(doc, piece);
  const mark = first - 1;
  if (source && source.start >= cue.end && source.start < piece.start) return piece; // “says | Brandt”
  if (mark <= from || mark - from > MOST_NAMED || !isMark(lower[mark]!)) return piece;
  const frames = cueOf(lower[from - 1]!)?.frames ?? 0;
  const { preposition, adverb, time, conjunction } = WordClass;
  if (!(frames & Frame.clause) || frames & Frame.addressee) return piece;
  if (classes[from]! & (preposition | adverb | time | conjunction)) return piece;
  const opening = doc.text.charAt(piece.start);
  if (opening !== opening.toLowerCase() || opening === opening.toUpperCase()) return piece; // a sentence of its own
  let isNamed = false;
  for (let k = from; k < mark; k++) {
    const isComma = lower[k] === ',' && k === mark - 1;
    if (doc.tokens.kind[k] === TokenKind.punctuation && !isComma) return piece;
    isNamed ||= !isComma && classes[k] === 0;
  }
  return isNamed ? { start: doc.tokens.start[from]!, end: piece.end } : piece;
}
const MOST_NAMED = 8;

/**
 * “is expected | to close”, “vowed | to fight”: the “to” of what is to be done belongs to it, not to the cue; the “out” of
 * what somebody ruled out belongs to the cue.
 */
export function withInfinitive(
  doc: TextDocument,
  cue: Span,
  content: readonly Span[],
): { cue: Span; content: Span[] } {
  const at = content.findIndex(({ start }) => start - cue.end === 1);
  const { lower, class: classes, shape } = wordsOf(doc);
  // “did not rule | out a strike”
  const out = at < 0 ? -1 : tokensIn(doc, content[at]!).first;
  if (
    lower[out] === 'out' &&
    /^rul(?:e|es|ed|ing)$/.test(lower[out - 1]!) &&
    content[at]!.end > doc.tokens.end[out]!
  )
    return {
      cue: { start: cue.start, end: doc.tokens.end[out]! },
      content: content.map((piece, k) =>
        k === at ? { start: doc.tokens.start[out + 1]!, end: piece.end } : piece,
      ),
    };
  if (at < 0 || doc.text.slice(cue.end - 3, cue.end) !== ' to') return { cue, content: [...content] };
  const to = tokensIn(doc, cue).end - 1;
  const { determiner, possessive, pronoun, preposition } = WordClass;
  const isVerb =
    (classes[to + 1]! & (determiner | possessive | pronoun | preposition)) === 0 &&
    (shape[to + 1]! & Shape.capital) === 0 &&
    !/(?:[^s]s|ing)$/.test(lower[to + 1]!);
  if (!isVerb || TAKING_TO.test(lower[to - 1]!)) return { cue, content: [...content] };
  const start = doc.tokens.start[to]!;
  return {
    cue: { start: cue.start, end: doc.tokens.end[to - 1]! },
    content: content.map((piece, k) => (k === at ? { start, end: piece.end } : piece)),
  };
}
/** “declined to | comment” and “objected to | noise” are whole with their “to”. */
const TAKING_TO =
  /^(?:declin|refus|accord|object|respond|repl|react|admit|confess|apologi|refer|point|listen|amount|contribut|testif|due|thank)/;

/**
 * “advises | avoiding | boats”, “hoped | to cut | it”, “If it rains, she suggests | waiting”: what somebody would have
 * done begins with the doing, without which the advice may be turned round.
 */
export function withDoing(doc: TextDocument, cue: Span, content: readonly Span[]): Span[] {
  const { lower, class: classes } = wordsOf(doc);
  const doing = tokensIn(doc, cue).end;
  if (!WISHING.has(cueOf(lower[doing - 1]!)?.lemma ?? '')) return [...content];
  const isGerund = endsAfter(lower[doing], 2, 'ing') && classes[doing] === 0;
  const isInfinitive = lower[doing] === 'to' && classes[doing + 1] === 0;
  if (!isGerund && !isInfinitive) return [...content];
  const start = doc.tokens.start[doing]!;
  const at = content.findIndex(piece => piece.start >= cue.end);
  if (at < 0) {
    const end = isGerund ? endOfPhrase(doc, doing) : doing;
    return end - doing > 1 ? [...content, { start, end: doc.tokens.end[end - 1]! }] : [...content];
  }
  const { first } = tokensIn(doc, content[at]!);
  if (first === doing || first - doing > MOST_BETWEEN || endOfPhrase(doc, doing) < first) return [...content];
  return content.map((piece, k) => (k === at ? { start, end: piece.end } : piece));
}
const WISHING = list(
  'advise recommend suggest hope propose consider urge discourage plan promise vow want intend offer expect threaten agree support oppose favour favor',
);

/** The first mark behind a token, or the end of its sentence. */
function endOfPhrase({ tokens }: TextDocument, first: number): number {
  let end = first;
  while (
    end < tokens.length &&
    tokens.sentence[end] === tokens.sentence[first] &&
    end < first + MOST_LEFT &&
    tokens.kind[end] !== TokenKind.punctuation
  )
    end++;
  return end;
}

/**
 * “that two towns, which lie low, | saw floods”: a clause with no verb but that of a relative one goes on with its own
 * behind the comma.
 */
export function withPredicate(doc: TextDocument, piece: Span): Span {
  const { lower, class: classes } = wordsOf(doc);
  const { kind, sentence, length } = doc.tokens;
  const { first, end } = tokensIn(doc, piece);
  const that = lower[first] === 'is' ? first + 1 : first;
  const next = end + 1;
  if (lower[that] !== 'that' || lower[end] !== ',' || next >= length || sentence[next] !== sentence[first])
    return piece;
  if (!looksFinite(lower, classes, next)) return piece;
  let isRelative = false;
  for (let k = that + 1; k < end; k++) {
    if (lower[k] === ',') isRelative = false;
    isRelative ||= (classes[k]! & (WordClass.relative | WordClass.subordinator)) !== 0;
    if (!isRelative && looksFinite(lower, classes, k)) return piece;
  }
  let to = next;
  while (to < length && sentence[to] === sentence[first]) to++;
  while (kind[to - 1] === TokenKind.punctuation && !isMark(lower[to - 1]!)) to--;
  return { start: piece.start, end: doc.tokens.end[to - 1]! };
}

/**
 * “Sales fell, | the first loss in years, according to Brandt”, “It is rare, but | can happen, Brandt said”: content with
 * no verb or no subject before its cue begins with its sentence.
 */
export function withMainClause(doc: TextDocument, cue: Span, piece: Span): Span {
  const { lower, class: classes } = wordsOf(doc);
  const { first, end } = tokensIn(doc, piece);
  const sentence = doc.sentences[doc.tokens.sentence[first]!]!;
  if (
    first <= sentence.firstToken ||
    tokensIn(doc, cue).first < end ||
    isQuotedAt(doc.quotations, piece.start)
  )
    return piece;
  const before = lower[first - 1]!;
  const isCut = /^(?:but|and)$/.test(before) && (classes[first]! & WordClass.auxiliary) !== 0;
  let isLoose = before === ',' || (classes[first - 1]! & WordClass.preposition) !== 0;
  for (let k = first; isLoose && k < end; k++) isLoose = !looksFinite(lower, classes, k);
  if (!isCut && !isLoose) return piece;
  return { start: sentence.start, end: piece.end };
}

/** “advises sitting down, | standing up and walking”, “asked for nets, ropes, | sails and oars”: a list goes on to its last part. */
export function withList(doc: TextDocument, piece: Span): Span {
  const { lower, class: classes } = wordsOf(doc);
  const { sentence, length, kind } = doc.tokens;
  const { first, end } = tokensIn(doc, piece);
  if (lower[end] !== ',' || isQuotedAt(doc.quotations, doc.tokens.start[end]!)) return piece;
  const isDoing = (k: number): boolean => classes[k] === 0 && endsAfter(lower[k]!, 2, 'ing');
  const doing = isDoing(first);
  if (!doing && !isItem(doc, lastComma(lower, first, end) + 1, end)) return piece;
  let from = end + 1;
  for (let parts = 0; parts < MOST_PARTS && from < length; parts++) {
    let to = from;
    let and = -1;
    while (to < length && sentence[to] === sentence[end] && kind[to] !== TokenKind.punctuation) {
      if (/^(?:and|or)$/.test(lower[to]!) && and < 0) and = to;
      if (looksFinite(lower, classes, to)) return piece;
      to++;
    }
    const part = and === from ? from + 1 : from;
    const isPart = doing ? isDoing(part) : and === from || isItem(doc, from, and < 0 ? to : and);
    if (!isPart || to === from) return piece;
    if (and >= 0) return to > and + 1 ? { start: piece.start, end: doc.tokens.end[to - 1]! } : piece;
    if (lower[to] !== ',') return piece;
    from = to + 1;
  }
  return piece;
}
const MOST_PARTS = 8;

/** “had been burned | ; sunk; or lost”, “that it leaks | ; that it is old; and that it must go”: so does one set off by semicolons. */
export function withSeries(doc: TextDocument, piece: Span): Span {
  const { lower, class: classes, shape } = wordsOf(doc);
  const { first, end } = tokensIn(doc, piece);
  if (lower[end] !== ';' || isQuotedAt(doc.quotations, doc.tokens.start[end]!)) return piece;
  const { endToken } = doc.sentences[doc.tokens.sentence[end]!]!;
  const to = doc.tokens.kind[endToken - 1] === TokenKind.punctuation ? endToken - 1 : endToken;
  let parts = 0;
  let last = end;
  for (let k = end; k < to; k++) {
    if (lower[k] !== ';') continue;
    const opens = /^(?:and|or)$/.test(lower[k + 1]!) ? k + 2 : k + 1;
    const isLike = lower[opens] === lower[first] && lower[first] === 'that';
    const isOwn = (classes[opens]! & (WordClass.pronoun | WordClass.determiner)) !== 0;
    if (!isLike && (isOwn || shape[opens]! & Shape.capital)) return piece; // a clause of its own
    parts++;
    last = k;
  }
  const isSeries = parts > 1 && /^(?:and|or)$/.test(lower[last + 1]!);
  return isSeries ? { start: piece.start, end: doc.tokens.end[to - 1]! } : piece;
}

/** The last comma of some tokens, or the one before them. */
function lastComma(lower: readonly string[], first: number, end: number): number {
  let k = end - 1;
  while (k >= first && lower[k] !== ',') k--;
  return k >= first ? k : end;
}

/** A noun or two. */
function isItem(doc: TextDocument, first: number, end: number): boolean {
  const { class: classes } = wordsOf(doc);
  if (end <= first || end - first > LONGEST_ITEM) return false;
  for (let k = first; k < end; k++)
    if (classes[k] !== 0 || doc.tokens.kind[k] !== TokenKind.word) return false;
  return true;
}
const LONGEST_ITEM = 3;

/**
 * “When Roe said that it was safe, | the river rose”, “Despite the mayor's promise that it is safe, | it floods”: what is
 * said in the clause that opens a sentence ends before the main one.
 */
export function withinClause(doc: TextDocument, source: Span | null, cue: Span, piece: Span): Span {
  const { lower, class: classes } = wordsOf(doc);
  const said = tokensIn(doc, cue);
  const { firstToken, endToken } = doc.sentences[doc.tokens.sentence[said.first]!]!;
  const opener = openerOf(lower, classes, firstToken, source ? tokensIn(doc, source).first : firstToken);
  const { first, end } = tokensIn(doc, piece);
  if (!OPENING.has(lower[opener]!) || first < said.end || first - said.end > MOST_BETWEEN) return piece;
  if (end > endToken || (source && source.start > piece.start)) return piece;
  const subject = source ? tokensIn(doc, source).first : opener + 1;
  const isNoun = NOUN_CUES.has(lower[said.end - 1]!) && lower[first] === 'that';
  if (WITH_NOUN.has(lower[opener]!) ? !isNoun : subject !== opener + 1) return piece;
  for (let k = opener; k < first; k++) if (lower[k] === ',') return piece; // the cue is the main clause's
  let comma = -1;
  let verb = false;
  for (let k = first + 1; k + 3 < end; k++) {
    verb ||= looksFinite(lower, classes, k);
    if (lower[k] !== ',' || isQuotedAt(doc.quotations, doc.tokens.start[k]!)) continue;
    if (comma < 0) comma = k;
    if (!verb || !opensMainClause(lower, classes, k + 1, end)) continue;
    comma = k;
    break;
  }
  return comma < 0 ? piece : { start: piece.start, end: doc.tokens.end[comma - 1]! };
}
const WITH_NOUN = list('despite amid after following given');
const OPENING = new Set([
  ...'while although though when as because since once before if'.split(' '),
  ...WITH_NOUN,
]);

/** The word that opens the clause a sentence begins with, behind “but” or “In May,”. */
function openerOf(lower: readonly string[], classes: Uint16Array, first: number, subject: number): number {
  const opener = subject - 1;
  if (lower[opener - 1] === ',' && opener - first < 8 && opener > first) {
    let k = first;
    while (k < opener && !looksFinite(lower, classes, k) && !OPENING.has(lower[k]!)) k++;
    if (k === opener) return opener;
  }
  return /^(?:but|and|yet|even)$/.test(lower[first]!) ? first + 1 : first;
}

/** Whether a subject and its verb come next, before any other mark. */
function opensMainClause(
  lower: readonly string[],
  classes: Uint16Array,
  first: number,
  end: number,
): boolean {
  const { auxiliary, conjunction, relative, preposition, subordinator, pronoun, determiner } = WordClass;
  if (classes[first]! & (auxiliary | conjunction | relative | preposition | subordinator)) return false;
  if (classes[first]! & pronoun && !(classes[first]! & determiner)) return true;
  for (let k = first + 1; k < end && k < first + 12; k++) {
    if (/^[,;:]$/.test(lower[k]!) || classes[k]! & (relative | subordinator)) return false;
    if (looksFinite(lower, classes, k)) return true;
  }
  return false;
}

/** Whether a word is most likely a finite verb; not the “held” of “the held goods”. */
export function looksFinite(lower: readonly string[], classes: Uint16Array, k: number): boolean {
  if (classes[k]! & WordClass.auxiliary) return lower[k] !== "'s";
  if (classes[k] !== 0 || classes[k - 1]! & WordClass.determiner) return false;
  return IRREGULAR_PASTS.has(lower[k]!) || cueOf(lower[k]!)?.form === 's' || endsAfter(lower[k], 2, 'ed');
}

/** “Hills, thought to be old, | fill the valley”: what is thought of them ends with the comma that closes the aside. */
export function withinAside(doc: TextDocument, cue: Span, piece: Span): Span {
  const { lower, class: classes } = wordsOf(doc);
  const said = tokensIn(doc, cue);
  const { first, end } = tokensIn(doc, piece);
  if (lower[said.first - 1] !== ',' || first < said.first) return piece;
  const isTo = lower[said.first + 1] === 'to' && ASIDE.test(lower[said.first]!);
  if (!isTo && !NAMED.test(lower[said.first]!)) return piece;
  for (let k = first + 2; k + 1 < end; k++) {
    const isComma = lower[k] === ',' && !isQuotedAt(doc.quotations, doc.tokens.start[k]!);
    if (isComma && (isTo || looksFinite(lower, classes, k + 1)))
      return { start: piece.start, end: doc.tokens.end[k - 1]! };
  }
  return piece;
}

const ASIDE = /^(?:thought|believed|said|estimated|reported|rumou?red)$/;
const NAMED = /^(?:considered|regarded|deemed|seen|described|dubbed)$/;

/**
 * “denied any wrong | and defended the price”, “promised a dam | but built none”: what has no verb itself ends before the
 * next thing its speaker did.
 */
export function beforeDeed(doc: TextDocument, cue: Span, piece: Span): Span {
  const { lower, class: classes } = wordsOf(doc);
  const said = tokensIn(doc, cue);
  const { first, end } = tokensIn(doc, piece);
  const isPast = cueOf(lower[said.end - 1]!)?.form === 'past' || lower[said.first] === 'did';
  if (!isPast || classes[first]! & (WordClass.pronoun | WordClass.subordinator)) return piece;
  for (let k = first; k + 2 < end; k++) {
    const isTurn = /^(?:and|but)$/.test(lower[k]!) && k > first + 1;
    const isDone = looksFinite(lower, classes, k + 1) || cueOf(lower[k + 1]!)?.form === 'past';
    if (isTurn && isDone && !(classes[k + 1]! & WordClass.auxiliary))
      return { start: piece.start, end: doc.tokens.end[lower[k - 1] === ',' ? k - 2 : k - 1]! };
    if (looksFinite(lower, classes, k) || classes[k]! & (WordClass.relative | WordClass.subordinator))
      return piece;
    if (/^(?:to|["“‘«])$/.test(lower[k]!) || lower[k] === ':') return piece;
  }
  return piece;
}

/**
 * “confirmed the sale | during a visit”, “denied the theft | in a letter to the board”: when, where and how something was
 * told is no part of it, where what was told is a thing without a verb.
 */
export function beforeOccasion(doc: TextDocument, cue: Span, piece: Span): Span {
  const { lower, class: classes } = wordsOf(doc);
  const said = tokensIn(doc, cue);
  const { first, end } = tokensIn(doc, piece);
  const isLed = (classes[said.end - 1]! & WordClass.preposition) !== 0 || lower[said.end - 1] === 'to'; // “apologised to”
  const known = cueOf(lower[isLed ? said.end - 2 : said.end - 1]!);
  if (first !== said.end || !known || known.form === 'ing' || !TELLING.has(known.lemma)) return piece;
  for (let k = first; k + 1 < end; k++) {
    if (isQuotedAt(doc.quotations, doc.tokens.start[k]!) || lower[k] === 'that') return piece;
    const isTime = isLed && lower[k] === 'on' && (classes[k + 1]! & WordClass.time) !== 0;
    if (k > first && (isTime || isOccasion(lower, classes, k, end))) {
      const last = lower[k - 1] === ',' ? k - 2 : k - 1;
      return last < first ? piece : { start: piece.start, end: doc.tokens.end[last]! };
    }
    if (looksFinite(lower, classes, k) || classes[k]! & (WordClass.relative | WordClass.subordinator))
      return piece;
  }
  return piece;
}
/** Verbs by which a thing is told of, or a stand taken on it, once. */
const TELLING = list(
  'confirm deny reject dismiss dispute condemn denounce announce reveal defend oppose apologise apologize respond reply',
);

function isOccasion(lower: readonly string[], classes: Uint16Array, k: number, end: number): boolean {
  if (lower[k] === 'during' || lower[k] === 'since') return true;
  if (lower[k] === 'on' && lower[k + 1] === 'the' && lower[k + 2] === 'sidelines') return true;
  if (!/^(?:in|at|on|via|through)$/.test(lower[k]!)) return false;
  for (let i = k + 1; i < end && i < k + MOST_OCCASION; i++) {
    if (OCCASIONS.has(lower[i]!)) return true;
    if (classes[i]! & (WordClass.preposition | WordClass.conjunction)) return false;
  }
  return false;
}
const OCCASIONS = list(
  'statement interview speech briefing hearing letter tweet post email conference testimony broadcast podcast address website show',
);
/** Tokens from a preposition to the noun it leads up to. */
const MOST_OCCASION = 5;

/**
 * “that it was safe|, however tests showed …”, “that he lived|, but it now appears …”, “a recession | - defined as two bad
 * years”: what is said ends where the article turns against it, tells what came of it or of another who says so, or
 * explains a word of it.
 */
export function beforeTurn(doc: TextDocument, cue: Span, piece: Span): Span {
  const { lower, class: classes } = wordsOf(doc);
  const { first, end } = tokensIn(doc, piece);
  if (piece.start < cue.end) return piece;
  const isAppeal = ((cueOf(lower[tokensIn(doc, cue).end - 1]!)?.frames ?? 0) & Frame.appeal) !== 0;
  let verb = false;
  for (let k = first + 1; k + 2 < end; k++) {
    if (isQuotedAt(doc.quotations, doc.tokens.start[k]!)) continue;
    const isHowever = verb && lower[k] === ',' && lower[k + 1] === 'however' && lower[k + 2] !== ',';
    const isResult = lower[k] === ',' && (isAppeal ? lower[k + 1] === 'making' : isStir(lower, k + 1));
    const isDash = DASH.test(lower[k]!);
    const isDoubt = isDash && verb && (/^(?:al)?though$/.test(lower[k + 1]!) || isHearsay(doc, k, end));
    const isTurn = isHowever || isResult || isDoubt || (verb && isCorrection(lower, k));
    if (isTurn || (isDash && isGloss(doc, k, end)) || (lower[k] === ',' && isVoice(doc, k + 1, end)))
      return { start: piece.start, end: doc.tokens.end[lower[k - 1] === ',' ? k - 2 : k - 1]! };
    verb ||= looksFinite(lower, classes, k);
  }
  return piece;
}

/** “but it now appears that he died”: what the article has learned since is not what was told. */
function isCorrection(lower: readonly string[], k: number): boolean {
  return lower[k] === 'but' && lower[k + 1] === 'it' && lower[k + 2] === 'now' && APPEARS.has(lower[k + 3]!);
}

/** “— officials are thought to have known”: behind a dash that none closes, what is heard of others. */
function isHearsay(doc: TextDocument, dash: number, end: number): boolean {
  const { lower, class: classes } = wordsOf(doc);
  let be = dash + 2;
  while (
    be < Math.min(end, dash + MOST_NAMED) &&
    /^[\p{L}\d]/u.test(lower[be]!) &&
    !FORMS_OF_BE.has(lower[be]!)
  )
    be++;
  const opens =
    (classes[dash + 1]! & (WordClass.relative | WordClass.subordinator | WordClass.preposition)) === 0;
  if (!opens || !FORMS_OF_BE.has(lower[be]!)) return false;
  const heard = (classes[be + 1]! & WordClass.adverb) !== 0 ? be + 2 : be + 1;
  if (!HEARD.test(lower[heard] ?? '') || !/^(?:to|that)$/.test(lower[heard + 1] ?? '')) return false;
  return !lower
    .slice(dash + 1, Math.min(end, dash + MOST_LEFT))
    .some(word => DASH.test(word) && word !== '-');
}
const HEARD = /^(?:thought|believed|said|understood|reported|rumou?red)$/;

/** “, such as Brandt of the harbour board, who said”: one of many has words of their own. */
function isVoice(doc: TextDocument, k: number, end: number): boolean {
  const { lower, shape } = wordsOf(doc);
  const name = lower[k] === 'such' && lower[k + 1] === 'as' ? k + 2 : k + 1;
  if (name === k + 1 && lower[k] !== 'including') return false;
  if (!((shape[name] ?? 0) & Shape.capital)) return false;
  for (let who = name + 1; who + 1 < end && who < name + MOST_BETWEEN; who++) {
    if (lower[who] !== 'who') continue;
    const known = cueOf(lower[who + 1]!);
    return known !== undefined && known.form !== 'ing' && (known.frames & Frame.clause) !== 0;
  }
  return false;
}

const DASH = /^[-–—]$/;

/** “, raising questions”, “, prompting fears”: what came of it. */
function isStir(lower: readonly string[], k: number): boolean {
  return /^(?:rais|prompt|spark|fuell?)ing$/.test(lower[k]!) && STIRRED.has(lower[k + 1] ?? '');
}
const STIRRED = list('questions concerns concern fears doubts speculation hopes calls');

/** Whether a dash between spaces leads up to what a word means: “– defined as …”, “- known as …”. */
function isGloss(doc: TextDocument, dash: number, end: number): boolean {
  const { lower } = wordsOf(doc);
  if (doc.tokens.start[dash] === doc.tokens.end[dash - 1] || lower[dash + 2] !== 'as') return false;
  const isParticiple = lower[dash + 1] === 'known' || endsAfter(lower[dash + 1], 2, 'ed');
  return isParticiple && !lower.slice(dash + 1, Math.min(end, dash + MOST_LEFT)).includes(lower[dash]!);
}

/** “Claims that it is safe | do not stand up”: content that hangs on the subject of its sentence ends before the verb. */
export function beforeVerb(doc: TextDocument, source: Span | null, cue: Span, piece: Span): Span {
  const { lower, class: classes } = wordsOf(doc);
  const said = tokensIn(doc, cue);
  const { first, end } = tokensIn(doc, piece);
  const noun = lower[said.end - 1]!;
  const isNoun = NOUN_CUES.has(noun) || (!cueOf(noun) && /(?:tion|ment)$/.test(noun));
  if (first !== said.end || lower[first] !== 'that' || !isNoun) return piece;
  const isOwner = !source || /['’]s$/.test(doc.text.slice(source.start, cue.start - 1));
  if (!isOwner) return piece; // “Roe | hopes that”
  const sentence = doc.sentences[doc.tokens.sentence[said.first]!]!;
  const { endToken } = sentence;
  let { firstToken } = sentence;
  // “In sum, the claim”
  if (lower[firstToken + 2] === ',' && classes[firstToken]! & WordClass.preposition) firstToken += 3;
  for (let k = said.first - 1; k > firstToken && k > said.end - MOST_OPENING; k--)
    if (lower[k] === ',' && /^(?:but|and|while)$/.test(lower[k + 1]!)) firstToken = k + 2;
  if (said.end - firstToken > MOST_OPENING) return piece;
  const { auxiliary, conjunction, relative, subordinator } = WordClass;
  const isVerb = (k: number): boolean =>
    ((classes[k]! & auxiliary) !== 0 && !/^(?:'s|be|been|being|having)$/.test(lower[k]!)) ||
    /^(?:makes?|means?|comes?|came|made|remains?|seems?|appears?)$/.test(lower[k]!);
  for (let k = firstToken; k < said.end; k++) {
    const isDone = isVerb(k) || IRREGULAR_PASTS.has(lower[k]!) || lower[k] === ',';
    if (isDone || classes[k]! & (subordinator | relative) || (k < said.end - 1 && cueOf(lower[k]!)))
      return piece;
  }
  let groups = 0;
  let last = -1;
  for (let k = first + 1; k < Math.min(end, endToken); k++) {
    if (lower[k] === '(') while (k < end && lower[k] !== ')') k++;
    if (lower[k] === ',' || classes[k]! & (conjunction | relative | subordinator)) break;
    if (!isVerb(k) || lower[k - 1] === 'to') continue;
    const goesOn = last >= 0 && last === k - 1;
    if (!goesOn) groups++;
    if (!goesOn) last = k;
    while (k + 1 < end && (isVerb(k + 1) || /^(?:not|n't|n’t)$/.test(lower[k + 1]!))) k++;
  }
  return groups < 2 || last < 0 ? piece : { start: piece.start, end: doc.tokens.end[last - 1]! };
}
/** Tokens of a subject up to the noun that content hangs on. */
const MOST_OPENING = 8;

/** “Roe was ill and | the mayor”, “By May, | the mayor”, of whom it is expected that he goes: one subject, nothing before it. */
export function withoutClause(doc: TextDocument, piece: Span): Span {
  const { lower, class: classes } = wordsOf(doc);
  const { first, end } = tokensIn(doc, piece);
  const isLed = (classes[first]! & WordClass.preposition) !== 0;
  const isGoingOn = lower[end] === 'and' || (lower[end] === ',' && lower[end + 1] === 'and');
  let verb = false;
  for (let k = first; k < end - 1; k++) {
    const isVerb = (classes[k]! & WordClass.auxiliary) !== 0 && lower[k] !== "'s";
    // “The sale | would cost two towns a mill and is expected to close”
    if (hasRelative(classes, first, k)) return piece;
    if (isVerb && k > first && isGoingOn)
      return { start: piece.start, end: doc.tokens.end[lower[k - 1] === ',' ? k - 2 : k - 1]! };
    verb ||= isVerb;
    if (isLed && lower[k] === ',') return { start: doc.tokens.start[k + 1]!, end: piece.end };
    if (verb && /^(?:and|but|so)$/.test(lower[k]!))
      return { start: doc.tokens.start[k + 1]!, end: piece.end };
  }
  return piece;
}

function hasRelative(classes: Uint16Array, first: number, end: number): boolean {
  for (let k = first; k < end; k++)
    if (classes[k]! & (WordClass.relative | WordClass.subordinator)) return true;
  return false;
}

/** “is thought by | doctors to be ill”: content that begins with who tells it begins behind them. */
export function withoutSource(doc: TextDocument, source: Span, cue: Span, content: readonly Span[]): Span[] {
  // “{Roe}, who was there, said | it rained”
  const others = content.filter(piece => piece.start !== source.start || piece.end > cue.start);
  if (!doc.text.slice(cue.start, cue.end).endsWith(' by')) return others.length > 0 ? others : [...content];
  return content.map(piece => {
    const next = tokensIn(doc, source).end;
    const rest = doc.tokens.start[next] ?? Infinity;
    return piece.start === source.start && rest < piece.end ? { start: rest, end: piece.end } : piece;
  });
}

/** A piece that holds the one mark of a quotation holds the other too; a whole sentence needs neither: “Out!” | as they came. */
export function withBothMarks(doc: TextDocument, { start, end }: Span): Span {
  const opened = outermostAt(doc, start);
  const closed = outermostAt(doc, end - 1);
  const to = closed?.closed && closed.inner.end === end && start < closed.start ? closed.end : end;
  if (opened?.inner.start !== start || end <= opened.inner.end) return { start, end: to };
  const { inner } = opened;
  // “…,” | as it rained
  if (
    doc.text.charAt(inner.end - 1) === ',' &&
    MEANWHILE.test(doc.text.slice(inner.end, inner.end + LONGEST_MEANWHILE))
  )
    return { start, end: inner.end - 1 };
  const isLast = doc.quotations[lastStartingBy(doc.quotations, end - 1)]!.start < opened.end;
  const isSentence = isLast && /[.?!]/.test(doc.text.charAt(opened.inner.end - 1));
  return end <= opened.end || isSentence
    ? { start, end: opened.inner.end }
    : { start: opened.start, end: to };
}

const MEANWHILE = /^["”’'] (?:as|while|when|before|after)\b/;
const LONGEST_MEANWHILE = 9;

/** The outermost quotation around an offset. */
function outermostAt({ quotations }: TextDocument, offset: number): Quotation | undefined {
  // nested at most a few deep
  for (let k = lastStartingBy(quotations, offset), low = k - DEEPEST; k >= 0 && k > low; k--)
    if (quotations[k]!.depth === 0) return quotations[k]!.end > offset ? quotations[k] : undefined;
  return undefined;
}
const DEEPEST = 8;

/** UTF-16 units: how far a bracket's other half is looked for. */
const LONGEST_BRACKET = 200;

/** “as much as 3 million in | ‘savings’”: content that ends where no clause can, goes on up to the next mark. */
export function finished(doc: TextDocument, piece: Span): Span {
  const { lower, class: classes } = wordsOf(doc);
  const { first, end } = tokensIn(doc, piece);
  const { preposition, conjunction, determiner, possessive, auxiliary, pronoun } = WordClass;
  const last = end - 1;
  const hangs = (classes[last]! & (preposition | conjunction | determiner | possessive)) !== 0;
  const { kind, sentence, length } = doc.tokens;
  // “shares of Acme Co | . of Bonn rose”
  const { end: close } = doc.sentences[sentence[last]!]!;
  const isCut = /^\.,? [a-z]/.test(doc.text.slice(piece.end, piece.end + 4)) && close > piece.end + 2;
  const opens = lower[end] === '.' ? end + 1 : end;
  if (isCut && lower[last]!.length <= LONGEST_SHORT && !(classes[opens]! & (pronoun | determiner)))
    return { start: piece.start, end: close - (/[.?!]/.test(doc.text.charAt(close - 1)) ? 1 : 0) };
  const isOwner = /^['’]$/.test(lower[last]!) && !isQuotedAt(doc.quotations, doc.tokens.start[last]! - 1);
  // “with six (Roe | , Lund)”
  const words = doc.text.slice(Math.max(piece.start, piece.end - LONGEST_BRACKET), piece.end);
  if (words.lastIndexOf('(') > words.lastIndexOf(')')) {
    const bracket = doc.text.indexOf(')', piece.end);
    const isNear = bracket >= 0 && bracket < close && bracket - piece.end < LONGEST_BRACKET;
    if (isNear) return { start: piece.start, end: bracket + 1 };
  }
  // “a higher | -priced mill”, “as well | as a dam”
  const isSplit =
    (lower[end] === '-' && doc.tokens.start[end] === piece.end) ||
    (lower[last] === 'well' && lower[end] === 'as');
  // “the ‘aha!’ | moment”
  const isCalled =
    isMark(lower[last]!) && classes[end] === 0 && kind[end] === TokenKind.word && isQualifying(doc, last);
  if (!(hangs || isOwner || isSplit || isCalled) || end >= length || sentence[end] !== sentence[last])
    return piece;
  if (kind[end] === TokenKind.punctuation && !isMark(lower[end]!) && !isSplit) return piece;
  // “calls itself a port and | is none”
  if (classes[last]! & conjunction && classes[end]! & (auxiliary | pronoun) && last > first)
    return { start: piece.start, end: doc.tokens.end[last - 1]! };
  let to = end;
  while (to < length && sentence[to] === sentence[last] && to < end + MOST_LEFT) {
    if (kind[to] === TokenKind.punctuation && !isMark(lower[to]!) && !/^[-%]$/.test(lower[to]!)) break;
    to++;
  }
  while (to > end && classes[to - 1]! & conjunction) to--;
  return to > end ? { start: piece.start, end: doc.tokens.end[to - 1]! } : piece;
}
const MOST_LEFT = 40;
/** Letters of a word cut short, with its stop: “Corp.”. */
const LONGEST_SHORT = 5;

/** Whether a mark closes a few words that an article leads up to. */
function isQualifying(doc: TextDocument, close: number): boolean {
  const { lower, class: classes } = wordsOf(doc);
  for (let k = close - 1; k > close - MOST_CALLED && k > 0; k--)
    if (isMark(lower[k]!)) return (classes[k - 1]! & WordClass.determiner) !== 0;
  return false;
}
const MOST_CALLED = 6;

function isMark(word: string): boolean {
  return /^["“”‘’'«»]$/.test(word);
}

/**
 * Whether “that” stands for the noun before it: a verb follows it. Stricter than `isRelative` of the rules (content.ts),
 * for which a preposition after the verb is enough: “told guards that boats on the lake sank”.
 */
function stands(lower: readonly string[], classes: Uint16Array, that: number): boolean {
  const verb = that + 1;
  const { auxiliary, determiner } = WordClass;
  if ((classes[verb] ?? 0) & auxiliary) return true;
  if (/^(?:include|involve|contain|cover|require|allow)$/.test(lower[verb]!)) return true;
  if (classes[verb] !== 0 || !/(?:ed|[^s]s|read)$/.test(lower[verb]!)) return false;
  const next = lower[verb + 1] ?? '';
  return ((classes[verb + 1] ?? 0) & determiner) !== 0 || /ing$|^["“]/.test(next);
}
