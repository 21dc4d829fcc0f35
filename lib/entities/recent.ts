import type { Entity } from './entity.ts';

/** Somebody with the place where the text spoke of them last. */
export interface Recent {
  entity: Entity;
  at: number; // token of the last mention
  sentence: number; // of `Persons.told` counted without those that somebody says from end to end
  subject: boolean;
  quoted: boolean;
  named: boolean; // by name, not by a pronoun
  speaks: boolean; // says something there
  block: number;
}

/** The persons spoken of last, by the article itself and by whomever it quotes. */
export interface Persons {
  readonly told: Recent[];
  readonly all: Recent[];
}

/** Brings a person forward to where they were just spoken of; bodies and places stay out. */
export function remember(
  { told, all }: Persons,
  entity: Entity,
  mention: Omit<Recent, 'entity'> & { told: number }, // its sentence, counted so
): void {
  if (entity.type !== 'PER') return;
  put(all, { entity, ...mention });
  // who is spoken of in a quotation is not who speaks it
  if (!mention.quoted) put(told, { entity, ...mention, sentence: mention.told });
}

function put(recent: Recent[], last: Recent): void {
  const old = recent.findIndex(({ entity }) => entity === last.entity);
  const kept = old < 0 ? undefined : recent.splice(old, 1)[0];
  recent.push({ ...last, subject: last.subject || (kept?.sentence === last.sentence && kept.subject) });
  if (recent.length > MOST) recent.shift();
}
/** Nobody remembers more people than so many. */
const MOST = 8;
