import { isPlain } from '../text/characters.ts';
import { list } from '../text/list.ts';
import type { TextDocument } from '../text/document.ts';
import { Shape, WordClass } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import type { Entity } from './entity.ts';
import type { NameMention } from './mentions.ts';

/** An entity and how central it is, with what spoke for it: each feature's share of the score, most first. */
interface RankedEntity {
  readonly entity: Entity;
  readonly salience: number; // 0..1
  readonly reasons: readonly { readonly feature: string; readonly weight: number }[];
}

/** Learned by training/salience.ts from graded salience in GUM and the lists of training/corpus. */
const WEIGHTS: Readonly<Record<string, number>> = {
  mentions: 0.936,
  share: 2.768,
  spread: 0.651,
  headline: 1.414,
  early: 2.008,
  first: 0.374,
  agent: 1.018,
  speaks: 0.046,
  person: -0.869,
  personEarly: 1.299,
  role: 0.222,
};
const FEATURES = Object.keys(WEIGHTS);
/** Set by hand: a reader asks who before where. It costs 0.4 points of nDCG where people rated all names alike. */
const PEOPLE = 0.8;
/** What makes scores 0..1: the score in the middle, and how fast they rise there. */
const MIDDLE = 5.5;
const SLOPE = 0.55;

/**
 * How central each entity is, most central first; linear in the number of mentions. Places are counted in mentions,
 * not in characters, so that a paragraph that names nobody changes nothing.
 */
export function rankSalience(
  doc: TextDocument,
  words: Words,
  entities: readonly Entity[],
  title: string,
): RankedEntity[] {
  return salienceFeatures(doc, words, entities, title)
    .map(({ entity, features }) => {
      const reasons: { feature: string; weight: number }[] = [];
      for (const feature of FEATURES) {
        const weight = features[feature]! * WEIGHTS[feature]!;
        if (weight !== 0) reasons.push({ feature, weight });
      }
      if (entity.type === 'PER') reasons.push({ feature: 'people', weight: PEOPLE });
      reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
      const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
      return { entity, salience: 1 / (1 + Math.exp(SLOPE * (MIDDLE - score))), reasons };
    })
    .sort((a, b) => b.salience - a.salience || a.entity.full.start - b.entity.full.start);
}

/** What the ranking looks at, by entity. */
export function salienceFeatures(
  doc: TextDocument,
  words: Words,
  entities: readonly Entity[],
  title: string,
): { entity: Entity; features: Record<string, number> }[] {
  const lower = title.toLowerCase();
  const headline = new Set(lower.split(isPlain(lower) ? /[^a-z0-9.]+/ : /[^\p{L}\p{N}.]+/u));
  const all = entities.flatMap(entity => entity.mentions).sort((a, b) => a.start - b.start);
  const order = new Map(all.map((mention, i) => [mention, i]));
  const blockOf = ({ sentence }: NameMention): number => doc.sentences[sentence]!.block;
  const blocks = new Set(all.map(blockOf));
  return entities.map(entity => {
    const { mentions, type } = entity;
    const first = mentions[0]!;
    const person = type === 'PER' ? 1 : 0;
    const count = mentions.length + 0.5 * (entity.pronouns.length + entity.nominals.length);
    const acts = mentions.filter(mention => isAgent(doc, words, mention)).length;
    const speaks = mentions.filter(mention => isSpeaker(words, mention)).length;
    const spread = new Set(mentions.map(blockOf)).size;
    const named = entity.parts.some(part => part.length > 1 && headline.has(part)) ? 1 : 0;
    const early = 1 - order.get(first)! / all.length;
    return {
      entity,
      features: {
        mentions: Math.log1p(count),
        share: count / all.length,
        spread: spread / blocks.size,
        headline: named,
        early,
        first: order.get(first)! < 3 ? 1 : 0,
        agent: Math.log1p(acts),
        speaks: Math.log1p(speaks),
        person,
        personEarly: person * early,
        role: entity.roles.length > 0 ? 1 : 0,
      },
    };
  });
}

/** Whether a name is the subject of its clause: no preposition or verb before it there, and a verb follows. */
function isAgent(doc: TextDocument, words: Words, { first, endToken, sentence }: NameMention): boolean {
  const begin = doc.sentences[sentence]!.firstToken;
  for (let i = first - 1; i >= begin && i > first - 10; i--) {
    const word = words.lower[i]!;
    if (word === ',' || word === '“' || word === '"') break;
    if (words.class[i]! & (WordClass.subordinator | WordClass.relative | WordClass.conjunction)) break;
    if (words.class[i]! & (WordClass.preposition | WordClass.auxiliary)) return false;
  }
  const next = words.lower[endToken] ?? '';
  if (next === "'s" || next === '-') return false;
  return (
    (words.class[endToken]! & (WordClass.auxiliary | WordClass.adverb)) !== 0 ||
    next === ',' ||
    next === 'who' ||
    (/(?:ed|s)$/.test(next) && !(words.shape[endToken]! & Shape.capital)) ||
    SPEECH.has(next)
  );
}

/** Verbs by which somebody speaks, beside those that end in -ed or -s. */
const SPEECH = list(
  'said says told tells wrote writes spoke denied denies insisted warned argued claimed added stated announced confirmed called described suggested acknowledged cautioned explained believes thinks thought felt asked urged replied dismissed reiterated underscored emphasised emphasized stressed noted admitted',
);

/** Whether words of speech stand right beside a name, or “according to” before it. */
function isSpeaker(words: Words, { first, endToken }: NameMention): boolean {
  const next = words.lower[endToken] ?? '';
  const after =
    words.class[endToken]! & (WordClass.adverb | WordClass.auxiliary)
      ? (words.lower[endToken + 1] ?? '')
      : '';
  const before = words.lower[first - 1] ?? '';
  if (before === 'to' && words.lower[first - 2] === 'according') return true;
  return SPEECH.has(next) || SPEECH.has(after) || /^(?:said|says|told|added)$/.test(before);
}
