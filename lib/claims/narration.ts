import { hasLetter } from '../text/characters.ts';
import { list } from '../text/list.ts';
import type { Attribution } from '../tagging/tagger.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { endsAfter } from '../text/endings.ts';
import { tokenAt, tokensIn } from '../text/parse.ts';
import { OPENING_MARK, isQuotedAt } from '../text/quotations.ts';
import type { Span } from '../text/span.ts';
import { IRREGULAR_PASTS, Shape, WordClass, wordsOf } from '../text/words.ts';
import { isDone } from './deeds.ts';
import { ADJECTIVE_CUES, HEARSAY_ADVERBS, HEARSAY_PASSIVES, NOUN_CUES, cueOf } from './cues.ts';
import { isUnsaid } from './unsaid.ts';

/**
 * Whether the words themselves show that something is told: the cue has a word that attributes, or the content opens
 * like a clause or a quotation. “Sided with the union” and “contacted the police” tell what was done.
 */
export function isTelling(doc: TextDocument, { cue, content }: Attribution): boolean {
  if (!cue || hasTelling(doc, cue)) return true;
  const { lower } = wordsOf(doc);
  return content.some(
    piece =>
      OPENERS.has(lower[tokenAt(doc, piece.start)]!) ||
      isMarked(doc.text, piece.start) ||
      isSpoken(doc, piece),
  );
}

/** Whether a cue has a word that attributes. */
function hasTelling(doc: TextDocument, cue: Span): boolean {
  const { first, end } = tokensIn(doc, cue);
  return wordsOf(doc)
    .lower.slice(first, end)
    .some(
      word =>
        word === 'according' ||
        cueOf(word) !== undefined ||
        [NOUN_CUES, ADJECTIVE_CUES, HEARSAY_ADVERBS, HEARSAY_PASSIVES].some(words => words.has(word)) ||
        OTHERS.test(word),
    );
}

/** Stems of verbs that tell, but of which no rule knows what may follow them. */
const OTHERS =
  /^(?:advocat|alert|charg|compar|concur|convict|defend|encourag|endors|identif|indict|label|liken|mention|object|quot|specif|tagg)/;

const OPENERS = list('that whether if how why');

/** “issued a note to ‘condemn …’”: most of it stands in quotation marks, and is no title. */
function isSpoken(doc: TextDocument, piece: Span): boolean {
  const { first, end } = tokensIn(doc, piece);
  const { shape } = wordsOf(doc);
  let spoken = 0;
  for (let i = first; i < end; i++)
    if ((shape[i]! & Shape.capital) === 0 && isQuotedAt(doc.quotations, doc.tokens.start[i]!)) spoken++;
  return spoken * 2 > end - first && spoken >= LEAST_SPOKEN;
}
const LEAST_SPOKEN = 5;

function isMarked(text: string, start: number): boolean {
  return OPENING_MARK.test(text.charAt(start - 1)) || OPENING_MARK.test(text.charAt(start));
}

/** Whether a piece of content does not break off at the comma of “that when the rain came,” before it comes to its point. */
export function isWhole(doc: TextDocument, piece: Span): boolean {
  const { lower, class: classes } = wordsOf(doc);
  const { first, end } = tokensIn(doc, piece);
  const that = lower[first] === 'that' ? first + 1 : first;
  // “that based on two towns,”
  const opener = /(?:ed|ing)$/.test(lower[that] ?? '') ? that + 1 : that;
  if (lower[end] !== ',' || (classes[opener]! & (WordClass.subordinator | WordClass.preposition)) === 0)
    return true;
  return lower.slice(opener, end).includes(',');
}

/** “…,” Roe said, in tears, “and …”; …, Roe said, …: whether what stands between is an aside, no end and no new turn. */
export function isAside({ text }: TextDocument, from: number, to: number): boolean {
  const between = text.slice(from, to);
  return (
    between === ', ' ||
    (between.length < LONGEST_ASIDE && /^(?:[,.?!]?["”])?[^.?!“”"]*(?:,|\band|\bbut) ["“]$/.test(between))
  );
}
const LONGEST_ASIDE = 90;

/**
 * What the article does or says itself is no claim: “I ask him”, “as we say goodbye”, “makers of, say, cars”, a cue that
 * is no word of telling (“has repeatedly”), figures behind a label (“Attendance: 12,836”), what else there is to read.
 * In order of content; linear.
 */
export function withoutNarration(doc: TextDocument, attributions: readonly Attribution[]): Attribution[] {
  const { lower, class: classes } = wordsOf(doc);
  const isWord = (i: number): boolean => doc.tokens.kind[i] === TokenKind.word;
  const tells = (cue: Span): boolean => {
    const { first, end } = tokensIn(doc, cue);
    if (end - first === 1 && lower[first - 1] === ',' && lower[first] === 'say' && lower[end] === ',')
      return false;
    if (lower[first - 1] === '-' && lower[first - 2] === 'so') return false; // “the so-called ‘river tax’”
    // “That said, …”
    const isThat = doc.text.charAt(doc.tokens.start[first - 1] ?? 0) === 'T' || lower[first - 2] === ',';
    if (
      end - first === 1 &&
      lower[first] === 'said' &&
      lower[first - 1] === 'that' &&
      isThat &&
      lower[end] === ','
    )
      return false;
    if (end - first === 1 && lower[first] === 'told' && lower[first - 1] === 'all' && lower[end] === ',')
      return false; // “All told, …”
    // “came apparently to mend it”: what for is guessed
    if (/^(?:apparently|supposedly)$/.test(lower[first]!) && lower[first + 1] === 'to') return false;
    for (let i = first; i < end; i++) {
      if (HEARSAY_ADVERBS.has(lower[i]!) || lower[i] === 'per') return true;
      if (isWord(i) && (classes[i]! & ~WordClass.time & CLOSED) === 0) return true;
    }
    return false;
  };
  const signposts = signpostsIn(doc);
  let next = 0;
  return attributions.filter(({ source, cue, content }) => {
    const { start } = content[0]!;
    while (next < signposts.length && signposts[next]!.end <= start) next++;
    if (start >= (signposts[next]?.start ?? Infinity)) return false;
    if (!cue && source && LABEL.test(doc.text.slice(source.start, source.end))) return false;
    if (!cue) return content.some(piece => hasLetter(doc.text.slice(piece.start, piece.end)));
    if (!tells(cue) || isQuestion(doc.text, cue, content) || isDone(doc, source, cue, content)) return false;
    // “neither confirm nor deny”, whose halves were taken apart
    const isHalf = lower[tokensIn(doc, cue).first - 1] === 'nor';
    const first = source ? tokensIn(doc, source).first : tokensIn(doc, cue).first;
    if (UNNAMED.test(doc.text.slice(start, start + LONGEST_SIGN))) return false;
    // “Oslo-listed | shares fell”
    if (start === cue.end + 1 && isCompound(doc.text.slice(cue.start - 1, cue.end))) return false;
    if (isSupposed(doc, first, cue) || isKept(doc, cue, content)) return false;
    if (isUnsaid(doc, source, cue, content) || isOpinion(doc, source, cue, content)) return false;
    if (isHalf && (!source || source.end >= cue.start - 1)) return false;
    if (!source) return true;
    // “issued a note saying” is whole without its verb
    const isParticiple = doc.text.slice(cue.start, cue.end).endsWith('ing');
    if (isAdjective(doc, cue, content)) return false;
    return !isAuthor(doc.text, source) && (isParticiple || deedIn(doc, source) < 0);
  });
}

/** “Image: …”, “Contributing: …”: a line about the article. */
const LABEL = /^(?:images?|photos?|pictures?|videos?|captions?|credits?|sources?|contributing)$/i;

/** “Roe's alleged fraud”: Roe does not allege it. */
function isAdjective(doc: TextDocument, cue: Span, content: readonly Span[]): boolean {
  if (doc.text.slice(cue.start, cue.end) !== 'alleged') return false;
  const { class: classes, shape } = wordsOf(doc);
  const next = tokensIn(doc, cue).end;
  const isNoun = classes[next] === 0 && (shape[next]! & Shape.capital) === 0;
  return isNoun && content[0]!.start === doc.tokens.start[next];
}

/** “Roe was asked, ‘…?’”, “was asked how …”: whoever asked, it was not Roe, and a question claims nothing. */
function isQuestion(text: string, cue: Span, content: readonly Span[]): boolean {
  if (!/\b(?:was|were|been|being|when) asked$/i.test(text.slice(cue.start - 5, cue.end))) return false;
  const { start } = content[0]!;
  const { end } = content.at(-1)!;
  return text.slice(end - 1, end + 1).includes('?') || QUESTIONS.test(text.slice(start, start + 8));
}
const QUESTIONS = /^(?:about|if|how|wh(?:ether|at|en|ere|ich|o|y))\b/;

/** Classes of words that tell nothing by themselves. */
const CLOSED =
  WordClass.determiner |
  WordClass.pronoun |
  WordClass.preposition |
  WordClass.conjunction |
  WordClass.subordinator |
  WordClass.auxiliary |
  WordClass.negation |
  WordClass.adverb |
  WordClass.relative;

const isCompound = (word: string): boolean => word.startsWith('-') && /^-\p{L}+ed$/u.test(word);
/** “asked not to be named”. */
const UNNAMED = /^(?:not to be (?:named|identified)|to (?:remain|stay) anonymous)\b/;

/** “it is odd that …”, “the idea that …”: whoever writes finds it so; not “it was anticipated that …”. */
function isOpinion(doc: TextDocument, source: Span | null, cue: Span, [piece]: readonly Span[]): boolean {
  const { lower } = wordsOf(doc);
  const isClause = piece!.start > cue.end && lower[tokenAt(doc, piece!.start)] === 'that';
  if (!isClause || hasTelling(doc, cue)) return false;
  const found = doc.text.slice(cue.start, cue.end);
  if (source && !/^it$/i.test(doc.text.slice(source.start, source.end))) return PROVING.test(found);
  return !FOUND_SO.test(found) || UNDISPUTED.test(found);
}
const FOUND_SO = /ed$|\bmade\b/;
const UNDISPUTED = /\bun[a-z]+ed$/;
/** “The flood is evidence that …”, “The move would mean that …”. */
const PROVING =
  /^(?:would|could|may|might|will) mean$|^(?:is|are|was|were)\b.*\b(?:evidence|proof|sign|reason|testament|reminder)$/;

/** “if the mayor agrees”, “whether she believes”, “until the town says so”: nobody knows yet. */
function isSupposed(doc: TextDocument, first: number, cue: Span): boolean {
  const { lower, class: classes, shape, opensSentence } = wordsOf(doc);
  const { determiner, pronoun, quantity } = WordClass;
  if (opensSentence[first]) return SUPPOSING.test(lower[first]!);
  let opener = first - 1;
  // “if | the new | board agrees”, “if | they | are suspected”
  for (; opener > first - MOST_SUPPOSED && !opensSentence[opener]; opener--) {
    const isNoun = classes[opener] === 0 || (classes[opener]! & (determiner | pronoun | quantity)) !== 0;
    const isVerb =
      (shape[opener]! & Shape.capital) === 0 && /(?:ed|[^s]s)$/.test(lower[opener]!) && classes[opener] === 0;
    if (doc.tokens.kind[opener] !== TokenKind.word || !isNoun || isVerb) break;
  }
  const word = lower[opener] ?? '';
  if (SUPPOSING.test(word)) return true;
  if (!/^(?:until|once)$/.test(word)) return false;
  const { form } = cueOf(lower[tokensIn(doc, cue).end - 1]!) ?? {};
  return form === 's' || form === 'base';
}
const SUPPOSING = /^(?:if|whether|unless|whenever|suppose|supposing)$/;
/** Tokens from “if” to the name or noun that follows. */
const MOST_SUPPOSED = 4;

/** “make sure that it holds”, “maintains a lead”: what is seen to, not what is said. */
function isKept(doc: TextDocument, cue: Span, content: readonly Span[]): boolean {
  const { lower, class: classes } = wordsOf(doc);
  const { first, end } = tokensIn(doc, cue);
  const sure = lower.slice(first, end).findIndex(word => /^(?:sure|certain)$/.test(word));
  if (sure >= 0) return /^ma(?:ke|kes|de|king)$/.test(lower[first + sure - 1] ?? '');
  if (!lower.slice(first, end).some(word => /^maintain(?:s|ed|ing)?$/.test(word))) return false;
  const [{ start }] = content as [Span];
  if (isMarked(doc.text, start)) return false;
  const piece = tokensIn(doc, content[0]!);
  for (let i = piece.first; i < piece.end; i++) {
    const isVerb =
      classes[i]! & WordClass.auxiliary || IRREGULAR_PASTS.has(lower[i]!) || lower[i]!.endsWith('ed');
    if (lower[i] === 'that' || isVerb) return false;
  }
  return true;
}

/** “I” and “we”, and the “you” whom they address, outside quotation marks. */
function isAuthor(text: string, { start, end }: Span): boolean {
  return AUTHOR.test(text.slice(start, end));
}

const AUTHOR = /^(?:(?:especially|even|and|but|so|if|when|as|then|now|once|because) )*(?:I|we|you)$/i;

/**
 * “Read more: …”, “WATCH | …”: the paragraphs that lead elsewhere, and tell what is told there; in order. Of a page the
 * short ones have been left out already (lib/article/body.ts, which knows more languages).
 */
function signpostsIn({ text, blocks }: TextDocument): Span[] {
  return blocks.filter(({ start }) => SIGNPOST.test(text.slice(start, start + LONGEST_SIGN)));
}
const SIGNPOST =
  /^(?:(?:read|see|watch|more|listen)(?: (?:more|also|next|on|now|this))?|related(?: stor(?:y|ies))?) ?[:|] /i;
const LONGEST_SIGN = 24;

/** The verb of what was taken for a source and is more, or -1: “Brandt attended the | show”; not “guards asked about it”. */
export function deedIn(doc: TextDocument, source: Span): number {
  const { lower, class: classes, shape } = wordsOf(doc);
  const { first, end } = tokensIn(doc, source);
  const { determiner, pronoun, relative } = WordClass;
  for (let k = first + 1; k < end - 1; k++) {
    if (classes[k] !== 0 || shape[k]! & Shape.capital || !endsAfter(lower[k]!, 3, 'ed')) continue;
    const named = (shape[k - 1]! & Shape.capital) !== 0 && (classes[k - 1]! & relative) === 0;
    if (named && ((classes[k + 1]! & (determiner | pronoun)) !== 0 || shape[k + 1]! & Shape.capital))
      return k;
  }
  return -1;
}
