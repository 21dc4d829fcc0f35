import type { Player } from '../entities/players.ts';
import type { Attribution } from '../tagging/tagger.ts';
import { alikeIn } from '../text/alike.ts';
import { TokenKind } from '../text/document.ts';
import type { Range, TextDocument } from '../text/document.ts';
import { list } from '../text/list.ts';
import { tokensIn } from '../text/parse.ts';
import { isQuotedAt } from '../text/quotations.ts';
import { IRREGULAR_PASTS, Shape, WordClass, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { readForest, sortForest, sumRows } from '../trees.ts';
import type { SortedForest } from '../trees.ts';
import type { Claim } from './claim.ts';
import { CLAIMHOOD_TREES } from './claimhood-trees.ts';
import {
  ADJECTIVE_CUES,
  CHARGES,
  Frame,
  HEARSAY_ADVERBS,
  HEARSAY_PASSIVES,
  MODALS,
  NOUN_CUES,
  cueOf,
} from './cues.ts';
import type { BlockKinds } from './posts.ts';

/** A claim that is yet to be judged, with how it was found. */
export interface Candidate {
  readonly claim: Pick<Claim, 'source' | 'sourceKind' | 'cue' | 'content' | 'kind' | 'certainty' | 'hedges'>;
  readonly seen: Attribution['seen'];
}

/**
 * What is asked of a candidate: classes and numbers, never its words, so that what was learned of some pages holds for
 * others. Rates are per thousand tokens.
 */
export const CLAIM_FEATURES = [
  // how it was found
  'tagged',
  'ruled',
  'both',
  'odds',
  // source
  'source kind',
  'source player',
  'source player mentions',
  'source pronoun',
  'source tokens',
  'source side',
  'source gap',
  'source capitals',
  'source opens',
  'source before',
  'source plural',
  // cue
  'cue relative',
  'cue verbs before',
  'cue class',
  'cue ending',
  'cue form',
  'cue infinitive',
  'cue that only',
  'cue hedged',
  'cue noun',
  'cue auxiliary',
  'cue modal',
  'cue before',
  'cue after',
  'cue in sentence',
  'cue gap',
  // content
  'content tokens',
  'content sentences',
  'content quoted',
  'content verb',
  'content digits',
  'content names',
  'content opens',
  'content capital',
  'content closes sentence',
  // its sentence and block
  'sentence tokens',
  'sentence you',
  'sentence imperative',
  'block kind before',
  'block tokens',
  'block end',
  'block code',
  'block capitals',
  'block place',
  // the page
  'page tokens',
  'page you',
  'page I',
  'page he',
  'page said',
  'page past',
  'page digits',
  'page quotations',
  'page code',
  'page lists',
  'page headings',
  'page labels',
  'page found',
  'page sure',
  'page tagged',
  'page doubted',
  'page persons',
  'page nobody',
] as const;

/** The features from it on are the same for all candidates. */
const OF_THE_PAGE = CLAIM_FEATURES.indexOf('page tokens');

/** Some of these, in their order. */
type Part = readonly number[];

/** Log odds below which a candidate is no claim: one in fifty right ones lies there. */
const LEAST = -1.3;

/**
 * Without what is most likely no claim at all: on pages that are no news “the plan offers shade”, “Benefits: …” and “you
 * may find that …” look like attributions. What nobody had to find, such as a post, stays. Linear.
 */
export function withoutUnlikely(
  doc: TextDocument,
  candidates: readonly Candidate[],
  players: readonly Player[],
  kinds: BlockKinds,
): readonly Candidate[] {
  if (candidates.every(({ seen }) => !seen)) return candidates;
  forest ??= sortForest(readForest(CLAIMHOOD_TREES), CLAIM_FEATURES.length);
  const odds = sumRows(forest, readCandidates(doc, candidates, players, kinds), OF_THE_PAGE);
  return candidates.filter(({ seen }, i) => !seen || odds[i]! >= LEAST);
}
let forest: SortedForest | undefined;

/** The features of all candidates, `CLAIM_FEATURES.length` numbers each; `kinds` are those of the blocks. Linear. */
export function readCandidates(
  doc: TextDocument,
  candidates: readonly Candidate[],
  players: readonly Player[],
  kinds: BlockKinds,
): Float32Array {
  const width = CLAIM_FEATURES.length;
  const rows = new Float32Array(candidates.length * width);
  if (candidates.length === 0) return rows;
  const page: Page = {
    doc,
    words: wordsOf(doc),
    kinds,
    players: new Map(players.map(player => [player.id, player])),
    places: { sentences: new Map(), blocks: new Map() },
  };
  const shared = readPage(page, candidates);
  for (const [i, { claim, seen }] of candidates.entries()) {
    let at = i * width;
    at = put(rows, at, readSeen(seen));
    at = put(rows, at, readSource(page, claim));
    at = put(rows, at, readCue(page, claim));
    at = put(rows, at, readContent(page, claim));
    const { sentence, block } = readPlace(page, claim);
    at = put(rows, at, sentence);
    at = put(rows, at, block);
    put(rows, at, shared);
  }
  return rows;
}

function put(rows: Float32Array, at: number, part: Part): number {
  for (let i = 0; i < part.length; i++) rows[at + i] = part[i]!;
  return at + part.length;
}

function readSeen(seen: Candidate['seen']): Part {
  if (!seen) return [1, 1, 1, 0];
  const { tagged, ruled, odds } = seen;
  return [tagged, ruled, tagged > 0 && ruled > 0 ? 1 : 0, odds];
}

/** The tagger's odds of the cue, or where there is none of the content's first word. */
export function oddsOf(doc: TextDocument, odds: Float32Array, { cue, content }: Attribution): number {
  const { first, end } = tokensIn(doc, cue ?? content[0]!);
  let most = odds[first] ?? 0;
  for (let i = first + 1; cue && i < end; i++) most = Math.max(most, odds[i]!);
  return most;
}

// ---------------------------------------------------------------- the page

interface Page {
  readonly doc: TextDocument;
  readonly words: Words;
  readonly kinds: BlockKinds;
  readonly players: ReadonlyMap<string, Player>;
  readonly places: { readonly sentences: Map<number, Part>; readonly blocks: Map<number, Part> }; // read before
}

/** What is the same for all candidates: guides speak to “you”, news has people who “said” something. */
function readPage({ doc, words, kinds }: Page, candidates: readonly Candidate[]): Part {
  const { length, kind } = doc.tokens;
  const told = TELLING.map(() => 0);
  const alike = alikeIn(doc);
  const groups = new Int8Array(length); // of each word, from 1; a spelling is looked up once
  let digits = 0;
  let code = 0;
  for (let i = 0; i < length; i++) {
    if (kind[i] === TokenKind.word) {
      const group = alike[i] === i ? (tellingGroup.get(words.lower[i]!) ?? 0) : groups[alike[i]!]!;
      groups[i] = group;
      if (group > 0) told[group - 1]!++;
    } else if (kind[i] === TokenKind.number) digits++;
    else if (isCode(doc, i)) code++;
  }
  const rate = (sum: number): number => (1000 * sum) / length;
  const share = (is: (candidate: Candidate) => boolean): number =>
    candidates.filter(is).length / candidates.length;
  const blocks = doc.blocks.length;
  return [
    length,
    ...told.map(rate),
    rate(digits),
    rate(doc.quotations.length),
    rate(code),
    kinds.filter(each => each === 'list').length / blocks,
    kinds.filter(each => each === 'heading').length / blocks,
    doc.blocks.filter(block => isLabelled(doc.text, block.start)).length / blocks,
    rate(candidates.length),
    candidates.filter(({ seen }) => seen && seen.tagged > SURE && seen.ruled > 0).length,
    candidates.reduce((sum, { seen }) => sum + (seen?.tagged ?? 0), 0) / candidates.length,
    share(({ seen }) => seen !== undefined && seen.odds < 0),
    share(({ claim }) => claim.sourceKind === 'person'),
    share(({ claim }) => !claim.source),
  ];
}

/** Words by whom a text is about and whom it speaks to, and of telling: “page you” to “page past”, in their order. */
const TELLING: readonly ReadonlySet<string>[] = [
  list('you your yours yourself yourselves'),
  list('i we my our me us'),
  list('he she him her his hers'),
  list('said says told according added asked spokesman spokeswoman spokesperson'),
  IRREGULAR_PASTS,
];
const [YOU] = TELLING as [ReadonlySet<string>];
const tellingGroup = new Map(TELLING.flatMap((words, group) => Array.from(words, word => [word, group + 1])));
const SURE = 0.8;

/** “Benefits: …”, “Battery life – …”: whether a block begins with a label. */
function isLabelled(text: string, start: number): boolean {
  return LABEL.test(text.slice(start, start + LONGEST_LABEL));
}
const LABEL = /^[^.!?:“"\n]{2,40}(?:: | [–—-] )/;
const LONGEST_LABEL = 44;

/** Whether a token is a mark of program code, markup or a formula. */
function isCode({ text, tokens }: TextDocument, i: number): boolean {
  return CODE.has(text.charCodeAt(tokens.start[i]!));
}
const CODE = new Set(Array.from('{}()[]=<>_$\\|`;#*/+', mark => mark.charCodeAt(0)));

// ---------------------------------------------------------------- the source

const SOURCE_KINDS = ['person', 'office', 'organisation', 'group', 'document', 'poll', 'anonymous', 'none'];
const PLAYER_TYPES = ['person', 'organisation', 'place'];

function readSource(page: Page, { source, sourceKind, cue, content }: Candidate['claim']): Part {
  const kind = SOURCE_KINDS.indexOf(sourceKind);
  if (!source) return [kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const { doc, words } = page;
  const player = source.playerId === undefined ? undefined : page.players.get(source.playerId);
  const { first, end } = tokensIn(doc, source);
  const said = tokensIn(doc, cue ?? content[0]!);
  const head = words.lower[headOf(words, { first, end })] ?? '';
  return [
    kind,
    player ? 1 + PLAYER_TYPES.indexOf(player.type) : 0,
    player?.mentions.length ?? 0,
    end - first === 1 ? PRONOUNS.findIndex(each => each.has(head)) + 1 : 0,
    end - first,
    Math.sign(said.first - first),
    first < said.first ? said.first - end : first - said.end,
    countNames(page, { first, end }) / Math.max(1, end - first),
    classAt(page, first),
    classAt(page, first - 1),
    Number(head.endsWith('s')),
  ];
}

const PRONOUNS = [
  'he she',
  'they',
  'it',
  'this that these those',
  'which who what there',
  'i we me us',
  'you',
  'someone anyone everyone nobody people one somebody anybody everybody other others some many most',
].map(list);

/** The last word before the first preposition: “the | mayor | of Oslo”. */
function headOf({ class: classes }: Words, { first, end }: Range): number {
  for (let i = first + 1; i < end; i++)
    if (classes[i]! & (WordClass.preposition | WordClass.relative)) return i - 1;
  return end - 1;
}

function countNames({ words }: Page, { first, end }: Range): number {
  let sum = 0;
  for (let i = first; i < end; i++) if (words.shape[i]! & Shape.capital && !words.opensSentence[i]) sum++;
  return sum;
}

// ---------------------------------------------------------------- the cue

const NO_CUE: Part = Array.from({ length: 15 }, () => 0);
const FORMS = ['past', 's', 'ing', 'base', 'participle'];
const CUES = [
  new Set(['according', 'per']),
  NOUN_CUES,
  ADJECTIVE_CUES,
  HEARSAY_ADVERBS,
  CHARGES,
  HEARSAY_PASSIVES,
];
const BE = list("is are was were be been being am 's 're isn't aren't wasn't weren't");

function readCue(page: Page, { cue, content }: Candidate['claim']): Part {
  if (!cue) return NO_CUE;
  const { doc, words } = page;
  const { lower, class: classes } = words;
  const { first, end } = tokensIn(doc, cue);
  let verb = end - 1;
  let auxiliary = 0;
  let hasModal = MODALS.has(lower[first - 1] ?? '');
  for (let i = first; i < end; i++) {
    if (MODALS.has(lower[i]!)) hasModal = true;
    if (classes[i]! & WordClass.auxiliary) auxiliary = BE.has(lower[i]!) ? 2 : 1;
    if (classOf(lower[i]!) > 0) verb = i;
  }
  const known = cueOf(lower[verb]!);
  const frames = known?.frames ?? 0;
  const { firstToken, endToken } = doc.sentences[doc.tokens.sentence[first]!]!;
  const said = tokensIn(doc, content[0]!).first;
  return [
    ...readBefore(words, Math.max(firstToken, first - REACH), first),
    classOf(lower[verb]!),
    classAt(page, verb),
    known ? 1 + FORMS.indexOf(known.form) : 0,
    Number((frames & Frame.infinitive) !== 0),
    Number((frames & Frame.thatOnly) !== 0),
    Number(known?.hedged ?? false),
    Number(known?.noun ?? false),
    auxiliary,
    Number(hasModal),
    classAt(page, first - 1),
    classAt(page, end),
    (first - firstToken) / (endToken - firstToken),
    said >= end ? said - end : -1,
  ];
}

/** Which list of cues that are no verbs a word is on, from 1, or 0: the first of several. */
function classOf(word: string): number {
  return cueClasses.get(word) ?? 0;
}
const cueClasses = new Map(
  CUES.flatMap((words, i) => Array.from(words, word => [word, i + 1] as const)).toReversed(),
);

/** What stands before a cue: how far back a relative word, and how many verbs. */
function readBefore({ lower, class: classes }: Words, first: number, end: number): Part {
  let relative = 0;
  let verbs = 0;
  for (let i = first; i < end; i++) {
    if (lower[i] === ',') relative = 0;
    else if (classes[i]! & WordClass.relative) relative = end - i;
    if (isVerb(lower[i]!, classes[i]!)) verbs++;
  }
  return [relative, verbs];
}
/** Tokens before a cue that are looked at. */
const REACH = 12;

function isVerb(word: string, bits: number): boolean {
  if (bits & WordClass.auxiliary) return word !== "'s";
  return IRREGULAR_PASTS.has(word) || (bits === 0 && word.endsWith('ed'));
}

/** What stands somewhere, roughly, as one number. */
function classAt({ doc, words }: Page, i: number): number {
  const word = words.lower[i];
  if (word === undefined) return 0;
  if (doc.tokens.kind[i] === TokenKind.number) return 1;
  if (doc.tokens.kind[i] !== TokenKind.word) {
    const mark = MARKS.findIndex(marks => marks.includes(word));
    return mark < 0 ? 6 : 2 + mark;
  }
  if (word === 'that') return 7;
  if (word === 'to') return 8;
  const bits = words.class[i]!;
  const closed = CLASSES.findIndex(each => (bits & each) !== 0);
  if (closed >= 0) return 9 + closed;
  if (words.shape[i]! & Shape.capital && !words.opensSentence[i]) return 18;
  if (word.endsWith('ing')) return 19;
  if (word.endsWith('ed') || IRREGULAR_PASTS.has(word)) return 20;
  return word.endsWith('s') ? 21 : 22;
}
const MARKS = [',', ':', '.!?', '"“”‘’'];
const CLASSES = [
  WordClass.possessive,
  WordClass.pronoun,
  WordClass.determiner,
  WordClass.auxiliary,
  WordClass.preposition,
  WordClass.conjunction,
  WordClass.relative,
  WordClass.subordinator,
  WordClass.adverb,
];

// ---------------------------------------------------------------- the content

function readContent(page: Page, { content }: Candidate['claim']): Part {
  const { doc, words } = page;
  let [tokens, quoted, verbs, digits, names] = [0, 0, 0, 0, 0];
  for (const piece of content) {
    const { first, end } = tokensIn(doc, piece);
    tokens += end - first;
    names += countNames(page, { first, end });
    for (let i = first; i < end; i++) {
      if (isQuotedAt(doc.quotations, doc.tokens.start[i]!)) quoted++;
      if (isVerb(words.lower[i]!, words.class[i]!)) verbs++;
      if (doc.tokens.kind[i] === TokenKind.number) digits++;
    }
  }
  const { first } = tokensIn(doc, content[0]!);
  const last = content.at(-1)!;
  const { end } = tokensIn(doc, last);
  const { sentence } = doc.tokens;
  const all = Math.max(1, tokens);
  return [
    tokens,
    (sentence[Math.max(first, end - 1)] ?? 0) - (sentence[first] ?? 0),
    quoted / all,
    verbs / all,
    digits,
    names / all,
    classAt(page, first),
    Number(((words.shape[first] ?? 0) & Shape.capital) !== 0),
    Number(/[.!?]/.test(doc.text.slice(last.end - 1, last.end + 1))),
  ];
}

// ---------------------------------------------------------------- sentence and block

const BLOCK_KINDS = ['paragraph', 'standfirst', 'quote', 'heading', 'list', 'table'];

function readPlace(page: Page, { cue, content }: Candidate['claim']): { sentence: Part; block: Part } {
  const { doc, places } = page;
  const at = doc.tokens.sentence[tokensIn(doc, cue ?? content[0]!).first]!;
  const place = doc.sentences[at]!.block;
  const sentence = places.sentences.get(at) ?? readSentence(page, at);
  const block = places.blocks.get(place) ?? readBlock(page, place);
  places.sentences.set(at, sentence);
  places.blocks.set(place, block);
  return { sentence, block };
}

function readSentence(page: Page, at: number): Part {
  const { lower, class: classes } = page.words;
  const { firstToken, endToken } = page.doc.sentences[at]!;
  // “Remember the keys”: a plain word, and no name, opens the sentence
  const isPlain = classes[firstToken] === 0 && !/(?:s|ed|ing)$/.test(lower[firstToken]!);
  return [
    endToken - firstToken,
    Number(lower.slice(firstToken, endToken).some(word => YOU.has(word))),
    isPlain ? classAt(page, firstToken + 1) : 0,
  ];
}

function readBlock({ doc, words, kinds }: Page, block: number): Part {
  const { start, end } = doc.blocks[block]!;
  const { first, end: behind } = tokensIn(doc, { start, end });
  const tokens = Math.max(1, behind - first);
  let capitals = 0;
  let code = 0;
  for (let i = first; i < behind; i++) {
    if (words.shape[i]! & Shape.capital) capitals++;
    if (isCode(doc, i)) code++;
  }
  return [
    BLOCK_KINDS.indexOf(kinds[block - 1] ?? 'paragraph'),
    tokens,
    ENDS.indexOf(doc.text.charAt(end - 1)),
    code / tokens,
    capitals / tokens,
    block / doc.blocks.length,
  ];
}
const ENDS = '.!?:,”"';
