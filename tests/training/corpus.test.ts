import { expect, it } from 'vitest';
import { check, compile, placeClaims, type Article } from '../../training/corpus.ts';

const DRAFT = `@ test-ferry | UK | local news
! Ferry to close, says council
[P Ada Quill] said the [O Moss Bay Ferry] would close.
"We tried. We are broke," she told the [O Moss Bay Post].

The union, which said nothing on Monday, said the claim was "nonsense".
= claims
{"s":1,"source":"Ada Quill","cue":"said","content":["the Moss Bay Ferry would close"],"status":"denied","checkWorthy":true}
{"s":2,"source":"she","cue":"told","content":["We tried. We are broke,"],"kind":"direct"}
{"s":3,"source":"The union","cue":"said","content":["the claim was \\"nonsense\\""],"kind":"mixed","refersTo":[1],"disputes":[1]}
= players
{"name":"Ada Quill","type":"person"}
{"name":"Moss Bay Ferry","type":"organisation"}
= summary
1 3
`;

const text = (article: Article, span: [number, number] | null) => span && article.text.slice(...span);

it('joins sentences by a space and paragraphs by an empty line, and takes the tags out', () => {
  const [article] = compile(DRAFT).articles;
  expect(article!.text).toContain('would close. "We tried');
  expect(article!.text).toContain('Moss Bay Post.\n\nThe union');
  expect(article!.sents.map(sent => article!.text.slice(...sent))).toHaveLength(3);
  expect(article!.names.map(([start, end, type]) => [article!.text.slice(start, end), type])).toEqual([
    ['Ada Quill', 'PER'],
    ['Moss Bay Ferry', 'ORG'],
    ['Moss Bay Post', 'ORG'],
  ]);
});

it('fills in what the draft left out', () => {
  const [article] = compile(DRAFT).articles;
  expect(article!.claims[0]).toMatchObject({ kind: 'indirect', certainty: 'asserted', refersTo: [] });
  expect(article!.players[0]).toMatchObject({ role: null, aliases: [] });
});

it('places every claim by its strings', () => {
  const [article] = compile(DRAFT).articles;
  const placed = placeClaims(article!);
  expect(placed.map(({ source }) => text(article!, source))).toEqual(['Ada Quill', 'she', 'The union']);
  expect(text(article!, placed[1]!.content[0]!)).toBe('We tried. We are broke,');
});

it('chooses the cue beside the content and the source outside it', () => {
  const [article] = compile(`@ test-he | US | court
! He said
The man who said nothing said he was told what he said.
Nobody else spoke.
= claims
{"s":1,"source":"he","cue":"was told","content":["what he said"]}
{"s":1,"source":"The man","cue":"said","content":["he was told what he said"]}
= players
= summary
1 2
`).articles;
  const [inner, outer] = placeClaims(article!);
  expect(inner!.source).toEqual([30, 32]);
  expect(outer!.cue).toEqual([25, 29]);
});

it.each([
  [
    'a content that is not in its sentence',
    'Ferry would close"]',
    'Ferry would open"]',
    'content does not start',
  ],
  ['a source found only inside a word', '"source":"she"', '"source":"e"', 'source not in sentence 2'],
  ['a cue of another sentence', '"cue":"told"', '"cue":"said"', 'cue not in sentence 2'],
  ['a word the guide does not know', '"status":"denied"', '"status":"refuted"', 'bad status'],
  ['a misspelt field', '"checkWorthy"', '"checkworthy"', 'no such field: checkworthy'],
  ['a dispute with a claim nobody labelled', '"disputes":[1]', '"disputes":[9]', 'no such other claim: 9'],
  ['a dispute with a claim that is merely stated', '"status":"denied",', '', 'whose status is "stated"'],
  ['a quotation without quotation marks', '"status":"denied"', '"kind":"direct"', 'yet nothing is quoted'],
  ['a broken line', '{"s":2,', '{"s":2 ', 'not JSON'],
  ['a player who is not in the text', '"name":"Ada Quill"', '"name":"Ada Quince"', 'not in the text'],
  ['a summary sentence too many', '1 3\n', '1 3 4\n', 'summary has 3 sentences'],
  ['a missing headline', '! Ferry', 'Ferry', 'not a headline'],
])('refuses %s', (_case, right, wrong, fault) => {
  const { articles, faults } = compile(DRAFT.replace(right, wrong));
  expect(articles).toEqual([]);
  expect(faults.join('\n')).toContain(fault);
  expect(faults[0]).toContain('test-ferry');
});

it('mentions a name that is tagged here and not there', () => {
  const { doubts } = compile(DRAFT.replace('The union', 'The union of Ada Quill'));
  expect(doubts).toEqual(['test-ferry: also untagged: "Ada Quill"']);
  expect(compile(DRAFT).doubts).toEqual([]);
});

it('finds what has gone wrong in a stored file', () => {
  const [article] = compile(DRAFT).articles;
  const stored = (changed: object) => [
    { name: 'a.jsonl', lines: JSON.stringify({ ...article, ...changed }) },
  ];
  expect(check(stored({})).faults).toEqual([]);
  expect(
    check(
      stored({
        names: [
          [0, 9, 'PER'],
          [4, 9, 'PER'],
        ],
      }),
    ).faults.join(),
  ).toContain('overlaps');
  expect(check(stored({ names: [[0, 7, 'PER']] })).faults.join()).toContain('part of a word');
  expect(check(stored({ summary: [1, 9] })).faults.join()).toContain('no such summary sentence: 9');
  expect(check([...stored({}), ...stored({})]).faults).toEqual(['test-ferry: id used twice']);
});
