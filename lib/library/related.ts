import * as z from 'zod/mini';
import type { Brief } from '../brief/brief.ts';
import { sharedWords, statementOf } from '../text/statement.ts';
import type { Remembered } from './remembered.ts';

/** A remembered article that is about the same people, places or matter, and why it is listed. */
export const Related = z.object({
  address: z.string(),
  title: z.string(),
  siteName: z.optional(z.string()),
  publishedTime: z.optional(z.string()),
  players: z.array(z.string()), // shared people and organisations
  places: z.array(z.string()), // shared places
  words: z.array(z.string()), // shared by both headlines
});
export type Related = z.infer<typeof Related>;

const MAX_RELATED = 5;
/** One shared name alone is chance, and so is a place with a word of the headline. */
const MIN_SCORE = 1.2;
const WEIGHT = { player: 1, place: 0.5, word: 0.4 };

/** The remembered articles nearest to this one, best first; what few of them share tells more. */
export function findRelated(brief: Brief, address: string | null, library: readonly Remembered[]): Related[] {
  const others = library.filter(article => article.address !== address);
  const names = namesOf(brief);
  const headline = statementOf(brief.article.title, brief.article.language);
  const rarity = rarities(others);
  return others
    .flatMap(article => {
      const shared = article.players.filter(({ name }) => names.has(name.toLowerCase()));
      const places = shared.filter(({ type }) => type === 'place').map(({ name }) => name);
      const players = shared.filter(({ type }) => type !== 'place').map(({ name }) => name);
      const named = new Set(shared.flatMap(({ name }) => name.toLowerCase().split(/\s+/)));
      const words = sharedWords(headline, statementOf(article.title, article.language)).filter(
        word => !named.has(word.toLowerCase()),
      );
      const weigh = (all: readonly string[], weight: number) =>
        all.reduce((sum, name) => sum + weight * (rarity.get(name.toLowerCase()) ?? 1), 0);
      const score = weigh(players, WEIGHT.player) + weigh(places, WEIGHT.place) + words.length * WEIGHT.word;
      return score < MIN_SCORE ? [] : [{ article, players, places, words, score }];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MAX_RELATED)
    .map(({ article: { address: url, title, siteName, publishedTime }, players, places, words }) => ({
      address: url,
      title,
      ...(siteName === undefined ? {} : { siteName }),
      ...(publishedTime === undefined ? {} : { publishedTime }),
      players,
      places,
      words,
    }));
}

/** Every form under which this article names somebody or somewhere. */
function namesOf(brief: Brief): Set<string> {
  return new Set(
    brief.players.flatMap(({ name, aliases }) => [name, ...aliases].map(it => it.toLowerCase())),
  );
}

/** A name that only one of them has counts whole, one in ten of them half. */
function rarities(library: readonly Remembered[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { players } of library)
    for (const name of new Set(players.map(each => each.name.toLowerCase())))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [name, count] of counts) counts.set(name, 1 / (1 + Math.log10(count)));
  return counts;
}
