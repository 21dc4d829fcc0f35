import { matchText } from './match.ts';
import { type Asked, type Finding, outsideEvidence, type OutsideEvidence } from './outside.ts';
import { WebAddress } from '../text/web-address.ts';
import type { Query } from './query.ts';

/** A published fact-check, in its publisher's words. */
export interface FactCheck {
  claim: string;
  claimant?: string | undefined;
  publisher?: string | undefined;
  title?: string | undefined;
  url?: string | undefined;
  date?: string | undefined;
  rating?: string | undefined;
}

/** Asks for published fact-checks that hold some words; `language` is BCP 47. */
export type SearchFactChecks = (words: string, language: string) => Promise<Asked<FactCheck[]>>;

/** Rung d: fact-checks others have published, matched with the statement; the rating stays theirs. */
export async function findFactChecks(query: Query, search: SearchFactChecks): Promise<OutsideEvidence> {
  const asked = await search(query.words.join(' '), query.language);
  return outsideEvidence('fact-checks', asked, checks =>
    checks
      .flatMap(check => {
        const around = `${check.claimant ?? ''} ${check.title ?? ''}`;
        const { match, score, reasons, differences } = matchText(query, check.claim, around);
        const url = WebAddress.safeParse(check.url);
        if (match === 'other' || !url.success) return [];
        const finding: Finding = {
          match,
          reasons: [...reasons],
          ...(differences.length > 0 && { differences: [...differences] }),
          title: check.title ?? check.claim,
          url: url.data,
          quote: check.claim,
          ...(check.publisher && { publisher: check.publisher }),
          ...(check.date && { date: check.date }),
          ...(check.rating && { rating: check.rating }),
        };
        return [{ finding, score }];
      })
      .toSorted((a, b) => b.score - a.score)
      .map(({ finding }) => finding),
  );
}
