import { expect, it } from 'vitest';
import { listed } from '../../lib/text/listed.ts';
import { parseText } from '../../lib/text/parse.ts';
import { wordsOf } from '../../lib/text/words.ts';

const doc = parseText('The ferry sank, the crew swam. The ferry that sank is theirs.');
const { lower } = wordsOf(doc);

it('tells which tokens are on a list, whatever their capitals', () => {
  const isListed = listed(new Set(['the', 'sank', 'bell']));
  const are = isListed(doc);
  expect(lower.filter((_, i) => are(i) === 1)).toEqual(['the', 'sank', 'the', 'the', 'sank']);
  expect(lower.filter((_, i) => are(i) === 0)).toHaveLength(lower.length - 5);
  expect(isListed(doc)).toBe(are);
});

it('tells what tokens stand for in a list of numbers', () => {
  const found = listed(new Map([['ferry', 3]]).set('crew', 40))(doc);
  expect(lower.map((_, i) => found(i)).filter(Boolean)).toEqual([3, 40, 3]);
});

it('knows lists that are taken up after a document was read', () => {
  listed(['swam'])(doc);
  expect(listed(['theirs', 'swam'])(doc)(lower.indexOf('theirs'))).toBe(1);
});
