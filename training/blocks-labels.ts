import type { LabelledPage } from './blocks-corpus.ts';

/** What is right for each block of a page: 1 in the body, 0 not; weight 0 where the labels do not say. */
interface BlockLabels {
  readonly label: number[];
  readonly weight: number[];
}

const GRAM = 4;

/** Words and numbers in lower case, as the benchmarks of the corpus count them. */
export function tokensOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** Labels from the whole body where the corpus has it, else from words that must or must not be in it. */
export function labelBlocks(page: LabelledPage, texts: readonly string[]): BlockLabels {
  return page.text ? labelByText(page.text, texts) : labelBySnippets(page, texts);
}

/** Longer blocks take their words out of the truth first, so that what only repeats them is left without. */
function labelByText(truth: string, texts: readonly string[]): BlockLabels {
  const words = tokensOf(truth);
  const whole = ` ${words.join(' ')} `;
  const left = new Map<string, number>();
  for (const gram of gramsOf(words)) left.set(gram, (left.get(gram) ?? 0) + 1);
  const tokens = texts.map(tokensOf);
  const label = texts.map(() => 0);
  const sure = texts.map(() => 1);
  const order = texts
    .map((_text, i) => i)
    .sort((a, b) => Math.min(40, tokens[b]!.length) - Math.min(40, tokens[a]!.length));
  for (const i of order) {
    if (tokens[i]!.length < GRAM) continue;
    const grams = gramsOf(tokens[i]!);
    const found = grams.filter(gram => (left.get(gram) ?? 0) > 0);
    const share = found.length / grams.length;
    if (share >= 0.5) {
      label[i] = 1;
      for (const gram of found) left.set(gram, left.get(gram)! - 1);
    }
    sure[i] = Math.abs(share - 0.5) * 2;
  }
  // a few words are right where they stand between the same neighbours as in the truth
  for (const [i, own] of tokens.entries()) {
    if (own.length === 0 || own.length >= GRAM) continue;
    const before = lastWords(tokens, label, i);
    const after = firstWords(tokens, label, i);
    const inside =
      (before.length > 0 && whole.includes(` ${[...before, ...own].join(' ')} `)) ||
      (after.length > 0 && whole.includes(` ${[...own, ...after].join(' ')} `));
    if (inside) label[i] = 1;
  }
  const weight = tokens.map((own, i) =>
    own.length === 0 ? 0 : (sure[i]! * (own.length + 4) ** 0.8) / (words.length + 60) ** 0.7,
  );
  return { label, weight };
}

function lastWords(tokens: readonly string[][], label: readonly number[], i: number): string[] {
  for (let j = i - 1; j >= Math.max(0, i - 12); j -= 1)
    if (label[j] === 1 && tokens[j]!.length >= GRAM) return tokens[j]!.slice(-3);
  return [];
}

function firstWords(tokens: readonly string[][], label: readonly number[], i: number): string[] {
  for (let j = i + 1; j <= Math.min(tokens.length - 1, i + 12); j += 1)
    if (label[j] === 1 && tokens[j]!.length >= GRAM) return tokens[j]!.slice(0, 3);
  return [];
}

function gramsOf(words: readonly string[]): string[] {
  const grams: string[] = [];
  for (let i = 0; i + GRAM <= words.length; i += 1) grams.push(words.slice(i, i + GRAM).join(' '));
  return grams;
}

function labelBySnippets(page: LabelledPage, texts: readonly string[]): BlockLabels {
  const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  const wanted = page.with.map(fold);
  const unwanted = page.without.map(fold);
  const label = texts.map(() => 0);
  const weight = texts.map(() => 0);
  for (const [i, text] of texts.entries()) {
    const shown = fold(text);
    if (wanted.some(words => shown.includes(words))) {
      label[i] = 1;
      weight[i] = 1;
    } else if (unwanted.some(words => shown.includes(words))) weight[i] = 1;
  }
  return { label, weight };
}
