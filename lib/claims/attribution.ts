import type { Attribution } from '../tagging/tagger.ts';
import { TokenKind } from '../text/document.ts';
import type { Quotation, Sentence, TextDocument } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import { tokenAt } from '../text/parse.ts';
import { Shape, WordClass, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { Frame, HEARSAY_ADVERBS, HEARSAY_PASSIVES, NOUN_CUES, cueOf } from './cues.ts';
import type { Cue } from './cues.ts';

/** Tokens `[first, end)`. */
interface Range {
  first: number;
  end: number;
}

/** A document with what the rules ask of it again and again. */
interface Reading {
  readonly doc: TextDocument;
  readonly words: Words;
  /** For each token the outermost quotation it stands in, or -1. */
  readonly quoted: Int32Array;
}

/** An attributing verb in its sentence: `[group, end)` is the verb with auxiliaries, negation and particle. */
interface VerbCue extends Range {
  readonly cue: Cue;
  readonly at: number;
  readonly passive: boolean;
}

/** Who is reported to have said what: by quotation marks, attributing verbs and nouns, “according to”, hearsay. */
export function findAttributions(doc: TextDocument): Attribution[] {
  const reading = read(doc);
  const found: Attribution[] = [];
  const used = new Set<number>(); // quotations that have their speaker
  for (const sentence of doc.sentences) readSentence(reading, sentence, used, found);
  continueQuotations(reading, used, found);
  return found.sort(
    (a, b) => a.content[0]!.start - b.content[0]!.start || b.content[0]!.end - a.content[0]!.end,
  );
}

function read(doc: TextDocument): Reading {
  const quoted = new Int32Array(doc.tokens.length).fill(-1);
  for (const [q, quotation] of doc.quotations.entries()) {
    if (quotation.depth > 0) continue;
    const end = tokenAt(doc, quotation.inner.end);
    for (let i = tokenAt(doc, quotation.inner.start); i < end; i++) {
      if (doc.tokens.end[i]! <= quotation.inner.end) quoted[i] = q;
    }
  }
  return { doc, words: wordsOf(doc), quoted };
}

function readSentence(reading: Reading, sentence: Sentence, used: Set<number>, found: Attribution[]): void {
  const { words, quoted } = reading;
  const cues = findCues(reading, sentence);
  for (let c = 0; c < cues.length; c++) readVerb(reading, sentence, cues, c, used, found);
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    if (quoted[i]! >= 0) continue;
    const word = words.lower[i]!;
    if (word === 'according' && words.lower[i + 1] === 'to')
      readAccording(reading, sentence, cues, i, used, found);
    else if (NOUN_CUES.has(word)) readNoun(reading, sentence, cues, i, found);
    else if (HEARSAY_ADVERBS.has(word) && !cues.some(c => c.first <= i && i < c.end))
      readHearsay(reading, sentence, cues, i, found);
    else if (HEARSAY_PASSIVES.has(word)) readPassive(reading, sentence, cues, i, found);
  }
}

// ---------------------------------------------------------------- verbs

function findCues(reading: Reading, sentence: Sentence): VerbCue[] {
  const cues: VerbCue[] = [];
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    if (reading.quoted[i]! >= 0 || reading.doc.tokens.kind[i] !== TokenKind.word) continue;
    const cue = cueOf(reading.words.lower[i]!);
    if (!cue || !isVerb(reading, sentence, i, cue)) continue;
    const first = groupStart(reading, sentence, i);
    const passive = isPassive(reading, first, i);
    const particle = reading.words.lower[i + 1]!;
    const end = isParticle(cue, particle) ? i + 2 : i + 1;
    cues.push({ cue, at: i, first, end, passive });
  }
  return cues;
}

const PARTICLES: Readonly<Record<string, ReadonlySet<string>>> = {
  call: new Set(['for', 'on', 'upon']),
  ask: new Set(['for']),
  point: new Set(['out']),
  hope: new Set(['for']),
};

function isParticle(cue: Cue, next: string | undefined): boolean {
  return next !== undefined && PARTICLES[cue.lemma]?.has(next) === true;
}

/** Forms that are nouns as often as verbs. */
const NOUNISH = new Set(
  'claim claims report reports state states demand demands promise promises pledge pledges threat estimate estimates comment comments note question questions challenge challenges show shows find finds record records call calls charge charges press brief post posts order orders request requests offer offers hope hopes fear fears doubt doubts plan plans answer answers forecast forecasts view views label labels brand brands term terms dispute disputes signal signals remark remarks blame praise guarantee worry worries welcome joke jokes vow vows blog tweet tweets warrant blast question means mean read reading meaning saw felt rule rules reply value answer cry cries laugh laughs invite portrait reject concluding meaning found'.split(
    ' ',
  ),
);

function isVerb(reading: Reading, sentence: Sentence, i: number, cue: Cue): boolean {
  const { words } = reading;
  const word = words.lower[i]!;
  if (words.shape[i]! & Shape.capital && !words.opensSentence[i]) return false;
  if (words.lower[i + 1] === '-' || words.lower[i - 1] === '-') return false;
  let k = i - 1;
  while (k >= sentence.firstToken && words.class[k]! === WordClass.adverb) k--;
  if (k < sentence.firstToken) return cue.form === 'ing' || cue.form === 'past';
  const before = words.lower[k]!;
  const kind = words.class[k]!;
  const subjectLike =
    (kind & (WordClass.pronoun | WordClass.relative | WordClass.auxiliary | WordClass.negation)) !== 0 ||
    before === 'to' ||
    (words.shape[k]! & Shape.capital) !== 0;
  if (NOUNISH.has(word)) {
    if (kind & (WordClass.determiner | WordClass.possessive) && !(kind & WordClass.pronoun)) return false;
    if (before === "'s") return false;
    if (cue.form === 'base') return subjectLike || /[a-z]s$/.test(before) || kind === WordClass.pronoun;
    if (subjectLike) return true;
    const next = words.lower[i + 1] ?? '';
    return (
      kind === 0 &&
      (next === 'that' ||
        isOpening(reading, i + 1) ||
        (words.class[i + 1]! & (WordClass.determiner | WordClass.pronoun)) !== 0)
    );
  }
  if (
    cue.form === 'base' &&
    !subjectLike &&
    !/[a-z]s$/.test(before) &&
    before !== ',' &&
    before !== 'and' &&
    before !== 'people'
  )
    return false;
  if (kind & WordClass.determiner && !(kind & (WordClass.pronoun | WordClass.relative)) && cue.form !== 's')
    return DETERMINER_SUBJECTS.has(before);
  if (before === "'s" && cue.form !== 'past') return cue.form === 's';
  return true;
}
const DETERMINER_SUBJECTS = new Set(
  'this that some others many most both all few several another each'.split(' '),
);

const GROUP_OPENERS = new Set(
  'went go goes going declined refused continued continues continue began begins wanted wants used expected set due likely seemed appeared able unable'.split(
    ' ',
  ),
);

function groupStart(reading: Reading, sentence: Sentence, i: number): number {
  const { words } = reading;
  let k = i;
  while (k > sentence.firstToken) {
    const kind = words.class[k - 1]!;
    const word = words.lower[k - 1]!;
    if (
      kind & (WordClass.auxiliary | WordClass.negation) &&
      word !== "'s" &&
      word !== 'no' &&
      word !== 'neither' &&
      word !== 'nor'
    )
      k--;
    else if (kind === WordClass.adverb && word !== 'together' && word !== 'however' && word !== 'meanwhile')
      k--;
    else if (word === 'to' && k - 1 > sentence.firstToken) {
      let v = k - 2;
      if (words.lower[v] === 'on') v--;
      if (v >= sentence.firstToken && GROUP_OPENERS.has(words.lower[v]!)) k = v;
      else return k - 1;
    } else if (word === 'as' && k === i) return k - 1;
    else break;
  }
  // adverbs left over at the front belong to the clause: “Later he also said”
  while (
    k < i &&
    words.class[k] === WordClass.adverb &&
    words.lower[k] !== 'also' &&
    !HEARSAY_ADVERBS.has(words.lower[k]!)
  )
    k++;
  return k;
}

function isPassive(reading: Reading, first: number, i: number): boolean {
  const { words } = reading;
  for (let k = i - 1; k >= first; k--) {
    const word = words.lower[k]!;
    if (/^(?:is|are|was|were|be|been|being)$/.test(word)) {
      return !reading.words.lower[i]!.endsWith('ing');
    }
  }
  return false;
}

function readVerb(
  reading: Reading,
  sentence: Sentence,
  cues: readonly VerbCue[],
  c: number,
  used: Set<number>,
  found: Attribution[],
): void {
  const { words, quoted } = reading;
  const verb = cues[c]!;
  const { cue } = verb;
  if (verb.passive && !(cue.frames & Frame.addressee) && words.lower[verb.end] !== 'as') return;
  const subject = findSubject(reading, sentence, verb, cues, c);
  const preposed = findPreposed(reading, sentence, verb, subject);
  if (preposed) {
    const content = [preposed.content];
    const follows = followingQuotation(reading, preposed.after, sentence);
    if (preposed.quotation >= 0) {
      if (used.has(preposed.quotation)) return;
      used.add(preposed.quotation);
      if (follows >= 0) {
        used.add(follows);
        content.push(rangeOf(reading, follows));
      }
    } else if (follows >= 0 && preposed.after === verb.end) return;
    add(reading, found, preposed.source, verb, content, 0.9);
    return;
  }
  const content = findContent(reading, sentence, cues, c);
  if (!content) return;
  for (let i = content.range.first; i < content.range.end; i++) if (quoted[i]! >= 0) used.add(quoted[i]!);
  add(reading, found, verb.passive ? null : subject, verb, [content.range], content.confidence);
}

function add(
  reading: Reading,
  found: Attribution[],
  source: Range | null,
  cue: Range | null,
  content: readonly Range[],
  confidence: number,
): void {
  const spans = content.flatMap(range => {
    const span = toSpan(reading, range);
    return span ? [span] : [];
  });
  if (spans.length === 0) return;
  const from = source ? toSpan(reading, trimSource(reading, source)) : null;
  found.push({
    source: from ?? null,
    cue: cue ? (toSpan(reading, cue) ?? null) : null,
    content: spans,
    confidence,
  });
}

function toSpan(reading: Reading, range: Range): Span | undefined {
  const { first, end } = range;
  if (first >= end) return undefined;
  return { start: reading.doc.tokens.start[first]!, end: reading.doc.tokens.end[end - 1]! };
}

// ---------------------------------------------------------------- the quotation marks

function isOpening(reading: Reading, i: number): boolean {
  // an opening mark is the token just before the first quoted token
  return (
    i + 1 < reading.doc.tokens.length &&
    reading.quoted[i]! < 0 &&
    reading.quoted[i + 1]! >= 0 &&
    reading.doc.tokens.kind[i] === TokenKind.punctuation
  );
}

function rangeOf(reading: Reading, q: number): Range {
  const { doc } = reading;
  const { inner } = doc.quotations[q]!;
  const first = tokenAt(doc, inner.start);
  let end = tokenAt(doc, Math.max(inner.start, inner.end - 1)) + 1;
  if (end > doc.tokens.length) end = doc.tokens.length;
  // “…,” she said: the comma before the closing mark is the sentence's
  if (end - 1 > first && reading.words.lower[end - 1] === ',') end--;
  return { first, end };
}

/** A quotation that begins within two tokens of `i`, or -1. */
function followingQuotation(reading: Reading, i: number, sentence: Sentence): number {
  const limit = Math.min(i + 3, reading.doc.tokens.length, sentence.endToken + 1);
  for (let k = i; k < limit; k++) {
    if (reading.quoted[k]! >= 0) return reading.quoted[k]!;
    if (reading.doc.tokens.kind[k] !== TokenKind.punctuation) return -1;
  }
  return -1;
}

interface Preposed {
  content: Range;
  quotation: number; // -1: not in quotation marks
  source: Range | null;
  after: number; // token after the attribution
}

/** “…,” she said / “…,” said Roe / The road is open, officials said. */
function findPreposed(
  reading: Reading,
  sentence: Sentence,
  verb: VerbCue,
  subject: Range | null,
): Preposed | undefined {
  const { words, quoted, doc } = reading;
  if (!(verb.cue.frames & (Frame.clause | Frame.quote))) return undefined;
  // inverted: the verb follows the quotation or the comma at once
  const inverted = endOfContentBefore(reading, sentence, verb.first);
  if (inverted && verb.cue.form !== 'ing') {
    const end = subjectAfter(reading, sentence, verb.end);
    if (end > verb.end || inverted.quotation >= 0) {
      if (inverted.quotation < 0 && !(verb.cue.form === 'past' || verb.cue.form === 's')) return undefined;
      if (inverted.quotation < 0 && end <= verb.end) return undefined;
      if (inverted.quotation < 0 && !/^(?:said|says|added|reported)$/.test(words.lower[verb.at]!))
        return undefined;
      return { ...inverted, source: end > verb.end ? { first: verb.end, end } : null, after: end };
    }
  }
  if (!subject) return undefined;
  const before = endOfContentBefore(reading, sentence, subject.first);
  if (!before) return undefined;
  if (before.quotation >= 0) {
    // “…” she said that: the content after the verb is a claim of its own only with its own words
    if (words.lower[verb.end] === 'that') return undefined;
    return { ...before, source: subject, after: verb.end };
  }
  // without quotation marks nothing but a time or place may follow the verb
  if (!(verb.cue.frames & Frame.clause) || verb.cue.frames & Frame.thatOnly) return undefined;
  if (!endsClause(reading, sentence, verb.end)) return undefined;
  if (before.content.end - before.content.first < 3) return undefined;
  void quoted;
  void doc;
  return { ...before, source: subject, after: verb.end };
}

/** What ends just before token `i`: a quotation, or a clause before a comma. */
function endOfContentBefore(
  reading: Reading,
  sentence: Sentence,
  i: number,
): { content: Range; quotation: number } | undefined {
  const { words, quoted, doc } = reading;
  for (let k = i - 1; k >= i - 3 && k >= 0; k--) {
    if (quoted[k]! >= 0) {
      const quotation = quoted[k]!;
      const range = rangeOf(reading, quotation);
      if (range.end - range.first < 2 && words.lower[i - 1] !== ',' && words.lower[k] !== ',')
        return undefined;
      // a short piece inside a sentence of the article is no speech unless a comma parts it
      const opening = range.first - 1;
      const opensClause =
        opening <= sentence.firstToken ||
        words.opensSentence[range.first] === 1 ||
        doc.tokens.kind[opening - 1] === TokenKind.punctuation;
      if (!opensClause && k >= 0) {
        if (sentence.firstToken < opening)
          return { content: { first: clauseStart(reading, sentence, opening), end: range.end }, quotation };
      }
      return { content: range, quotation };
    }
    if (doc.tokens.kind[k] !== TokenKind.punctuation) return undefined;
    if (
      words.lower[k] === ',' &&
      k > sentence.firstToken &&
      quoted[k - 1]! < 0 &&
      doc.tokens.kind[k - 1] !== TokenKind.punctuation
    ) {
      return { content: { first: clauseStart(reading, sentence, k), end: k }, quotation: -1 };
    }
  }
  return undefined;
}

function clauseStart(reading: Reading, sentence: Sentence, _end: number): number {
  let first = sentence.firstToken;
  const { words } = reading;
  while (first < sentence.endToken && (words.lower[first] === 'but' || words.lower[first] === 'and')) first++;
  return first;
}

/** Whether only a time, a place or the end of the sentence follows. */
function endsClause(reading: Reading, sentence: Sentence, i: number): boolean {
  const { words, doc } = reading;
  if (i >= sentence.endToken || doc.tokens.kind[i] === TokenKind.punctuation) return true;
  const kind = words.class[i]!;
  return (
    (kind & (WordClass.preposition | WordClass.time | WordClass.adverb)) !== 0 && words.lower[i] !== 'that'
  );
}

// ---------------------------------------------------------------- the source

/** The noun phrase that is the subject of a verb group. */
function findSubject(
  reading: Reading,
  sentence: Sentence,
  verb: VerbCue,
  cues: readonly VerbCue[],
  c: number,
): Range | null {
  const { words } = reading;
  const k = verb.first - 1;
  if (k < sentence.firstToken) return verb.cue.form === 'ing' ? null : null;
  const before = words.lower[k]!;
  if (verb.cue.form === 'ing' && verb.first === verb.at) return mainSubject(reading, sentence, cues, c);
  if (before === 'and' || before === 'but' || before === 'or' || before === 'then')
    return mainSubject(reading, sentence, cues, c);
  if (words.lower[verb.first] === 'to') return mainSubject(reading, sentence, cues, c);
  if (words.class[k]! & WordClass.relative && before !== 'that' && before !== 'where' && before !== 'when') {
    const end = words.lower[k - 1] === ',' ? k - 1 : k;
    return phraseBefore(reading, sentence, end);
  }
  if (before === ',' || before === ')' || before === '–' || before === '—' || before === '--') {
    const open = openingOf(reading, sentence, k);
    if (open < 0) return mainSubject(reading, sentence, cues, c);
    const range = phraseBefore(reading, sentence, open);
    return range ? withApposition(reading, range, open, k) : null;
  }
  return phraseBefore(reading, sentence, verb.first);
}

/** A short apposition belongs to the source: “Roe, the mayor, said”. */
function withApposition(_reading: Reading, range: Range, _open: number, _close: number): Range {
  return range;
}

/** The mark that opens the parenthesis which token `close` closes, or -1. */
function openingOf(reading: Reading, sentence: Sentence, close: number): number {
  const { words } = reading;
  const mark = words.lower[close]!;
  const wanted = mark === ')' ? '(' : mark;
  for (let k = close - 1; k > sentence.firstToken; k--) {
    if (words.lower[k] === wanted && reading.quoted[k]! < 0) return k;
  }
  return -1;
}

/** The noun phrase that ends before token `end`, or null where there is none. */
function phraseBefore(reading: Reading, sentence: Sentence, end: number): Range | null {
  const { words, quoted, doc } = reading;
  let first = end;
  while (first > sentence.firstToken) {
    const k = first - 1;
    const word = words.lower[k]!;
    if (quoted[k]! >= 0) break;
    if (doc.tokens.kind[k] === TokenKind.punctuation && word !== '-' && word !== '’' && word !== "'") break;
    const kind = words.class[k]!;
    if (kind & WordClass.auxiliary && word !== "'s") break;
    if (kind & WordClass.subordinator || word === 'that' || word === 'but') break;
    if (kind & WordClass.relative && word !== 'that') break;
    if (word === 'and' || word === 'or') {
      if (!isListJoint(reading, sentence, k)) break;
    } else if (kind === 0 && !(words.shape[k]! & Shape.capital) && isFiniteVerb(reading, k)) break;
    if (kind & WordClass.pronoun && !(kind & WordClass.determiner)) {
      first = k;
      break;
    }
    first = k;
  }
  return first < end ? { first, end } : null;
}

/** Whether “and” at `k` joins two parts of one subject rather than two clauses. */
function isListJoint(reading: Reading, sentence: Sentence, k: number): boolean {
  const { words } = reading;
  for (let j = k - 1; j >= sentence.firstToken && j > k - 10; j--) {
    const word = words.lower[j]!;
    if (word === ',' || word === ';') return true;
    const kind = words.class[j]!;
    if (kind & WordClass.auxiliary && word !== "'s") return false;
    if (kind & (WordClass.pronoun | WordClass.subordinator) && !(kind & WordClass.determiner)) return false;
    if (kind === 0 && !(words.shape[j]! & Shape.capital) && isFiniteVerb(reading, j)) return false;
    if (reading.quoted[j]! >= 0) return false;
  }
  return true;
}

const IRREGULAR = new Set(
  'went came took made gave got saw knew became began broke brought built bought caught chose cut did drew drove fell felt fought found flew forgot held hit kept led left lost met paid put ran rose sat sold sent set shot shut spoke spent stood struck taught told thought threw won wore wrote'.split(
    ' ',
  ),
);

function isFiniteVerb(reading: Reading, i: number): boolean {
  const word = reading.words.lower[i]!;
  if (IRREGULAR.has(word)) return true;
  if (word.length > 4 && word.endsWith('ed')) {
    // “the elected mayor”: between article and noun it is no verb
    const before = reading.words.class[i - 1] ?? 0;
    return !(before & (WordClass.determiner | WordClass.preposition)) && reading.words.lower[i + 1] !== '-';
  }
  return cueOf(word)?.form === 's' && !NOUNISH.has(word);
}

/** The subject of the sentence, for verbs without one of their own: “…, adding that”. */
function mainSubject(
  reading: Reading,
  sentence: Sentence,
  cues: readonly VerbCue[],
  c: number,
): Range | null {
  for (let k = c - 1; k >= 0; k--) {
    const earlier = cues[k]!;
    if (earlier.passive || (earlier.cue.form === 'ing' && earlier.first === earlier.at)) continue;
    const subject = findSubject(reading, sentence, earlier, cues, k);
    if (subject) return subject;
  }
  const { words, doc, quoted } = reading;
  let i = sentence.firstToken;
  if (words.class[i]! & (WordClass.preposition | WordClass.subordinator) || words.lower[i]!.endsWith('ing')) {
    let k = i;
    while (k < sentence.endToken && words.lower[k] !== ',') k++;
    if (k < sentence.endToken - 1) i = k + 1;
  }
  while (
    i < sentence.endToken &&
    (quoted[i]! >= 0 || (doc.tokens.kind[i] === TokenKind.punctuation && i < sentence.endToken - 1))
  )
    i++;
  const end = phraseEnd(reading, sentence, i);
  return end > i ? { first: i, end } : null;
}

/** Where the noun phrase that begins at `i` ends: before a verb, a comma, a relative. */
function phraseEnd(reading: Reading, sentence: Sentence, i: number): number {
  const { words, doc } = reading;
  let end = i;
  while (end < sentence.endToken && end - i < 20) {
    const kind = words.class[end]!;
    const word = words.lower[end]!;
    if (doc.tokens.kind[end] === TokenKind.punctuation && word !== '-') break;
    if (kind & WordClass.auxiliary && word !== "'s") break;
    if (kind & (WordClass.relative | WordClass.subordinator) && word !== 'that') break;
    if (
      kind === 0 &&
      !(words.shape[end]! & Shape.capital) &&
      end > i &&
      (isFiniteVerb(reading, end) || cueOf(word)?.form === 'past')
    )
      break;
    end++;
    if (kind & WordClass.pronoun && !(kind & WordClass.determiner)) break;
  }
  return end;
}

/** The end of the subject that follows an inverted verb: “said Roe, the mayor”; equals `i` if there is none. */
function subjectAfter(reading: Reading, sentence: Sentence, i: number): number {
  const { words, doc, quoted } = reading;
  let end = i;
  while (end < sentence.endToken && end - i < 16) {
    const kind = words.class[end]!;
    const word = words.lower[end]!;
    if (quoted[end]! >= 0) break;
    if (doc.tokens.kind[end] === TokenKind.punctuation && word !== '-') break;
    if (end === i && kind & (WordClass.preposition | WordClass.adverb | WordClass.time | WordClass.relative))
      break;
    if (end === i && word === 'that') break;
    if (kind & (WordClass.relative | WordClass.subordinator)) break;
    if (kind & WordClass.time) {
      if (end > i && words.class[end - 1]! & (WordClass.preposition | WordClass.determiner)) end--;
      break;
    }
    if (word === 'on' || word === 'in' || word === 'at' || word === 'during' || word === 'after') {
      if (end > i) break;
    }
    end++;
    if (kind & WordClass.pronoun && !(kind & WordClass.determiner)) break;
  }
  while (end > i && words.class[end - 1]! & (WordClass.preposition | WordClass.determiner)) end--;
  return end;
}

/** Takes what is no part of the naming phrase off a source: “On Monday”, “However”, “but”. */
function trimSource(reading: Reading, range: Range): Range {
  const { words, doc } = reading;
  let { first, end } = range;
  for (;;) {
    const kind = words.class[first]!;
    const word = words.lower[first]!;
    if (first >= end - 1) break;
    if (kind & (WordClass.conjunction | WordClass.subordinator) && !(kind & WordClass.determiner)) first++;
    else if (kind === WordClass.adverb || (kind & WordClass.adverb && kind & WordClass.time)) first++;
    else if (word === ',' || (doc.tokens.kind[first] === TokenKind.punctuation && word !== '(')) first++;
    else if (kind & WordClass.preposition && !(kind & WordClass.determiner)) {
      const after = afterTime(reading, first, end);
      if (after < 0) break;
      first = after;
    } else if (kind & WordClass.time && first + 1 < end) first++;
    else break;
  }
  while (
    end > first + 1 &&
    (doc.tokens.kind[end - 1] === TokenKind.punctuation || words.class[end - 1]! === WordClass.adverb)
  )
    end--;
  // “Roe on Monday said”
  for (let k = end - 1; k > first && k > end - 4; k--) {
    if (words.class[end - 1]! & WordClass.time && words.class[k]! & WordClass.preposition) {
      end = k;
      break;
    }
  }
  if (end - first > 1 && words.class[end - 1]! & WordClass.time && words.shape[end - 1]! & Shape.capital)
    end--;
  return { first, end };
}

/** “On Monday Roe …”: the token after the time, or -1 where the phrase is none. */
function afterTime(reading: Reading, first: number, end: number): number {
  const { words, doc } = reading;
  let seen = false;
  let k = first + 1;
  for (; k < end; k++) {
    const kind = words.class[k]!;
    if (kind & WordClass.time) seen = true;
    else if (doc.tokens.kind[k] === TokenKind.number || kind & WordClass.quantity) seen ||= false;
    else if (
      !(kind & (WordClass.determiner | WordClass.preposition)) &&
      words.lower[k] !== 'last' &&
      words.lower[k] !== 'next'
    )
      break;
    else if (seen && kind & WordClass.determiner) break;
  }
  return seen && k < end ? k : -1;
}

// ---------------------------------------------------------------- the content after a verb

function findContent(
  reading: Reading,
  sentence: Sentence,
  cues: readonly VerbCue[],
  c: number,
): { range: Range; confidence: number } | undefined {
  const { words, quoted, doc } = reading;
  const verb = cues[c]!;
  const { frames } = verb.cue;
  let i = verb.end;
  while (i < sentence.endToken && words.class[i]! === WordClass.adverb && words.lower[i] !== 'that') i++;
  if (i >= sentence.endToken) return undefined;
  const limit = contentEnd(reading, sentence, cues, c, i);
  const that = findThat(reading, i, limit, frames);
  if (that >= 0 && frames & (Frame.clause | Frame.addressee))
    return { range: trimContent(reading, that, limit), confidence: 0.9 };
  const quotation = followingQuotation(reading, i, sentence);
  if (quotation >= 0 && frames & (Frame.clause | Frame.quote | Frame.addressee)) {
    const quote = rangeOf(reading, quotation);
    if (quote.end >= limit - 2 || words.lower[i] === ',' || words.lower[i] === ':')
      return { range: { first: quote.first, end: quote.end }, confidence: 0.9 };
  }
  if (words.lower[i] === ':' && frames & (Frame.clause | Frame.quote))
    return { range: trimContent(reading, i + 1, limit), confidence: 0.7 };
  if (doc.tokens.kind[i] === TokenKind.punctuation && !isOpening(reading, i)) return undefined;
  if (frames & Frame.addressee) {
    // “told reporters it would rain”, “told the court: …”
    const start = afterAddressee(reading, i, limit);
    if (start > i) {
      const follows = followingQuotation(reading, start, sentence);
      return {
        range: follows >= 0 ? rangeOf(reading, follows) : trimContent(reading, start, limit),
        confidence: 0.7,
      };
    }
    return undefined;
  }
  const word = words.lower[i]!;
  if (frames & Frame.appeal && isParticleUsed(verb))
    return { range: trimContent(reading, i, limit), confidence: 0.8 };
  if (frames & Frame.appeal && hasAppeal(reading, i, limit, verb.cue))
    return { range: trimContent(reading, i, limit), confidence: 0.8 };
  if (frames & Frame.as && hasAs(reading, i, limit, verb.cue))
    return { range: trimContent(reading, i, limit), confidence: 0.8 };
  if (frames & Frame.infinitive && word === 'to') {
    const start = INTENT.has(verb.cue.lemma) ? i + 2 : i;
    return start < limit
      ? { range: trimContent(reading, INTENT.has(verb.cue.lemma) ? i + 2 : i, limit), confidence: 0.6 }
      : undefined;
  }
  if (verb.cue.lemma === 'tell' || verb.cue.lemma === 'ask') {
    return verb.cue.lemma === 'ask' && /^(?:if|whether|why|how|what|who|where|when)$/.test(word)
      ? { range: trimContent(reading, i, limit), confidence: 0.7 }
      : undefined;
  }
  if (
    frames & Frame.clause &&
    !(frames & Frame.thatOnly) &&
    !(words.class[i]! & (WordClass.preposition | WordClass.conjunction))
  ) {
    if (frames & Frame.object || looksLikeClause(reading, i, limit))
      return { range: trimContent(reading, i, limit), confidence: 0.8 };
    return undefined;
  }
  if (
    frames & Frame.clause &&
    frames & Frame.thatOnly &&
    looksLikeClause(reading, i, limit) &&
    verb.cue.form !== 'ing'
  )
    return { range: trimContent(reading, i, limit), confidence: 0.6 };
  if (
    frames & Frame.object &&
    !(words.class[i]! & (WordClass.preposition | WordClass.conjunction | WordClass.auxiliary))
  )
    return { range: trimContent(reading, i, limit), confidence: 0.7 };
  void quoted;
  return undefined;
}

/** Verbs whose “to” introduces what is refused, not what is said: “declined to comment”. */
const INTENT = new Set(['decline', 'refuse']);

function isParticleUsed(verb: VerbCue): boolean {
  return verb.end === verb.at + 2;
}

/** “that” which opens the content: at once, or after an addressee, a time, a place. */
function findThat(reading: Reading, i: number, limit: number, frames: number): number {
  const { words, doc, quoted } = reading;
  if (words.lower[i] === 'that' && !isPronounThat(reading, i)) return i;
  const reach = frames & Frame.addressee ? 14 : 9;
  for (let k = i + 1; k < limit && k < i + reach; k++) {
    const word = words.lower[k]!;
    if (quoted[k]! >= 0) return -1;
    if (word === 'that' && words.lower[k - 1] !== 'all') return k;
    const kind = words.class[k]!;
    if (
      kind & (WordClass.auxiliary | WordClass.relative | WordClass.subordinator) &&
      word !== "'s" &&
      word !== 'as'
    )
      return -1;
    if (doc.tokens.kind[k] === TokenKind.punctuation && word !== ',' && word !== '-') return -1;
  }
  return -1;
}

/** “said that was wrong”: “that” stands for something. */
function isPronounThat(reading: Reading, i: number): boolean {
  const next = reading.words.class[i + 1] ?? 0;
  return (next & WordClass.auxiliary) !== 0 && reading.words.lower[i + 1] !== "'s";
}

/** After “told” and whom: the first word of what was told, or `i`. */
function afterAddressee(reading: Reading, i: number, limit: number): number {
  const { words } = reading;
  let k = i;
  const kind = words.class[k]!;
  if (OBJECTS.has(words.lower[k]!)) k++;
  else {
    if (kind & WordClass.determiner) k++;
    const from = k;
    while (k < limit && k < from + 6) {
      const here = words.class[k]!;
      if (here & (WordClass.determiner | WordClass.pronoun | WordClass.auxiliary)) break;
      if (reading.doc.tokens.kind[k] === TokenKind.punctuation || reading.quoted[k]! >= 0) break;
      k++;
    }
  }
  if (words.lower[k] === 'to' && k < limit) return k;
  return k < limit && looksLikeClause(reading, k, limit) ? k : followsQuotation(reading, k) ? k : i;
}
const OBJECTS = new Set('me you him her it us them reporters journalists'.split(' '));

function followsQuotation(reading: Reading, k: number): boolean {
  return reading.quoted[k + 1]! >= 0 || reading.quoted[k + 2]! >= 0;
}

/** “urged ministers to act”, “accused them of”, “blamed rain for”. */
function hasAppeal(reading: Reading, i: number, limit: number, cue: Cue): boolean {
  const wanted =
    cue.lemma === 'accuse' ? 'of' : cue.lemma === 'blame' ? 'for' : cue.lemma === 'charge' ? 'that' : 'to';
  if (cue.lemma === 'blame' || cue.lemma === 'accuse') return i < limit;
  if (cue.lemma === 'call') return hasAs(reading, i, limit, cue);
  for (let k = i; k < limit && k < i + 16; k++) if (reading.words.lower[k] === wanted && k > i) return true;
  return cue.lemma === 'urge';
}

/** “described the plan as”, “called it ‘a …’”. */
function hasAs(reading: Reading, i: number, limit: number, cue: Cue): boolean {
  const { words, quoted } = reading;
  for (let k = i; k < limit && k < i + 16; k++) {
    if (words.lower[k] === 'as' && k > i && cue.lemma !== 'call') return true;
    if (quoted[k]! >= 0 && (cue.lemma === 'call' || cue.lemma === 'label' || cue.lemma === 'brand'))
      return true;
    if (cue.lemma === 'call' && k > i && k < i + 4 && /^(?:a|an)$/.test(words.lower[k]!)) return true;
  }
  return cue.lemma === 'condemn' || cue.lemma === 'denounce';
}

/** A clause has a finite verb soon after its start. */
function looksLikeClause(reading: Reading, i: number, limit: number): boolean {
  const { words } = reading;
  const kind = words.class[i]!;
  if (kind & WordClass.pronoun && !(kind & WordClass.determiner)) return true;
  for (let k = i + 1; k < limit && k < i + 18; k++) {
    const here = words.class[k]!;
    const word = words.lower[k]!;
    if (here & WordClass.auxiliary && word !== "'s") return true;
    if (word === ',' || word === ';') continue;
    if (here === 0 && !(words.shape[k]! & Shape.capital) && isFiniteVerb(reading, k)) return true;
  }
  return false;
}

/** Where the content of cue `c` must end: at the next attribution of the same sentence, or with the sentence. */
function contentEnd(
  reading: Reading,
  sentence: Sentence,
  cues: readonly VerbCue[],
  c: number,
  from: number,
): number {
  const { words, quoted } = reading;
  for (let k = from; k < sentence.endToken; k++) {
    if (quoted[k]! >= 0) continue;
    const word = words.lower[k]!;
    if (word === ';') return k;
    if (word === 'according' && words.lower[k + 1] === 'to') return words.lower[k - 1] === ',' ? k - 1 : k;
    if (word === ',' && k > from) {
      const next = words.lower[k + 1] ?? '';
      if (
        next === 'but' ||
        next === 'while' ||
        next === 'although' ||
        next === 'though' ||
        next === 'whereas'
      )
        return k;
      const following = cues.find(x => x.first > k);
      if (!following) continue;
      if (following.first === k + 1 && following.cue.form === 'ing') return k;
      if (following.first === k + 2 && next === 'and') return k;
      if (next === 'and' && clauseBegins(reading, k + 2, following.first)) return k;
      if (following.cue.form === 'ing' && following.first <= k + 3 && words.class[k + 1] === WordClass.adverb)
        return k;
    }
    if ((word === 'and' || word === 'but') && k > from + 1) {
      const following = cues.find(x => x.first === k + 1);
      if (following && following.cue.form === cues[c]!.cue.form)
        return words.lower[k - 1] === ',' ? k - 1 : k;
    }
  }
  return sentence.endToken;
}

/** Whether tokens from `first` up to a cue are nothing but its subject. */
function clauseBegins(reading: Reading, first: number, cue: number): boolean {
  if (cue - first > 12 || cue <= first) return false;
  for (let k = first; k < cue; k++) {
    const kind = reading.words.class[k]!;
    if (reading.words.lower[k] === ',' || kind & (WordClass.auxiliary | WordClass.relative)) return false;
  }
  return true;
}

/** Without the full stop at its end, marks around it, and a trailing conjunction. */
function trimContent(reading: Reading, first: number, end: number): Range {
  const { words, doc, quoted } = reading;
  while (first < end && doc.tokens.kind[first] === TokenKind.punctuation && !isOpening(reading, first))
    first++;
  if (isOpening(reading, first) && quoted[first + 1]! >= 0) {
    const inside = rangeOf(reading, quoted[first + 1]!);
    if (inside.end >= end - 2) first++;
  }
  while (
    end > first &&
    doc.tokens.kind[end - 1] === TokenKind.punctuation &&
    !closesInside(reading, first, end - 1)
  )
    end--;
  while (end > first && (words.lower[end - 1] === 'and' || words.lower[end - 1] === ',')) end--;
  return { first, end };
}

/** A closing mark at `i` whose opening mark is inside the content stays. */
function closesInside(reading: Reading, first: number, i: number): boolean {
  const word = reading.words.lower[i]!;
  if (word === ')') return true;
  if (reading.quoted[i]! >= 0) return true;
  const q = reading.quoted[i - 1]!;
  return q >= 0 && rangeOf(reading, q).first > first && /["”’'»]/.test(word);
}

// ---------------------------------------------------------------- according to, nouns, hearsay

function readAccording(
  reading: Reading,
  sentence: Sentence,
  cues: readonly VerbCue[],
  i: number,
  used: Set<number>,
  found: Attribution[],
): void {
  const { words, quoted, doc } = reading;
  const end = accordingEnd(reading, sentence, i + 2);
  if (end <= i + 2) return;
  const source = { first: i + 2, end };
  const content: Range[] = [];
  if (
    i === sentence.firstToken ||
    (i <= sentence.firstToken + 2 &&
      words.class[sentence.firstToken]! !== 0 &&
      doc.tokens.kind[i - 1] !== TokenKind.punctuation)
  ) {
    content.push(trimContent(reading, end + 1, sentence.endToken));
  } else {
    const stop = words.lower[i - 1] === ',' ? i - 1 : i;
    let first = sentence.firstToken;
    for (let k = stop - 1; k > sentence.firstToken; k--) {
      if (
        words.lower[k] === ';' ||
        (words.lower[k] === ',' && /^(?:but|and|while|although)$/.test(words.lower[k + 1] ?? ''))
      ) {
        first = k + 2;
        break;
      }
    }
    content.push(trimContent(reading, first, stop));
    if (
      words.lower[end] === ',' &&
      end + 1 < sentence.endToken &&
      !/^(?:but|and|while|which|who)$/.test(words.lower[end + 1] ?? '') &&
      end + 4 < sentence.endToken
    )
      content.push(trimContent(reading, end + 1, sentence.endToken));
  }
  for (const range of content)
    for (let k = range.first; k < range.end; k++) if (quoted[k]! >= 0) used.add(quoted[k]!);
  void cues;
  add(reading, found, source, { first: i, end: i + 2 }, content, 0.9);
}

function accordingEnd(reading: Reading, sentence: Sentence, i: number): number {
  const { words, doc, quoted } = reading;
  let end = i;
  while (end < sentence.endToken && end - i < 20) {
    const word = words.lower[end]!;
    if (quoted[end]! >= 0) break;
    if (doc.tokens.kind[end] === TokenKind.punctuation && word !== '-') break;
    if (words.class[end]! & (WordClass.relative | WordClass.subordinator) && end > i) break;
    end++;
  }
  return end;
}

/** “claims by residents that …”, “the mayor's warning that …”. */
function readNoun(
  reading: Reading,
  sentence: Sentence,
  cues: readonly VerbCue[],
  i: number,
  found: Attribution[],
): void {
  const { words } = reading;
  if (cues.some(cue => cue.first <= i && i < cue.end)) return;
  let source: Range | null = null;
  let that = -1;
  for (let k = i + 1; k < sentence.endToken && k < i + 14; k++) {
    const word = words.lower[k]!;
    if (word === 'that') {
      that = k;
      break;
    }
    if (
      reading.quoted[k]! >= 0 ||
      (words.class[k]! & (WordClass.auxiliary | WordClass.relative) && word !== "'s")
    )
      break;
    if (word === ',' || word === '.') break;
  }
  if (that < 0 || (words.class[that + 1]! & WordClass.auxiliary && words.lower[i + 1] === 'that')) return;
  const next = words.lower[i + 1]!;
  if (next === 'by' || next === 'from' || next === 'of')
    source = trimSource(reading, { first: i + 2, end: that });
  else if (next !== 'that' && !(words.class[i + 1]! & (WordClass.preposition | WordClass.time))) return;
  else {
    const before = words.lower[i - 1]!;
    if (before === "'s" || before === "'" || before === '’') source = phraseBefore(reading, sentence, i - 1);
    else if (words.class[i - 1]! & WordClass.possessive) source = { first: i - 1, end: i };
  }
  if (source) {
    // “claims by officials on Tuesday that”
    for (let k = source.first + 1; k < source.end; k++) {
      if (words.lower[k] === 'on' || words.lower[k] === 'in' || words.class[k]! & WordClass.time) {
        source = { first: source.first, end: k };
        break;
      }
    }
  }
  let end = sentence.endToken;
  for (let k = that + 1; k < sentence.endToken; k++) {
    if (words.lower[k] === ',' && /^(?:but|while|although|which)$/.test(words.lower[k + 1] ?? '')) {
      end = k;
      break;
    }
  }
  add(reading, found, source, { first: i, end: i + 1 }, [trimContent(reading, that, end)], 0.7);
}

/** “The van was allegedly stolen”, “for allegedly taking bribes”: the clause around the adverb, without it. */
function readHearsay(
  reading: Reading,
  sentence: Sentence,
  cues: readonly VerbCue[],
  i: number,
  found: Attribution[],
): void {
  const { words, doc } = reading;
  if (cues.some(cue => cue.first === i + 1 || cue.at === i + 1)) return;
  let first = i;
  const before = words.class[i - 1] ?? 0;
  const opening =
    before & (WordClass.preposition | WordClass.determiner) ||
    words.lower[i - 1] === 'and' ||
    words.lower[i - 1] === ',';
  if (!opening && i > sentence.firstToken) {
    while (first > sentence.firstToken) {
      const k = first - 1;
      if (doc.tokens.kind[k] === TokenKind.punctuation && words.lower[k] !== '-') break;
      if (words.class[k]! & (WordClass.relative | WordClass.subordinator) || words.lower[k] === 'but') break;
      first = k;
    }
  }
  let end = i + 1;
  while (end < sentence.endToken) {
    const word = words.lower[end]!;
    if (
      word === ';' ||
      word === '.' ||
      (word === ',' &&
        /^(?:but|and|while|which|who|although|according|with)$/.test(words.lower[end + 1] ?? ''))
    )
      break;
    end++;
  }
  const content = [...(first < i ? [trimContent(reading, first, i)] : []), trimContent(reading, i + 1, end)];
  add(reading, found, null, { first: i, end: i + 1 }, content, 0.7);
}

/** “It is believed to be …”, “The sale is expected to close …”: the words around the cue. */
function readPassive(
  reading: Reading,
  sentence: Sentence,
  cues: readonly VerbCue[],
  i: number,
  found: Attribution[],
): void {
  const { words } = reading;
  let first = i;
  while (
    first > sentence.firstToken &&
    words.class[first - 1]! & (WordClass.auxiliary | WordClass.adverb | WordClass.negation)
  )
    first--;
  if (first === i || !/^(?:is|are|was|were|been|be|'s|'re)$/.test(words.lower[i - 1]!)) {
    if (!(words.class[i - 1]! & WordClass.adverb) || first === i) return;
  }
  const next = words.lower[i + 1];
  if (next !== 'to' && next !== 'that') return;
  let end = i + 1;
  while (end < sentence.endToken) {
    const word = words.lower[end]!;
    if (
      word === ';' ||
      (word === ',' && /^(?:but|while|although|according|and)$/.test(words.lower[end + 1] ?? ''))
    )
      break;
    end++;
  }
  const subject = next === 'to' ? phraseBefore(reading, sentence, first) : null;
  const content = [
    ...(subject ? [trimContent(reading, trimSource(reading, subject).first, subject.end)] : []),
    trimContent(reading, i + 1, end),
  ];
  void cues;
  add(reading, found, null, { first, end: i + 1 }, content, 0.7);
}

// ---------------------------------------------------------------- quotations that go on

/** A long quotation nobody has claimed goes on with the one before it, or stands without a speaker. */
function continueQuotations(reading: Reading, used: ReadonlySet<number>, found: Attribution[]): void {
  const { doc } = reading;
  const ends = found
    .map((attribution, index) => ({
      index,
      end: attribution.content.at(-1)!.end,
      quoted: holdsQuotation(doc, attribution),
    }))
    .sort((a, b) => a.end - b.end);
  const extra: Attribution[] = [];
  const grown = new Map<number, Span[]>();
  let e = 0;
  let lastQuoted = -1; // index in `found`
  for (const [q, quotation] of doc.quotations.entries()) {
    if (quotation.depth > 0) continue;
    while (e < ends.length && ends[e]!.end <= quotation.start) {
      if (ends[e]!.quoted) lastQuoted = ends[e]!.index;
      e++;
    }
    if (used.has(q) || !isSpeech(reading, quotation)) continue;
    const range = toSpan(reading, rangeOf(reading, q));
    if (!range) continue;
    const previous =
      lastQuoted >= 0 ? (grown.get(lastQuoted)?.at(-1) ?? found[lastQuoted]!.content.at(-1)!) : undefined;
    if (previous && isNextTo(doc, reading, previous, quotation, found[lastQuoted]!)) {
      const pieces = grown.get(lastQuoted) ?? [];
      pieces.push(range);
      grown.set(lastQuoted, pieces);
    } else {
      extra.push({ source: null, cue: null, content: [range], confidence: 0.5 });
    }
  }
  for (const [index, pieces] of grown) {
    const attribution = found[index]!;
    found[index] = { ...attribution, content: [...attribution.content, ...pieces] };
  }
  found.push(...extra);
}

function holdsQuotation(doc: TextDocument, attribution: Attribution): boolean {
  const { end } = attribution.content.at(-1)!;
  return /["”’'»]/.test(doc.text.slice(end, end + 3)) || /["”’'»]$/.test(doc.text.slice(0, end).slice(-2));
}

/** Speech, not a title or a word held at arm's length: a whole sentence in marks. */
function isSpeech(reading: Reading, quotation: Quotation): boolean {
  const { doc, words } = reading;
  const first = tokenAt(doc, quotation.inner.start);
  const end = tokenAt(doc, Math.max(quotation.inner.start, quotation.inner.end - 1)) + 1;
  if (end - first < 5) return false;
  return words.opensSentence[first] === 1 || startsSentence(doc, quotation);
}

function startsSentence(doc: TextDocument, quotation: Quotation): boolean {
  const i = tokenAt(doc, quotation.start);
  const sentence = doc.sentences[doc.tokens.sentence[i] ?? 0];
  return sentence !== undefined && quotation.start <= sentence.start + 1;
}

/** The quotation follows in the same paragraph with nothing but the attribution between, or opens the next one. */
function isNextTo(
  doc: TextDocument,
  reading: Reading,
  previous: Span,
  quotation: Quotation,
  attribution: Attribution,
): boolean {
  if (quotation.continues) return true;
  const from = doc.sentences[doc.tokens.sentence[tokenAt(doc, previous.start)] ?? 0];
  const to = doc.sentences[doc.tokens.sentence[tokenAt(doc, quotation.start)] ?? 0];
  if (!from || !to) return false;
  void reading;
  void attribution;
  return (
    from.block === to.block &&
    doc.tokens.sentence[to.firstToken]! - doc.tokens.sentence[from.firstToken]! <= 2
  );
}
