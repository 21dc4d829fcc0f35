import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelError } from '../../lib/tagging/model-file.ts';
import { explainTags, loadTaggers } from '../../lib/tagging/tagger.ts';
import { parseText } from '../../lib/text/parse.ts';
import type { Span } from '../../lib/text/span.ts';
import { readModels } from './models.ts';

const files = readModels();
const taggers = loadTaggers(files);

function namesOf(text: string): string[] {
  return taggers
    .names(parseText(text))
    .spans.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);
}

function attributionsOf(text: string): { source: string | null; cue: string | null; content: string[] }[] {
  const at = (span: Span | null): string | null => span && text.slice(span.start, span.end);
  return taggers.attributions(parseText(text)).attributions.map(({ source, cue, content }) => ({
    source: at(source),
    cue: at(cue),
    content: content.map(span => text.slice(span.start, span.end)),
  }));
}

describe('names', () => {
  it.each([
    [
      'a person and a place',
      'Prime Minister David Hollis arrived in Lisbon on Tuesday.',
      ['PER David Hollis', 'LOC Lisbon'],
    ],
    [
      'an organisation',
      'Shares in Northgate Holdings Ltd. fell in London.',
      ['ORG Northgate Holdings Ltd.', 'LOC London'],
    ],
    ['nothing in plain words', 'The rain kept falling all night, and nobody slept.', []],
    [
      'a possessive is not part',
      "Sarah Whitcombe's lawyer left Paris.",
      ['PER Sarah Whitcombe', 'LOC Paris'],
    ],
    [
      'no name over the end of a block',
      'Trade talks in Geneva\n\nMaria Keller resigns',
      ['LOC Geneva', 'PER Maria Keller'],
    ],
    ['nothing in nothing', '', []],
  ])('%s', (_case, text, expected) => {
    expect(namesOf(text)).toEqual(expected);
  });

  it('have a confidence', () => {
    for (const { confidence } of taggers.names(parseText('Angela Brandt met the mayor of Vienna.')).spans) {
      expect(confidence).toBeGreaterThan(0.5);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});

describe('attributions', () => {
  it.each([
    [
      'a quotation before its cue',
      '“We will not close a single school,” Margaret Doyle said on Monday.',
      { source: 'Margaret Doyle', cue: 'said', content: ['We will not close a single school'] },
    ],
    [
      'indirect speech',
      'The minister said that the road would be closed for a month.',
      { source: 'The minister', cue: 'said', content: ['that the road would be closed for a month'] },
    ],
    [
      'a quotation in two pieces',
      '"The bridge is safe," the engineer said, "and it will stay open."',
      { source: 'the engineer', cue: 'said', content: ['The bridge is safe', 'and it will stay open.'] },
    ],
  ])('%s', (_case, text, expected) => {
    expect(attributionsOf(text)).toEqual([expected]);
  });

  it('give a quotation that nobody says to somebody, or to nobody', () => {
    const text =
      'The notice on the gate had four lines. “Closed until further notice by order of the council.”';
    expect(
      attributionsOf(text)
        .flatMap(({ content }) => content)
        .join(' '),
    ).toContain('Closed until further notice');
  });

  it('find none where nobody says anything', () => {
    expect(attributionsOf('Rain fell on the hills. The river rose by a metre.')).toEqual([]);
  });

  it('tells cues of what quotations report from those of the text around them', () => {
    const text = '“The port believes that the quay is safe,” Brandt said. She denied that it froze.';
    const { cues } = taggers.attributions(parseText(text));
    expect(cues.map(({ start, end }) => text.slice(start, end))).toEqual(['believes']);
  });
});

describe('taggers', () => {
  const text =
    '“It is over,” said Nora Blunt of the Harbour Board in Cork, who denied that “fees” would rise. '.repeat(
      6,
    );

  it.each(['simd', 'plain'] as const)('say the same without products of bytes (%s)', kind => {
    const plain = loadTaggers(files, kind);
    const doc = parseText(text);
    expect(plain.names(doc)).toEqual(taggers.names(doc));
    expect(plain.attributions(doc)).toEqual(taggers.attributions(doc));
  });

  it('take any text and answer within it', () => {
    const piece = fc.constantFrom(
      '"',
      '“',
      '”',
      '’',
      'said',
      'Ann',
      ' ',
      '. ',
      ',',
      '\n\n',
      '\ud800',
      '東',
      'that',
      '-',
      '5',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), pieces => {
        const doc = parseText(pieces.join(''));
        const spans = [
          ...taggers.names(doc).spans,
          ...taggers
            .attributions(doc)
            .attributions.flatMap(({ source, cue, content }) => [source, cue, ...content]),
        ].filter(span => span !== null);
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(doc.text.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('take a text longer than they look at in one go', () => {
    const doc = parseText(text.repeat(40));
    expect(doc.tokens.length).toBeGreaterThan(5000);
    expect(taggers.names(doc).spans.length).toBeGreaterThan(400);
  });

  it.each([
    ['a missing file', { ...files, 'names.bin': undefined }, /names.bin is missing/],
    ['a truncated file', { ...files, 'names.bin': files['names.bin']?.subarray(0, 1000) }, /truncated/],
    ['one model for another', { ...files, 'names.bin': files['attributions.bin'] }, /model section/],
  ])('refuse %s', (_case, given, message) => {
    expect(() => loadTaggers(given as Record<string, Uint8Array>)).toThrow(ModelError);
    expect(() => loadTaggers(given as Record<string, Uint8Array>)).toThrow(message);
  });

  it('fit their budget of 2.5 MB compressed', () => {
    const bytes = Object.values(files).reduce((sum, file) => sum + gzipSync(file).length, 0);
    expect(bytes).toBeLessThan(2_500_000);
  });

  it('can be explained', () => {
    const { names, cues } = explainTags(files, parseText('The mayor of Vienna said it rained.'));
    expect(names.find(({ token }) => token === 3)).toMatchObject({ tag: 'B-LOC' });
    expect(cues.find(({ token }) => token === 4)).toMatchObject({ tag: 'B-cue' });
    for (const { margin, weighed } of names) {
      expect(margin).toBeGreaterThanOrEqual(0);
      expect(weighed).toHaveLength(11);
    }
  });
});
