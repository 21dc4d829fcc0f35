import type { Claim, SourceKind } from './claim.ts';

/** Who gets to speak, and how often, as the contract (lib/brief/brief.ts) has it. */
export interface Sourcing {
  bySource: { playerId?: string; label?: string; sourceKind: SourceKind; claims: number }[];
  named: number;
  unnamed: number;
  documents: number;
}

/**
 * Counts claims by source, the most used first. A pronoun is counted for the player it stands for; where that is not
 * known it names nobody, nor does it say that the article leaves somebody unnamed.
 */
export function countSources(text: string, claims: readonly Claim[]): Sourcing {
  const sources = new Map<string, Sourcing['bySource'][number]>();
  let named = 0;
  let unnamed = 0;
  let documents = 0;
  for (const { source, sourceKind } of claims) {
    const label = source ? text.slice(source.start, source.end) : '';
    if (source?.playerId === undefined && PRONOUN.test(label)) continue;
    if (sourceKind === 'document' || sourceKind === 'poll') documents++;
    else if (source?.playerId === undefined) unnamed++;
    else named++;
    const key = source?.playerId ?? `${sourceKind} ${label.toLowerCase()}`;
    const entry = sources.get(key);
    if (entry) entry.claims++;
    else {
      const who = source?.playerId === undefined ? (label ? { label } : {}) : { playerId: source.playerId };
      sources.set(key, { ...who, sourceKind, claims: 1 });
    }
  }
  return { bySource: [...sources.values()].sort((a, b) => b.claims - a.claims), named, unnamed, documents };
}

const PRONOUN =
  /^(?:i|we|you|he|she|it|they|this|that|these|those|who|which|his|her|hers|their|theirs|its|both|one|sie|er|es|man|il|elle|ils|elles|on|él|ella|ellos|ellas|він|вона|воно|вони)(?:['’](?:s|re|d|ll|ve|m))?$/i;
