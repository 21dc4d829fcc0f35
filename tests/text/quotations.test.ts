import { describe, expect, it } from 'vitest';
import { parseText } from '../../lib/text/parse.ts';
import { isQuotedAt } from '../../lib/text/quotations.ts';

/** Inner words, with a sign for depth (>), left open (…) and going on from the block before (+). */
function quotationsOf(text: string): string[] {
  return parseText(text).quotations.map(
    ({ inner, depth, closed, continues }) =>
      `${'>'.repeat(depth)}${continues ? '+' : ''}${text.slice(inner.start, inner.end)}${closed ? '' : '…'}`,
  );
}

describe('quotations', () => {
  it.each([
    ['curly', '“We lost,” he said, “again.”', ['We lost,', 'again.']],
    ['straight', '"We lost," he said, "again."', ['We lost,', 'again.']],
    ['two straight apostrophes', "''We lost,'' he said.", ['We lost,']],
    [
      'single curly around apostrophes',
      '‘They don’t know the nurses’ names,’ he said.',
      ['They don’t know the nurses’ names,'],
    ],
    ['single straight around apostrophes', "'They don't care,' said O'Hara.", ["They don't care,"]],
    ['no quotation in apostrophes', "The nurses' strike in the '90s wasn't Hugh O'Hara's.", []],
    ['no quotation in curly apostrophes', 'The nurses’ strike in the ’90s wasn’t ours.', []],
    ['nested', '“She said ‘never’ twice,” he said.', ['She said ‘never’ twice,', '>never']],
    ['nested the British way', '‘She said “never” twice,’ he said.', ['She said “never” twice,', '>never']],
    ['opened again in the next paragraph', '“One.\n\n“Two,” he said.', ['One.…', '+Two,']],
    ['going on without a mark', '"One.\n\nTwo," he said. "Three."', ['One.…', '+Two,', 'Three.']],
    ['not going on where no mark reopens', '“One.\n\nTwo went by.', ['One.…']],
    ['left open before another', '“One, he said. “Two,” he said. Three.', ['One, he said.…', 'Two,']],
    ['straight, left open before another', '"One, he said. "Two," he said.', ['One, he said.…', 'Two,']],
    ['a mark set twice', '""We lost," he said. "Again."', ['We lost,', 'Again.']],
    ['an empty one', 'The field reads "" here.', ['']],
    ['a space forgotten', '"We lost," he said."And lost again."', ['We lost,', 'And lost again.']],
    ['closed behind a stop, whatever follows', '"We lost."He said no more.', ['We lost.']],
    ['opened straight, closed curly', 'It was "no chance,” he said, “never.”', ['no chance,', 'never.']],
    ['opened curly, closed straight', 'It was “no chance," he said.', ['no chance,']],
    [
      'straight around curly',
      '"They cried “never” twice," he said.',
      ['They cried “never” twice,', '>never'],
    ],
    [
      'straight around a stray curly mark',
      '"They cried never” twice," he said.',
      ['They cried never” twice,'],
    ],
    ['a stray closing mark', 'Two,” he said.', []],
    ['inches', 'A 5" pipe and a 6\' wall.', []],
    ['guillemets with spaces', '« Oui, dit-il, non. »', ['Oui, dit-il, non.']],
    ['guillemets with spaces before more', '« Oui », dit-il. « Non ».', ['Oui', 'Non']],
    ['guillemets turned round', 'Er sagte: »Nein.«', ['Nein.']],
    ['German', '„Nein“, sagte er, „‚nie‘ war es.“', ['Nein', '‚nie‘ war es.', '>nie']],
    ['Swedish', 'Hon sade: ”Nej.” Och gick.', ['Nej.']],
    ['corner brackets', '彼は「はい『二回』」と言った。', ['はい『二回』', '>二回']],
    ['spaced straight marks', 'He said " yes " and left.', ['yes']],
    ['in brackets', 'The plan ("a joke") failed.', ['a joke']],
    ['glued to dashes', 'The words—“no chance”—stung.', ['no chance']],
  ])('%s', (_case, text, expected) => {
    expect(quotationsOf(text)).toEqual(expected);
  });

  it('spans hold the marks and an open one ends with its block', () => {
    const text = 'So: “never. \n\nThen';
    expect(parseText(text).quotations).toEqual([
      { start: 4, end: 11, inner: { start: 5, end: 11 }, depth: 0, closed: false, continues: false },
    ]);
  });

  it('stays cheap on thousands of marks, and nests none of them without end', () => {
    const { quotations } = parseText('“ ‘a ”« „'.repeat(20_000));
    expect(quotations.length).toBeGreaterThan(20_000);
    expect(quotations.filter(({ depth }) => depth > 1)).toEqual([]);
  });
});

it.each([
  ['before any quotation', 'They', false],
  ['in one', 'We', true],
  ['in one inside it', 'never', true],
  ['after that one, still in the outer one', 'twice', true],
  ['behind both', 'the foreman', false],
])('tells what is quoted: %s', (_case, words, expected) => {
  const text = 'They lost. “We said ‘never’ twice,” said the foreman.';
  expect(isQuotedAt(parseText(text).quotations, text.indexOf(words))).toBe(expected);
});
