import type { TextDocument } from '../text/document.ts';
import { AT } from './form-features.ts';
import type { Form } from './form-features.ts';

/** What the longer forms of a text say about the shorter ones: a surname, the first word of a body, its initials. */
export function relateForms(forms: readonly Form[]): void {
  const ends = new Map<string, Form[]>();
  const begins = new Map<string, Form[]>();
  const initials = new Set<string>();
  const push = (map: Map<string, Form[]>, word: string, form: Form): void => {
    const list = map.get(word);
    if (list) list.push(form);
    else map.set(word, [form]);
  };
  for (const form of forms) {
    const parts = form.key.split(/[\s-]+/);
    if (parts.length < 2) continue;
    push(ends, parts.at(-1)!, form);
    push(begins, parts[0]!, form);
    const short = parts
      .map(part => part.charAt(0))
      .filter(letter => letter !== letter.toLowerCase())
      .join('');
    if (short.length > 2) initials.add(short);
  }
  const highest = (list: readonly Form[] | undefined, feature: 'bestPER' | 'bestORG' | 'bestLOC'): number =>
    (list ?? []).slice(0, MOST).reduce((most, { values }) => Math.max(most, values[AT[feature]]!), 0);
  for (const { key, values } of forms) {
    if (key.includes(' ') || key.includes('-')) continue;
    values[AT.ownsPerson] = highest(ends.get(key), 'bestPER');
    values[AT.opensPerson] = highest(begins.get(key), 'bestPER');
    values[AT.opensBody] = highest(begins.get(key), 'bestORG');
    values[AT.endsBody] = highest(ends.get(key), 'bestORG');
    values[AT.inPlace] = Math.max(highest(begins.get(key), 'bestLOC'), highest(ends.get(key), 'bestLOC'));
    values[AT.initialsOfOther] = Number(initials.has(key.replaceAll('.', '')));
  }
}
/** Of so many forms that share a word the first are looked at: a list of thousands takes no longer for it. */
const MOST = 40;

/** What stands in one list with a form: “Oslo, Bergen and Roe”. */
export function compareListed({ text }: TextDocument, forms: readonly Form[]): void {
  const all = forms.flatMap(form => form.places.map(({ start, end }) => ({ form, start, end })));
  all.sort((a, b) => a.start - b.start);
  for (let i = 1; i < all.length; i++) {
    const left = all[i - 1]!;
    const right = all[i]!;
    const gap = right.start - left.end;
    if (gap < 1 || gap > LONGEST_JOINT || left.form === right.form) continue;
    if (!JOINTS.has(text.slice(left.end, right.start))) continue;
    besides(left.form, right.form);
    besides(right.form, left.form);
  }
}
const JOINTS = new Set([
  ', ',
  '; ',
  ' and ',
  ', and ',
  ' or ',
  ', or ',
  ' & ',
  ' vs ',
  ' vs. ',
  ' v ',
  ' v. ',
  '/',
  ',',
]);
const LONGEST_JOINT = 6;

function besides({ places, values }: Form, other: Form): void {
  const share = 1 / places.length;
  values[AT.besidePER]! += share * other.values[AT.bestPER]!;
  values[AT.besideORG]! += share * other.values[AT.bestORG]!;
  values[AT.besideLOC]! += share * other.values[AT.bestLOC]!;
}
