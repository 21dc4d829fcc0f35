import { describe, expect, it, vi } from 'vitest';
import { computeFeatures } from '../../lib/tagging/features.ts';
import { parseModel } from '../../lib/tagging/model-file.ts';
import { Network } from '../../lib/tagging/network.ts';
import { RoleReader } from '../../lib/tagging/roles.ts';
import { loadVectors } from '../../lib/tagging/vectors.ts';
import { parseText, spanOf, tokensIn } from '../../lib/text/parse.ts';
import { readModels } from './models.ts';

const files = readModels();
const vectors = loadVectors(parseModel(files['vectors.bin']!));
const model = parseModel(files['attributions.bin']!);
const network = new Network(model, vectors, 2);
const roles = new RoleReader(model, network, { reachSentences: 2, reachTokens: 100 });

/** Source and content of the cue “said” of a text, and over how many tokens they were looked for. */
function readSaid(text: string): { source: string | null; content: string[]; tokens: number } {
  const doc = parseText(text);
  const end = doc.tokens.length;
  const hidden = network.encode(computeFeatures(doc, vectors), 0, end);
  const start = text.indexOf(' said') + 1;
  const cue = tokensIn(doc, { start, end: start + 'said'.length });
  const segment = { doc, first: 0, end, hidden };
  roles.prepare(segment);
  const run = vi.spyOn(network, 'run');
  const reading = roles.read(segment, { ...cue, cued: true, probability: 1 });
  const tokens = run.mock.calls.reduce((sum, [, , , count]) => sum + count, 0);
  run.mockRestore();
  const words = (range: { first: number; end: number }): string => {
    const span = spanOf(doc, range);
    return text.slice(span.start, span.end);
  };
  return {
    source: reading?.source ? words(reading.source) : null,
    content: (reading?.content ?? []).map(words),
    tokens,
  };
}

describe('source and content of a cue', () => {
  it.each([
    [
      'words that go on two sentences further',
      '“The pier is shut,” Ada Roe said. “It is not safe. We will mend it by May.”',
      ['The pier is shut', 'It is not safe.', 'We will mend it by May.'],
    ],
    [
      'words that begin two sentences before',
      '“It is not safe. We will mend it by May. The pier is shut,” Ada Roe said.',
      ['It is not safe.', 'We will mend it by May.', 'The pier is shut'],
    ],
  ])('are read as far as the model may: %s', (_case, text, content) => {
    expect(readSaid(text)).toMatchObject({ source: 'Ada Roe', content });
  });

  it('are looked for near the cue alone where they stand in its sentence', () => {
    const told = 'Boats lay in the harbour. Gulls cried. ';
    const text = `${told}Ada Roe said the pier was shut. ${told}`;
    const { source, content, tokens } = readSaid(text);
    expect({ source, content }).toEqual({ source: 'Ada Roe', content: ['the pier was shut'] });
    const near = 'Gulls cried. Ada Roe said the pier was shut. Boats lay in the harbour.';
    expect(tokens).toBe(parseText(near).tokens.length);
  });

  it('are none where nothing is said', () => {
    expect(readSaid('Enough said.')).toMatchObject({ source: null, content: [] });
  });
});
