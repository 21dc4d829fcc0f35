import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readClaims, readConll } from '../../training/labelled.ts';

function fileWith(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'onix-')), 'labelled');
  writeFileSync(path, text);
  return path;
}

describe('tokens and tags', () => {
  const words =
    'Ann B-PER|Lee I-PER|\'s O|aide O|did O|n\'t O|say O|" O|yes O|, O|" O|in O|Stoke B-LOC|- I-LOC|on I-LOC|- I-LOC|Trent I-LOC|( O|UK B-LOC|) O|. O';
  const sentence = `${words.replaceAll(' ', '\t').replaceAll('|', '\n')}\n\n`;

  it('become running text with names where they stand', () => {
    const [document] = readConll(fileWith(`-DOC- GUM_news_x\n\n${sentence}Rain\tO\nfell\tO\n.\tO\n\n`));
    expect(document?.text).toBe('Ann Lee\'s aide didn\'t say "yes," in Stoke-on-Trent (UK). Rain fell.');
    expect(document?.set).toBe('GUM');
    expect(document?.names.map(({ start, end, type }) => [document.text.slice(start, end), type])).toEqual([
      ['Ann Lee', 'PER'],
      ['Stoke-on-Trent', 'LOC'],
      ['UK', 'LOC'],
    ]);
  });

  it('are kept apart by document, and a heading is a block of its own', () => {
    const documents = readConll(
      fileWith(`-DOC- a-1\n\nBig\tO\nnews\tO\n\n${sentence}-DOC- a-2\n\nRain\tO\n\n`),
    );
    expect(documents.map(({ id, set }) => [id, set])).toEqual([
      ['a-1', 'other'],
      ['a-2', 'other'],
    ]);
    expect(documents[0]?.text).toMatch(/^Big news\n\nAnn Lee/);
  });
});

describe('claims of other projects', () => {
  it('are read with the first piece of a source in several, and without those that say nothing', () => {
    const text = 'Ann and Bo said it rained.';
    const claims = [
      {
        source: [
          [0, 3],
          [8, 10],
        ],
        cue: [11, 15],
        content: [[16, 25]],
      },
      { source: null, cue: null, content: [] },
    ];
    const [document] = readClaims(fileWith(JSON.stringify({ id: 'x', genre: 'news', text, claims })), 'gum');
    expect(document?.set).toBe('gum-news');
    expect(document?.claims).toEqual([
      { source: { start: 0, end: 3 }, cue: { start: 11, end: 15 }, content: [{ start: 16, end: 25 }] },
    ]);
  });
});
