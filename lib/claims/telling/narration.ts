import { hasLetter } from '../../text/characters.ts';
import type { Attribution } from '../../tagging/tagger.ts';
import { TokenKind } from '../../text/document.ts';
import type { TextDocument } from '../../text/document.ts';
import { tokenAt, tokensIn } from '../../text/parse.ts';
import type { Span } from '../../text/span.ts';
import { IRREGULAR_PASTS, WordClass, isCapital, wordsOf } from '../../text/words.ts';
import { isDone } from './deeds.ts';
import { HEARSAY_ADVERBS, cueOf } from '../cues.ts';
import { deedIn } from '../source/source-ends.ts';
import { hasTelling, isMarked } from './telling.ts';
import type { Telling } from './telling.ts';
import { isUnsaid } from './unsaid.ts';

type Rule = (telling: Telling) => boolean;

/**
 * What the article does or says itself is no claim: “I ask him”, “as we say goodbye”, “makers of, say, cars”, a cue that
 * is no word of telling (“has repeatedly”), figures behind a label (“Attendance: 12,836”), what else there is to read.
 * In order of content; linear.
 */
export function withoutNarration(doc: TextDocument, attributions: readonly Attribution[]): Attribution[] {
  const words = wordsOf(doc);
  const signposts = signpostsIn(doc);
  let next = 0;
  return attributions.filter(({ source, cue, content }) => {
    const [piece] = content as [Span];
    while (next < signposts.length && signposts[next]!.end <= piece.start) next++;
    if (piece.start >= (signposts[next]?.start ?? Infinity)) return false;
    if (!cue) return !isLabelled(doc, source, content);
    const telling = { doc, words, source, cue, said: tokensIn(doc, cue), content, piece };
    return !NARRATED.some(rule => rule(telling));
  });
}

/** What tells, and claims nothing; the quickest to see come first. */
const NARRATED: readonly Rule[] = [
  isTurnOfPhrase,
  isPurpose,
  isWordless,
  isQuestion,
  isDone,
  isUnnamed,
  isCompound,
  isSupposed,
  isKept,
  ({ doc, source, cue, content }) => isUnsaid(doc, source, cue, content),
  isFound,
  isHalf,
  isAdjective,
  isAuthor,
  isDeed,
];

/** “Image: …”, “Attendance: 12,836”: what stands behind a colon and is told by nobody. */
function isLabelled({ text }: TextDocument, source: Span | null, content: readonly Span[]): boolean {
  if (source && LABEL.test(text.slice(source.start, source.end))) return true;
  return !content.some(piece => hasLetter(text.slice(piece.start, piece.end)));
}
/** What a line about the article opens with. */
const LABEL = /^(?:images?|photos?|pictures?|videos?|captions?|credits?|sources?|contributing)$/i;

/** “makers of, say, cars”, “the so-called ‘river tax’”, “That said, …”, “All told, …”. */
function isTurnOfPhrase({ words, said: { first, end } }: Telling): boolean {
  const { lower } = words;
  const before = lower[first - 1];
  if (before === '-' && lower[first - 2] === 'so') return true;
  if (end - first > 1 || lower[end] !== ',') return false;
  if (lower[first] === 'say') return before === ',';
  if (lower[first] === 'told') return before === 'all';
  const opens = isCapital(words, first - 1) || lower[first - 2] === ',';
  return lower[first] === 'said' && before === 'that' && opens;
}

/** “came apparently to mend it”: what for is guessed. */
function isPurpose({ words: { lower }, said: { first } }: Telling): boolean {
  return /^(?:apparently|supposedly)$/.test(lower[first]!) && lower[first + 1] === 'to';
}

/** “has repeatedly”: no word of the cue can tell. */
function isWordless({ doc, words: { lower, class: classes }, said: { first, end } }: Telling): boolean {
  for (let i = first; i < end; i++) {
    if (HEARSAY_ADVERBS.has(lower[i]!) || /^(?:per|against)$/.test(lower[i]!)) return false; // “were against”
    if (doc.tokens.kind[i] === TokenKind.word && (classes[i]! & ~WordClass.time & CLOSED) === 0) return false;
  }
  return true;
}
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

/** “Roe was asked, ‘…?’”, “was asked how …”: whoever asked, it was not Roe, and a question claims nothing. */
function isQuestion({ doc: { text }, cue, content, piece: { start } }: Telling): boolean {
  if (!/\b(?:was|were|been|being|when) asked$/i.test(text.slice(cue.start - 5, cue.end))) return false;
  const { end } = content.at(-1)!;
  return text.slice(end - 1, end + 1).includes('?') || QUESTIONS.test(text.slice(start, start + 8));
}
const QUESTIONS = /^(?:about|if|how|wh(?:ether|at|en|ere|ich|o|y))\b/;

/** “asked not to be named”. */
function isUnnamed({ doc: { text }, piece: { start } }: Telling): boolean {
  return UNNAMED.test(text.slice(start, start + LONGEST_SIGN));
}
const UNNAMED = /^(?:not to be (?:named|identified)|to (?:remain|stay) anonymous)\b/;

/** “Oslo-listed | shares fell”. */
function isCompound({ doc: { text }, cue, piece: { start } }: Telling): boolean {
  if (start !== cue.end + 1 || text.charAt(cue.start - 1) !== '-') return false;
  return /^\p{L}+ed$/u.test(text.slice(cue.start, cue.end));
}

/** “if the mayor agrees”, “whether she believes”, “until the town says so”: nobody knows yet. */
function isSupposed({ doc, words, source, said }: Telling): boolean {
  const { lower, class: classes, opensSentence } = words;
  const first = source ? tokensIn(doc, source).first : said.first;
  const { determiner, pronoun, quantity } = WordClass;
  if (opensSentence[first]) return SUPPOSING.test(lower[first]!);
  let opener = first - 1;
  // “if | the new | board agrees”, “if | they | are suspected”
  for (; opener > first - MOST_SUPPOSED && !opensSentence[opener]; opener--) {
    const isNoun = classes[opener] === 0 || (classes[opener]! & (determiner | pronoun | quantity)) !== 0;
    const isVerb = !isCapital(words, opener) && /(?:ed|[^s]s)$/.test(lower[opener]!) && classes[opener] === 0;
    if (doc.tokens.kind[opener] !== TokenKind.word || !isNoun || isVerb) break;
  }
  const word = lower[opener] ?? '';
  if (SUPPOSING.test(word)) return true;
  if (!/^(?:until|once)$/.test(word)) return false;
  const { form } = cueOf(lower[said.end - 1]!) ?? {};
  return form === 's' || form === 'base';
}
const SUPPOSING = /^(?:if|whether|unless|whenever|suppose|supposing)$/;
/** Tokens from “if” to the name or noun that follows. */
const MOST_SUPPOSED = 4;

/** “make sure that it holds”, “maintains a lead”: what is seen to, not what is said. */
function isKept({ doc, words: { lower, class: classes }, said: { first, end }, piece }: Telling): boolean {
  const cue = lower.slice(first, end);
  const sure = cue.findIndex(word => /^(?:sure|certain)$/.test(word));
  if (sure >= 0) return /^ma(?:ke|kes|de|king)$/.test(lower[first + sure - 1] ?? '');
  if (!cue.some(word => /^maintain(?:s|ed|ing)?$/.test(word)) || isMarked(doc.text, piece.start))
    return false;
  const kept = tokensIn(doc, piece);
  for (let i = kept.first; i < kept.end; i++) {
    const isVerb =
      classes[i]! & WordClass.auxiliary || IRREGULAR_PASTS.has(lower[i]!) || lower[i]!.endsWith('ed');
    if (lower[i] === 'that' || isVerb) return false;
  }
  return true;
}

/** “it is odd that …”, “the idea that …”: whoever writes finds it so; not “it was anticipated that …”. */
function isFound({ doc, words: { lower }, source, cue, piece }: Telling): boolean {
  const isClause = piece.start > cue.end && lower[tokenAt(doc, piece.start)] === 'that';
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

/** “neither confirm | nor deny”, whose halves were taken apart. */
function isHalf({ words: { lower }, source, cue, said: { first } }: Telling): boolean {
  return lower[first - 1] === 'nor' && (!source || source.end >= cue.start - 1);
}

/** “Roe's alleged fraud”: Roe does not allege it. */
function isAdjective({ doc, words, source, cue, said: { end: next }, piece }: Telling): boolean {
  if (!source || doc.text.slice(cue.start, cue.end) !== 'alleged') return false;
  return words.class[next] === 0 && !isCapital(words, next) && piece.start === doc.tokens.start[next];
}

/** “I” and “we”, and the “you” whom they address, outside quotation marks. */
function isAuthor({ doc: { text }, source }: Telling): boolean {
  return source !== null && AUTHOR.test(text.slice(source.start, source.end));
}
const AUTHOR = /^(?:(?:especially|even|and|but|so|if|when|as|then|now|once|because) )*(?:I|we|you)$/i;

/** “Brandt attended the show”, taken for a source; “issued a note saying” is whole without its verb. */
function isDeed({ doc, words, source, cue }: Telling): boolean {
  return (
    source !== null &&
    !doc.text.slice(cue.start, cue.end).endsWith('ing') &&
    deedIn(words, tokensIn(doc, source)) >= 0
  );
}

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
