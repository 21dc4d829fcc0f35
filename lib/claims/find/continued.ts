import type { TextDocument } from '../../text/document.ts';
import { sentenceIndexAt, tokenAt } from '../../text/parse.ts';
import type { Span } from '../../text/span.ts';
import type { Found } from './found.ts';
import { quotationRange, toSpan, wordAt } from './reading.ts';
import type { Reading } from './reading.ts';

/** Sentences after which a quotation without a verb no longer belongs to the speaker before it. */
const QUOTE_REACH = 3;

/** A quotation nobody has claimed goes on with the one before it, or stands without a speaker. */
export function continueQuotations(reading: Reading, found: Found): void {
  const { doc } = reading;
  const { attributions, used } = found;
  const lastAt = new Map<number, number>(); // by quotation: the attribution that holds it
  attributions.forEach((attribution, index) => {
    const { end } = attribution.content.at(-1)!;
    const q = reading.quoted[tokenAt(doc, end - 1)] ?? -1;
    if (q >= 0) lastAt.set(q, index);
  });
  let speaker = -1; // the attribution whose quotation came last
  let spokenUntil: Span | undefined;
  for (const [q, quotation] of doc.quotations.entries()) {
    if (quotation.depth > 0) continue;
    if (used.has(q)) {
      speaker = lastAt.get(q) ?? -1;
      spokenUntil = quotation;
      continue;
    }
    if (!isSpeech(reading, q)) continue;
    const piece = toSpan(reading, quotationRange(reading, q));
    if (!piece) continue;
    if (speaker >= 0 && spokenUntil && (quotation.continues || goesOn(doc, spokenUntil, quotation))) {
      const attribution = attributions[speaker]!;
      attributions[speaker] = { ...attribution, content: [...attribution.content, piece] };
    } else {
      speaker = attributions.length;
      attributions.push({ source: null, cue: null, content: [piece], confidence: 0.5 });
    }
    spokenUntil = quotation;
  }
}

/** Speech, not a title or a word held at arm's length: a whole sentence in marks. */
function isSpeech(reading: Reading, q: number): boolean {
  const { doc, words } = reading;
  const { first, end } = quotationRange(reading, q);
  if (end - first < (/^[.?!]$/.test(wordAt(reading, end - 1)) ? 3 : 5)) return false;
  const sentence = doc.sentences[doc.tokens.sentence[first]!]!;
  return words.opensSentence[first] === 1 || doc.quotations[q]!.start <= sentence.start + 1;
}

function goesOn(doc: TextDocument, before: Span, quotation: Span): boolean {
  const from = sentenceIndexAt(doc, before.end - 1);
  const to = sentenceIndexAt(doc, quotation.start);
  return doc.sentences[from]?.block === doc.sentences[to]?.block && to - from <= QUOTE_REACH;
}
