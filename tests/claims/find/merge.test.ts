import { describe, expect, it } from 'vitest';
import { mergeAttributions } from '../../../lib/claims/find/merge.ts';
import type { Attribution } from '../../../lib/tagging/tagger.ts';
import type { Span } from '../../../lib/text/span.ts';

const attribution = (start: number, end: number, confidence: number, source?: number): Attribution => ({
  source: source === undefined ? null : { start: source, end: source + 3 },
  cue: null,
  content: [{ start, end }],
  confidence,
});
const cued = (start: number, end: number): Attribution => ({
  ...attribution(start, end, 0.9),
  cue: { start: 12, end: 16 },
});
/** Nothing is told from 400 on, what ends at 99 breaks off, what ends at 98 is torn, and more than three characters are no aside. */
const judge = {
  isTelling: ({ content }: Attribution) => content[0]!.start < 400,
  isWhole: ({ end }: Span) => end !== 99,
  isTorn: ({ end }: Span) => end === 98,
  isAside: (from: number, to: number) => to - from < 4,
  oddsOf: ({ cue }: Attribution) => (cue ? 2 : -2),
};
const spans = (merged: Attribution[]) =>
  merged.map(({ content, source }) => [content[0]?.start, content[0]?.end, source?.start ?? null]);

describe('attributions of the tagger and the rules together', () => {
  it.each([
    [
      'what either is sure of',
      [attribution(0, 10, 0.9)],
      [attribution(20, 30, 0.9)],
      [
        [0, 10, null],
        [20, 30, null],
      ],
    ],
    ['nothing neither is sure of', [attribution(0, 10, 0.3)], [attribution(20, 30, 0.5)], []],
    [
      'what both see once, though unsure',
      [attribution(0, 10, 0.3)],
      [attribution(0, 10, 0.5)],
      [[0, 10, null]],
    ],
    ['the source one of them knows', [attribution(0, 10, 0.9)], [attribution(0, 10, 0.9, 12)], [[0, 10, 12]]],
    [
      'the speaker in what looks like content',
      [cued(20, 40)],
      [{ ...cued(0, 10), source: { start: 20, end: 30 } }],
      [[0, 10, 20]],
    ],
    [
      'the words that go on where they are torn',
      [cued(50, 98)],
      [{ ...cued(50, 120), confidence: 0.7 }],
      [[50, 120, null]],
    ],
    [
      'no others where they are torn',
      [cued(50, 98)],
      [{ ...cued(60, 120), confidence: 0.7 }],
      [[50, 98, null]],
    ],
    ['one claim for one cue', [cued(0, 10)], [cued(20, 30)], [[0, 10, null]]],
    ['no deed that one of them takes for speech', [attribution(400, 410, 0.8)], [], []],
    ['what it is very sure of', [attribution(400, 410, 0.95)], [], [[400, 410, null]]],
    [
      'sure rules rather than what breaks off',
      [attribution(90, 99, 0.9)],
      [attribution(90, 140, 0.9)],
      [
        [90, 99, null],
        [90, 140, null],
      ],
    ],
    ['the borders of sure rules', [attribution(0, 10, 0.9)], [attribution(1, 9, 0.9)], [[1, 9, null]]],
    [
      'the whole of what a turn of phrase tells',
      [{ ...cued(0, 10), source: { start: 20, end: 23 } }],
      [{ ...cued(30, 40), source: { start: 60, end: 63 }, confidence: 0.95 }],
      [[30, 40, 60]],
    ],
    [
      'but not with the cue of somebody else',
      [{ ...cued(0, 10), confidence: 0.5 }],
      [{ ...attribution(1, 10, 0.95, 60), cue: { start: 70, end: 74 } }],
      [[1, 10, 60]],
    ],
    [
      'no more of whom it was told',
      [cued(17, 60)],
      [{ ...cued(40, 60), source: { start: 5, end: 8 } }],
      [[40, 60, 5]],
    ],
    ['what a cue told whom', [cued(17, 39)], [cued(40, 60)], [[40, 60, null]]],
    [
      'each of two who have one cue',
      [{ ...cued(0, 10), source: { start: 20, end: 23 } }],
      [
        { ...cued(0, 10), source: { start: 60, end: 63 } },
        { ...cued(0, 10), source: { start: 20, end: 23 } },
      ],
      [
        [0, 10, 20],
        [0, 10, 60],
      ],
    ],
  ])('hold %s', (_case, tagged, ruled, expected) => {
    expect(spans(mergeAttributions(tagged, ruled, judge))).toEqual(expected);
  });
});

describe('who saw it', () => {
  const seenOf = (tagged: Attribution[], ruled: Attribution[]) =>
    mergeAttributions(tagged, ruled, judge).map(({ seen }) => seen);

  it('is told of each attribution, with how much its cue looks like one', () => {
    expect(seenOf([attribution(0, 10, 0.8)], [attribution(0, 10, 0.7)])).toEqual([
      { tagged: 0.8, ruled: 0.7, odds: -2 },
    ]);
    expect(seenOf([cued(0, 10)], [])).toEqual([{ tagged: 0.9, ruled: 0, odds: 2 }]);
    expect(seenOf([], [cued(0, 10)])).toEqual([{ tagged: 0, ruled: 0.9, odds: 2 }]);
  });
});

describe('words that go on behind their cue', () => {
  const halves = (start: number): Attribution => ({
    ...cued(0, 10),
    content: [
      { start: 0, end: 10 },
      { start, end: start + 5 },
    ],
  });
  const contentOf = (tagged: Attribution) => mergeAttributions([tagged], [cued(0, 11)], judge)[0]?.content;

  it('belong to what the rules have of them', () => {
    expect(contentOf(halves(18))).toEqual([
      { start: 0, end: 11 },
      { start: 18, end: 23 },
    ]);
  });

  it('are others where more stands between', () => {
    expect(contentOf(halves(40))).toEqual([{ start: 0, end: 11 }]);
  });
});

describe('who speaks behind the verb', () => {
  // the content stands before the cue (12–16), the speaker behind it (17–30)
  const tagged = { ...cued(17, 30), source: { start: 8, end: 11 } };
  const ruled = (content: Span): Attribution => ({
    source: { start: 17, end: 30 },
    cue: { start: 12, end: 16 },
    content: [content],
    confidence: 0.9,
  });

  it('is not what is said', () => {
    expect(spans(mergeAttributions([tagged], [ruled({ start: 0, end: 11 })], judge))).toEqual([[0, 11, 17]]);
  });

  it('is left to the tagger where what is said stands behind it too', () => {
    expect(spans(mergeAttributions([tagged], [ruled({ start: 32, end: 50 })], judge))[0]![2]).toBe(8);
  });
});
