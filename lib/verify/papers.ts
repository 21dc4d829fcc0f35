import { matchText } from './match.ts';
import { type Asked, type Finding, outsideEvidence, type OutsideEvidence, WebAddress } from './outside.ts';
import type { Query } from './query.ts';

/** An article of another paper. */
export interface PaperArticle {
  title: string;
  url: string;
  domain: string;
  seen?: string | undefined; // ISO 8601: when the index saw it, not when it was published
  sentence?: string | undefined; // the sentence that holds the words
}

export type SearchPapers = (query: Query) => Promise<Asked<PaperArticle[]>>;

/** Rung f: coverage elsewhere. Copies of one dispatch are one source: only the first is listed. */
export async function findPapers(query: Query, search: SearchPapers): Promise<OutsideEvidence> {
  return outsideEvidence('papers', await search(query), articles => {
    const known = new Set<string>();
    return articles.flatMap(({ title, url, domain, seen, sentence }): Finding[] => {
      const address = WebAddress.safeParse(url);
      const { match, reasons } = matchText(query, `${title} ${sentence ?? ''}`);
      const heading = plain(title);
      if (!address.success || match === 'other' || domain === query.host || known.has(heading)) return [];
      known.add(heading);
      return [
        {
          match,
          reasons: [...reasons],
          title,
          url: address.data,
          publisher: domain,
          ...(seen && { date: seen }),
          ...(sentence && { quote: sentence }),
        },
      ];
    });
  });
}

const plain = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
