import { stemsOf } from './content-words.ts';
import { TokenKind, type TextDocument } from './document.ts';
import { list } from './list.ts';
import type { Span } from './span.ts';
import { WordClass, wordsOf } from './words.ts';

/** A number and what it counts: "1,200 harbour jobs", "40 per cent", "$3bn". */
export interface Figure extends Span {
  readonly value: number;
  readonly written: string; // as it stands, with its scale: "4.2 million"
  readonly units: ReadonlySet<string>; // stems of the nouns that follow, "%", or a currency's sign; never empty
}

/** The number at token `i`, if something follows that it counts. */
export function figureAt(doc: TextDocument, i: number, end: number, language: string): Figure | null {
  const { lower } = wordsOf(doc);
  const { tokens, text } = doc;
  const isDigits = tokens.kind[i] === TokenKind.number;
  let value = isDigits ? numberOf(lower[i]!, language) : (NUMBER_WORDS.get(lower[i]!) ?? null);
  if (value === null || isContinued(doc, i, language)) return null;
  let last = i;
  if (isDigits) {
    // "1 200": thousands set apart by a space
    while (last + 1 < end && goesOn(doc, last, language)) {
      last++;
      value = value * 1000 + Number(lower[last]);
    }
  } else if (value >= 20 && lower[i + 1] === '-' && (NUMBER_WORDS.get(lower[i + 2] ?? '') ?? 99) < 10) {
    value += NUMBER_WORDS.get(lower[i + 2]!)!;
    last = i + 2;
  }
  for (let scale = scaleAt(lower[last + 1]); scale && last + 1 < end; scale = scaleAt(lower[last + 1])) {
    value *= scale;
    last++;
  }
  if (FRACTIONS.has(lower[last + 1] ?? '') || lower[last + 1] === '-') return null; // "two thirds", "15-year-old"
  const units = unitsAfter(doc, last + 1);
  const before = lower[i - 1] ?? '';
  if (CURRENCIES.has(before)) units.add(before);
  if (units.size === 0) return null;
  const from = CURRENCIES.has(before) ? i - 1 : i;
  const span = { start: tokens.start[from]!, end: tokens.end[last]! };
  return { ...span, value, written: text.slice(span.start, span.end), units };
}

const scaleAt = (word: string | undefined): number | undefined =>
  word === undefined ? undefined : SCALES.get(word);

/** Whether the token only goes on with a number or a compound that began before it. */
function isContinued(doc: TextDocument, i: number, language: string): boolean {
  const isJoined = wordsOf(doc).lower[i - 1] === '-' && doc.tokens.end[i - 1] === doc.tokens.start[i];
  return (isJoined && i >= 2) || (i > 0 && goesOn(doc, i - 1, language));
}

/** "1 200": whether the token after `i` is the next three digits of the same number. */
function goesOn({ text, tokens }: TextDocument, i: number, language: string): boolean {
  const next = text.slice(tokens.start[i + 1], tokens.end[i + 1]);
  const space = isPointDecimal(language) ? /^[\u00a0\u202f\u2009]$/ : /^[ \u00a0\u202f\u2009]$/;
  return (
    /^\d{3}$/.test(next) &&
    /^\d{1,3}$/.test(text.slice(tokens.start[i], tokens.end[i])) &&
    space.test(text.slice(tokens.end[i], tokens.start[i + 1]))
  );
}

/** Languages that write "1,200.5"; most others write "1.200,5" or "1 200,5". */
const isPointDecimal = (language: string): boolean => /^(?:en|zh|ja|he)\b/.test(language);

/** What the tokens from `at` on name as counted: the words of a noun phrase up to its end. */
function unitsAfter(doc: TextDocument, at: number): Set<string> {
  const { lower, class: classes } = wordsOf(doc);
  const stems = stemsOf(doc);
  const units = new Set<string>();
  for (let i = at; i < doc.tokens.length && units.size < MAX_UNITS; i++) {
    if (doc.tokens.sentence[i] !== doc.tokens.sentence[Math.max(0, at - 1)]) break;
    const word = lower[i]!;
    if (i === at && (PERCENT.has(word) || PERCENT_PAIRS.has(`${word}-${lower[i + 1]}`)))
      return new Set(['%']);
    if (i === at && CURRENCIES.has(word)) return new Set([word]);
    if (i === at && (word === 'of' || word === 'de')) continue; // "millones de euros"
    if (doc.tokens.kind[i] !== TokenKind.word || stems[i] === '') break;
    if (classes[i]! & WordClass.time && units.size > 0) break;
    units.add(stems[i]!);
  }
  return units;
}

/** A number as written in a language: "1,200" and "1.5" in English, "1.200" and "1,5" in most others; null: none. */
function numberOf(token: string, language: string): number | null {
  const match = /^(\d[\d.,'’]*)([a-z]{0,2})$/.exec(token);
  const digits = match?.[1];
  if (match === null || digits === undefined) return null;
  const [thousands, decimal] = isPointDecimal(language) ? [',', '.'] : ['.', ','];
  const plain = digits.replaceAll(/['’]/g, '').replaceAll(thousands, '').replace(decimal, '.');
  const scale = match[2] === '' ? 1 : SCALES.get(match[2] ?? '');
  const value = Number(plain) * (scale ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

/** So many words after a number are taken for what it counts. */
const MAX_UNITS = 3;

const SCALES = new Map<string, number>(
  (
    [
      ['thousand tausend mille mil тисяч тисячі k', 1e3],
      ['million millions millionen millón millones мільйон мільйони мільйонів m mn', 1e6],
      ['billion billions milliarde milliarden milliard milliards мільярд мільярди мільярдів bn', 1e9],
      ['trillion trillions billionen трильйон трильйонів tn', 1e12],
    ] as const
  ).flatMap(([words, scale]) => words.split(' ').map((word): [string, number] => [word, scale])),
);

/** Numbers in words, two to twenty and the tens: "one" is as often a pronoun. */
const NUMBER_WORDS = new Map<string, number>(
  [
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
    'deux trois quatre cinq six sept huit neuf dix onze douze',
    'dos tres cuatro cinco seis siete ocho nueve diez once doce',
    'два три чотири п’ять шість сім вісім дев’ять десять',
  ].flatMap(names => names.split(' ').map((name, index): [string, number] => [name, index + 2])),
);
for (const [index, word] of 'thirty forty fifty sixty seventy eighty ninety'.split(' ').entries())
  NUMBER_WORDS.set(word, (index + 3) * 10);

const PERCENT = list('% percent prozent відсотків відсотки відсотка');
const PERCENT_PAIRS = list('per-cent pour-cent por-ciento');
const CURRENCIES = list('$ € £ ¥ ₴ ₽ zł');
const FRACTIONS = list('third thirds quarter quarters fifth fifths tenths half halves');

/** Rounding further away than this is another number. */
const MAX_ROUNDING = 0.08;

/** Whether one number is the other, or the other rounded: 1,187 is "about 1,200". */
export function agree(a: number, b: number): boolean {
  if (a === b) return true;
  if (Math.abs(a - b) > MAX_ROUNDING * Math.max(a, b)) return false;
  const [rough, fine] = significant(a) <= significant(b) ? [a, b] : [b, a];
  const digits = significant(rough);
  return significant(fine) > digits && Number(fine.toPrecision(digits)) === rough;
}

/** Digits before the trailing zeros: 2 for 1,200, at least 1. */
function significant(value: number): number {
  const [mantissa = ''] = String(value).split('e');
  const digits = mantissa.replace('.', '').replace(/^0+/, '');
  return Math.max(1, Math.min(15, digits.replace(/0{1,21}$/, '').length));
}
