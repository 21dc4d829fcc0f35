import { describe, expect, it } from 'vitest';
import { findRelated, Related } from '../../lib/library/related.ts';
import { briefOf, remembered } from './support.ts';

const brief = briefOf(
  'Lena Okafor said the Ashby yard would close. Tom Reyes of Harbour Union disagreed with Lena Okafor in Ashby.',
  'Ashby yard to close',
);
const at = (text: string, title: string, name: string) =>
  remembered(text, title, `https://other.example/${name}`);

describe('related articles', () => {
  it('share people, and say which', () => {
    const found = findRelated(brief, 'https://paper.example/yard', [
      at('Lena Okafor met Tom Reyes in Ashby, said Ida Marsh.', 'Talks over the yard', 'talks'),
      at('The weather stays dry, said Ida Marsh in Lowick.', 'Dry week ahead', 'weather'),
    ]);
    expect(found).toMatchObject([{ address: 'https://other.example/talks', words: ['yard'] }]);
    expect(Related.parse(found[0]).players).toEqual(expect.arrayContaining(['Lena Okafor', 'Tom Reyes']));
    expect(found[0]?.places).toEqual(['Ashby']);
  });

  it.each([
    ['one shared name', 'Lena Okafor opened a library in Lowick.', 'A library'],
    ['nothing', 'Nobody is named here at all.', 'Nothing'],
  ])('are not those with %s', (_case, text, title) => {
    expect(findRelated(brief, null, [at(text, title, 'x')])).toEqual([]);
  });

  it('are never the article itself, and at most five', () => {
    const same = remembered('Lena Okafor met Tom Reyes in Ashby.', 'Talks over the yard');
    expect(findRelated(brief, same.address, [same])).toEqual([]);
    const many = Array.from({ length: 9 }, (_, i) =>
      at('Lena Okafor met Tom Reyes in Ashby.', 'Talks over the yard', String(i)),
    );
    expect(findRelated(brief, null, many)).toHaveLength(5);
  });
});
