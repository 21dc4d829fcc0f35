import { list } from '../text/list.ts';
import type { Sentence } from '../text/document.ts';
import { Shape } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import type { DateExpression } from './date-expressions.ts';

/**
 * Which way from the day of publication a sentence looks at a date: ahead, ahead from a time that may be over (“was to
 * end in May”), back, or back at what is surely over (“the May 3 attack”).
 */
export type Side = 'back' | 'over' | 'ahead' | 'then';

/** Words that look ahead: at what will be, is planned, or is asked for. */
const AHEAD = list(
  "will 'll won't shall would upcoming scheduled due planned plans planning expected expects set slated tomorrow postponed delayed adjourned deferred extended deadline likely must hopes intends aims promises pledges proposes proposed announced wants needs demands demanded urged can could may might should ahead pending forthcoming runs expires",
);
/** Present forms that, with a date, speak of a schedule. */
const SCHEDULE = list(
  'begin begins start starts open opens close closes end ends vote votes meet meets play plays face faces return returns arrive arrives leave leaves resume resumes go goes hold holds decide decides rule rules hear hears come comes is are',
);
/** “to” after these looks ahead: “agreed to meet on Monday”. */
const LOOKS_TO = list(
  'agreed agree agrees plan plans planned planning want wants wanted expect expects expected due set is are be was were ready going likely scheduled hope hopes hoped invite invites invited urge urges urged ask asked asks ordered order vow vowed promise promised promises pledge pledged decide decided voted prepare prepares preparing meant intends intend aims aim told called refuse forecast threatened offered proposed needs need has have time deadline',
);
const BACK = list(
  "was were had did said says told began met won lost went came left held took gave made found fell rose broke struck sank shot built wrote became got ran sent spent stood led felt kept thought brought sold bought paid died saw hit put shut caught drew grew beat bore blew chose drove ate flew fought knew laid rode rang sang shook spoke stole swore swam threw wore been wasn't weren't hadn't didn't since ago",
);
/** At most so many words are between a date and the verb that tells its side. */
const REACH = 18;

/**
 * Looks for the nearest words that tell the side: before the date, then after it. Where none does it is that of the
 * date told before it in its sentence, if there is one.
 */
export function sideOf(words: Words, sentence: Sentence, expression: DateExpression, before?: Side): Side {
  const { first, end } = expression;
  const lead = first > sentence.firstToken ? words.lower[first - 1]! : '';
  if (/^(?:until|till)$/.test(lead) && words.lower[end] === 'to') return 'ahead';
  // “closed through the end of the month”
  if (isNow(expression) && words.lower.slice(first, end).includes('end') && LASTS.test(lead)) return 'ahead';
  if (pointsBack(words, sentence, expression)) return 'over';
  if (isOfNext(words, sentence, first)) return 'ahead';
  if (isNow(expression) && !isPlanned(words, sentence, first, end)) return 'back';
  const isFronted = opensClause(words, sentence, first, end);
  const ways = isFronted
    ? [ahead, behind]
    : isClosed(words, sentence, expression)
      ? [behind]
      : [behind, ahead];
  for (const way of ways) {
    const side = way(words, sentence, first, end);
    if (side) return side;
  }
  if (DEADLINE.test(lead)) return 'then';
  return before ?? 'back';
}

/**
 * Whether what follows a date tells nothing about it: the clause goes on past what the date is of (“Harrow, a stronghold
 * in 2028, will vote”, “a city in 2028 that will vote”), or says what somebody's words are (“hinting in June that …”).
 */
function isClosed(
  { lower }: Words,
  { firstToken, endToken }: Sentence,
  { first, end, date }: DateExpression,
): boolean {
  const next = end < endToken ? lower[end]! : '';
  if (date.kind === 'year') return next === ',' || next === 'that' || next === 'which';
  if (next !== 'that') return false;
  let i = first - 1;
  while (i > firstToken && LEADS_IN.has(lower[i]!)) i--;
  return i > firstToken && lower[i]!.length > 5 && lower[i]!.endsWith('ing');
}

/** “their next talks in two weeks”. */
function isOfNext({ lower, class: classes }: Words, { firstToken }: Sentence, first: number): boolean {
  let i = first;
  if (/^(?:in|on|at)$/.test(lower[i - 1] ?? '')) i--;
  return i - 2 >= firstToken && lower[i - 2] === 'next' && classes[i - 1] === 0;
}
const LASTS = /^(?:until|till|through)$/;
const DEADLINE = /^(?:by|until|till|before)$/;

/** “earlier today”, “that Saturday evening”, “milder than in March”, “the Oct. 7 attack”, “Monday's fight”. */
function pointsBack(
  words: Words,
  { firstToken, endToken }: Sentence,
  { first, end, date }: DateExpression,
): boolean {
  const before = (steps: number): string => (first - steps >= firstToken ? words.lower[first - steps]! : '');
  if (before(1) === 'earlier' || before(1) === 'than') return true;
  if (/^(?:in|on|at)$/.test(before(1)) && before(2) === 'than') return true;
  if (date.kind === 'weekday' && before(1) === 'that' && !SAYS.test(before(2))) return true;
  if (date.kind !== 'day' && date.kind !== 'weekday') return false;
  const isOwned = end < endToken && words.lower[end] === "'s";
  const at = isOwned ? end + 1 : end;
  const thing = at < endToken ? words.lower[at]! : '';
  if (!/^[a-z]{3,}$/.test(thing) || words.shape[at] || NO_THING.has(thing) || SCHEDULED.test(thing))
    return false;
  // “Monday's storm will pass”, “it depends on how Monday's storms evolve”
  if (isOwned) return !STILL_OPEN.test(words.lower[at + 1] ?? '') && !/^(?:how|if|whether)$/.test(before(1));
  for (let i = first - 1; i >= firstToken && i >= first - 3; i--) {
    if (WHOSE.test(words.lower[i]!)) return true;
    if (!/^[a-z]+$/.test(words.lower[i]!) || words.shape[i] || LEADS_IN.has(words.lower[i]!)) return false;
  }
  return false;
}
const STILL_OPEN = /^(?:will|'ll|would|may|might|could|can|should|must|is|are|looks?|to)$/;
const WHOSE = /^(?:the|its|his|her|their|our|my)$/;
const SAYS =
  /^(?:say|says|said|told|add|adds|added|warns|warned|hopes|hoped|means|meant|fears|confirmed|announced)$/;
/** What is planned for its day, not named after it: “the Friday deadline”. */
const SCHEDULED =
  /^(?:deadlines?|elections?|votes?|ballot|polls?|hearings?|trial|meetings?|summit|talks|match|game|race|final|launch|release|conference|primary|primaries|referendum|start|opening|date|strike|rally|march|ceremony|funeral|debate|sitting|session|sentencing)$/;
const NO_THING = list(
  'and or but to in on at for with when after before by that if as from is are was were will would has have had can could may might must shall should until till than while where who which because about said says she they you its his her the',
);

/** Whether a date is the day of publication, or a time it lies in: “today”, “this year”. */
function isNow({ date }: DateExpression): boolean {
  return (date.kind === 'offset' && date.count === 0) || (date.kind === 'period' && date.shift === 'this');
}

/** Of what is now, only what is said to be still to come is ahead. */
function isPlanned(words: Words, { firstToken, endToken }: Sentence, first: number, end: number): boolean {
  if (first > firstToken && /^(?:by|until|till|before|later)$/.test(words.lower[first - 1]!)) return true;
  let from = first;
  while (from > firstToken && first - from < REACH && !ENDS_CLAUSE.test(words.lower[from - 1]!)) from--;
  for (let i = from; i < endToken && i < end + REACH; i++) {
    const word = words.lower[i]!;
    if (i >= end && ENDS_CLAUSE.test(word)) return false;
    const isSchedule = isScheduled(words, i) && !/^(?:is|are)$/.test(word);
    if (PLANNED.has(word) || (isSchedule && !MODALS.has(words.lower[i - 1] ?? ''))) return true;
    if (word === 'to' && LOOKS_TO.has(words.lower[i - 1] ?? '') && looksLikeVerb(words, i + 1)) return true;
  }
  return false;
}
const ENDS_CLAUSE = /^(?:[;:—–“”"(]|that|which|who|where|because|but)$/;
const PLANNED = list(
  "will 'll won't shall scheduled due planned plans planning expected expects slated postponed delayed adjourned deferred deadline likely upcoming forthcoming later end",
);

/** “The pools close in June”; not “close to zero”, nor “the ruling comes as …”. */
function isScheduled(words: Words, i: number): boolean {
  const { lower, shape } = words;
  return (
    SCHEDULE.has(lower[i]!) &&
    !shape[i] &&
    !(lower[i] === 'close' && lower[i + 1] === 'to') &&
    !comesAlong(words, i)
  );
}

/** “Harrow: Host the Foxes on Friday”: what teams are told to do, as calendars have it. */
function isListed({ lower, shape, opensSentence }: Words, i: number): boolean {
  if (!(shape[i]! & Shape.capital) || !(opensSentence[i] || lower[i - 1] === ':')) return false;
  if (!FIXTURE.test(lower[i]!)) return false;
  // “At the meeting on Friday …” opens any sentence
  return (shape[i + 1] ?? 0) !== 0 || (lower[i + 1] === 'the' && (lower[i] !== 'at' || !opensSentence[i]));
}
const FIXTURE = /^(?:host|visit|play|face|meet|welcome|at)$/;

/** The nearest word before a date that tells its side. */
function behind(words: Words, sentence: Sentence, first: number): Side | undefined {
  const isDeadline = first > sentence.firstToken && DEADLINE.test(words.lower[first - 1]!);
  for (let i = first - 1; i >= sentence.firstToken && i > first - REACH; i--) {
    // “called on the mayor to resign by Friday”
    if (isDeadline && words.lower[i] === 'to' && looksLikeVerb(words, i + 1)) return 'ahead';
    const side = sideAt(words, sentence, i);
    if (side) return side;
  }
  return undefined;
}

/** The nearest word after it that does. */
function ahead(words: Words, sentence: Sentence, _first: number, end: number): Side | undefined {
  for (let i = end; i < sentence.endToken && i < end + REACH; i++) {
    if (comesAlong(words, i) || isDone(words, i)) return 'back';
    const side = sideAt(words, sentence, i);
    if (side) return side;
  }
  return undefined;
}

/** “On Monday the union urged the board to resign”: what somebody asked for, made known or put off on that day. */
function isDone({ lower }: Words, i: number): boolean {
  return PUTS_OFF.test(lower[i]!) && !IS.test(lower[i - 1] ?? '') && !LEADS_ON.test(lower[i + 1] ?? '');
}
const PUTS_OFF = /^(?:urged|demanded|announced|proposed|postponed|delayed|adjourned|deferred|extended)$/;
const IS = /^(?:am|is|are|be|been|being|was|were|gets?|got)$/;
const LEADS_ON = /^(?:by|for|from|in|on|at|to|until|till)$/;

/** “Comes as the board is meeting”: what it comes with tells nothing. */
function comesAlong({ lower }: Words, i: number): boolean {
  return (
    /^comes?$/.test(lower[i]!) && /^(?:as|after|amid|when|despite|because|just)$/.test(lower[i + 1] ?? '')
  );
}

/** Whether a date stands before the verb of its clause: “… fell, and in December prices will rise”. */
function opensClause(words: Words, sentence: Sentence, first: number, end: number): boolean {
  let i = first - 1;
  if (DASH.test(words.lower[i] ?? '') && DASH.test(words.lower[end] ?? '')) return false; // – July 4 –
  while (i >= sentence.firstToken && i > first - 5 && LEADS_IN.has(words.lower[i]!)) i--;
  return (
    i < sentence.firstToken || /^(?:[,;:—–“"]|and|but|while|whereas|although|that)$/.test(words.lower[i]!)
  );
}
const DASH = /^[—–]$/;
const LEADS_IN = list('in on by at from until since early late mid the during before after');

/** A word that may tell on which side a date lies, with those beside it; empty outside the text. */
interface Telling {
  readonly words: Words;
  readonly sentence: Sentence;
  readonly i: number;
  readonly word: string;
  readonly before: string; // within the sentence
  readonly next: string;
}

/** The side it tells; `none` where it tells nothing and no further rule is asked. */
type Rule = (telling: Telling) => Side | 'none' | undefined;

const RULES: readonly Rule[] = [
  ofAnnouncement,
  ofWordAhead,
  ofAdvance,
  ({ words, i }) => (isListed(words, i) ? 'ahead' : undefined),
  ofInfinitive,
  ofLedVerb,
  ofWordBack,
  ofTaking,
  ofSchedule,
  ofPast,
];

/** On which side a word puts the date beside it. */
function sideAt(words: Words, sentence: Sentence, i: number): Side | undefined {
  const { lower } = words;
  const before = i > sentence.firstToken ? lower[i - 1]! : '';
  const telling = { words, sentence, i, word: lower[i]!, before, next: lower[i + 1] ?? '' };
  for (const rule of RULES) {
    const side = rule(telling);
    if (side) return side === 'none' ? undefined : side;
  }
  return undefined;
}

/** “announced for Monday”; of “will be announced” “will” tells. */
function ofAnnouncement({ words, sentence, i, word, before }: Telling): ReturnType<Rule> {
  if (word !== 'announced' && word !== 'proposed') return undefined;
  return before === 'be' ? 'none' : announcedSide(words, sentence, i);
}

/** “will”, “due”. */
function ofWordAhead({ word }: Telling): ReturnType<Rule> {
  if (!AHEAD.has(word)) return undefined;
  return word === 'would' ? 'then' : 'ahead';
}

/** “in advance of”. */
function ofAdvance({ word, before, next }: Telling): ReturnType<Rule> {
  return word === 'advance' && before === 'in' && next === 'of' ? 'then' : undefined;
}

/** “is to open”, “plans to open”, “was to open”. */
function ofInfinitive({ words, i, word, before }: Telling): ReturnType<Rule> {
  if (word !== 'to' || !LOOKS_TO.has(before) || !looksLikeVerb(words, i + 1)) return undefined;
  return WAS.test(before) ? 'then' : 'ahead';
}

/** “to be | held”, “would stay | shut”: what stands before tells; not “to figures | released”. */
function ofLedVerb({ words: { lower }, sentence, i, before }: Telling): ReturnType<Rule> {
  if (before === 'be' || MODALS.has(before)) return 'none';
  if (i - 2 < sentence.firstToken || !MODALS.has(lower[i - 2]!)) return undefined;
  return lower[i - 2] !== 'to' || BETWEEN.test(before) ? 'none' : undefined;
}

/** “had”, “was”; of “was due”, “had been scheduled” the planning word next to it tells. */
function ofWordBack({ words, i, word, next }: Telling): ReturnType<Rule> {
  if (!BACK.has(word)) return undefined;
  const isPlan = AHEAD.has(next) || (next === 'to' && LOOKS_TO.has(word) && looksLikeVerb(words, i + 2));
  if (!isPlan) return 'back';
  return WAS.test(word) ? 'then' : 'ahead';
}

/** “takes place”. */
function ofTaking({ word, next }: Telling): ReturnType<Rule> {
  return word === 'takes' && /^(?:place|effect|office|over)$/.test(next) ? 'ahead' : undefined;
}

/** “opens in June”, “is opening”; not “Monday’s vote”, but “a ferry that starts in June”. */
function ofSchedule({ words, i, word, before, next }: Telling): ReturnType<Rule> {
  if (!isScheduled(words, i)) return undefined;
  if (word === 'is' || word === 'are')
    return next.endsWith('ing') || AHEAD.has(next) || next === 'to' ? 'ahead' : 'none';
  if (before === 'that' && word.endsWith('s')) return 'ahead';
  return DETERMINERS.has(before) || before === "'s" || isAtEvent(words, i) ? 'none' : 'ahead';
}

/** “closed”; not “the damaged bridge”. */
function ofPast({ word, before }: Telling): ReturnType<Rule> {
  if (word.length < 5 || !word.endsWith('ed') || DETERMINERS.has(before)) return undefined;
  return /^(?:need|speed|indeed|united|hundred|exceed|proceed)$/.test(word) ? undefined : 'back';
}
const WAS = /^(?:was|were)$/;

/** “At the market close”, “by market close”: a noun, for what stands before it is no plural that would do it. */
function isAtEvent({ lower, class: classes }: Words, i: number): boolean {
  const [thing, first] = [lower[i - 1] ?? '', lower[i - 2] ?? ''];
  if (classes[i - 1] !== 0 || thing.endsWith('s') || lower[i]!.endsWith('s')) return false;
  return AT.test(first) || (first === 'the' && AT.test(lower[i - 3] ?? ''));
}
const AT = /^(?:at|by|near)$/;

/** What may stand between “to” and its verb, or be it. */
const BETWEEN = /^(?:be|have|stay|remain|keep|get|go|not|also|[a-z]+ly)$/;
const MODALS = list('will would can could may might must shall should to');
/** After these no verb stands: “the damaged bridge”. */
const DETERMINERS = list('the a an his her its their this that these those of no some two three');

/** What was announced or proposed “for Monday” is ahead, what was announced on Monday is not. */
function announcedSide(words: Words, sentence: Sentence, i: number): Side {
  for (let next = i + 1; next < Math.min(i + 8, sentence.endToken); next++) {
    if (words.lower[next] === 'on') return 'back';
    if (words.lower[next] === 'for') return 'ahead';
  }
  return 'back';
}

function looksLikeVerb(words: Words, i: number): boolean {
  const word = words.lower[i] ?? '';
  return (
    /^[a-z]+$/.test(word) &&
    !words.shape[i] &&
    !/^(?:the|a|an|his|her|its|their|this|that|them|him|it)$/.test(word)
  );
}
