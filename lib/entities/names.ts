import type { NameSpan } from '../tagging/tagger.ts';
import type { TextDocument } from '../text/document.ts';
import { spanOf } from '../text/parse.ts';
import { findCandidates } from './name-candidates.ts';
import { typesOf } from './name-votes.ts';

/** Names of people, organisations and places by their capitals, neighbours and parts; no training. */
export function findNames(doc: TextDocument): NameSpan[] {
  const candidates = findCandidates(doc);
  const types = typesOf(candidates);
  return candidates.map(candidate => {
    const { type, confidence } = types.get(candidate.key)!;
    return { ...spanOf(doc, candidate), type, confidence: candidate.isSure ? confidence : BY_PLACE };
  });
}
/** Confidence where the capital may be owed to its place. */
const BY_PLACE = 0.4;
