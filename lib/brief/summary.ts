import type { Span } from '../text/span.ts';
import type { SummaryLength } from './brief.ts';
import { SENTENCE_FEATURES, findCandidates } from './candidates.ts';
import { needsOthers } from './dangling.ts';
import type { Candidate } from './candidates.ts';
import { IMPORTANCE_WEIGHTS, readVocabulary, weighVocabulary } from './importance.ts';
import type { Importance, Vocabulary } from './importance.ts';
import type { Story } from './story.ts';

/** So many places the weights are learned for; by the name of a feature, what it weighs at each. */
const PLACES = 3;
type SentenceWeights = Readonly<Record<string, readonly [opens: number, follows: number, closes: number]>>;

/**
 * What makes careful readers pick a sentence first, after that, and last: for each place a choice among the sentences
 * that are left (conditional logit), learned from summaries picked by hand (Wikinews texts, CC BY 2.5; labels CC BY
 * 4.0; and articles written for Onix). `node training/summary.ts` prints it.
 */
const SENTENCE_WEIGHTS: SentenceWeights = {
  first: [-0.071, -2.297, -2.793],
  second: [-0.605, -0.622, -1.605],
  early: [0.935, 1.624, 0.958],
  place: [-2.41, -2.094, -0.324],
  late: [-1.459, -1.739, 0.028],
  last: [-0.1, -0.428, 0.658],
  opensBlock: [0.174, 0.295, 0.505],
  inBlock: [-0.094, -0.226, -0.012],
  inFirstBlock: [0.974, 1.054, -0.096],
  headline: [3.715, -0.766, 0.125],
  headlineRank: [-1.067, -0.772, -0.457],
  lead: [-3.858, -0.764, 0.201],
  goesOn: [-0.513, -0.751, -0.786],
  common: [1.521, 1.429, 0.147],
  topic: [2.215, 0.886, 0.625],
  central: [-0.131, 0.156, 0.022],
  salient: [0.127, 0.369, 0.369],
  introduces: [0.343, -0.001, 0.023],
  short: [-0.861, -0.254, -0.317],
  long: [-0.206, -0.385, -0.311],
  length: [0.493, 0.56, 0.433],
  dangling: [-0.05, -0.236, -0.427],
  needy: [-0.388, -0.094, -0.109],
  needed: [0, -0.082, 0.168],
  people: [-0.185, -0.283, -0.024],
  spoken: [0.2, -0.275, -0.398],
  indirect: [0.017, 0.15, 0.334],
  quoted: [-0.072, 0.189, 0.136],
  disputed: [-0.053, 0.667, 0.48],
  checkWorthy: [0.419, 0.913, 0.497],
  hedged: [-0.099, 0.101, 0.134],
  newVoice: [-0.026, 0.474, 0.372],
  person: [-0.456, 0.137, 0.089],
  office: [0.262, 0.43, 0.149],
  organisation: [0.442, 0.421, 0.466],
  ahead: [-0.121, 0.222, 1.225],
  contrast: [0.31, 0.263, 0.7],
  numbers: [0.732, 0.245, -0.036],
  upcoming: [0.254, -0.162, 0.18],
  contrasts: [-0.185, 0.125, 0.524],
  opposes: [0.59, 0.257, 0.393],
  firstPerson: [-0.919, -0.579, -0.338],
  modal: [-0.47, 0.073, 0.046],
  amount: [0.482, 0.186, 0.033],
  bracket: [-0.297, 0.134, 1.206],
  semicolon: [-0.652, -0.748, 0.021],
  colon: [-0.692, -0.347, 0.198],
};

/** What summaries are weighed by; those who learn the weights hand in their own. */
export const WEIGHTS = { importance: IMPORTANCE_WEIGHTS, sentences: SENTENCE_WEIGHTS };

/** Whole sentences of the article, in reading order, that together tell the story. */
export function summarise(story: Story, length: SummaryLength = 'normal', weights = WEIGHTS): Span[] {
  const candidates = findCandidates(story);
  const picked =
    length === 'short'
      ? pickShort(story, candidates, weights)
      : pickStory(candidates, length, weights.sentences);
  return picked.map(({ sentence: { start, end } }) => ({
    // “Harrow, Conn. — It rained”, “• It rained”: neither the dash nor the mark of a list is of the sentence
    start: start + /^[—–•·-]?\s*/.exec(story.doc.text.slice(start, start + 3))![0].length,
    end,
  }));
}

/**
 * How likely each sentence is to be among `count` that a careful reader picks one after the other: the last place is
 * chosen again for those beyond the third. Linear in the number of sentences.
 */
function chances(candidates: readonly Candidate[], count: number, weights: SentenceWeights): Float64Array {
  const pulls = Array.from({ length: PLACES }, () => new Float64Array(candidates.length));
  for (const [feature, name] of SENTENCE_FEATURES.entries()) {
    const of = weights[name];
    if (!of) continue;
    for (let i = 0; i < candidates.length; i++) {
      const value = candidates[i]!.features[feature]!;
      if (value !== 0) for (let place = 0; place < PLACES; place++) pulls[place]![i]! += of[place]! * value;
    }
  }
  for (const pull of pulls) {
    const most = pull.reduce((max, sum) => Math.max(max, sum), -Infinity);
    for (let i = 0; i < pull.length; i++) pull[i] = Math.exp(pull[i]! - most);
  }
  const any = new Float64Array(candidates.length);
  let last = new Float64Array(candidates.length); // the chance of each to be the one picked last
  for (let place = 0; place < count; place++) {
    const pull = pulls[Math.min(place, PLACES - 1)]!;
    const left = new Float64Array(candidates.length + 1); // the pull of each sentence and all that follow
    for (let i = candidates.length - 1; i >= 0; i--) left[i] = left[i + 1]! + pull[i]!;
    const next = new Float64Array(candidates.length);
    let reach = place === 0 ? 1 / left[0]! : 0;
    for (let i = 0; i < candidates.length; i++) {
      next[i] = reach * pull[i]!;
      any[i]! += next[i]!;
      if (place > 0 && left[i + 1]! > 0) reach += last[i]! / left[i + 1]!;
    }
    last = next;
  }
  return any;
}

/** Whether each sentence is understood: what it points back to is said in one that comes before it. */
function stands(set: readonly Candidate[]): boolean {
  return set.every(candidate => {
    const {
      index,
      isCut,
      needs: { before, players, nouns },
    } = candidate;
    if (isCut) return false;
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
function saysItAgain([one, other]: readonly Candidate[]): boolean {
  return one!.topic.overlap(other!.topic) > AGAIN;
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
/** Sentences that share more of their words say the same again, and lose as much as they share beyond it. */
const REPETITION = 0.5;
/** Sentences beyond the best ones are not tried. */
const POOL = 12;
/** So many ways to go on are kept: one that dangles may be mended by the next sentence. */
const BEAM = 100;

/** The sentences careful readers would pick, chosen together: none dangles, none repeats another. */
function pickStory(
  candidates: readonly Candidate[],
  length: 'normal' | 'long',
  weights: SentenceWeights,
): Candidate[] {
  const wanted = SENTENCES[length] - (length === 'normal' && candidates.length < FEW_SENTENCES ? 1 : 0);
  const chance = chances(candidates, wanted, weights);
  const pool = best(
    candidates.map((candidate, i) => ({ candidate, worth: chance[i]! })),
    POOL,
  );
  const repeats = pool.map(({ candidate: { topic } }, next) =>
    pool.slice(0, next).map(({ candidate }) => Math.max(0, topic.overlap(candidate.topic) - REPETITION)),
  );
  const beams: Pick[][] = []; // by how many sentences are picked, one and more
  let beam: Pick[] = [{ before: null, last: -1, worth: 0 }];
  for (let size = 1; size <= wanted; size++) {
    const longer: Pick[] = [];
    for (const pick of beam) extend(pick, pool, repeats, longer);
    beam = mostWorth(longer);
    beams.push(beam);
  }
  for (const picks of beams.toReversed()) {
    for (const pick of picks) {
      const set: Candidate[] = [];
      for (let each = pick; each.before; each = each.before) set.push(pool[each.last]!.candidate);
      if (stands(set)) return set.sort((a, b) => a.index - b.index);
    }
  }
  return pool.slice(0, 1).map(({ candidate }) => candidate);
}

/** Some sentences of the pool, by their places in it, in its order: those of another pick and one more; at first none. */
interface Pick {
  readonly before: Pick | null;
  readonly last: number;
  readonly worth: number;
}

/** The best picks, as many as are kept, the best first; of like ones, the earlier. */
function mostWorth(picks: Pick[]): Pick[] {
  return picks.sort((a, b) => b.worth - a.worth).slice(0, BEAM);
}

/** Adds a pick with one sentence more, in every way there is. */
function extend(pick: Pick, pool: readonly Scored[], repeats: readonly number[][], longer: Pick[]): void {
  for (let next = pick.last + 1; next < pool.length; next++) {
    let repeated = 0;
    for (let each = pick; each.before; each = each.before)
      repeated = Math.max(repeated, repeats[next]![each.last]!);
    longer.push({ before: pick, last: next, worth: pick.worth + pool[next]!.worth - repeated });
  }
}
