import type { Brief, Claim } from '../brief/brief.ts';

/** “denied”, “bestritt”: who says so says the opposite of it. */
const DENIES =
  /\b(?:den(?:y|ies|ied|ying)|bestreite[nt]?|bestritt(?:en)?|dément|nie(?:ga|gan)|neg(?:ó|aron))|запереч/i;

/** “rejected”, “condemned”: who says so speaks against it. */
const OPPOSES =
  /\b(?:reject|dismiss|disput|refut|rebut|contradict|condemn|denounc|deplor|decr(?:y|ie)|oppos|critici|zurück(?:ge)?wies|rejet|réfut|condamn|rechaz|desm(?:ie|i)nt|conden)|відки|спростува|засуд/i;

/** “wies die Vorwürfe zurück”; what “wies darauf hin” says is said. */
const sendsBack = (cue: string): boolean =>
  /\b(?:weist|weisen|wies(?:en)?)\b/i.test(cue) && /zurück/i.test(cue);

/** “did not deny”, “would neither confirm nor deny”, “refused to deny”. */
const WITHHELD =
  /\b(?:(?:not|cannot|never|neither|nor|nicht|pas|no)\b|refus|declin)|n['’]t\b|(?<!\p{L})не(?!\p{L})/iu;

/** Whether who says so says the opposite of it, by the words that tell that it is said. */
export const denies = (cue: string | null): boolean =>
  cue !== null && DENIES.test(cue) && !WITHHELD.test(cue);

/** Whether who is named with a claim speaks against it rather than saying it. */
export function isSpokenAgainst({ article }: Brief, { cue }: Claim): boolean {
  const words = cue && article.text.slice(cue.start, cue.end);
  if (words === null || WITHHELD.test(words)) return false;
  return DENIES.test(words) || OPPOSES.test(words) || sendsBack(words);
}
