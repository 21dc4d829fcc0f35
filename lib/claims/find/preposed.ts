import { list } from '../../text/list.ts';
import type { Range, Sentence } from '../../text/document.ts';
import { WordClass } from '../../text/words.ts';
import { trimContent } from './content.ts';
import { Frame } from '../cues.ts';
import {
  hasClass,
  isAuxiliary,
  isCapital,
  isFiniteVerb,
  isOpeningMark,
  isPunctuation,
  isQuoted,
  looksLikeClause,
  quotationRange,
  wordAt,
} from './reading.ts';
import type { Reading } from './reading.ts';
import { phraseAfter, withFollowingApposition } from './subject.ts';
import type { VerbCue } from './verbs.ts';
import { ASKED } from '../../text/clauses.ts';

interface Preposed {
  content: Range;
  quotation: number; // -1: not in quotation marks
  source: Range | null;
  after: number; // token after the attribution
  rest?: Range; // of what is said, behind it
}

/** “…,” she said / “…,” said Roe / The road is open, officials said. */
export function findPreposed(
  reading: Reading,
  sentence: Sentence,
  verb: VerbCue,
  subject: Range | null,
): Preposed | undefined {
  if (!(verb.cue.frames & (Frame.clause | Frame.quote))) return undefined;
  if (wordAt(reading, verb.first) === 'to') return undefined; // “too early to say”
  if (wordAt(reading, verb.end) === 'that') return undefined; // a claim of its own
  const inverted = verb.cue.form === 'ing' ? undefined : contentBefore(reading, sentence, verb.first);
  if (inverted && inverted.quotation >= 0) {
    const end = phraseAfter(reading, sentence, verb.end);
    const source =
      end > verb.end ? { first: verb.end, end: withFollowingApposition(reading, sentence, end) } : null;
    // “‘…’ announced in May”: it does not say by whom
    if (!source && !subject && hasClass(reading, verb.end, WordClass.preposition)) return undefined;
    return { ...inverted, source: source ?? subject, after: source?.end ?? verb.end };
  }
  const around = inverted ? findAround(reading, sentence, verb, inverted.content) : undefined;
  if (around) return around;
  if (
    inverted &&
    inverted.content.end - inverted.content.first > 4 &&
    isPlainInversion(reading, sentence, verb)
  ) {
    const end = phraseAfter(reading, sentence, verb.end);
    const source = { first: verb.end, end: withFollowingApposition(reading, sentence, end) };
    return { ...inverted, source, after: source.end };
  }
  if (!subject) return undefined;
  const before = contentBefore(reading, sentence, subject.first);
  if (!before || ASKED.test(wordAt(reading, before.content.first))) return undefined;
  if (before.quotation >= 0) {
    // “It is over.” She said it was: the sentence in marks is over, and the verb has words of its own
    const { inner } = reading.doc.quotations[before.quotation]!;
    const opened = quotationRange(reading, before.quotation).first;
    const isOver = reading.doc.text.charAt(inner.end - 1) === '.';
    const here = before.content.end > sentence.firstToken && !isOver;
    // “Behind the ‘Mill,’ Roe told us, ‘…’”
    if (verb.cue.lemma === 'tell' && before.content.first < opened - 1 && isQuoting(reading, sentence, verb))
      return undefined;
    const leadsOn = isOver && wordAt(reading, verb.end) === ',' && isOpeningMark(reading, verb.end + 1);
    return here || (endsClause(reading, sentence, verb) && !leadsOn)
      ? { ...before, source: subject, after: verb.end }
      : undefined;
  }
  if (!(verb.cue.frames & Frame.clause)) return undefined;
  const isLast = verb.end >= sentence.endToken || isPunctuation(reading, verb.end);
  if (verb.cue.frames & Frame.thatOnly && !(isLast && CLOSING.has(verb.cue.lemma))) return undefined;
  if (!endsClause(reading, sentence, verb) || before.content.end - before.content.first < 4) return undefined;
  return looksLikeClause(reading, before.content.first, before.content.end)
    ? { ...before, source: subject, after: verb.end }
    : undefined;
}

/** Verbs that tell what stands before them, though what follows them must open with “that”. */
const CLOSING = list(
  'write note observe complain testify suggest caution warn respond reply recall answer joke quip opine tweet point',
);

/** “The road, says Roe, | is open”: what is said goes on with its verb behind the comma after the name. */
function findAround(
  reading: Reading,
  sentence: Sentence,
  verb: VerbCue,
  content: Range,
): Preposed | undefined {
  if (!INVERTING.test(wordAt(reading, verb.at)) || verb.first !== verb.at) return undefined;
  const after = phraseAfter(reading, sentence, verb.end);
  const isVerb = isAuxiliary(reading, after + 1) || isFiniteVerb(reading, after + 1);
  if (after === verb.end || wordAt(reading, after) !== ',' || !isVerb) return undefined;
  for (let k = content.first; k < content.end; k++)
    if (isAuxiliary(reading, k) || isFiniteVerb(reading, k)) return undefined;
  const rest = trimContent(reading, after + 1, sentence.endToken);
  return { content, quotation: -1, source: { first: verb.end, end: after }, after, rest };
}

/** Whether a quotation follows a verb and whom it was told. */
function isQuoting(reading: Reading, sentence: Sentence, { end }: VerbCue): boolean {
  for (let k = end; k < sentence.endToken && k < end + 8; k++)
    if (isOpeningMark(reading, k)) return /^[,:]$/.test(wordAt(reading, k - 1));
  return false;
}

/** “The road is open, said Roe.”: a name or noun phrase and nothing more follows the verb. */
function isPlainInversion(reading: Reading, sentence: Sentence, verb: VerbCue): boolean {
  if (!INVERTING.test(wordAt(reading, verb.at)) || verb.first !== verb.at) return false;
  const end = phraseAfter(reading, sentence, verb.end);
  if (end === verb.end || end - verb.end > 12 || isOpeningMark(reading, end)) return false;
  for (let k = verb.end; k < end; k++)
    if (isFiniteVerb(reading, k) && reading.words.class[k - 1] !== WordClass.adverb) return false;
  return (
    end >= sentence.endToken ||
    isPunctuation(reading, end) ||
    hasClass(reading, end, WordClass.time | WordClass.preposition)
  );
}

const INVERTING =
  /^(?:said|says?|added|adds|explained|explains?|noted|notes|wrote|writes?|posits?|argued?|reported|reports)$/;

/** What ends just before token `i`: a quotation, or a clause before a comma. */
function contentBefore(
  reading: Reading,
  sentence: Sentence,
  i: number,
): { content: Range; quotation: number } | undefined {
  const floor = Math.max(
    i - 3,
    reading.doc.sentences[reading.doc.tokens.sentence[i]!]!.block === sentence.block
      ? blockStart(reading, sentence)
      : i,
  );
  for (let k = i - 1; k >= floor; k--) {
    if (isQuoted(reading, k)) {
      const quotation = reading.quoted[k]!;
      const range = quotationRange(reading, quotation);
      if (range.end - range.first < 2 && wordAt(reading, i - 1) !== ',' && wordAt(reading, k) !== ',')
        return undefined;
      const opening = range.first - 1;
      const parted = opening <= sentence.firstToken || isPunctuation(reading, opening - 1);
      if (parted) return { content: range, quotation };
      const closing = !isQuoted(reading, range.end) && isPunctuation(reading, range.end) ? 1 : 0; // its opening mark is in it
      return { content: { first: clauseStart(reading, sentence), end: range.end + closing }, quotation };
    }
    if (!isPunctuation(reading, k)) return undefined;
    if (
      wordAt(reading, k) === ',' &&
      k > sentence.firstToken &&
      !isQuoted(reading, k - 1) &&
      !isPunctuation(reading, k - 1)
    ) {
      return { content: { first: clauseStart(reading, sentence), end: k }, quotation: -1 };
    }
  }
  return undefined;
}

/** The first token of the sentence before, if it stands in the same block: “Why now?” she asked. */
function blockStart(reading: Reading, sentence: Sentence): number {
  const { doc } = reading;
  const index = doc.tokens.sentence[sentence.firstToken]! - 1;
  const before = doc.sentences[index];
  return before?.block === sentence.block ? before.firstToken : sentence.firstToken;
}

function clauseStart(reading: Reading, sentence: Sentence): number {
  let first = sentence.firstToken;
  while (/^(?:but|and)$/.test(wordAt(reading, first))) first++;
  return first;
}

/** Tokens of when and where something was said, at most. */
const MOST_AFTER = 8;

/** Whether only a time, a place or the end of the sentence follows. */
function endsClause(reading: Reading, sentence: Sentence, verb: VerbCue): boolean {
  let i = verb.end;
  while (i < sentence.endToken && (!isPunctuation(reading, i) || wordAt(reading, i) === '-')) {
    if (i > verb.end + MOST_AFTER || isAuxiliary(reading, i) || wordAt(reading, i) === 'that') return false;
    i++;
  }
  if (isOpeningMark(reading, i) || (wordAt(reading, i) === ':' && isOpeningMark(reading, i + 1)))
    return false;
  const bare = i === verb.end;
  const { preposition, time, adverb, determiner, pronoun } = WordClass;
  if (bare || hasClass(reading, verb.end, preposition | time | adverb)) return true;
  // “…, Roe told the Post.”
  if ((verb.cue.frames & Frame.addressee) === 0) return false;
  return isCapital(reading, verb.end) || hasClass(reading, verb.end, determiner | pronoun);
}
