import { foldWords } from '../text/quote.ts';
import { matchText } from './match.ts';
import { type Asked, type Finding, outsideEvidence, type OutsideEvidence } from './outside.ts';
import { WebAddress } from '../text/web-address.ts';
import type { Query } from './query.ts';

/** An article of another paper. */
export interface PaperArticle {
  title: string;
  url: string;
  domain: string;
  seen?: string | undefined; // ISO 8601: when the index saw it, not when it was published
  sentence?: string | undefined; // the sentence that holds the words
}

/** Asks an index of the news for articles like a passage. */
export type SearchPapers = (query: Query) => Promise<Asked<PaperArticle[]>>;

/** Two headlines that share so many of their words are copies of one dispatch. */
const SAME_HEADLINE = 0.9;

/** Rung f: coverage elsewhere, nearest first. Copies of one dispatch are one source: only the first is listed. */
export async function findPapers(query: Query, search: SearchPapers): Promise<OutsideEvidence> {
  return evidenceOf('papers', query, await search(query));
}

/** Rung f: the statement's own words in a row, elsewhere; only sentences that hold them. */
export async function findQuotation(query: Query, search: SearchPapers): Promise<OutsideEvidence> {
  const phrase = foldWords(query.phrase ?? '');
  const asked = await search(query);
  if (asked.status === 'not_measured') return { ...asked, source: 'quotation' };
  const value = asked.value.filter(({ sentence = '' }) => foldWords(sentence).includes(phrase));
  return evidenceOf('quotation', query, { ...asked, value });
}

function evidenceOf(
  source: 'papers' | 'quotation',
  query: Query,
  asked: Asked<PaperArticle[]>,
): OutsideEvidence {
  const known: Set<string>[] = [];
  const evidence = outsideEvidence(source, asked, articles =>
    articles
      .flatMap(({ title, url, domain, seen, sentence }) => {
        const address = WebAddress.safeParse(url);
        const { match, score, reasons, differences } = matchText(query, sentence ?? title, title);
        const heading = new Set(foldWords(title).split(' '));
        if (!address.success || match === 'other' || domain === query.host) return [];
        if (known.some(other => likeness(heading, other) >= SAME_HEADLINE)) return [];
        known.push(heading);
        const finding: Finding = {
          match,
          reasons: [...reasons],
          ...(differences.length > 0 && { differences: [...differences] }),
          title,
          url: address.data,
          publisher: domain,
          ...(seen && { date: seen }),
          ...(sentence && { quote: sentence }),
        };
        return [{ finding, score }];
      })
      .toSorted((a, b) => b.score - a.score)
      .map(({ finding }) => finding),
  );
  if (evidence.status !== 'ok') return evidence;
  return { ...evidence, papers: new Set(evidence.findings.map(({ publisher }) => publisher)).size };
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared);
}
