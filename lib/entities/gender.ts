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

/** What is known of an entity, else what the words of its roles give away. */
export function genderFromRoles(text: string, entity: Entity): Gender {
  if (entity.gender) return entity.gender;
  for (const role of entity.roles) {
    const words = text.slice(role.start, role.end);
    if (FEMALE_WORDS.test(words)) return 'female';
    if (MALE_WORDS.test(words)) return 'male';
  }
  return '';
}
const FEMALE_WORDS =
  /\b(?:woman|spokeswoman|actress|mother|wife|daughter|sister|queen|princess|chairwoman|congresswoman|widow|girlfriend|niece|aunt|grandmother|businesswoman|her|she)\b/i;
const MALE_WORDS =
  /\b(?:spokesman|father|husband|son|brother|king|prince|chairman|congressman|widower|boyfriend|nephew|uncle|grandfather|businessman)\b/i;
