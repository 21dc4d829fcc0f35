/**
 * Learns what a form of a name is (lib/entities/form-weights.ts), and prints how well it tells texts that neither it nor
 * the tagger has seen:
 *
 *     node training/forms.ts DATA FOLDS
 *
 * FOLDS holds `fold0/names.bin` and so on, each trained without the documents of its fold (README.md, "Measuring"): of
 * every document the tagger that has not seen it says what it thinks. The weights of each fold are written beside its
 * model, as `forms.json`. Logistic regression, one verdict against the
 * rest; deterministic.
 */
import fs from 'node:fs';
import path from 'node:path';
import { FORM_FEATURES } from '../lib/entities/form-features.ts';
import type { Form } from '../lib/entities/form-features.ts';
import { VERDICTS, judgeForm } from '../lib/entities/forms.ts';
import { seenForms } from '../lib/entities/merge.ts';
import { findNames } from '../lib/entities/names.ts';
import { loadTaggers } from '../lib/tagging/tagger.ts';
import { parseText } from '../lib/text/parse.ts';
import { foldOf, foldsIn } from './folds.ts';
import { corpusNames, readConll } from './labelled.ts';
import type { LabelledNames } from './labelled.ts';
import { fit } from './regression.ts';

const SETS = new Set(['GUM', 'wikigold', 'uner', 'crossner', 'corpus']); // what the folds are drawn from
const DECAY = 2; // L2, shared by all examples
/** How often GUM counts for types, which it gives as players have them. */
const TYPED_BY_GUM = 2;
/** How often others count for the types of what people go to (“Harrow Museum”), which they call bodies as a rule. */
const SITES_BY_OTHERS = 0.05;
const SITE = FORM_FEATURES.indexOf('site');

/** A form and what it is: for each verdict, at how many of its places. */
interface Example {
  readonly form: Form;
  readonly shares: readonly number[];
  readonly set: string;
  readonly fold: number;
}

const [data, folder] = process.argv.slice(2);
if (!data || !folder) throw new Error('usage: node training/forms.ts DATA FOLDS');
const models = new URL('../public/models/', import.meta.url).pathname;
const read = (file: string): Uint8Array => new Uint8Array(fs.readFileSync(file));
const shared = {
  'vectors.bin': read(path.join(models, 'vectors.bin')),
  'attributions.bin': read(path.join(models, 'attributions.bin')),
};
const folds = foldsIn(folder);
const taggers = folds.map(fold =>
  loadTaggers({ ...shared, 'names.bin': read(path.join(fold, 'names.bin')) }),
);
const examples = [...readConll(path.join(data, 'train.ner.conll')), ...corpusNames()]
  .filter(({ set }) => SETS.has(set))
  .flatMap(examplesOf);
for (const [fold, place] of folds.entries()) {
  const weights = train(examples.filter(example => example.fold !== fold));
  fs.writeFileSync(path.join(place, 'forms.json'), JSON.stringify(weights));
  report(
    `fold ${fold}`,
    examples.filter(example => example.fold === fold),
    weights,
  );
}
writeWeights(train(examples));

function examplesOf({ id, set, text, names }: LabelledNames): Example[] {
  const doc = parseText(text);
  const fold = foldOf(id, folds.length);
  return seenForms(doc, taggers[fold]!.names(doc), findNames(doc)).map(form => {
    const shares = VERDICTS.map(() => 0);
    for (const place of form.places) {
      const label = names.find(name => {
        const both = Math.min(name.end, place.end) - Math.max(name.start, place.start);
        const either = Math.max(name.end, place.end) - Math.min(name.start, place.start);
        return both / either >= 0.5;
      });
      shares[label ? VERDICTS.indexOf(label.type) : 0]! += 1 / form.places.length;
    }
    return { form, shares, set, fold };
  });
}

/** For each feature its weight for each verdict, one against the rest. */
function train(set: readonly Example[]): number[][] {
  const rows = set.map(({ form: { values } }) =>
    Object.fromEntries(FORM_FEATURES.map((name, i) => [name, values[i]!])),
  );
  const weights = VERDICTS.map((_, k) =>
    fit(
      rows.map((features, i) => ({
        features,
        right: set[i]!.shares[k]!,
        weight: k === 0 ? 1 : weightOf(set[i]!),
      })),
      DECAY,
    ),
  );
  return FORM_FEATURES.map(name => weights.map(column => Number((column[name] ?? 0).toFixed(2))));
}

/** How often an example counts for its type. */
function weightOf({ form, set }: Example): number {
  if (set === 'GUM') return TYPED_BY_GUM;
  return form.values[SITE]! > 0 ? SITES_BY_OTHERS : 1;
}

/** By set: names found (precision, recall, F1) and, of those found, types right. */
function report(title: string, set: readonly Example[], weights: readonly (readonly number[])[]): void {
  const lines = [...SETS].map(name => {
    let [right, wrong, missed, typed] = [0, 0, 0, 0];
    for (const { form, shares, set: source } of set) {
      if (source !== name) continue;
      const chances = judgeForm(form, weights);
      const isName = shares[0]! < 0.5;
      const type = VERDICTS.slice(1).reduce((best, next) => (chances[next] > chances[best] ? next : best));
      if (chances.none < 0.5 && isName) right++;
      else if (chances.none < 0.5) wrong++;
      else if (isName) missed++;
      if (isName && shares[VERDICTS.indexOf(type)]! === Math.max(...shares)) typed++;
    }
    const [precision, recall] = [right / (right + wrong), right / (right + missed)];
    const percent = (share: number): string => (100 * share).toFixed(1);
    return `${name} ${percent(precision)}/${percent(recall)}/${percent((2 * precision * recall) / (precision + recall))} type ${percent(typed / (right + missed))}`;
  });
  console.log(`${title}: ${lines.join('  ')}`);
}

function writeWeights(weights: readonly (readonly number[])[]): void {
  const lines = weights.map((row, i) => `  [${row.join(', ')}], // ${FORM_FEATURES[i]}`);
  fs.writeFileSync(
    new URL('../lib/entities/form-weights.ts', import.meta.url),
    `/** Written by training/forms.ts: for each feature of \`FORM_FEATURES\` its weight for each of \`VERDICTS\`. */\nexport const FORM_WEIGHTS: readonly (readonly number[])[] = [\n${lines.join('\n')}\n];\n`,
  );
}
