import { list } from '../text/list.ts';
import type { Sentence } from '../text/document.ts';
import { tokenAt } from '../text/parse.ts';
import { overlaps } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { FORMS_OF_BE, Shape, WordClass } from '../text/words.ts';
import { FITTING } from './ask-features.ts';
import { Fit } from './ask-index.ts';
import type { AskIndex } from './ask-index.ts';
import type { Question } from './ask-question.ts';
import type { TimelineEntry } from './brief.ts';

/** The words of a sentence that answer, where their kind is known and they stand there; else the whole sentence. */
export function answeringWords(index: AskIndex, question: Question, sentence: number): Span {
  const place = index.doc.sentences[sentence]!;
  const whole = { start: place.start, end: place.end };
  if (asksOfAName(question)) return whole;
  switch (question.wanted) {
    case 'person':
    case 'organisation':
    case 'place':
      return listed(nameSpans(index, question, place), index, question, place) ?? whole;
    case 'time':
      return nearest(dateSpans(index, place), index, question, place) ?? whole;
    case 'number':
      return nearest(numberSpans(index, question, place), index, question, place) ?? whole;
    case 'cause':
      return causeSpan(index, place) ?? whole;
    case 'thing':
      return whole;
  }
}

/** “Who is Ida Kern?”: no other name answers. */
export function asksOfAName({ asksWhoSomebodyIs, words }: Question): boolean {
  return asksWhoSomebodyIs && words.every(({ isName }) => isName);
}

/** Of several spans the one that stands closest to words of the question, all of them taken together. */
function nearest(
  spans: readonly Span[],
  index: AskIndex,
  question: Question,
  place: Sentence,
): Span | undefined {
  if (spans.length < 2) return spans[0];
  const { doc } = index;
  const met = new Map<number, number[]>(); // where each of them stands
  for (let i = place.firstToken; i < place.endToken; i++) {
    if (!isAsked(index, question, i)) continue;
    const key = index.tokenKey[i]!;
    met.set(key, [...(met.get(key) ?? []), i]);
  }
  const far = (span: Span): number => {
    const first = tokenAt(doc, span.start);
    const last = tokenAt(doc, span.end - 1);
    let sum = 0;
    for (const places of met.values())
      sum += Math.min(FAR, ...places.map(i => (i < first ? first - i : Math.max(i - last, 0))));
    return sum;
  };
  return spans.toSorted((a, b) => far(a) - far(b) || a.start - b.start)[0];
}

/** So many tokens away is as far as any. */
const FAR = 12;

/** The name that stands closest; where several are asked for, with those it is listed with: “Selby, Ripon and Leeds”. */
function listed(
  spans: readonly Span[],
  index: AskIndex,
  question: Question,
  place: Sentence,
): Span | undefined {
  const { doc, words } = index;
  const best = nearest(spans, index, question, place);
  const noun = question.words.find(({ stem }) => stem === question.noun)?.lower;
  if (!best || !noun || !PLURAL.test(noun)) return best;
  const isListed = (a: Span, b: Span): boolean => {
    for (let i = tokenAt(doc, a.end - 1) + 1; i < tokenAt(doc, b.start); i++)
      if (!LISTING.has(words.lower[i]!)) return false;
    return a.end <= b.start;
  };
  const inOrder = spans.toSorted((a, b) => a.start - b.start);
  let first = inOrder.indexOf(best);
  let last = first;
  while (first > 0 && isListed(inOrder[first - 1]!, inOrder[first]!)) first--;
  while (last + 1 < inOrder.length && isListed(inOrder[last]!, inOrder[last + 1]!)) last++;
  return { start: inOrder[first]!.start, end: inOrder[last]!.end };
}
/** Neither “campus” nor “press”. */
const PLURAL = /[^siu]s$/;
const LISTING = new Set([',', 'and', 'or', '&', 'the', 'both']);

function isAsked({ tokenKey, keys }: AskIndex, { words }: Question, token: number): boolean {
  const key = keys[tokenKey[token]!];
  return key !== undefined && words.some(word => word.stem === key);
}

function nameSpans(index: AskIndex, question: Question, place: Sentence): Span[] {
  const { brief, doc } = index;
  const bits = FITTING[question.wanted];
  const found: Span[] = [];
  for (const { mentions } of brief.players) {
    for (const { start, end, form } of mentions) {
      if (form !== 'name' || start < place.start || end > place.end) continue;
      const first = tokenAt(doc, start);
      if (!(index.fit[first]! & bits)) continue;
      let asked = false;
      for (let i = first; i < place.endToken && doc.tokens.start[i]! < end; i++)
        asked ||= isAsked(index, question, i) && !question.light.has(index.keys[index.tokenKey[i]!]!); // “Oak City” is a city
      if (!asked) found.push({ start, end });
    }
  }
  if (question.wanted !== 'person') return found;
  if (question.doing !== null) return found.filter(span => isDoer(index, question.doing!, place, span));
  // “who” is a person before it is an organisation; an organisation must have done it
  const people = found.filter(span => index.fit[tokenAt(doc, span.start)]! & Fit.person);
  return people.length > 0 ? people : found.filter(span => leads(index, question, place, span));
}

/** Whether a name stands before what is done, or after “by” where it “was done”. */
function isDoer(index: AskIndex, doing: string, place: Sentence, span: Span): boolean {
  const { words, tokenKey, ids } = index;
  const key = ids.get(doing);
  const first = tokenAt(index.doc, span.start);
  for (let i = place.firstToken; i < place.endToken; i++) {
    if (tokenKey[i] !== key || words.class[i - 1]! & WordClass.determiner) continue; // “the killing”
    const isDone =
      !words.lower[i]!.endsWith('ing') &&
      words.lower.slice(Math.max(place.firstToken, i - PASSIVE_REACH), i).some(word => FORMS_OF_BE.has(word));
    if (isDone ? first > i && followsBy(index, first) : first < i) return true;
  }
  return false;
}
/** “Was” stands so many tokens before “sold” at most. */
const PASSIVE_REACH = 3;

/** Whether a name stands before all words of the question, or after “by”. */
function leads(index: AskIndex, question: Question, place: Sentence, span: Span): boolean {
  const first = tokenAt(index.doc, span.start);
  if (followsBy(index, first)) return true;
  for (let i = place.firstToken; i < first; i++) if (isAsked(index, question, i)) return false;
  return true;
}

function followsBy({ words: { lower } }: AskIndex, token: number): boolean {
  return lower[token - 1] === 'by' || (lower[token - 2] === 'by' && lower[token - 1] === 'the');
}

function dateSpans({ brief, doc, words }: AskIndex, place: Sentence): Span[] {
  const dates = brief.timeline.filter(
    (entry: TimelineEntry) => entry.start >= place.start && entry.end <= place.end,
  );
  if (dates.length > 0) return dates.map(({ start, end }) => ({ start, end }));
  const found: Span[] = [];
  for (let i = place.firstToken; i < place.endToken; i++)
    if (/^(?:1\d|20)\d\ds?$|^centur(?:y|ies)$/.test(words.lower[i]!))
      found.push({ start: doc.tokens.start[i]!, end: doc.tokens.end[i]! });
  return found;
}

/** Numbers with the words that make them up and the unit after them: “nine million pounds”, “88 %”. */
function numberSpans(index: AskIndex, question: Question, place: Sentence): Span[] {
  const { doc, words } = index;
  const { start, end } = doc.tokens;
  const isNumber = (i: number): boolean =>
    i < place.endToken &&
    !isAsked(index, question, i) &&
    (index.fit[i]! & Fit.number) !== 0 &&
    !(words.shape[i]! & Shape.capital && i > place.firstToken);
  const goesOn = (i: number): boolean => {
    if (!isNumber(i + 2)) return false;
    const between = words.lower[i + 1]!;
    return between === '-' || (between === 'in' && Number(words.lower[i + 2]) <= MAX_ONE_IN); // “$5-billion”, “1 in 10”
  };
  const found: Span[] = [];
  for (let i = place.firstToken; i < place.endToken; i++) {
    if (!isNumber(i)) continue;
    let first = i;
    while (isNumber(i + 1) || goesOn(i)) i += isNumber(i + 1) ? 1 : 2;
    let last = i;
    if (UNITS.has(words.lower[last + 1] ?? '') && last + 1 < place.endToken) last++;
    if (first > place.firstToken && CURRENCIES.has(words.lower[first - 1]!)) first--;
    found.push({ start: start[first]!, end: end[last]! });
  }
  const amounts = found.filter(span => !index.brief.timeline.some(date => overlaps(date, span)));
  const numbers = amounts.length > 0 ? amounts : found;
  const whole = numbers.filter(({ start: from, end: to }) => !FRACTION.test(doc.text.slice(from, to)));
  const counts = question.unit === null && whole.length > 0 ? whole : numbers; // a half of them is not how many
  return counts.filter((span, i) => i === 0 || !isWholeOf(index, counts[i - 1]!, span));
}
const FRACTION = /^(?:half|third|quarter)$/i;
/** “1 in 10” is a share, “30 in 2024” is none. */
const MAX_ONE_IN = 100;

/** “Eleven of the city's fourteen lines”: asked how many, the part answers, not the whole. */
function isWholeOf({ doc, words }: AskIndex, part: Span, whole: Span): boolean {
  const next = tokenAt(doc, part.end - 1) + 1;
  return words.lower[next] === 'of' && tokenAt(doc, whole.start) - next <= MAX_PARTITIVE;
}
/** So many tokens stand between “of” and the whole at most. */
const MAX_PARTITIVE = 5;

const UNITS = list(
  '% percent per-cent times inches inch foot litres liters gallons mph kph pounds dollars euros km kilometres kilometers miles metres meters feet years months weeks days hours minutes tonnes tons kg degrees cents pence acres hectares',
);
const CURRENCIES = new Set(['$', '£', '€', '¥']);

/** From the word that brings the cause to the end of the sentence. */
function causeSpan({ doc, words }: AskIndex, place: Sentence): Span | undefined {
  for (let i = place.firstToken; i < place.endToken; i++) {
    const next = words.lower[i + 1];
    const brings =
      words.lower[i] === 'because' ||
      (next === 'to' && (words.lower[i] === 'due' || words.lower[i] === 'owing')) ||
      (words.lower[i] === 'as' && next === 'a' && words.lower[i + 2] === 'result');
    if (brings) return { start: doc.tokens.start[i]!, end: place.end };
  }
  return undefined;
}
