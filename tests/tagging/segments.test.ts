import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../lib/tagging/segments.ts';
import { parseText } from '../../lib/text/parse.ts';

describe('segments', () => {
  it.each([
    ['all in one', 'It rained. It poured.', 10, ['0-6']],
    ['cut between sentences', 'It rained. It poured. It froze.', 6, ['0-6', '6-9']],
    ['a sentence that is too long is cut inside', 'one two three four five', 2, ['0-2', '2-4', '4-5']],
    ['nothing', '', 4, []],
  ])('%s', (_case, text, longest, expected) => {
    expect(segmentsOf(parseText(text), longest).map(({ first, end }) => `${first}-${end}`)).toEqual(expected);
  });
});
