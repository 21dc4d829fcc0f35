import type { NameReading, NameSpan } from '../tagging/tagger.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import { Shape, WordClass, wordsInLowerCase, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { FORM_WEIGHTS } from './form-weights.ts';
import { FEMALE, MALE } from './given-names.ts';
import { isKindNoun } from './kinds.ts';
import {
  HONORIFICS,
  KNOWN_BODIES,
  NAME_GOES_ON,
  OCCUPATIONS,
  ORG_HEADS,
  PARTICLES,
  PEOPLES,
  PLACE_HEADS,
  PLACE_MODIFIERS,
  PLACE_NOUNS,
  ROLE_MODIFIERS,
  ROLE_NOUNS,
  THING_HEADS,
  knownPlaces,
} from './lexicon.ts';

/** What a form of a name can be, in the order of the columns of `FORM_WEIGHTS`. */
export const VERDICTS = ['none', 'PER', 'ORG', 'LOC'] as const;

/** How likely a form of a name is none, or one of a person, an organisation, a place; together 1. */
export type Chances = Readonly<Record<(typeof VERDICTS)[number], number>>;

/** One of the places where a form stands, and who saw it there. */
export interface Seen extends NameSpan {
  readonly tagged: NameSpan | undefined;
  readonly ruled: NameSpan | undefined;
}

/** What is looked at, of the form itself and on average of its places. */
export const FORM_FEATURES = [
  'bias',
  'one',
  'two',
  'three',
  'more',
  'count',
  'shortCapitals',
  'longCapitals',
  'digit',
  'dot',
  'joined',
  'of',
  'particle',
  'hyphen',
  'half',
  'plural',
  'commonEnding',
  'oddLetters',
  'innerCapital',
  'closed',
  'bodyLast',
  'bodyBeforeOf',
  'placeBeforeOf',
  'placeLast',
  'placeFirst',
  'thing',
  'compass',
  'buildingLast',
  'team',
  'roleLast',
  'role',
  'given',
  'givenAlone',
  'initial',
  'knownPlace',
  'placeThenMore',
  'placeAtEnd',
  'people',
  'knownBody',
  'lowerToo',
  'allLowerToo',
  'ownsPerson',
  'opensPerson',
  'opensBody',
  'endsBody',
  'inPlace',
  'initialsOfOther',
  'tagnone',
  'tagPER',
  'tagORG',
  'tagLOC',
  'bestPER',
  'bestORG',
  'bestLOC',
  'leastNone',
  'tagged',
  'spanPER',
  'spanORG',
  'spanLOC',
  'ruled',
  'rulePER',
  'ruleORG',
  'ruleLOC',
  'opens',
  'headline',
  'the',
  'a',
  'in',
  'from',
  'preposition',
  'title',
  'owner',
  'speaks',
  'who',
  'which',
  'age',
  'district',
  'verb',
  'noun',
  'roleAfter',
  'kindAfter',
  'kindBefore',
  'townOf',
  'hyphenBefore',
  'hyphenAfter',
  'quoted',
  'bracketed',
  'number',
  'capitalBefore',
  'capitalAfter',
  'subject',
  'hisOwn',
  'versus',
  'listed',
  'announced',
  'site',
  'siteAt',
  'siteActs',
  'teamOfPlace',
  'halfAfterWord',
  'at',
  'agent',
  'against',
  'handled',
  'visited',
  'inAfter',
  'placeAfter',
  'stateOwns',
  'firmOwns',
  'kinOwns',
  'apposedRole',
  'apposedKind',
  'apposedPlace',
  'besidePER',
  'besideORG',
  'besideLOC',
] as const;
const AT = Object.fromEntries(FORM_FEATURES.map((name, i) => [name, i])) as Record<
  (typeof FORM_FEATURES)[number],
  number
>;
type Feature = keyof typeof AT;

/** What the taggers and the rules say of a place, by verdict. */
const TAG = VERDICTS.map(verdict => AT[`tag${verdict}`]);
const SPAN = { PER: AT.spanPER, ORG: AT.spanORG, LOC: AT.spanLOC };
const RULE = { PER: AT.rulePER, ORG: AT.ruleORG, LOC: AT.ruleLOC };

/** A form of a name with all its places, by the words themselves. */
export interface Form {
  readonly key: string;
  readonly places: readonly Seen[];
  readonly values: Float64Array; // by `FORM_FEATURES`
}

/** The forms that a text may name somebody by, with what speaks for and against each. Linear. */
export function readForms(
  doc: TextDocument,
  reading: NameReading,
  seen: readonly Seen[],
  keyOf: (place: NameSpan) => string,
): Form[] {
  const words = wordsOf(doc);
  const places = new Map<string, Seen[]>();
  for (const place of seen) {
    const list = places.get(keyOf(place));
    if (list) list.push(place);
    else places.set(keyOf(place), [place]);
  }
  const plain = wordsInLowerCase(doc);
  const width = FORM_FEATURES.length;
  const table = new Float64Array(width * places.size);
  const forms = [...places].map(([key, list], row) => {
    const values = table.subarray(width * row, width * (row + 1));
    return readForm(doc, words, reading, plain, { key, places: list, values });
  });
  relate(forms);
  compare(doc, forms);
  return forms;
}

/** What a form is, by its features: logistic regression, each verdict against the rest, learned by training/forms.ts. */
export function judgeForm({ values }: Form, weights: readonly (readonly number[])[] = FORM_WEIGHTS): Chances {
  const sums = [0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === 0) continue;
    const row = weights[i]!;
    for (let verdict = 0; verdict < 4; verdict++) sums[verdict]! += value * row[verdict]!;
  }
  const shares = sums.map(sum => 1 / (1 + Math.exp(-sum)));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return { none: shares[0]! / all, PER: shares[1]! / all, ORG: shares[2]! / all, LOC: shares[3]! / all };
}

function readForm(
  doc: TextDocument,
  words: Words,
  { chances }: NameReading,
  plain: ReadonlySet<string>,
  form: Form,
): Form {
  const { places, values } = form;
  const set = (feature: Feature, value: number | boolean = 1): void => {
    if (value) values[AT[feature]] = Number(value);
  };
  const share = 1 / places.length;
  const count = (feature: Feature, value: number | boolean = 1): void => {
    if (value) values[AT[feature]]! += share * Number(value);
  };
  let leastNone = 1;
  const best = [0, 0, 0, 0];
  for (const [nth, place] of places.entries()) {
    const { first, end } = tokensIn(doc, place);
    const last = lastOf(words, first, end);
    if (nth === 0) describe(doc, words, plain, first, last, set);
    surround(doc, words, first, last, count);
    if (values[AT.site]!) visit(words, first, last, count);
    const mean = meanChances(words, chances, first, last);
    for (let k = 0; k < mean.length; k++) {
      values[TAG[k]!]! += share * Math.log(Math.max(0.002, mean[k]!));
      best[k] = Math.max(best[k]!, mean[k]!);
    }
    leastNone = Math.min(leastNone, mean[0]!);
    const { tagged, ruled } = place;
    if (tagged) {
      count('tagged');
      values[SPAN[tagged.type]]! += share * tagged.confidence;
    }
    if (ruled) {
      count('ruled');
      values[RULE[ruled.type]]! += share * ruled.confidence;
    }
  }
  set('bias');
  set('count', Math.log(places.length));
  set('leastNone', leastNone);
  set('bestPER', best[1]!);
  set('bestORG', best[2]!);
  set('bestLOC', best[3]!);
  return form;
}

/** What the tagger thinks of the capitalised words of a name, by the columns of its chances. */
function meanChances(words: Words, chances: Float32Array, first: number, end: number): number[] {
  const mean = [0, 0, 0, 0];
  let count = 0;
  for (let i = first; i < end; i++) {
    if (end - first > 1 && !(words.shape[i]! & Shape.capital)) continue;
    count++;
    for (let k = 0; k < 4; k++) mean[k]! += chances[4 * i + k]!;
  }
  return mean.map(sum => sum / Math.max(1, count));
}

/** The end of a name without the mark of an owner. */
function lastOf(words: Words, first: number, end: number): number {
  return end - first > 1 && (words.lower[end - 1] === "'s" || words.lower[end - 1] === "'") ? end - 1 : end;
}

type Put = (feature: Feature, value?: number | boolean) => void;

/** The words of a form themselves. */
function describe(
  doc: TextDocument,
  words: Words,
  plain: ReadonlySet<string>,
  start: number,
  end: number,
  set: Put,
): void {
  const { lower, shape } = words;
  let first = start;
  if (lower[first] === 'the' && end - first > 1) first++;
  const length = end - first;
  const head = lower[first]!;
  const last = lower[end - 1]!;
  set(length === 1 ? 'one' : length === 2 ? 'two' : length === 3 ? 'three' : 'more');
  const known = knownPlaces();
  let whole = head;
  let common = 0;
  let siteBeforeOf = false;
  for (let i = first; i < end; i++) {
    const word = lower[i]!;
    if (i > first) whole += ` ${word}`;
    if (plain.has(word) && word.length > 2 && shape[i]! & Shape.capital) common++;
    if (shape[i]! & Shape.digit) set('digit');
    if (i === first) continue;
    if (word === '&' || word === 'and') set('joined');
    if (word === 'of' || word === 'for') {
      set('of');
      siteBeforeOf ||= isSiteAt(lower, i - 1);
      if (PLACE_HEADS.has(lower[i - 1]!)) set('placeBeforeOf');
      else if (ORG_HEADS.has(lower[i - 1]!) || NAME_GOES_ON.has(lower[i - 1]!)) set('bodyBeforeOf');
    } else if (PARTICLES.has(word) && !(shape[i]! & Shape.capital)) set('particle');
    if (word === '-' && i > first + 1) set('halfAfterWord');
    if (word === '-') set(i + 1 < end && !(shape[i + 1]! & Shape.capital) ? 'half' : 'hyphen');
    if (ROLE_NOUNS.has(word)) set('role');
  }
  const text = doc.text.slice(doc.tokens.start[first], doc.tokens.end[end - 1]);
  if (shape[first]! & Shape.allCaps && length === 1) set(text.length <= 5 ? 'shortCapitals' : 'longCapitals');
  set('dot', text.includes('.'));
  set('oddLetters', /[^ -~‘’“”–—]/u.test(text));
  set(
    'innerCapital',
    /\p{Ll}\p{Lu}/u.test(text) && !/\b(?:Mc|Mac|De|La|Le|Di|Du|Van|Fitz)\p{Lu}/u.test(text),
  );
  set('plural', length === 1 && last.length > 3 && last.endsWith('s') && !last.endsWith('ss'));
  set(
    'commonEnding',
    last.length > 5 && /(?:tion|sion|ment|ness|ity|ism|ship|ing|ional|ology|ance|ence|ics|ing)$/.test(last),
  );
  set('closed', words.class[first] !== 0);
  const isSite = length > 1 && isSiteAt(lower, end - 1);
  set('site', isSite || siteBeforeOf);
  set('bodyLast', length > 1 && ORG_HEADS.has(last) && !siteBeforeOf);
  set('placeLast', length > 1 && PLACE_HEADS.has(last));
  set('buildingLast', length > 1 && BUILDINGS.has(last));
  set('team', length > 1 && (known.has(head) || length > 2) && last.endsWith('s') && !ORG_HEADS.has(last));
  set('placeFirst', length > 1 && PLACE_HEADS.has(head));
  set('thing', THING_HEADS.has(last) || (length > 1 && THING_HEADS.has(head)));
  set('compass', length > 1 && PLACE_MODIFIERS.has(head));
  set('roleLast', ROLE_NOUNS.has(last) || ROLE_MODIFIERS.has(last));
  set(length > 1 ? 'given' : 'givenAlone', FEMALE.has(head) || MALE.has(head));
  set('initial', length > 1 && /^\p{L}\.?$/u.test(head.length < 3 ? head : (lower[first + 1] ?? '')));
  set('knownPlace', known.has(whole));
  set(
    'placeThenMore',
    length > 1 && (known.has(head) || (length > 2 && known.has(`${head} ${lower[first + 1]}`))),
  );
  set(
    'placeAtEnd',
    length > 1 && (known.has(last) || (length > 2 && known.has(`${lower[end - 2]} ${last}`))),
  );
  set('people', PEOPLES.has(head) || (head.endsWith('s') && PEOPLES.has(head.slice(0, -1))));
  set('knownBody', KNOWN_BODIES.has(whole));
  set('teamOfPlace', isTeamOfPlace(lower, first, end));
  set('lowerToo', common / length);
  set('allLowerToo', common === length);
}

/** Heads of names that are a body's and also its building's. */
const BUILDINGS = new Set(
  'museum gallery hall library theatre theater stadium arena hospital church cathedral temple mosque school prison station airport hotel center centre archive archives observatory house lodge inn tavern hut cabin'.split(
    ' ',
  ),
);

/** Heads of names of what people go to, which may also act. */
const SITES = new Set(
  'museum gallery hall theatre theater cinema stadium arena cathedral chapel temple mosque shrine abbey monastery synagogue station airport observatory planetarium zoo aquarium lodge inn tavern hut cabin archive archives palace castle cemetery memorial monument mall plaza garden gardens gate'.split(
    ' ',
  ),
);
/** What a centre is that people go to. */
const SITE_KINDS = new Set(
  'space convention conference exhibition exhibit art arts science visitor visitors shopping leisure sports cultural heritage performing recreation entertainment trade civic opera'.split(
    ' ',
  ),
);

function isSiteAt(lower: readonly string[], i: number): boolean {
  const word = lower[i]!;
  return (
    SITES.has(word) || (/^(?:cent(?:er|re)|complex|house)$/.test(word) && SITE_KINDS.has(lower[i - 1] ?? ''))
  );
}

/** “Oslo Bears”: a place everybody knows and a plural that is no land. */
function isTeamOfPlace(lower: readonly string[], first: number, end: number): boolean {
  const last = lower[end - 1]!;
  if (end - first < 2 || !last.endsWith('s') || last.endsWith('ss') || PLACE_HEADS.has(last)) return false;
  if (ORG_HEADS.has(last)) return false;
  for (let cut = Math.max(first + 1, end - 2); cut < end; cut++)
    if (knownPlaces().has(lower.slice(first, cut).join(' '))) return true;
  return false;
}

/** “v.” between the parties of a case, though its full stop may end a sentence. */
function isVersus(lower: readonly string[], i: number): boolean {
  const word = lower[i];
  return word === 'v' || word === 'vs' || word === 'versus' || word === 'v.' || word === 'vs.';
}

/** What a thing is that has a name of its own: “the drug Corvex”. */
const THINGS = new Set(
  'drug medication medicine vaccine pill tablet injection dose game film movie book novel song single album series sitcom show drama documentary model virus disease syndrome theory ship vessel ferry boat yacht missile drone rocket car award prize treaty hashtag hurricane storm typhoon horse dog cat'.split(
    ' ',
  ),
);
/** “drugs such as Corvex”, “a film called Corvex”. */
function isAnnounced(lower: readonly string[], first: number, begin: number): boolean {
  let i = first - 1;
  while (i > first - 5 && i >= begin && BEFORE_THINGS.has(lower[i]!)) i--;
  const word = i >= begin ? lower[i]! : '';
  return THINGS.has(word) || (word.endsWith('s') && THINGS.has(word.slice(0, -1)));
}
const BEFORE_THINGS = new Set('like such as called named titled including , “ " ‘ the'.split(' '));

const IN = new Set('in near across outside inside around throughout'.split(' '));
/** Before “the” and what people go to. */
const LOCATIVES = new Set('in at near to from outside inside around through across into by'.split(' '));
/** Before who or what acts or is acted for, seldom a place. */
const AGENTS = new Set('by with for told asked'.split(' '));
/** What is done with bodies and people. */
const HANDLED = new Set(
  'joined joining founded sued owns owned runs ran bought acquired leads led heads signed beat defeated joins'.split(
    ' ',
  ),
);
/** What is done with places, and where things go. */
const VISITED = new Set(
  'visited visit visiting left leave leaving entered enter toured reached reach through into over across towards toward throughout'.split(
    ' ',
  ),
);
/** What states have, “Norway’s army”; what bodies have; what people have. */
const STATE_OWNS = new Set(
  'government president capital economy army military parliament coast north south east west border foreign prime first second largest biggest population people supreme national ambassador embassy interior defence defense central then'.split(
    ' ',
  ),
);
const FIRM_OWNS = new Set(
  'ceo chief shares board chairman website spokesman spokeswoman employees staff members headquarters director coach goalkeeper captain striker customers products profits revenue stock executive founder co-founder parent editor lawyers'.split(
    ' ',
  ),
);
const KIN_OWNS = new Set(
  'wife husband father mother son daughter brother sister family death life lawyer attorney book novel album campaign career remarks comments parents body home house arrest speech friend death killing resignation'.split(
    ' ',
  ),
);
const SPEAKS = new Set(
  'said says told tells added wrote announced denied confirmed believes warned insisted argued claimed'.split(
    ' ',
  ),
);

/** Marks that end a sentence; a headline has none. */
const ENDS = new Set('. ! ? ” " ’ :'.split(' '));
/** After a name, before the place it is at. */
const WHERE = new Set('in near at on'.split(' '));

/** The words around one place of a form. */
function surround(doc: TextDocument, words: Words, first: number, end: number, count: Put): void {
  const { lower, shape } = words;
  const sentence = doc.sentences[doc.tokens.sentence[first]!]!;
  const before = first > sentence.firstToken ? lower[first - 1]! : '';
  const after = end < sentence.endToken ? lower[end]! : '';
  const isWord = (i: number): boolean => doc.tokens.kind[i] === TokenKind.word;
  const capital = (i: number): boolean => isWord(i) && (shape[i]! & Shape.capital) !== 0;
  count('opens', words.opensSentence[first]!);
  count('headline', !ENDS.has(lower[sentence.endToken - 1]!));
  if (before === 'the' || lower[first] === 'the') count('the');
  if (before === 'a' || before === 'an') count('a');
  if (IN.has(before)) count('in');
  else if (before === 'at') count('at');
  else if (AGENTS.has(before)) count('agent');
  else if (before === 'against') count('against');
  else if (HANDLED.has(before)) count('handled');
  else if (VISITED.has(before)) count('visited');
  else if (before === 'to' || before === 'from' || before === 'of') count('from');
  else if (before && words.class[first - 1]! & WordClass.preposition) count('preposition');
  if (ROLE_NOUNS.has(before) || HONORIFICS.has(before)) count('title');
  else if (before && isKindNoun(before)) count('kindBefore');
  else if (before && capital(first - 1)) count('capitalBefore');
  if (PLACE_NOUNS.has(before) || (before === 'of' && PLACE_NOUNS.has(lower[first - 2] ?? '')))
    count('townOf');
  if (before === '-' || before === '–') count('hyphenBefore');
  const opener = before === '“' || before === '"' || before === '‘' || before === "'";
  if (opener && /^[”"’']$/.test(after)) count('quoted');
  if (before === '(' && after === ')') count('bracketed');
  if (SPEAKS.has(after) || SPEAKS.has(before)) count('speaks');
  if (isAnnounced(lower, first, sentence.firstToken)) count('announced');
  if (isVersus(lower, end) || isVersus(lower, lower[first - 1] === '.' ? first - 2 : first - 1))
    count('versus');
  if (before === ',' && (after === ',' || after === 'and')) count('listed');
  if (!after) return;
  if (WHERE.has(after)) {
    count('inAfter');
    if (knownPlaces().has(lower[end + 1] ?? '')) count('placeAfter');
  }
  if (after === "'s") {
    count('owner');
    const owned = lower[end + 1] ?? '';
    if (STATE_OWNS.has(owned)) count('stateOwns');
    else if (FIRM_OWNS.has(owned)) count('firmOwns');
    else if (KIN_OWNS.has(owned)) count('kinOwns');
  }
  if (after === 'who' || after === 'whose' || (after === ',' && lower[end + 1] === 'who')) count('who');
  if (after === 'which' || (after === ',' && lower[end + 1] === 'which')) count('which');
  if (after === ',') {
    const noun = apposed(words, end + 1, sentence.endToken);
    if (noun) count(noun);
  }
  if (after === '-') count('hyphenAfter');
  if (after === ',' && doc.tokens.kind[end + 1] === TokenKind.number && lower[end + 2] === ',') count('age');
  if (after === ',' && knownPlaces().has(lower[end + 1] ?? '')) count('district');
  if (doc.tokens.kind[end] === TokenKind.number) count('number');
  if (!isWord(end)) return;
  if (capital(end)) count('capitalAfter');
  else if (words.class[end]! & WordClass.auxiliary) count('verb');
  else if (ROLE_NOUNS.has(after)) count('roleAfter');
  else if (isKindNoun(after)) count('kindAfter');
  else if (words.class[end] === 0 && !/(?:ed|s)$/.test(after)) count('noun');
  const subject = words.class[end]! & WordClass.auxiliary || /(?:ed|s)$/.test(after) || SPEAKS.has(after);
  if (!subject || (before && before !== ',' && before !== 'the')) return;
  count('subject');
  // “Roe said he would”
  for (let i = end + 1; i < sentence.endToken && i < end + 9; i++) {
    if (capital(i)) return;
    if (/^(?:he|she|his|her)$/.test(lower[i]!)) return count('hisOwn');
  }
}

/** “, a former harbour pilot”, “, the shipping firm”, “, a town”: what the first noun that says it makes of a name. */
function apposed(
  words: Words,
  first: number,
  limit: number,
): 'apposedRole' | 'apposedKind' | 'apposedPlace' | undefined {
  if (!/^(?:an?|the)$/.test(words.lower[first] ?? '')) return undefined;
  for (let i = first + 1; i < Math.min(limit, first + APPOSED); i++) {
    const word = words.lower[i]!;
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

/** What stands in one list with a form: “Oslo, Bergen and Roe”. */
function compare({ text }: TextDocument, forms: readonly Form[]): void {
  const all = forms.flatMap(form => form.places.map(({ start, end }) => ({ form, start, end })));
  all.sort((a, b) => a.start - b.start);
  for (let i = 1; i < all.length; i++) {
    const left = all[i - 1]!;
    const right = all[i]!;
    const gap = right.start - left.end;
    if (gap < 1 || gap > LONGEST_JOINT || left.form === right.form) continue;
    if (!JOINTS.has(text.slice(left.end, right.start))) continue;
    besides(left.form, right.form);
    besides(right.form, left.form);
  }
}
const JOINTS = new Set([
  ', ',
  '; ',
  ' and ',
  ', and ',
  ' or ',
  ', or ',
  ' & ',
  ' vs ',
  ' vs. ',
  ' v ',
  ' v. ',
  '/',
  ',',
]);
const LONGEST_JOINT = 6;

function besides({ places, values }: Form, other: Form): void {
  const share = 1 / places.length;
  values[AT.besidePER]! += share * other.values[AT.bestPER]!;
  values[AT.besideORG]! += share * other.values[AT.bestORG]!;
  values[AT.besideLOC]! += share * other.values[AT.bestLOC]!;
}

/** Whether people are at what they go to, or it acts. */
function visit({ lower }: Words, first: number, end: number, count: Put): void {
  const before = lower[first - 1] ?? '';
  const after = lower[end] ?? '';
  const at = before === 'the' ? LOCATIVES.has(lower[first - 2] ?? '') : IN.has(before) || before === 'at';
  if (at) count('siteAt');
  if (SPEAKS.has(after) || (after === "'s" && FIRM_OWNS.has(lower[end + 1] ?? ''))) count('siteActs');
}

/** What the longer forms of a text say about the shorter ones: a surname, the first word of a body, its initials. */
function relate(forms: readonly Form[]): void {
  const ends = new Map<string, Form[]>();
  const begins = new Map<string, Form[]>();
  const initials = new Set<string>();
  const push = (map: Map<string, Form[]>, word: string, form: Form): void => {
    const list = map.get(word);
    if (list) list.push(form);
    else map.set(word, [form]);
  };
  for (const form of forms) {
    const parts = form.key.split(/[\s-]+/);
    if (parts.length < 2) continue;
    push(ends, parts.at(-1)!, form);
    push(begins, parts[0]!, form);
    const short = parts
      .map(part => part.charAt(0))
      .filter(letter => letter !== letter.toLowerCase())
      .join('');
    if (short.length > 2) initials.add(short);
  }
  const highest = (list: readonly Form[] | undefined, feature: 'bestPER' | 'bestORG' | 'bestLOC'): number =>
    (list ?? []).slice(0, MOST).reduce((most, { values }) => Math.max(most, values[AT[feature]]!), 0);
  for (const { key, values } of forms) {
    if (key.includes(' ') || key.includes('-')) continue;
    values[AT.ownsPerson] = highest(ends.get(key), 'bestPER');
    values[AT.opensPerson] = highest(begins.get(key), 'bestPER');
    values[AT.opensBody] = highest(begins.get(key), 'bestORG');
    values[AT.endsBody] = highest(ends.get(key), 'bestORG');
    values[AT.inPlace] = Math.max(highest(begins.get(key), 'bestLOC'), highest(ends.get(key), 'bestLOC'));
    values[AT.initialsOfOther] = Number(initials.has(key.replaceAll('.', '')));
  }
}
/** Of so many forms that share a word the first are looked at: a list of thousands takes no longer for it. */
const MOST = 40;
