import { readVocabulary, weighVocabulary } from './importance.ts';
import type { Importance, ImportanceWeights, Vocabulary } from './importance.ts';
import type { Story } from './story.ts';
import type { SummaryCandidate } from './summary-candidates.ts';
import { PLACES, best, chances, stands } from './summary-choice.ts';
import type { SentenceWeights } from './summary-choice.ts';

/** So many words a short summary has, more or less: the length of the summaries its weights are learned from. */
const SHORT_WORDS = 45;
/** Sentences beyond the most important ones are not tried; two of twenty make 190 pairs. */
const SHORT_POOL = 20;
/** What two neighbouring words weigh against one: they tell what is said, words only what it is about. */
const PAIR_WEIGHT = 2;
/**
 * What it adds that a careful reader would pick a sentence. From 0.08 to 0.2 summaries of news are at their best, on
 * texts that were not learned from; of other texts they get slightly worse.
 */
const PICK_WEIGHT = 0.15;
/** A sentence says another one again if it shares more of its words, or the other does. */
const AGAIN = 0.6;
/** What a function word is worth when it comes again. */
const REPEATED_FUNCTION_WORD = 0.35;

/** The one or two sentences that share most with what readers would write in as many words. */
export function pickShort(
  { doc, article, players }: Story,
  candidates: readonly SummaryCandidate[],
  weights: { readonly importance: ImportanceWeights; readonly sentences: SentenceWeights },
): SummaryCandidate[] {
  const vocabulary = readVocabulary(
    doc,
    candidates.map(({ sentence }) => sentence),
    article.title,
    players,
  );
  const share = measureShare(vocabulary, weighVocabulary(vocabulary, weights.importance));
  const chance = chances(candidates, PLACES, weights.sentences);
  const bonuses = new Map(candidates.map((candidate, i) => [candidate, PICK_WEIGHT * chance[i]!]));
  const scored = candidates.map(candidate => ({
    candidate,
    worth: share([candidate]) + bonuses.get(candidate)!,
  }));
  const standing = scored.filter(({ candidate }) => stands([candidate]));
  const [alone] = best(standing.length > 0 ? standing : scored, 1);
  let picked = alone ? [alone.candidate] : [];
  let most = alone?.worth ?? 0;
  const pool = best(scored, SHORT_POOL).map(({ candidate }) => candidate);
  for (const [i, one] of pool.entries()) {
    for (let k = i + 1; k < pool.length; k++) {
      const other = pool[k]!;
      const pair = one.index < other.index ? [one, other] : [other, one];
      const worth = share(pair) + bonuses.get(one)! + bonuses.get(other)!;
      if (worth <= most || saysItAgain(pair) || !stands(pair)) continue;
      picked = pair;
      most = worth;
    }
  }
  return picked;
}

/** “A ferry sank on Monday.” “On Monday a ferry sank off Orsk.” */
function saysItAgain([one, other]: readonly SummaryCandidate[]): boolean {
  return one!.topic.overlap(other!.topic) > AGAIN;
}

/**
 * The expected overlap (F1) of some sentences with a reader's summary of `SHORT_WORDS`, in words and in pairs of
 * words, from the chance of each to be in it. Each counts once, however often the sentences repeat it.
 */
function measureShare(
  vocabulary: Vocabulary,
  importance: Importance,
): (set: readonly SummaryCandidate[]) => number {
  const { wordAt, pairAt, isFunction } = vocabulary;
  const wordSeen = new Int32Array(vocabulary.words.length); // by the number of the call
  const pairSeen = new Int32Array(vocabulary.pairs.length);
  let call = 0;
  return set => {
    call++;
    let size = 0;
    let words = 0;
    let pairs = 0;
    for (const { sentence } of set) {
      for (let i = sentence.firstToken; i < sentence.endToken; i++) {
        const word = wordAt[i]!;
        if (word < 0) continue;
        size++;
        if (wordSeen[word] !== call) words += importance.word[word]!;
        else if (isFunction[word]) words += REPEATED_FUNCTION_WORD * importance.word[word]!;
        wordSeen[word] = call;
        const pair = pairAt[i]!;
        if (pair < 0 || pairSeen[pair] === call) continue;
        pairSeen[pair] = call;
        pairs += importance.pair[pair]!;
      }
    }
    return (2 * (words + PAIR_WEIGHT * pairs)) / (size + SHORT_WORDS);
  };
}
