import { overlap } from '../text/contentWords.ts';
import type { Span } from '../text/span.ts';
import type { SummaryLength } from './brief.ts';
import { findCandidates } from './candidates.ts';
import { needsOthers } from './dangling.ts';
import type { Candidate, Story } from './candidates.ts';
import { WEIGHTS as IMPORTANCE, readVocabulary, weighVocabulary } from './importance.ts';
import type { Importance, Vocabulary } from './importance.ts';

/**
 * What makes careful readers pick a sentence: a logistic regression, learned from summaries picked by hand (Wikinews
 * texts, CC BY 2.5; labels CC BY 4.0; and articles written for Onix). `node training/summary.ts` prints it.
 */
const SENTENCE_WEIGHTS: Readonly<Record<string, number>> = {
  bias: -3.396,
  first: 0.92,
  second: -0.017,
  third: 0.062,
  early: 1.41,
  place: -1.266,
  last: 0.371,
  opensBlock: 0.504,
  headline: 1.578,
  lead: -0.108,
  common: 0.319,
  central: 0.044,
  short: -0.608,
  long: -0.265,
  length: 0.855,
  dangling: -0.253,
  needy: -0.564,
  people: 0.432,
  contrast: 0.575,
  spoken: -0.642,
  claim: -0.128,
  indirect: 0.486,
  disputed: 0.564,
  checkWorthy: 0.745,
  hedged: 0.122,
  named: 0.187,
  upcoming: 0.118,
  numbers: 0.294,
};

/** What summaries are weighed by; those who learn the weights hand in their own. */
export const WEIGHTS = { importance: IMPORTANCE, sentences: SENTENCE_WEIGHTS };

/** Whole sentences of the article, in reading order, that together tell the story. */
export function summarise(story: Story, length: SummaryLength = 'normal', weights = WEIGHTS): Span[] {
  const candidates = findCandidates(story);
  const picked =
    length === 'short'
      ? pickShort(story, candidates, weights)
      : pickStory(candidates, length, weights.sentences);
  return picked.map(({ sentence: { start, end } }) => ({ start, end }));
}

/** Whether each sentence is understood: what it points back to is said in one that comes before it. */
function stands(set: readonly Candidate[]): boolean {
  return set.every(candidate => {
    const {
      index,
      cutsQuotation,
      needs: { before, players, nouns },
    } = candidate;
    if (cutsQuotation) return false;
    if (!needsOthers(candidate)) return true;
    const earlier = set.filter(other => other.index < index);
    if (earlier.some(other => other.index === index - 1)) return true;
    const named = players.every(id => earlier.some(other => other.named.has(id)));
    return !before && named && nouns.every(noun => earlier.some(other => other.topic.has(noun)));
  });
}

// ---------------------------------------------------------------- about fifty words

/** So many words a short summary has, more or less: the length of the summaries its weights are learned from. */
const SHORT_WORDS = 45;
/** Sentences beyond the most important ones are not tried; two of twenty make 190 pairs. */
const SHORT_POOL = 20;
/** What two neighbouring words weigh against one: they tell what is said, words only what it is about. */
const PAIR_WEIGHT = 2;
/** What it adds that a careful reader would pick a sentence: enough to decide between like and like. */
const PICK_WEIGHT = 0.03;
/** What a function word is worth when it comes again. */
const REPEATED_FUNCTION_WORD = 0.35;

/** The one or two sentences that share most with what readers would write in as many words. */
function pickShort(
  { doc, article, players }: Story,
  candidates: readonly Candidate[],
  weights: typeof WEIGHTS,
): Candidate[] {
  const vocabulary = readVocabulary(
    doc,
    candidates.map(({ sentence }) => sentence),
    article.title,
    players,
  );
  const share = measureShare(vocabulary, weighVocabulary(vocabulary, weights.importance));
  const scored = candidates.map(candidate => ({
    candidate,
    worth: share([candidate]) + bonus(candidate, weights.sentences),
  }));
  const standing = scored.filter(({ candidate }) => stands([candidate]));
  const [alone] = best(standing.length > 0 ? standing : scored, 1);
  let picked = alone ? [alone.candidate] : [];
  let most = alone?.worth ?? 0;
  const pool = best(scored, SHORT_POOL).map(({ candidate }) => candidate);
  const bonuses = pool.map(candidate => bonus(candidate, weights.sentences));
  for (const [i, one] of pool.entries()) {
    for (let k = i + 1; k < pool.length; k++) {
      const other = pool[k]!;
      const pair = one.index < other.index ? [one, other] : [other, one];
      const worth = share(pair) + bonuses[i]! + bonuses[k]!;
      if (worth <= most || !stands(pair)) continue;
      picked = pair;
      most = worth;
    }
  }
  return picked;
}

function bonus({ features }: Candidate, weights: typeof SENTENCE_WEIGHTS): number {
  return PICK_WEIGHT / (1 + Math.exp(-weigh(features, weights)));
}

interface Scored {
  readonly candidate: Candidate;
  readonly worth: number;
}

/** The best first; of like ones, the earlier. */
function best(scored: readonly Scored[], count: number): Scored[] {
  return scored
    .toSorted((a, b) => b.worth - a.worth || a.candidate.index - b.candidate.index)
    .slice(0, count);
}

/**
 * The expected overlap (F1) of some sentences with a reader's summary of `SHORT_WORDS`, in words and in pairs of
 * words, from the chance of each to be in it. Each counts once, however often the sentences repeat it.
 */
function measureShare(vocabulary: Vocabulary, importance: Importance): (set: readonly Candidate[]) => number {
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

// ---------------------------------------------------------------- three sentences, or five

/** How many sentences, at most. */
const SENTENCES = { normal: 3, long: 5 };
/** Texts with fewer sentences get one sentence less. */
const FEW_SENTENCES = 6;
/** What a sentence loses for saying again what a picked one says. */
const REPETITION = 1;
/** Sentences beyond the best ones are not tried. */
const POOL = 16;
/** So many ways to go on are kept: one that dangles may be mended by the next sentence. */
const BEAM = 100;

/** The sentences careful readers would pick, chosen together: none dangles, none repeats another. */
function pickStory(
  candidates: readonly Candidate[],
  length: 'normal' | 'long',
  weights: typeof SENTENCE_WEIGHTS,
): Candidate[] {
  const wanted = SENTENCES[length] - (length === 'normal' && candidates.length < FEW_SENTENCES ? 1 : 0);
  const pool = best(
    candidates.map(candidate => ({ candidate, worth: weigh(candidate.features, weights) })),
    POOL,
  );
  const repeats = pool.map(({ candidate: { topic } }, next) =>
    pool.slice(0, next).map(({ candidate }) => REPETITION * overlap(topic, candidate.topic)),
  );
  const beams: Pick[][] = []; // by how many sentences are picked, one and more
  let beam: Pick[] = [{ members: [], worth: 0 }];
  for (let size = 1; size <= wanted; size++) {
    beam = mostWorth(beam.flatMap(pick => extend(pick, pool, repeats)));
    beams.push(beam);
  }
  for (const picks of beams.toReversed()) {
    for (const { members } of picks) {
      const set = members.map(place => pool[place]!.candidate);
      if (stands(set)) return set.sort((a, b) => a.index - b.index);
    }
  }
  return pool.slice(0, 1).map(({ candidate }) => candidate);
}

/** Some sentences of the pool, by their places in it, in its order. */
interface Pick {
  readonly members: readonly number[];
  readonly worth: number;
}

/** The best picks, as many as are kept, the best first; of like ones, the earlier. */
function mostWorth(picks: readonly Pick[]): Pick[] {
  return picks.toSorted((a, b) => b.worth - a.worth).slice(0, BEAM);
}

/** A pick with one sentence more, in every way there is. */
function extend({ members, worth }: Pick, pool: readonly Scored[], repeats: readonly number[][]): Pick[] {
  const longer: Pick[] = [];
  for (let next = (members.at(-1) ?? -1) + 1; next < pool.length; next++) {
    let repeated = 0;
    for (const member of members) repeated = Math.max(repeated, repeats[next]![member]!);
    longer.push({ members: [...members, next], worth: worth + pool[next]!.worth - repeated });
  }
  return longer;
}

function weigh(features: Candidate['features'], weights: typeof SENTENCE_WEIGHTS): number {
  let sum = 0;
  for (const name in features) sum += (weights[name] ?? 0) * features[name]!;
  return sum;
}
