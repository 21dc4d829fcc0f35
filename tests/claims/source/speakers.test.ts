import { describe, expect, it } from 'vitest';
import { withSpeakers } from '../../../lib/claims/source/speakers.ts';
import type { Attribution } from '../../../lib/tagging/tagger.ts';
import { parseText } from '../../../lib/text/parse.ts';
import type { Span } from '../../../lib/text/span.ts';

const PEOPLE = ['Brandt', 'Keller', 'Lund'];

/** The speakers of the quotations of a text, “-” for none; “Name said” and “she said” after one tell whose it is. */
function speakers(...blocks: string[]): string[] {
  const text = blocks.join('\n\n');
  const cut = ({ start, end }: Span): string => text.slice(start, end);
  const attributions = Array.from(text.matchAll(/“([^”]*)”(?: (\w+) (said))?/g), (match): Attribution => {
    const [, words = '', source, cue] = match;
    const after = match.index + words.length + 3;
    return {
      content: [{ start: match.index + 1, end: match.index + 1 + words.length }],
      source: source === undefined ? null : { start: after, end: after + source.length },
      cue: cue === undefined ? null : { start: after + source!.length + 1, end: after + source!.length + 5 },
      confidence: 1,
    };
  });
  const persons = {
    speakerOf: (source: Span) => PEOPLE.find(name => name === cut(source)),
    namedIn: (span: Span) => new Set(PEOPLE.filter(name => cut(span).includes(name))),
    onlyIn: (span: Span) => {
      const [name, other] = PEOPLE.filter(person => cut(span).includes(person));
      const start = name === undefined ? -1 : text.indexOf(name, span.start);
      return name === undefined || other !== undefined ? undefined : { start, end: start + name.length };
    },
  };
  return withSpeakers(parseText(text), attributions, persons).map(({ source }) =>
    source ? cut(source) : '-',
  );
}

describe('a quotation without a speaker', () => {
  it.each([
    ['in the next paragraph', ['“We wait here,” Brandt said.', '“Nobody told us why.”'], 'Brandt'],
    ['in a paragraph about one person', ['Brandt is back. She was ill. “We wait here.”'], 'Brandt'],
    ['after “she said”', ['“We wait here,” she said.', '“Nobody told us why.”'], 'she'],
    [
      'after words about the speaker',
      ['“We wait,” Brandt said.', 'Brandt was tired.', '“So it goes.”'],
      'Brandt',
    ],
    ['not where another is named since', ['“We wait,” Brandt said.', 'Keller left.', '“So it goes.”'], '-'],
    [
      'not after words that say whose it is',
      ['“We wait,” Brandt said.', 'A sign read: “No boats today.”'],
      '-',
    ],
    [
      'whomever that speaker quotes',
      ['“We heard that ‘it is late’ Keller said,” Brandt said.', '“So it goes.”'],
      'Brandt',
    ],
    [
      'nor after words that run on into it',
      ['“We wait,” Brandt said.', 'The crowd broke into “No boats today!”'],
      '-',
    ],
    [
      'not far away',
      ['“We wait,” Brandt said.', 'It rained.', 'It snowed.', 'It froze.', '“So it goes.”'],
      '-',
    ],
    ['not in a paragraph about two', ['Brandt is back. Keller was ill. “We wait here.”'], '-'],
    ['not in the middle of a sentence', ['Brandt is back. She saw a sign: “We wait here.”'], '-'],
    ['nor the one after it', ['“We wait,” Brandt said.', 'Keller left.', '“So it goes.”', '“It does.”'], '-'],
  ])('is of who spoke before: %s', (_case, blocks, speaker) => {
    expect(speakers(...blocks).at(-1)).toBe(speaker);
  });

  const interview = ['“We wait,” Brandt said.', '“It rains,” Brandt said.', '“We row,” Brandt said.'];

  it('is the answer of who is interviewed, whomever the question names', () => {
    expect(speakers(...interview, 'And what did Keller do?', '“She rowed.”').at(-1)).toBe('Brandt');
  });

  it('is theirs after “she said” as well, and after what a paper says', () => {
    expect(speakers(...interview, '“It thaws,” she said.', 'And Keller?', '“She rowed.”').at(-1)).toBe(
      'Brandt',
    );
    expect(speakers(...interview, 'Did Keller “row at all”?', '“She rowed.”').at(-1)).toBe('Brandt');
  });

  it('is no answer where others speak as well', () => {
    expect(speakers('“I row,” Lund said.', ...interview, 'What did Keller do?', '“She rowed.”').at(-1)).toBe(
      'Brandt',
    );
    expect(
      speakers(
        '“I row,” Lund said.',
        '“I do,” Lund said.',
        ...interview,
        'What did Keller do?',
        '“She rowed.”',
      ).at(-1),
    ).toBe('-');
  });
});
