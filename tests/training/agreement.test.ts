import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compare, describe, f1, pairClaims } from '../../training/agreement.ts';
import { check, compile, type Article } from '../../training/corpus.ts';
import { readCorpus } from '../../training/labelled.ts';

const TEXT = `@ test-weir | UK | local news
! Weir will stand
[P Ivo Marl] said the weir at [L Tarn Foot] would stand for ten more years.
The [O Tarn Anglers] said it was cracked already.
Nobody had looked.
Mr [P Marl] told them he had measured it himself in June.
`;
const FIRST = `${TEXT}= claims
{"s":1,"source":"Ivo Marl","cue":"said","content":["the weir at Tarn Foot would stand for ten more years"],"status":"contested","checkWorthy":true}
{"s":2,"source":"The Tarn Anglers","cue":"said","content":["it was cracked already"],"disputes":[1],"certainty":"hedged"}
{"s":4,"source":"Mr Marl","cue":"told","content":["he had measured it himself in June"],"refersTo":[2]}
= players
= summary
1 2
`;

const articleOf = (draft: string): Article => {
  const { articles, faults } = compile(draft);
  expect(faults).toEqual([]);
  return articles[0]!;
};
const first = articleOf(FIRST);

/** The first pass with one thing labelled otherwise. */
const secondWith = (from: string, to: string): Article => {
  expect(FIRST).toContain(from);
  return articleOf(FIRST.replace(from, to));
};

it('finds nothing to differ about in equal labels', () => {
  const agreement = compare([first], [first]);
  expect(agreement).toMatchObject({
    articles: 1,
    exact: { both: 3, onlyFirst: 0, onlySecond: 0 },
    sourced: { both: 3, onlyFirst: 0, onlySecond: 0 },
    kind: { same: 3, of: 3 },
    status: { same: 3, of: 3 },
    disputes: { both: 1, onlyFirst: 0, onlySecond: 0 },
    summary: { both: 2, onlyFirst: 0, onlySecond: 0 },
  });
  expect(describe(agreement)).toMatch(/names F1 +100\.0 +4 both/);
});

const ONE_APART = { both: 2, onlyFirst: 1, onlySecond: 1 };

it.each([
  [
    'a content cut short',
    '"he had measured it himself in June"',
    '"he had measured it himself"',
    { claims: { both: 3 }, exact: ONE_APART, sourced: { both: 3 } },
  ],
  [
    'a content with less than half its words',
    '"he had measured it himself in June"',
    '"in June"',
    { claims: ONE_APART, exact: ONE_APART, kind: { same: 2, of: 2 } },
  ],
  ['a source without its title', '"Mr Marl"', '"Marl"', { sourced: { both: 3 } }],
  ['another source', '"Mr Marl"', '"them"', { claims: { both: 3 }, sourced: ONE_APART }],
  ['no source', '"source":"Mr Marl"', '"source":null', { claims: { both: 3 }, sourced: ONE_APART }],
  [
    'a hedge nobody else sees',
    ',"certainty":"hedged"',
    '',
    { hedged: { both: 0, onlyFirst: 1, onlySecond: 0 } },
  ],
  [
    'another status',
    '"status":"contested"',
    '"status":"denied"',
    { status: { same: 2, of: 3 }, open: { both: 1, onlyFirst: 0, onlySecond: 0 } },
  ],
  ['a dispute left out', '"disputes":[1]', '"disputes":[]', { disputes: { both: 0, onlyFirst: 1 } }],
  ['another view of what to check', ',"checkWorthy":true', '', { checkWorthy: { same: 2, of: 3 } }],
  [
    'a name of another type',
    '[O Tarn Anglers]',
    '[P Tarn Anglers]',
    { names: { ORG: { both: 0, onlyFirst: 1 }, PER: { both: 2, onlySecond: 1 } } },
  ],
  [
    'a longer name',
    'Mr [P Marl]',
    '[P Mr Marl]',
    { names: { PER: { both: 1, onlyFirst: 1, onlySecond: 1 } } },
  ],
  [
    'another summary',
    '= summary\n1 2',
    '= summary\n2 4',
    {
      summary: { both: 1, onlyFirst: 1, onlySecond: 1 },
      lead: { first: { both: 2 }, second: { both: 1, onlyFirst: 1 } },
    },
  ],
])('counts %s', (_case, from, to, expected) => {
  expect(compare([first], [secondWith(from, to)])).toMatchObject(expected);
});

it('numbers disputes alike when a pass has a claim more', () => {
  const extra = '{"s":3,"source":"Nobody","cue":"had","content":["looked"]}\n';
  const second = articleOf(
    FIRST.replace('= claims\n', `= claims\n${extra}`).replace('"disputes":[1]', '"disputes":[2]'),
  );
  const agreement = compare([first], [second]);
  expect(agreement.claims).toEqual({ both: 3, onlyFirst: 0, onlySecond: 1 });
  expect(agreement.disputes).toEqual({ both: 1, onlyFirst: 0, onlySecond: 0 });
});

it('counts a dispute with a claim the other pass lacks as missed', () => {
  const second = { ...first, claims: [{ ...first.claims[1]!, disputes: [] }] };
  expect(compare([first], [second]).disputes).toEqual({ both: 0, onlyFirst: 1, onlySecond: 0 });
  expect(compare([second], [first]).disputes).toEqual({ both: 0, onlyFirst: 0, onlySecond: 1 });
});

it('pairs a claim within a claim by its source, whatever the order', () => {
  const nested = articleOf(`@ test-nested | US | court
! What he knew
Ada Fenn said Ray Holt had sworn that the door was locked.
Both left.
= claims
{"s":1,"source":"Ada Fenn","cue":"said","content":["that the door was locked"]}
{"s":1,"source":"Ray Holt","cue":"had sworn","content":["that the door was locked"]}
= players
= summary
1 2
`);
  const turned = { ...nested, claims: nested.claims.toReversed() };
  const pairs = pairClaims(nested, turned).map(({ first: a, second: b }) => [a, b]);
  expect(pairs).toEqual(
    expect.arrayContaining([
      [0, 1],
      [1, 0],
    ]),
  );
});

it('compares only articles of the same text that both passes hold', () => {
  const other = { ...first, id: 'test-other' };
  expect(compare([first, other], [first]).articles).toBe(1);
  expect(() => compare([first], [other])).toThrow('no article is in both');
  expect(() => compare([first], [{ ...first, text: `${first.text} ` }])).toThrow(
    'test-weir: the passes differ',
  );
});

it.each([
  ['nothing labelled', { both: 0, onlyFirst: 0, onlySecond: 0 }, 0],
  ['half of it shared', { both: 1, onlyFirst: 1, onlySecond: 1 }, 0.5],
  ['precision and recall apart', { both: 2, onlyFirst: 0, onlySecond: 4 }, 0.5],
])('F1: %s', (_case, overlap, expected) => {
  expect(f1(overlap)).toBe(expected);
});

it('keeps the second pass faultless and out of the training text', () => {
  const lines = readFileSync('training/corpus/second-pass/second-pass.jsonl', 'utf8');
  const { articles, faults } = check([{ name: 'second-pass', lines }]);
  expect(faults).toEqual([]);
  const trained = readCorpus();
  for (const { id, text } of articles) {
    expect(trained.filter(article => article.id === id).map(article => article.text)).toEqual([text]);
  }
});
