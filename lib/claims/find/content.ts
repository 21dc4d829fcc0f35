import { list } from '../../text/list.ts';
import type { Range, Sentence } from '../../text/document.ts';
import { WordClass } from '../../text/words.ts';
import { Frame, NOUN_CUES, cueOf } from '../cues.ts';
import type { Cue } from '../cues.ts';
import { readOtherwise } from './dissent.ts';
import {
  hasClass,
  isAuxiliary,
  isCapital,
  isDash,
  isFiniteVerb,
  isOpeningMark,
  isPronoun,
  isPunctuation,
  isQuoted,
  looksLikeClause,
  quotationFrom,
  quotationRange,
  wordAt,
} from './reading.ts';
import type { Reading } from './reading.ts';
import { REFUSALS } from './verbs.ts';
import { isDocument } from './subject.ts';
import type { VerbCue } from './verbs.ts';

/** What follows a verb as its content. `cueEnd` is set where a noun belongs to the cue: “expressed concern that”. */
export interface Content {
  readonly range: Range;
  readonly confidence: number;
  readonly cueEnd?: number;
  readonly pieces?: readonly Range[]; // in place of the range: a list
}

/** The content that follows verb `v` of a sentence, if it is used to attribute anything. */
export function findContent(
  reading: Reading,
  sentence: Sentence,
  verbs: readonly VerbCue[],
  v: number,
): Content | undefined {
  const verb = verbs[v]!;
  const otherwise = readOtherwise(reading, sentence, verb);
  if (otherwise) return { range: otherwise, confidence: OTHERWISE };
  const { frames } = verb.cue;
  let i = verb.end;
  while (i < sentence.endToken && reading.words.class[i] === WordClass.adverb) i++;
  if (wordAt(reading, i) === 'that' && hasClass(reading, i + 1, WordClass.time)) i += 2; // “wrote that day”
  i = afterAside(reading, i);
  if (i >= sentence.endToken) return undefined;
  const limit = contentEnd(reading, sentence, verbs, v, i);
  const speaks = (frames & (Frame.clause | Frame.addressee | Frame.quote)) !== 0;
  // “warned against crossing that bridge”
  if (/^(?:warn|caution)$/.test(verb.cue.lemma) && /^(?:of|about|against)$/.test(wordAt(reading, i)))
    return { range: trimContent(reading, i, limit), confidence: 0.7 };
  if (frames & (Frame.clause | Frame.addressee | Frame.object)) {
    const that = findThat(reading, i, limit, frames);
    if (that) return { range: trimContent(reading, that.at, limit), confidence: 0.9, ...that.cueEnd };
  }
  if (speaks) {
    const quotation = findQuotation(reading, sentence, i, frames);
    if (quotation >= 0 && isTitle(reading, quotation, frames)) return undefined;
    if (quotation >= 0) return { range: quotationRange(reading, quotation), confidence: 0.9 };
    if (wordAt(reading, i) === ':') return afterColon(reading, sentence, i, limit);
  }
  if (isPunctuation(reading, i) && !isOpeningMark(reading, i)) return undefined;
  const name = hasClass(reading, i, WordClass.determiner) ? i + 1 : i;
  if (NAMING.has(verb.cue.lemma) && isOpeningMark(reading, name)) {
    const called = readCalled(reading, sentence, verb, name);
    if (called) return { range: called, confidence: 0.9 };
    if (verb.cue.form === 'past') return undefined; // “a storm nicknamed ‘the Beast’”: nobody says who named it
  }
  const signs = readSigns(reading, verb, i);
  if (signs) return { range: signs, confidence: 0.9 };
  const start = bareContent(reading, verb, i, limit);
  if (start < 0) return undefined;
  const isUnsure = isDeed(reading, verb, start) || opensSentence(reading, sentence, verb);
  const confidence = isUnsure ? DEED : 0.7;
  return { range: trimContent(reading, start, limit), confidence };
}

/** Confidence of what is one word and nothing else. */
const OTHERWISE = 0.95;

/** “found—as they had hoped—that it held”: the “that” behind two dashes. */
function afterAside(reading: Reading, i: number): number {
  if (!isDash(reading, i)) return i;
  for (let k = i + 1; k < i + MOST_ASIDE; k++)
    if (isDash(reading, k)) return wordAt(reading, k + 1) === 'that' ? k + 1 : i;
  return i;
}
const MOST_ASIDE = 24;

/** “opened what it calls a ‘water corridor’ | into the valley”: its name for it, which ends with the marks. */
function readCalled(
  reading: Reading,
  sentence: Sentence,
  { from }: VerbCue,
  mark: number,
): Range | undefined {
  for (let k = from - 1; k >= sentence.firstToken && k > from - 8 && !isPunctuation(reading, k); k--)
    if (/^(?:what|which)$/.test(wordAt(reading, k)))
      return { first: mark + 1, end: quotationRange(reading, reading.quoted[mark + 1]!).end };
  return undefined;
}

/** “a sign reading ‘Hands off’ | hung there”, “signs reading ‘Hands off’ and ‘No dams’”. */
function readSigns(reading: Reading, { from }: VerbCue, i: number): Range | undefined {
  if (!isOpeningMark(reading, i) || !isDocument(wordAt(reading, from - 1))) return undefined;
  const { first, end } = quotationRange(reading, reading.quoted[i + 1]!);
  let last = end;
  while (wordAt(reading, last + 1) === 'and' && isOpeningMark(reading, last + 2))
    last = quotationRange(reading, reading.quoted[last + 3]!).end;
  return last > end ? { first: i, end: last + 1 } : { first, end };
}

/** Confidence of what is done rather than said: it takes somebody else to see a claim in it. */
const DEED = 0.5;

/**
 * “a campaign that challenged the party”, “fighters who opposed his father”, “refused to print them”, “planned to
 * leave”, “challenged him to a race”; “did not know the boat had sunk”.
 */
function isDeed(reading: Reading, verb: VerbCue, start: number): boolean {
  const { cue, from } = verb;
  const word = wordAt(reading, start);
  if (REFUSALS.has(cue.lemma) && !TOLD.has(word)) return true;
  if (cue.lemma === 'plan' && word === 'to') return true;
  if (cue.lemma === 'know' && isNegated(reading, verb)) return true;
  if (FACED.has(cue.lemma) && OBJECT_PRONOUNS.has(word) && word !== 'it') return true;
  const restrictive =
    /^(?:who|that|which)$/.test(wordAt(reading, from - 1)) && wordAt(reading, from - 2) !== ',';
  return restrictive && (cue.frames & (Frame.clause | Frame.addressee)) === 0;
}

function isNegated({ words }: Reading, { first, at }: VerbCue): boolean {
  return words.lower.slice(first, at).some(before => /^(?:not|n['’]t|never)$/.test(before));
}

/** “did not respond”; not “never responded”. */
function isRefused(reading: Reading, verb: VerbCue): boolean {
  return isNegated(reading, verb) && !reading.words.lower.slice(verb.first, verb.at).includes('never');
}

const TOLD = list(
  'be comment say discuss answer confirm speak elaborate disclose explain talk name testify respond give provide reveal identify specify share address',
);
/** What is done to people as well as said of things. */
const FACED = new Set(['challenge', 'question', 'oppose', 'welcome']);

/** “In announcing the sale, Roe wept”: before the verb of the sentence a participle tells the occasion. */
function opensSentence(reading: Reading, { firstToken }: Sentence, { cue, from }: VerbCue): boolean {
  if (cue.form !== 'ing') return false;
  for (let k = firstToken; k < from; k++)
    if (isPunctuation(reading, k) || isAuxiliary(reading, k) || isFiniteVerb(reading, k)) return false;
  return true;
}

/** “shows ‘Mill Town’”: a word or two after a verb that does not quote. */
function isTitle(reading: Reading, quotation: number, frames: number): boolean {
  const { first, end } = quotationRange(reading, quotation);
  return (frames & Frame.quote) === 0 && end - first < LEAST_QUOTED;
}
const LEAST_QUOTED = 3;

/** Where content without “that” or quotation marks begins, or -1 if the verb has none here. */
function bareContent(reading: Reading, verb: VerbCue, i: number, limit: number): number {
  const { cue, at, end } = verb;
  const { frames, lemma } = cue;
  const word = wordAt(reading, i);
  const { preposition, conjunction } = WordClass;
  // “did not rule out | a strike”, “points to | the leak as a warning”
  if (/^(?:rule|point)$/.test(lemma) && end === at + 2 && isOpeningPhrase(reading, i)) return i;
  if (lemma === 'rule' && isRuledFor(reading, verb, i)) return i;
  // “apologised to | guards”, “objected to | a toll”, “did not respond to | a request”
  if (/^(?:apologi[sz]e|hint|object)$/.test(lemma) && end === at + 2) return i;
  if (/^(?:respond|reply)$/.test(lemma) && end === at + 2) return isRefused(reading, verb) ? i : -1;
  if (frames & Frame.addressee) return afterAddressee(reading, i, limit);
  if (frames & Frame.appeal) {
    if (end === at + 2) return i;
    if (QUESTIONS.has(word) || hasAppeal(reading, i, limit, cue)) return i;
    if (!(frames & Frame.clause)) return -1; // “requested to leave”, “requested it”
  }
  if (frames & Frame.as && hasAs(reading, i, limit, cue)) return i;
  if (frames & Frame.infinitive && word === 'to') return REFUSALS.has(lemma) ? i + 1 : i;
  if (hasClass(reading, i, WordClass.time) && !isCapital(reading, i)) return -1;
  const blocked = hasClass(reading, i, preposition | conjunction) && !hasClass(reading, i, WordClass.adverb);
  if (frames & Frame.object && /^(?:having|being)$/.test(word)) return i;
  if (blocked || isAuxiliary(reading, i)) return -1;
  if (frames & Frame.object) return i;
  if (!(frames & Frame.clause)) return -1;
  if (lemma === 'say' && limit - i > 3) return i;
  if (lemma === 'claim' && CLAIMED.has(word)) return i;
  if (!looksLikeClause(reading, i, limit)) return -1;
  return frames & Frame.thatOnly && !opensClauseAt(reading, i, limit) ? -1 : i;
}

/** “ruled | in favour of the anglers”, “ruled | against the mayor”. */
function isRuledFor(reading: Reading, { from }: VerbCue, i: number): boolean {
  if (hasClass(reading, from - 1, WordClass.relative)) return false; // “those who ruled against him”
  if (wordAt(reading, i) === 'against') return true;
  return wordAt(reading, i) === 'in' && /^favou?r$/.test(wordAt(reading, i + 1));
}

/** What somebody says is theirs: “claimed responsibility”. */
const CLAIMED = list('responsibility credit victory innocence');

/** What a thing is named by: an article, a name, a noun, a doing. */
function isOpeningPhrase(reading: Reading, i: number): boolean {
  const { preposition, conjunction, auxiliary } = WordClass;
  return !hasClass(reading, i, preposition | conjunction | auxiliary) && !isPunctuation(reading, i);
}

/** A pronoun, or an article or name with its verb close by: what a clause without “that” begins with. */
export function opensClauseAt(reading: Reading, i: number, limit: number): boolean {
  if (isPronoun(reading, i)) return true;
  if (!hasClass(reading, i, WordClass.determiner) && !isCapital(reading, i)) return false;
  let end = Math.min(limit, i + 7);
  for (let k = i + 1; k < end; k++) if (/^(?:and|or|,)$/.test(wordAt(reading, k))) end = k;
  return looksLikeClause(reading, i, end);
}

const QUESTIONS = list('if whether why how what who where when');

/** “that” which opens the content: at once, or after an addressee, a time, a place, a noun of saying. */
function findThat(
  reading: Reading,
  i: number,
  limit: number,
  frames: number,
): { at: number; cueEnd?: { cueEnd: number } } | undefined {
  if (
    wordAt(reading, i) === 'that' &&
    frames & (Frame.clause | Frame.addressee) &&
    !isAuxiliary(reading, i + 1)
  )
    return { at: i };
  const reach = frames & Frame.addressee ? 14 : 9;
  let noun = -1;
  for (let k = i; k < limit && k < i + reach; k++) {
    const word = wordAt(reading, k);
    if (isQuoted(reading, k)) return undefined;
    if (NOUN_CUES.has(word) && k < i + 4) noun = k;
    if (word === 'that' && k > i) {
      if (hasClass(reading, k - 1, WordClass.preposition)) return undefined; // “ruled on that matter”
      if (noun === k - 1) return { at: k, cueEnd: { cueEnd: k } };
      return frames & (Frame.clause | Frame.addressee) && !isRelative(reading, k) ? { at: k } : undefined;
    }
    if (isAuxiliary(reading, k) || hasClass(reading, k, WordClass.relative)) return undefined;
    if (hasClass(reading, k, WordClass.subordinator) && word !== 'as') return undefined;
    if (isPunctuation(reading, k) && word !== ',' && word !== '-') return undefined;
  }
  return undefined;
}

/** “figures that exceeded them”, “a law that bans it”: a verb right after “that” makes it stand for the noun before it. */
function isRelative(reading: Reading, that: number): boolean {
  const verb = that + 1;
  if (isAuxiliary(reading, verb)) return true;
  const word = wordAt(reading, verb);
  if (reading.words.class[verb] !== 0 || isCapital(reading, verb) || !/(?:ed|[^s]s)$/.test(word))
    return false;
  return (
    hasClass(reading, verb + 1, WordClass.determiner | WordClass.preposition | WordClass.quantity) ||
    wordAt(reading, verb + 1).endsWith('ing')
  );
}

/** A quotation that is the whole content: “said: …”, “said on Monday, …”, “told the court …”; -1 if none is. */
function findQuotation(reading: Reading, sentence: Sentence, i: number, frames: number): number {
  const here = quotationFrom(reading, i, sentence);
  if (here >= 0)
    return fills(reading, sentence, here, wordAt(reading, i) === ',' || wordAt(reading, i) === ':')
      ? here
      : -1;
  const { preposition, time, adverb } = WordClass;
  if (wordAt(reading, i) === 'to' && frames & Frame.infinitive) return -1; // “pledged to keep it ‘clean’”
  const aside = wordAt(reading, i) === ',' ? i + 1 : i; // “said, in a low voice, ‘…’”
  if (!(frames & Frame.addressee) && !hasClass(reading, aside, preposition | time | adverb)) return -1;
  for (let k = i + 1; k < sentence.endToken && k < i + 16; k++) {
    if (isOpeningMark(reading, k)) {
      const parted = wordAt(reading, k - 1) === ',' || wordAt(reading, k - 1) === ':';
      const q = reading.quoted[k + 1]!;
      return fills(reading, sentence, q, parted) ? q : -1;
    }
    if (isAuxiliary(reading, k) || hasClass(reading, k, WordClass.relative)) return -1;
    if (cueOf(wordAt(reading, k))?.form === 'past') return -1; // “would go on to speak, he said: …”
    if (isPunctuation(reading, k) && !/^[,:-]$/.test(wordAt(reading, k))) return -1;
  }
  return -1;
}

/** A quotation parted by a mark, of a whole sentence or at the end of the sentence is the content by itself. */
function fills(reading: Reading, sentence: Sentence, q: number, parted: boolean): boolean {
  const { first, end } = quotationRange(reading, q);
  const isSentence = end - first > 3 && /^[.?!]$/.test(wordAt(reading, end - 1));
  return parted || isSentence || end >= sentence.endToken - 2;
}

/** “He said:” at the end of a paragraph: the next paragraph is the content. */
function afterColon(reading: Reading, sentence: Sentence, i: number, limit: number): Content | undefined {
  const { doc } = reading;
  if (i + 1 < sentence.endToken) {
    const end = endOfLetter(reading, i + 1, sentence);
    if (end > sentence.endToken) return { range: { first: i + 1, end }, confidence: 0.9 };
    return { range: trimContent(reading, i + 1, limit), confidence: 0.7 };
  }
  const next = doc.tokens.sentence[i + 1];
  if (next === undefined) return undefined;
  const first = doc.sentences[next]!;
  if (first.block === sentence.block) return undefined;
  const q = quotationFrom(reading, first.firstToken, first);
  if (q >= 0) return { range: quotationRange(reading, q), confidence: 0.8 };
  const items = listFrom(reading, next);
  if (items.length > 1) return { range: items[0]!, confidence: 0.95, pieces: items };
  let last = next;
  while (last + 1 < doc.sentences.length && doc.sentences[last + 1]!.block === first.block && last < next + 6)
    last++;
  return { range: { first: first.firstToken, end: doc.sentences[last]!.endToken }, confidence: 0.7 };
}

/** The paragraphs of a list from sentence `s` on: short ones that no full stop ends. */
function listFrom({ doc }: Reading, s: number): Range[] {
  const items: Range[] = [];
  for (let k = s; k < doc.sentences.length && items.length < MOST_ITEMS; k++) {
    const { block, start, firstToken, endToken } = doc.sentences[k]!;
    const { end } = doc.blocks[block]!;
    const isItem = doc.blocks[block]!.start === start && end - start < LONGEST_ITEM;
    const words = doc.text.slice(start, end);
    if (!isItem || doc.sentences[k + 1]?.block === block || NO_ITEM.test(words)) break;
    items.push({ first: firstToken, end: endToken });
  }
  return items;
}
const MOST_ITEMS = 12;
const LONGEST_ITEM = 200;
const NO_ITEM = /^(?:read|see|watch|listen|more|related|by|photo|image)\b|[.?!:"”’)]$/i;

/** “The letter reads: I am leaving. I thank you all.”: where somebody who says “I” without marks stops doing so. */
function endOfLetter(reading: Reading, first: number, sentence: Sentence): number {
  const { doc } = reading;
  let end = sentence.endToken;
  let from = first;
  for (let s = doc.tokens.sentence[first]!; s < doc.sentences.length; s++) {
    const { block, endToken } = doc.sentences[s]!;
    if (block !== sentence.block || !speaksOfSelf(reading, from, endToken)) break;
    end = endToken;
    from = endToken;
  }
  return end;
}

function speaksOfSelf(reading: Reading, first: number, end: number): boolean {
  for (let k = first; k < end; k++)
    if (FIRST_PERSON.has(wordAt(reading, k)) && !isQuoted(reading, k)) return true;
  return false;
}
const FIRST_PERSON = list('i we my our me us');

const OBJECT_PRONOUNS = list('me you him her it us them reporters journalists');

/** After “told” and whom: the first token of what was told, or -1. */
function afterAddressee(reading: Reading, i: number, limit: number): number {
  let k = i;
  if (OBJECT_PRONOUNS.has(wordAt(reading, k))) k++;
  else {
    if (hasClass(reading, k, WordClass.determiner)) k++;
    const from = k;
    const { determiner, pronoun, auxiliary } = WordClass;
    while (k < limit && k < from + 6 && !hasClass(reading, k, determiner | pronoun | auxiliary)) {
      if (isPunctuation(reading, k) || isQuoted(reading, k) || wordAt(reading, k) === 'to') break;
      k++;
    }
  }
  if (k >= limit || k === i || /^(?:on|about|by)$/.test(wordAt(reading, i))) return -1; // “clerks briefed on it”
  if (wordAt(reading, k) === 'to' || QUESTIONS.has(wordAt(reading, k))) return k;
  return looksLikeClause(reading, k, limit) || isOpeningMark(reading, k) ? k : -1;
}

/** “urged ministers to act”, “accused them of”, “blamed rain for”. */
function hasAppeal(reading: Reading, i: number, limit: number, cue: Cue): boolean {
  if (cue.lemma === 'blame' || cue.lemma === 'accuse' || cue.lemma === 'urge') return i < limit;
  if (cue.lemma === 'call') return hasAs(reading, i, limit, cue);
  if (cue.lemma === 'charge') return isChargedWith(reading, i, limit);
  for (let k = i + 1; k < limit && k < i + 16; k++) {
    if (isAuxiliary(reading, k)) return false;
    if (wordAt(reading, k) === 'to') return true;
  }
  return false;
}

/** “charged the mayor with theft”: not “charged her phone”. */
function isChargedWith(reading: Reading, i: number, limit: number): boolean {
  for (let k = i + 1; k < limit && k < i + 9 && !isAuxiliary(reading, k) && !isPunctuation(reading, k); k++)
    if (wordAt(reading, k) === 'with') return true;
  return false;
}

const NAMING = new Set(['call', 'label', 'brand', 'tag', 'nickname', 'term', 'dub', 'consider', 'deem']);

/** “described the plan as”, “called it ‘a …’”. */
function hasAs(reading: Reading, i: number, limit: number, cue: Cue): boolean {
  const naming = NAMING.has(cue.lemma);
  if (/^(?:off|up|in|out|back)$/.test(wordAt(reading, i))) return false;
  for (let k = i; k < limit && k < i + 16; k++) {
    const word = wordAt(reading, k);
    if (!naming && k > i && word === 'as' && wordAt(reading, k + 1) !== 'well') return true;
    if (naming && isQuoted(reading, k)) return true;
    if (naming && k > i && k < i + 5 && (word === 'a' || word === 'an')) return true;
  }
  return false;
}

/** Where the content of verb `v` must end: at the next attribution of the sentence, or with the sentence. */
function contentEnd(
  reading: Reading,
  sentence: Sentence,
  verbs: readonly VerbCue[],
  v: number,
  from: number,
): number {
  let next = v + 1;
  const conceding = CONCESSIVES.has(wordAt(reading, sentence.firstToken));
  const opener = opensSentence(reading, sentence, verbs[v]!);
  const limit = Math.min(sentence.endToken, from + MAX_CONTENT);
  for (let k = from; k < limit; k++) {
    if (isQuoted(reading, k)) continue;
    while (next < verbs.length && verbs[next]!.first <= k) next++;
    const following = verbs[next];
    const word = wordAt(reading, k);
    if (word === ';') return k;
    // “…,” adding that
    if (
      following?.from === k + 1 &&
      following.cue.form === 'ing' &&
      wordAt(reading, k - 1) === ',' &&
      isQuoted(reading, k - 1)
    )
      return k + 1;
    if (isAside(reading, from, limit, k, verbs[v]!)) return k;
    if (following?.from === k && breaksOff(reading, following)) return k;
    if (following?.from === k + 1 && isSubjectOf(reading, verbs[v]!, following)) return k + 1;
    if (word === 'according' && wordAt(reading, k + 1) === 'to')
      return wordAt(reading, k - 1) === ',' ? k - 1 : k;
    if (word === ',' && k > from) {
      if (TURNS.has(wordAt(reading, k + 1))) return k;
      // “Denying that …, the office said”
      if (conceding && following && opensClause(reading, k + 1, following.from)) return k;
      if (isAbsolute(reading, k + 1, sentence.endToken)) return k;
      if (opener && looksLikeClause(reading, k + 1, sentence.endToken)) return k;
      if (following && opensAttribution(reading, k, following)) return k;
    } else if ((word === 'and' || word === 'but') && k > from + 1 && following) {
      const coordinated = following.first === k + 1 && following.cue.form === verbs[v]!.cue.form;
      const contrary = word === 'but' && opensClause(reading, k + 1, following.from);
      if (coordinated || contrary) return wordAt(reading, k - 1) === ',' ? k - 1 : k;
    }
  }
  return limit;
}

/** “condemned the flood — a third”: after a dash that none closes the article says what it thinks of it. */
function isAside(reading: Reading, first: number, end: number, k: number, { cue }: VerbCue): boolean {
  if (!isDash(reading, k)) return false;
  if (cue.frames & ~(Frame.object | Frame.as) && !/^(?:an?|one)$/.test(wordAt(reading, k + 1))) return false;
  for (let i = first; i < end; i++) if (i !== k && isDash(reading, i)) return false;
  return true;
}

/** Tokens; no sentence anybody writes is longer, and none may make the search slow. */
const MAX_CONTENT = 300;
const TURNS = list('but while although though whereas');

const CONCESSIVES = list('while although though as after');

/** “, with talks continuing in the capital”: the article goes on in its own voice. */
function isAbsolute(reading: Reading, i: number, limit: number): boolean {
  if (wordAt(reading, i) !== 'with') return false;
  for (let k = i + 2; k < limit && k < i + 7; k++) {
    if (isPunctuation(reading, k)) return false;
    if (wordAt(reading, k).length > 5 && wordAt(reading, k).endsWith('ing')) return true;
  }
  return false;
}

/** “, adding that …”, “, and warned …”, “, and officials say …”: another attribution begins after the comma. */
function opensAttribution(reading: Reading, comma: number, following: VerbCue): boolean {
  if (following.from === comma + 1 && following.cue.form === 'ing') return true;
  if (following.from === comma + 1 && following.cue.form === 'past') return true;
  if (!/^(?:and|as)$/.test(wordAt(reading, comma + 1))) return false;
  return following.from === comma + 2 || opensClause(reading, comma + 2, following.from);
}

/** “condemned the attack saying …”: a participle of speech that follows without a comma. */
function breaksOff(reading: Reading, following: VerbCue): boolean {
  if (following.cue.form !== 'ing' || following.first !== following.at || !SPEAKING.has(following.cue.lemma))
    return false;
  return reading.words.class[following.at - 1] === 0;
}
/** “a bill calling for a toll | was opposed by anglers”: what somebody asks for ends before what was done to it all. */
function isSubjectOf(reading: Reading, { cue, at, first, end }: VerbCue, following: VerbCue): boolean {
  if (cue.form !== 'ing' || first !== at || !following.passive || wordAt(reading, following.end) !== 'by')
    return false;
  if (cue.frames & Frame.clause && end === at + 1) return false; // “saying the bill was opposed by anglers”
  for (let k = end; k < following.from; k++)
    if (
      isAuxiliary(reading, k) ||
      (hasClass(reading, k, WordClass.relative) && wordAt(reading, k) !== 'that')
    )
      return false;
  return true;
}

const SPEAKING = list('say add claim state argue warn note explain insist');

/** Whether tokens from `first` up to a verb are nothing but its subject. */
function opensClause(reading: Reading, first: number, verb: number): boolean {
  if (verb - first > 12 || verb <= first) return false;
  for (let k = first; k < verb; k++) {
    if (wordAt(reading, k) === ',' || isAuxiliary(reading, k) || hasClass(reading, k, WordClass.relative))
      return false;
  }
  return true;
}

/** Content without the full stop at its end and marks around it; a quotation that runs on is kept whole. */
export function trimContent(reading: Reading, first: number, end: number): Range {
  const last = end - 1;
  if (last >= first && isQuoted(reading, last)) {
    const whole = quotationRange(reading, reading.quoted[last]!);
    if (whole.end > end) end = whole.end;
  }
  while (first < end && isMargin(reading, first) && !isOpeningMark(reading, first)) first++;
  if (isOpeningMark(reading, first)) {
    const inside = quotationRange(reading, reading.quoted[first + 1]!);
    if (inside.end >= end - 2) first++;
  }
  while (end > first && isMargin(reading, end - 1) && !closesInside(reading, first, end - 1)) end--;
  while (end > first && /^(?:and|,)$/.test(wordAt(reading, end - 1))) end--;
  return { first, end };
}

/** Punctuation that belongs to the sentence rather than to what is said: not “%”. */
function isMargin(reading: Reading, i: number): boolean {
  return isPunctuation(reading, i) && !/^[%&*/@#†§]$/.test(wordAt(reading, i));
}

/** A closing mark at `i` whose opening mark is inside the content stays. */
function closesInside(reading: Reading, first: number, i: number): boolean {
  if (wordAt(reading, i) === ')' || isQuoted(reading, i)) return true;
  const q = reading.quoted[i - 1] ?? -1;
  return q >= 0 && quotationRange(reading, q).first > first && /["”’'»]/.test(wordAt(reading, i));
}
