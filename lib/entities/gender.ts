import type { Entity } from './entity.ts';
import { FEMALE, MALE } from './given-names.ts';

/** As a name, a title or a role gives it away; empty: nothing does. */
export type Gender = 'female' | 'male' | '';

/** What a title tells, in lower case: “Mrs”, “Lord”. */
export function genderOfHonorific(honorific: string): Gender {
  if (/^(?:mrs|ms|miss|lady|dame|baroness|madame|sister)$/.test(honorific)) return 'female';
  return /^(?:mr|sir|lord|father|monsieur)$/.test(honorific) ? 'male' : '';
}

/** What the titles an entity is named with tell, else its given name. */
export function genderOf(entity: Pick<Entity, 'mentions' | 'parts'>): Gender {
  for (const { honorific } of entity.mentions) {
    const gender = genderOfHonorific(honorific);
    if (gender) return gender;
  }
  const first = entity.parts[0]!;
  if (FEMALE.has(first)) return 'female';
  return MALE.has(first) ? 'male' : '';
}
