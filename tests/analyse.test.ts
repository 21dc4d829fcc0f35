import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, warmUp } from '../lib/analyse.ts';
import { articleFromText } from '../lib/article/from-text.ts';
import { Brief } from '../lib/brief/brief.ts';

const PIECES = [
  'Lena Brandt said “yes',
  '” and',
  'according to',
  'the U.S.',
  '\n\n',
  '. ',
  ', who is',
  'allegedly',
  'is expected to',
  '(EMA)',
  '‘',
  "'s",
  'but denied these claims',
  '3,000 on May 3',
  'a spokesman for al-',
  '😀',
  '\ud800',
  'Привет',
  '東京',
];

describe('a brief', () => {
  it('keeps the contract for any text, and every span lies in it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), parts => {
        const text = parts.join(' ');
        const brief = Brief.parse(analyse(articleFromText(text, { title: parts[0] ?? '' })));
        const spans = [
          ...brief.summary,
          ...brief.timeline,
          ...brief.players.flatMap(({ mentions, roles }) => [...mentions, ...roles]),
          ...brief.claims.flatMap(({ source, cue, content, hedges }) => [
            ...content,
            ...hedges,
            ...(source ? [source] : []),
            ...(cue ? [cue] : []),
          ]),
        ];
        for (const { start, end } of spans) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        const ids = new Set(brief.claims.map(({ id }) => id));
        for (const claim of brief.claims)
          for (const id of [...claim.disputedBy, ...claim.refersTo]) expect(ids).toContain(id);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['', 0],
    ['   \n\n  ', 0],
  ])('of nothing is empty: %j', (text, count) => {
    const brief = analyse(articleFromText(text));
    expect([brief.players.length, brief.claims.length, brief.summary.length]).toEqual([count, count, count]);
  });

  it('says what it can do in another language', () => {
    const german = analyse(
      articleFromText('„Der Damm hält“, sagte Lena Brandt in Bonn.', { language: 'de' }),
    );
    expect(german.offered).toEqual({
      names: 'none',
      claims: 'partial',
      summary: 'partial',
      ask: 'partial',
    });
    const french = analyse(
      articleFromText('« Le barrage tient », a dit Lena Brandt à Lyon.', { language: 'fr' }),
    );
    expect(french.offered).toMatchObject({ names: 'partial', claims: 'partial' });
    expect(french.players.map(({ name }) => name)).toContain('Lena Brandt');
    const japanese = analyse(articleFromText('首相は東京で記者会見した。', { language: 'ja' }));
    expect(japanese.offered).toMatchObject({ names: 'none', claims: 'none' });
    expect(japanese.players).toEqual([]);
  });

  it('says where it has to do with the rules alone', () => {
    expect(analyse(articleFromText('Lena Brandt said the dam was safe.')).rulesOnly).toBe(true);
    const none = { names: () => ({ spans: [], chances: new Float32Array(32) }) };
    const taggers = {
      ...none,
      attributions: () => ({ attributions: [], cues: [], odds: new Float32Array(8) }),
    };
    expect(
      analyse(articleFromText('Lena Brandt said the dam was safe.'), { taggers }).rulesOnly,
    ).toBeUndefined();
    // in other languages there are no taggers to miss
    expect(
      analyse(articleFromText('Lena Brandt a dit que le barrage tient.', { language: 'fr' })).rulesOnly,
    ).toBeUndefined();
  });

  it('uses the taggers it is given', () => {
    const text = 'zog says it rains';
    const brief = analyse(articleFromText(text), {
      taggers: {
        names: () => ({
          spans: [{ start: 0, end: 3, type: 'PER', confidence: 1 }],
          chances: Float32Array.of(0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0), // none, PER, ORG, LOC by token
        }),
        attributions: () => ({
          attributions: [
            {
              source: { start: 0, end: 3 },
              cue: { start: 4, end: 8 },
              content: [{ start: 9, end: 17 }],
              confidence: 1,
            },
          ],
          cues: [],
          odds: Float32Array.of(-9, 9, -9, -9),
        }),
      },
    });
    expect(brief.players).toMatchObject([{ name: 'zog', type: 'person' }]);
    expect(brief.claims).toMatchObject([{ source: { playerId: 'p1' }, kind: 'indirect' }]);
  });

  it('is tried before there is an article on a text that has something of everything, by both taggers', () => {
    const asked: string[] = [];
    const work = warmUp({
      names: doc => {
        asked.push(doc.text);
        return { spans: [], chances: new Float32Array(4 * doc.tokens.length) };
      },
      attributions: doc => {
        asked.push(doc.text);
        return { attributions: [], cues: [], odds: new Float32Array(doc.tokens.length) };
      },
    });
    const pauses = [...work];
    expect(pauses.length).toBeGreaterThan(5); // a page that was read meanwhile does not wait for all of it
    expect(asked).toHaveLength(2);
    expect(asked[0]).toBe(asked[1]);
    const brief = analyse(articleFromText(asked[0]!, { publishedTime: '2026-11-23' }));
    const types = new Set(brief.players.map(({ type }) => type));
    expect([...types]).toEqual(expect.arrayContaining(['person', 'organisation']));
    const kinds = new Set(brief.claims.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['direct', 'indirect']));
    expect(brief.claims.some(({ hedges }) => hedges.length > 0)).toBe(true);
    expect(brief.timeline.length).toBeGreaterThan(0);
    expect(brief.expected?.length).toBeGreaterThan(0);
  });

  it('takes time in proportion to the text', () => {
    const text = 'Lena Brandt said the dam was safe, but Owen Hart denied these claims on Monday. '.repeat(
      4_000,
    );
    const started = performance.now();
    analyse(articleFromText(text));
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
