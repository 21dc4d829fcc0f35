import { describe, expect, it } from 'vitest';
import { parseText, sentenceAt, sentenceIndexAt } from '../../lib/text/parse.ts';

function sentencesOf(text: string): string[] {
  return parseText(text).sentences.map(({ start, end }) => text.slice(start, end));
}

describe('sentences', () => {
  it.each([
    ['plain', ['It rained.', 'Nobody came!', 'Why?']],
    ['titles and initials', ['Mr. H. G. Lamb met Gov. Ruiz on Jan. 5.', 'They ate.']],
    ['a dotted place inside', ['The U.S. Treasury sold bonds.', 'Others did not.']],
    ['a dotted place at the end', ['He lives in the U.S. now.', 'She left the U.S.', 'The trip was long.']],
    ['times of day', ['Doors open at 7 p.m. Friday.', 'It closed at 4 p.m.', 'The crowd went home.']],
    ['companies', ['Fennel Inc. bought Sorrel Ltd. for little.', 'He left Sorrel Ltd.', 'She stayed.']],
    ['numbers with points', ['Prices rose 2.5 per cent.', '30 people came.']],
    ['a quotation ending in its own stop', ['“We lost.', 'It hurts,” Bell said.', 'He sat down.']],
    ['stop inside the closing mark', ['"It is over."', 'The crowd cheered.']],
    ['a question that is taken up', ['“Who pays?” Bell asked.', 'Nobody knew.']],
    ['a question that is taken up in lower case', ['"Is it safe?" the nurse wondered.', 'It was.']],
    ['an exclamation followed by a new sentence', ['“Stop!”', 'Cars kept coming.']],
    ['brackets', ['(Fares rose in May.)', 'Riders complained.']],
    ['an ellipsis inside', ['He was... unsure of it.', 'Then he left...', 'We stayed.']],
    ['list numbers', ['1. Wash the cups.', 'Dry them.']],
    ['a missing space', ['The vote was close.', 'The mayor won.']],
    ['circa before a year', ['The bowl (ca. 1450) is cracked.', 'A jar of ca. May 1502 is whole.']],
    ['circa before words', ['It cost ca. Three pounds.', 'Ca. the end of May it sold for ca. £300.']],
    ['circa in one letter', ['The wall dates from c. 1450, he said.', 'It is thick.']],
    ['a grade, and no circa', ['She had planned for a c.', 'Nobody else had.']],
    ['California, and no circa', ['They live in Davis, CA.', 'The town grew.']],
    ['percent and abbreviation before a number', ['See No. 5 and pp. 3 to 9.', 'Then stop.']],
  ])('%s', (_case, expected) => {
    expect(sentencesOf(expected.join(' '))).toEqual(expected);
  });

  it.each([
    ['Chinese and Japanese', '他来了。她走了！', ['他来了。', '她走了！']],
    ['Arabic', 'هل جاء؟ نعم.', ['هل جاء؟', 'نعم.']],
    ['Hindi', 'वह आया। वह गया।', ['वह आया।', 'वह गया।']],
    [
      'a glued full stop',
      'The road closed.Drivers turned back.',
      ['The road closed.', 'Drivers turned back.'],
    ],
    ['a heading without a full stop', 'Storm nears coast\n\nRain fell.', ['Storm nears coast', 'Rain fell.']],
    ['lines of a list', 'Apples\nPears\nPlums', ['Apples', 'Pears', 'Plums']],
    ['wrapped lines', 'Rain fell on the\nroofs of Ghent.', ['Rain fell on the\nroofs of Ghent.']],
    ['nothing', ' \n\n ', []],
  ])('%s', (_case, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it('never runs over the blocks it is given', () => {
    const text = 'One two three four';
    const doc = parseText(text, [
      { start: 0, end: 8 },
      { start: 8, end: 18 },
    ]);
    expect(doc.sentences.map(s => [text.slice(s.start, s.end), s.block])).toEqual([
      ['One two', 0],
      ['three four', 1],
    ]);
  });

  it('end somewhere, even where no mark ends them', () => {
    const { sentences } = parseText('and so on '.repeat(1_000));
    expect(sentences.length).toBeGreaterThan(5);
    for (const { firstToken, endToken } of sentences) expect(endToken - firstToken).toBeLessThanOrEqual(400);
  });

  it('finds the sentence of an offset', () => {
    const doc = parseText('  It rained. It poured.');
    expect(sentenceIndexAt(doc, 0)).toBe(-1);
    expect(sentenceIndexAt(doc, 2)).toBe(0);
    expect(sentenceIndexAt(doc, 12)).toBe(0); // the space between
    expect(sentenceAt(doc, 14)).toMatchObject({ firstToken: 3, endToken: 6 });
  });
});
