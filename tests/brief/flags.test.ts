import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';

const flags = (text: string) => analyse(articleFromText(text)).flags;

describe('flags', () => {
  it('the same words, two speakers', () => {
    const text =
      '“We never promised anybody a new harbour,” Lena Brandt said.\n\n' +
      'Asked again, Owen Hart said: “We never promised anybody a new harbour.”';
    expect(flags(text)).toMatchObject([{ kind: 'same-words-two-speakers' }]);
  });

  it('everything rests on one source', () => {
    const text = [
      'Lena Brandt said the gates had failed. Brandt said nobody had warned the board.',
      'Brandt said the rain was heavy. Brandt added that the valves were old. Brandt said the pumps were new.',
      'She said the bill would be high. Brandt said that was all.',
    ].join('\n\n');
    expect(flags(text)).toMatchObject([{ kind: 'single-source', because: 'Lena Brandt' }]);
  });

  it('most rests on unnamed sources', () => {
    const text =
      'A source said the firm was for sale. Two sources said that talks had begun. Insiders said a deal was near. ' +
      'A source said the price was low. The firm said it was not for sale.';
    expect(flags(text)).toMatchObject([{ kind: 'unnamed-sources' }]);
  });

  it.each([
    [
      'the same speaker twice',
      '“We never promised anybody a harbour,” Brandt said. “We never promised anybody a harbour,” Brandt said.',
    ],
    ['two sources', 'Lena Brandt said the gates had failed. Owen Hart said nobody had warned the board.'],
    ['few claims', 'A source said the firm was for sale.'],
  ])('nothing for %s', (_case, text) => {
    expect(flags(text)).toEqual([]);
  });
});
