import { describe, expect, it } from 'vitest';
import { TokenKind } from '../../lib/text/document.ts';
import { parseText, tokenAt, tokensIn } from '../../lib/text/parse.ts';

function tokensOf(text: string): string[] {
  const { tokens } = parseText(text);
  return Array.from({ length: tokens.length }, (_, i) => text.slice(tokens.start[i], tokens.end[i]));
}

describe('tokens', () => {
  it.each([
    [
      'clitics',
      "The mayor's aides didn't think they'd win.",
      "The mayor 's aides did n't think they 'd win .",
    ],
    ['curly apostrophes', 'It’s Quinn’s, we’ll see.', 'It ’s Quinn ’s , we ’ll see .'],
    ['names with apostrophes stay whole', "O'Hanlon and D'Arcy left.", "O'Hanlon and D'Arcy left ."],
    ['a plural possessive', "the drivers' strike", "the drivers ' strike"],
    ['hyphens part', 'Ghent-born Smith-Ekman', 'Ghent - born Smith - Ekman'],
    ['initials and dotted letters', 'J. K. Ward of the U.S. Navy', 'J. K. Ward of the U.S. Navy'],
    ['titles keep their full stop', 'Dr. Vance met Sen. Oduya.', 'Dr. Vance met Sen. Oduya .'],
    ['"no" is a word unless a number follows', 'He said no. See No. 5.', 'He said no . See No. 5 .'],
    ['ampersands', 'R&D at B&Q and Marks & Co', 'R&D at B&Q and Marks & Co'],
    ['money and percentages', '$1,250.50 or 3.5% of €2bn', '$ 1,250.50 or 3.5 % of € 2bn'],
    ['dates and times', 'on 24/7 at 10:30, the 1990s', 'on 24/7 at 10:30 , the 1990s'],
    ['ellipses and dashes run together', 'Well... yes--no', 'Well ... yes -- no'],
    ['an address is one token', 'See https://example.org/a?b=c.', 'See https://example.org/a?b=c .'],
    [
      'an e-mail address is one token',
      'Mail a.b-c@example.org, or @ noon.',
      'Mail a.b-c@example.org , or @ noon .',
    ],
    ['a name on social media', 'as @mayor_ann put it', 'as @ mayor_ann put it'],
    ['accents written apart', 'Jose\u0301 left', 'Jose\u0301 left'],
    ['Han and Hiragana', '東京で会う', '東 京 で 会 う'],
    ['a missing space after a full stop', 'They left.Nobody saw', 'They left . Nobody saw'],
  ])('%s', (_case, text, expected) => {
    expect(tokensOf(text)).toEqual(expected.split(' '));
  });

  it('tells words, numbers, punctuation and symbols apart', () => {
    const { tokens } = parseText('Up 5% + £3?');
    const { word, number, punctuation, symbol } = TokenKind;
    expect([...tokens.kind]).toEqual([word, number, punctuation, symbol, symbol, number, punctuation]);
  });

  it('finds the tokens of a span', () => {
    const doc = parseText('Rain fell in Leeds.');
    expect(tokenAt(doc, 5)).toBe(1);
    expect(tokenAt(doc, 4)).toBe(1); // the space before "fell"
    expect(tokenAt(doc, 99)).toBe(5);
    expect(tokensIn(doc, { start: 5, end: 12 })).toEqual({ first: 1, end: 3 });
    expect(tokensIn(doc, { start: 4, end: 4 })).toEqual({ first: 1, end: 1 });
  });
});
