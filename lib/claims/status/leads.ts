import type { Range, TextDocument } from '../../text/document.ts';
import { list } from '../../text/list.ts';
import { listed } from '../../text/listed.ts';
import { tokenAt } from '../../text/parse.ts';
import { wordsOf } from '../../text/words.ts';
import type { Claim } from '../claim.ts';
import { NEGATIVE } from '../cues.ts';

// What stands right before a claim and tells that it is against the one before.

/** Words that turn to another view where a claim begins right behind them. */
const TURNS = list('but however although though while whereas');
const TO_ANOTHER = list('but however');

/** What a word of contrast right before token `first` begins: its sentence, or a clause of it. */
export function turnBefore(
  lower: readonly string[],
  first: number,
  sentenceStart: number,
): 'sentence' | 'clause' | undefined {
  for (let k = first - 1; k >= sentenceStart && k >= first - 2; k--)
    if (k === sentenceStart ? TO_ANOTHER.has(lower[k]!) : TURNS.has(lower[k]!))
      return k === sentenceStart ? 'sentence' : 'clause';
  return undefined;
}

const DISAGREES = list('disagrees disagreed disagree unconvinced');
const AGREES = list('convinced persuaded agree');
const disagreeingIn = listed([...DISAGREES, ...AGREES, 'issue']);

/**
 * Whether what stands between a claim and the one before tells that somebody does not agree: “The union disagreed.”, “Not
 * everyone is convinced.”, “took issue with that”; not “cannot disagree”, “disagree on”.
 */
export function isLedByDisagreement(
  doc: TextDocument,
  claim: Claim,
  previous: Claim | undefined,
  sentence: number,
): boolean {
  const { lower } = wordsOf(doc);
  const isListed = disagreeingIn(doc);
  const { first, end } = leadBefore(doc, claim, previous, sentence);
  for (let i = first; i < end; i++) {
    if (!isListed(i)) continue;
    const word = lower[i]!;
    if (word === 'issue') {
      if (/^t(?:ook|akes)$/.test(lower[i - 1] ?? '')) return true;
      continue;
    }
    const after = lower[i + 1] ?? '';
    if (/^(?:on|over|about|whether|how|to|until|yet|among|between)$/.test(after)) continue;
    const negated = [1, 2, 3].some(back => i - back >= first && NEGATIVE.has(lower[i - back]!));
    if (negated === AGREES.has(word)) return true;
  }
  return false;
}

/** The tokens behind the claim before, at most those of two sentences, up to the cue. */
function leadBefore(doc: TextDocument, claim: Claim, previous: Claim | undefined, sentence: number): Range {
  const end = tokenAt(doc, (claim.cue ?? claim.content[0]!).start);
  const told = previous ? tokenAt(doc, Math.max(previous.content.at(-1)!.end, previous.cue?.end ?? 0)) : 0;
  const opening = doc.sentences[Math.max(0, sentence - 1)]!.firstToken;
  return { first: Math.max(end - LEAD_OVER, told, opening), end };
}
/** Tokens. */
const LEAD_OVER = 45;
