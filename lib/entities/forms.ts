import type { NameReading, NameSpan } from '../tagging/tagger.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import { Shape, wordsInLowerCase, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { AT, FORM_FEATURES } from './form-features.ts';
import type { Feature, Form, Seen } from './form-features.ts';
import { compareListed, relateForms } from './form-relations.ts';
import { describeSurroundings, describeVisits } from './form-surroundings.ts';
import { FORM_WEIGHTS } from './form-weights.ts';
import { describeWords } from './form-words.ts';

/** What a form of a name can be, in the order of the columns of `FORM_WEIGHTS`. */
export const VERDICTS = ['none', 'PER', 'ORG', 'LOC'] as const;

/** How likely a form of a name is none, or one of a person, an organisation, a place; together 1. */
export type Chances = Readonly<Record<(typeof VERDICTS)[number], number>>;

/** What the taggers and the rules say of a place, by verdict. */
const TAG = VERDICTS.map(verdict => AT[`tag${verdict}`]);
const SPAN = { PER: AT.spanPER, ORG: AT.spanORG, LOC: AT.spanLOC };
const RULE = { PER: AT.rulePER, ORG: AT.ruleORG, LOC: AT.ruleLOC };

/** The forms that a text may name somebody by, with what speaks for and against each. Linear. */
export function readForms(
  doc: TextDocument,
  reading: NameReading,
  seen: readonly Seen[],
  keyOf: (place: NameSpan) => string,
): Form[] {
  const words = wordsOf(doc);
  const places = new Map<string, Seen[]>();
  for (const place of seen) {
    const list = places.get(keyOf(place));
    if (list) list.push(place);
    else places.set(keyOf(place), [place]);
  }
  const plain = wordsInLowerCase(doc);
  const width = FORM_FEATURES.length;
  const table = new Float64Array(width * places.size);
  const forms = [...places].map(([key, list], row) => {
    const values = table.subarray(width * row, width * (row + 1));
    return readForm(doc, words, reading, plain, { key, places: list, values });
  });
  relateForms(forms);
  compareListed(doc, forms);
  return forms;
}

/** What a form is, by its features: logistic regression, each verdict against the rest, learned by training/forms.ts. */
export function judgeForm({ values }: Form, weights: readonly (readonly number[])[] = FORM_WEIGHTS): Chances {
  const sums = [0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === 0) continue;
    const row = weights[i]!;
    for (let verdict = 0; verdict < 4; verdict++) sums[verdict]! += value * row[verdict]!;
  }
  const shares = sums.map(sum => 1 / (1 + Math.exp(-sum)));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return { none: shares[0]! / all, PER: shares[1]! / all, ORG: shares[2]! / all, LOC: shares[3]! / all };
}

function readForm(
  doc: TextDocument,
  words: Words,
  { chances }: NameReading,
  plain: ReadonlySet<string>,
  form: Form,
): Form {
  const { places, values } = form;
  const set = (feature: Feature, value: number | boolean = 1): void => {
    if (value) values[AT[feature]] = Number(value);
  };
  const share = 1 / places.length;
  const count = (feature: Feature, value: number | boolean = 1): void => {
    if (value) values[AT[feature]]! += share * Number(value);
  };
  let leastNone = 1;
  const best = [0, 0, 0, 0];
  for (const [nth, place] of places.entries()) {
    const { first, end } = tokensIn(doc, place);
    const last = lastOf(words, first, end);
    if (nth === 0) describeWords(doc, words, plain, first, last, set);
    describeSurroundings(doc, words, first, last, count);
    if (values[AT.site]!) describeVisits(words, first, last, count);
    const mean = meanChances(words, chances, first, last);
    for (let k = 0; k < mean.length; k++) {
      values[TAG[k]!]! += share * Math.log(Math.max(0.002, mean[k]!));
      best[k] = Math.max(best[k]!, mean[k]!);
    }
    leastNone = Math.min(leastNone, mean[0]!);
    const { tagged, ruled } = place;
    if (tagged) {
      count('tagged');
      values[SPAN[tagged.type]]! += share * tagged.confidence;
    }
    if (ruled) {
      count('ruled');
      values[RULE[ruled.type]]! += share * ruled.confidence;
    }
  }
  set('bias');
  set('count', Math.log(places.length));
  set('leastNone', leastNone);
  set('bestPER', best[1]!);
  set('bestORG', best[2]!);
  set('bestLOC', best[3]!);
  return form;
}

/** What the tagger thinks of the capitalised words of a name, by the columns of its chances. */
function meanChances(words: Words, chances: Float32Array, first: number, end: number): number[] {
  const mean = [0, 0, 0, 0];
  let count = 0;
  for (let i = first; i < end; i++) {
    if (end - first > 1 && !(words.shape[i]! & Shape.capital)) continue;
    count++;
    for (let k = 0; k < 4; k++) mean[k]! += chances[4 * i + k]!;
  }
  return mean.map(sum => sum / Math.max(1, count));
}

/** The end of a name without the mark of an owner. */
function lastOf(words: Words, first: number, end: number): number {
  return end - first > 1 && (words.lower[end - 1] === "'s" || words.lower[end - 1] === "'") ? end - 1 : end;
}
