import type { TextDocument } from '../text/document.ts';
import type { Entity } from './grouping.ts';

/** How central each entity is (0..1), most central first. Linear in the number of mentions. */
export function rankSalience(
  doc: TextDocument,
  entities: readonly Entity[],
  title: string,
): { entity: Entity; salience: number }[] {
  const headline = title.toLowerCase();
  const length = doc.text.length || 1;
  return entities
    .map(entity => ({ entity, salience: weigh(doc, entity, headline, length) }))
    .sort((a, b) => b.salience - a.salience || a.entity.full.start - b.entity.full.start);
}

function weigh(doc: TextDocument, entity: Entity, headline: string, length: number): number {
  const first = entity.mentions[0]!;
  const count = entity.mentions.length + 0.5 * (entity.pronouns.length + entity.nominals.length);
  const spread = new Set(entity.mentions.map(m => doc.sentences[m.sentence]!.block)).size;
  const named = entity.parts.some(part => part.length > 2 && headline.includes(part)) ? 1 : 0;
  const early = 1 - Math.min(1, first.start / length);
  const lead = first.sentence < 2 ? 1 : 0;
  const score =
    0.9 * Math.log1p(count) +
    0.5 * Math.log1p(spread) +
    1.2 * named +
    0.6 * early +
    0.5 * lead +
    (entity.roles.length > 0 ? 0.3 : 0) +
    (entity.type === 'PER' ? 0.4 : 0) -
    3.2;
  return 1 / (1 + Math.exp(-score));
}
