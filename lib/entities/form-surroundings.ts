import { list } from '../text/list.ts';
import { TokenKind } from '../text/document.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { WordClass, isCapital } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import type { Put } from './form-features.ts';
import { isKindNoun } from './kinds.ts';
import { HONORIFICS, OCCUPATIONS, PLACE_NOUNS, ROLE_NOUNS, SPEAKS, knownPlaces } from './lexicon.ts';

/** One place of a form: tokens `[first, end)`, with the words beside it in its sentence, or ''. */
interface Place {
  readonly doc: TextDocument;
  readonly words: Words;
  readonly first: number;
  readonly end: number;
  readonly sentence: Sentence;
  readonly before: string;
  readonly after: string;
}

/** What the words around one place of a form tell: tokens `[first, end)`. */
export function describeSurroundings(
  doc: TextDocument,
  words: Words,
  first: number,
  end: number,
  count: Put,
): void {
  const { lower } = words;
  const sentence = doc.sentences[doc.tokens.sentence[first]!]!;
  const before = first > sentence.firstToken ? lower[first - 1]! : '';
  const after = end < sentence.endToken ? lower[end]! : '';
  const place = { doc, words, first, end, sentence, before, after };
  count('opens', words.opensSentence[first]!);
  count('headline', !ENDS.has(lower[sentence.endToken - 1]!));
  describeLead(place, count);
  describeBefore(place, count);
  describeBoth(place, count);
  if (!after) return;
  describeOwned(place, count);
  describeAfter(place, count);
  describeNext(place, count);
}

/** What leads up to it: an article, a preposition, a verb. */
function describeLead({ words, first, before }: Place, count: Put): void {
  if (before === 'the' || words.lower[first] === 'the') count('the');
  if (before === 'a' || before === 'an') count('a');
  if (IN.has(before)) count('in');
  else if (before === 'at') count('at');
  else if (AGENTS.has(before)) count('agent');
  else if (before === 'against') count('against');
  else if (HANDLED.has(before)) count('handled');
  else if (VISITED.has(before)) count('visited');
  else if (before === 'to' || before === 'from' || before === 'of') count('from');
  else if (before && words.class[first - 1]! & WordClass.preposition) count('preposition');
}

/** What kind of word stands before it. */
function describeBefore({ doc, words, first, sentence, before }: Place, count: Put): void {
  const { lower } = words;
  if (ROLE_NOUNS.has(before) || HONORIFICS.has(before)) count('title');
  else if (before && isKindNoun(before)) count('kindBefore');
  else if (before && isCapitalWord(doc, words, first - 1)) count('capitalBefore');
  if (PLACE_NOUNS.has(before) || (before === 'of' && PLACE_NOUNS.has(lower[first - 2] ?? '')))
    count('townOf');
  if (before === '-' || before === '–') count('hyphenBefore');
  if (isAnnounced(lower, first, sentence.firstToken)) count('announced');
}

/** What stands around it, or on either side. */
function describeBoth({ words: { lower }, first, end, before, after }: Place, count: Put): void {
  if (/^[“"‘']$/.test(before) && /^[”"’']$/.test(after)) count('quoted');
  if (before === '(' && after === ')') count('bracketed');
  if (SPEAKS.has(after) || SPEAKS.has(before)) count('speaks');
  if (isVersus(lower, end) || isVersus(lower, lower[first - 1] === '.' ? first - 2 : first - 1))
    count('versus');
  if (before === ',' && (after === ',' || after === 'and')) count('listed');
}

/** Whose something is: “Norway’s army”. */
function describeOwned({ words: { lower }, end, after }: Place, count: Put): void {
  if (after !== "'s") return;
  count('owner');
  const owned = lower[end + 1] ?? '';
  if (STATE_OWNS.has(owned)) count('stateOwns');
  else if (FIRM_OWNS.has(owned)) count('firmOwns');
  else if (KIN_OWNS.has(owned)) count('kinOwns');
}

/** What is told of it right behind it. */
function describeAfter({ doc, words, end, sentence, after }: Place, count: Put): void {
  const { kind } = doc.tokens;
  const isComma = after === ',';
  const next = words.lower[end + 1] ?? '';
  if (WHERE.has(after)) {
    count('inAfter');
    if (knownPlaces().has(next)) count('placeAfter');
  }
  if (after === 'who' || after === 'whose' || (isComma && next === 'who')) count('who');
  if (after === 'which' || (isComma && next === 'which')) count('which');
  const noun = isComma ? apposed(words, end + 1, sentence.endToken) : undefined;
  if (noun) count(noun);
  if (after === '-') count('hyphenAfter');
  if (isComma && kind[end + 1] === TokenKind.number && words.lower[end + 2] === ',') count('age');
  if (isComma && knownPlaces().has(next)) count('district');
  if (kind[end] === TokenKind.number) count('number');
}

/** What kind of word stands behind it, and whether it is the subject there. */
function describeNext({ doc, words, end, sentence, before, after }: Place, count: Put): void {
  if (doc.tokens.kind[end] !== TokenKind.word) return;
  const isAuxiliary = (words.class[end]! & WordClass.auxiliary) !== 0;
  if (isCapital(words, end)) count('capitalAfter');
  else if (isAuxiliary) count('verb');
  else if (ROLE_NOUNS.has(after)) count('roleAfter');
  else if (isKindNoun(after)) count('kindAfter');
  else if (words.class[end] === 0 && !/(?:ed|s)$/.test(after)) count('noun');
  const isSubject = isAuxiliary || /(?:ed|s)$/.test(after) || SPEAKS.has(after);
  if (!isSubject || (before && before !== ',' && before !== 'the')) return;
  count('subject');
  // “Roe said he would”
  for (let i = end + 1; i < sentence.endToken && i < end + 9; i++) {
    if (isCapitalWord(doc, words, i)) return;
    if (/^(?:he|she|his|her)$/.test(words.lower[i]!)) return count('hisOwn');
  }
}

function isCapitalWord({ tokens }: TextDocument, words: Words, i: number): boolean {
  return tokens.kind[i] === TokenKind.word && isCapital(words, i);
}

/** Whether people are at what they go to, or it acts. */
export function describeVisits({ lower }: Words, first: number, end: number, count: Put): void {
  const before = lower[first - 1] ?? '';
  const after = lower[end] ?? '';
  const at = before === 'the' ? LOCATIVES.has(lower[first - 2] ?? '') : IN.has(before) || before === 'at';
  if (at) count('siteAt');
  if (SPEAKS.has(after) || (after === "'s" && FIRM_OWNS.has(lower[end + 1] ?? ''))) count('siteActs');
}

/** “v.” between the parties of a case, though its full stop may end a sentence. */
function isVersus(lower: readonly string[], i: number): boolean {
  const word = lower[i];
  return word === 'v' || word === 'vs' || word === 'versus' || word === 'v.' || word === 'vs.';
}

/** What a thing is that has a name of its own: “the drug Corvex”. */
const THINGS = list(
  'drug medication medicine vaccine pill tablet injection dose game film movie book novel song single album series sitcom show drama documentary model virus disease syndrome theory ship vessel ferry boat yacht missile drone rocket car award prize treaty hashtag hurricane storm typhoon horse dog cat',
);
/** “drugs such as Corvex”, “a film called Corvex”. */
function isAnnounced(lower: readonly string[], first: number, begin: number): boolean {
  let i = first - 1;
  while (i > first - 5 && i >= begin && BEFORE_THINGS.has(lower[i]!)) i--;
  const word = i >= begin ? lower[i]! : '';
  return THINGS.has(word) || (word.endsWith('s') && THINGS.has(word.slice(0, -1)));
}
const BEFORE_THINGS = list('like such as called named titled including , “ " ‘ the');

const IN = list('in near across outside inside around throughout');
/** Before “the” and what people go to. */
const LOCATIVES = list('in at near to from outside inside around through across into by');
/** Before who or what acts or is acted for, seldom a place. */
const AGENTS = list('by with for told asked');
/** What is done with bodies and people. */
const HANDLED = list(
  'joined joining founded sued owns owned runs ran bought acquired leads led heads signed beat defeated joins',
);
/** What is done with places, and where things go. */
const VISITED = list(
  'visited visit visiting left leave leaving entered enter toured reached reach through into over across towards toward throughout',
);
/** What states have, “Norway’s army”; what bodies have; what people have. */
const STATE_OWNS = list(
  'government president capital economy army military parliament coast north south east west border foreign prime first second largest biggest population people supreme national ambassador embassy interior defence defense central then',
);
const FIRM_OWNS = list(
  'ceo chief shares board chairman website spokesman spokeswoman employees staff members headquarters director coach goalkeeper captain striker customers products profits revenue stock executive founder co-founder parent editor lawyers',
);
const KIN_OWNS = list(
  'wife husband father mother son daughter brother sister family death life lawyer attorney book novel album campaign career remarks comments parents body home house arrest speech friend killing resignation',
);

/** Marks that end a sentence; a headline has none. */
const ENDS = list('. ! ? ” " ’ :');
/** After a name, before the place it is at. */
const WHERE = list('in near at on');

/** “, a former harbour pilot”, “, the shipping firm”, “, a town”: what the first noun that says it makes of a name. */
function apposed(
  words: Words,
  first: number,
  limit: number,
): 'apposedRole' | 'apposedKind' | 'apposedPlace' | undefined {
  if (!/^(?:an?|the)$/.test(words.lower[first] ?? '')) return undefined;
  for (let i = first + 1; i < Math.min(limit, first + APPOSED); i++) {
    const word = words.lower[i]!;
    if (word === "'s") continue;
    if (word === ',' || words.class[i]! & (WordClass.preposition | WordClass.auxiliary | WordClass.relative))
      return undefined;
    // “a company spokesman”, “the body's head”: the last noun counts
    const next = words.lower[i + 1] ?? '';
    if (ROLE_NOUNS.has(word) || OCCUPATIONS.has(word)) return 'apposedRole';
    if (ROLE_NOUNS.has(next) || OCCUPATIONS.has(next) || next === "'s") continue;
    if (PLACE_NOUNS.has(word)) return 'apposedPlace';
    if (isKindNoun(word)) return 'apposedKind';
  }
  return undefined;
}
const APPOSED = 7;
