import { claimsBefore, isHeadingOver, isInside, isSameSource } from './utterances.ts';
import type { Utterance } from './utterances.ts';

/** Sentences. */
const MEANT_WITHIN = 5;

const known = new WeakMap<Utterance, { antecedent: Utterance | undefined }>();

/**
 * What “these claims” are: the nearest claim before by somebody else; one told as such, or worth a check, may be further
 * up. Looked for once for each utterance, of which there is one list alone.
 */
export function antecedentOf(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  const found = known.get(x);
  if (found) return found.antecedent;
  const antecedent = findAntecedent(utterances, x);
  known.set(x, { antecedent });
  return antecedent;
}

function findAntecedent(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  let best: Utterance | undefined;
  let most = -Infinity;
  const isOfCharges = x.nouns.some(noun => CHARGES.test(noun));
  const isOfFigures = x.nouns.some(noun => FIGURES.test(noun));
  for (let k = x.index - 1; k >= 0 && k >= x.index - 6; k--) {
    const y = utterances[k]!;
    if (x.sentence - y.sentence > MEANT_WITHIN) break;
    if (y.silent || isHeadingOver(x, y) || isSameSource(x, y) || (y.anaphor && (y.rejects || y.length <= 3)))
      continue;
    if (isInside(x.claim, y.claim)) continue; // y only passes x on
    const worth = y.claim.checkWorthiness;
    const weight = x.nouns.length > 0 ? Number(worth > 0.4) * 0.6 : 1.2 * Math.min(worth, 0.6);
    let score = weight + (y.claim.cue ? 0.2 : 0) - 0.5 * (x.index - k);
    if (x.nouns.some(noun => takesUp(noun, y))) score += 1.2;
    else if (x.nouns.some(noun => y.families().has(noun))) score += 0.6;
    if (isOfCharges && (y.isCharge || y.charges)) score += 0.8;
    if (isOfFigures) score += y.numbers.length > 0 ? 0.8 : -0.4;
    if (score > most) {
      best = y;
      most = score;
    }
  }
  return best && toldFirst(utterances, x, best);
}

/** “Rossi said the cabin was locked. ‘I knocked for an hour,’ she said.”: what was told first, where a quotation only goes on. */
function toldFirst(utterances: readonly Utterance[], x: Utterance, y: Utterance): Utterance {
  if (y.claim.kind !== 'direct') return y;
  const first = claimsBefore(utterances, y, 2).findLast(
    z => isSameSource(z, y) && z.claim.kind !== 'direct' && y.sentence - z.sentence <= 2,
  );
  return !first || first.silent || isHeadingOver(x, first) ? y : first;
}

/** Nouns, by their families, of what puts a wrong to somebody. */
const CHARGES = /^(?:accus|alleg|charg|insin|suspi)/;

/** Nouns, by their families, of what is told in numbers. */
const FIGURES = /^(?:figur|numbe|total|toll$|sum$|amoun|tally)/;

/** Whether “the accusation” may be what “accused” brought. */
function takesUp(noun: string, { cueFamilies }: Utterance): boolean {
  return TOLD.some(([nouns, cues]) => nouns.test(noun) && [...cueFamilies()].some(cue => cues.test(cue)));
}

/** Nouns, and the cues of what they take up; both by their families. */
const TOLD: readonly (readonly [nouns: RegExp, cues: RegExp])[] = [
  [
    /^(?:claim|asser|state|remar|comme|accou|versi|story)/,
    /^(?:claim|asser|says?$|said|state|tell|told|insis|argu)/,
  ],
  [
    /^(?:accus|alleg|charg|criti|compl|insin|suspi)/,
    /^(?:accus|alleg|charg|criti|blam|compl|suspe|suspi|conde|denou)/,
  ],
  [
    /^(?:propo|sugge|ideas?$|plans?$|offer|reque|calls?$|deman|amend|measu|bill|move)/,
    /^(?:propo|sugge|plan|offer|reque|call|deman|ask|urge|want|annou|intro|seek)/,
  ],
  [
    /^(?:decis|rulin|verdi|sente|order|judg|convi|ban$)/,
    /^(?:rule|rulin|decid|decis|order|sente|found|convi|judg|uphe|ban)/,
  ],
  [
    /^(?:repor|rumo|specu|stori|artic)/,
    /^(?:repor|rumo|specu|wrote|claim|publi|says?$|said|sayin|cite[ds]?$)/,
  ],
  [
    /^(?:figur|numbe|estim|toll|total|findi|study|analy|concl|asses)/,
    /^(?:estim|puts?$|found|finds?$|show|repor|count|concl|says?$|said|added?$|told|accor|sugge)/,
  ],
  [
    /^(?:views?$|opini|argum|notio|theor|inter|chara|descr|compa|label)/,
    /^(?:belie|think|thoug|argu|regar|call|descr|consi|compa|sees?$|saw|label|says?$|said)/,
  ],
];
