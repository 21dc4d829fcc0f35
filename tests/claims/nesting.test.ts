import { describe, expect, it } from 'vitest';
import {
  completeOuter,
  findOuter,
  withoutInside,
  withoutNext,
  withoutOuter,
  withoutSelf,
  withoutShared,
} from '../../lib/claims/nesting.ts';
import type { Attribution } from '../../lib/tagging/tagger.ts';
import { placeIn } from '../support/place.ts';
import { attribution } from './told.ts';

const TEXT = 'According to the agency, police said the tram had left the rails.';
const cut = ({ content }: Attribution) => content.map(({ start, end }) => TEXT.slice(start, end));
const inner = attribution(TEXT, 'police', 'said', 'the tram had left the rails');

describe('an attribution of an attribution', () => {
  it.each([
    ['whom it quotes alone', 'police'],
    ['the quoted words with their speaker', 'police said the tram had left the rails'],
  ])('is completed from %s', (_case, held) => {
    const outer = attribution(TEXT, 'the agency', 'According to', held);
    expect(completeOuter([outer, inner]).map(cut)).toEqual([
      ['police said the tram had left the rails'],
      ['the tram had left the rails'],
    ]);
  });

  it('is left alone where the other claim is another sentence', () => {
    const text = 'The agency praised police. Ministers said it was over.';
    const outer = attribution(text, 'The agency', 'praised', 'police');
    const other = attribution(text, 'Ministers', 'said', 'it was over');
    expect(completeOuter([outer, other])).toEqual([outer, other]);
  });

  it('is what the inner one stands in', () => {
    const outer = attribution(TEXT, 'the agency', 'According to', 'police said the tram had left the rails');
    expect([...findOuter([outer, inner])]).toEqual([[inner, outer]]);
  });
});

describe('“I think” inside an answer', () => {
  const text = 'Rossi: It was late. I think the brakes failed.';
  const answer = attribution(text, 'Rossi', null, 'It was late. I think the brakes failed.');

  it('is no claim of its own', () => {
    expect(withoutSelf(text, [answer, attribution(text, 'I', 'think', 'the brakes failed')])).toEqual([
      answer,
    ]);
  });

  it.each([
    ['what one thinks is what one says', 'Rossi said that he thinks the brakes failed.', 'he', 'thinks', 1],
    ['what one does not want', 'Rossi said she doesn’t want the brakes failed.', 'she', 'doesn’t want', 1],
    [
      'whom one speaks for',
      'Rossi said the firm never expected the brakes failed.',
      'the firm',
      'expected',
      1,
    ],
    ['what one, too, knew', 'Rossi said she, too, knew the brakes failed.', 'she', 'knew', 1],
    ['what one wants as well', 'Rossi said it rained and that he wants the brakes failed.', 'he', 'wants', 1],
    ['what voters want', 'Rossi said most voters want the brakes failed.', 'most voters', 'want', 2],
    ['what another thinks', 'Rossi said the board thinks the brakes failed.', 'the board', 'thinks', 2],
    ['what one told others', 'Rossi said he told guards the brakes failed.', 'he', 'told', 2],
    ['what one thinks besides', 'Rossi said it rained and he thinks the brakes failed.', 'he', 'thinks', 2],
  ])('%s', (_case, said, source, cue, count) => {
    const outer = attribution(said, 'Rossi', 'said', said.slice('Rossi said '.length, -1));
    const own = attribution(said, source, cue, 'the brakes failed');
    expect(withoutSelf(said, [outer, own])).toHaveLength(count);
  });

  it('is none where the words around it are of the same person, by whatever name', () => {
    const said = 'Rossi said: “I came late and thought the brakes failed.”';
    const whole = attribution(said, 'Rossi', 'said', 'I came late and thought the brakes failed.');
    expect(withoutSelf(said, [whole, attribution(said, 'Rossi', 'thought', 'the brakes failed')])).toEqual([
      whole,
    ]);
    const board = attribution(said, 'the brakes', 'thought', 'failed');
    expect(withoutSelf(said, [whole, board])).toEqual([whole, board]);
  });

  it('is one where another is quoted', () => {
    const said = 'Rossi: It was late. They think the brakes failed.';
    const whole = attribution(said, 'Rossi', null, 'It was late. They think the brakes failed.');
    const theirs = attribution(said, 'They', 'think', 'the brakes failed');
    expect(withoutSelf(said, [whole, theirs])).toEqual([whole, theirs]);
  });
});

describe('what one speaker adds', () => {
  const text = '“It leaked,” Rossi said, adding that nobody was hurt.';
  const added = attribution(text, 'Rossi', 'adding', 'that nobody was hurt');
  const said = attribution(text, 'Rossi', 'said', 'It leaked');

  it('belongs to the second cue alone', () => {
    const both = { ...said, content: [...said.content, placeIn(text, 'that nobody was hurt')] };
    expect(withoutShared([both, added])).toEqual([said, added]);
  });

  it('leaves the second half of an interrupted quotation', () => {
    const halves = '“It leaked,” Rossi said, “and nobody was hurt.” Police agreed that it leaked.';
    const whole = attribution(halves, 'Rossi', 'said', 'It leaked');
    const quotation = { ...whole, content: [...whole.content, placeIn(halves, 'and nobody was hurt.')] };
    const other = attribution(halves, 'Police', 'agreed', 'that it leaked');
    expect(withoutShared([quotation, other])).toEqual([quotation, other]);
  });
});

describe('what is told within somebody’s words', () => {
  const text = 'The dam is thought to be safe, guards said. It rained, millers added.';
  const outer = attribution(text, 'guards', 'said', 'The dam is thought to be safe');
  const contentOf = ({ content }: Attribution) => content.map(({ start, end }) => text.slice(start, end));

  it('ends before they are named', () => {
    const inner = attribution(text, null, 'is thought', 'to be safe, guards said');
    expect(contentOf(withoutOuter(text, [outer, inner])[1]!)).toEqual(['to be safe']);
  });

  it('is left alone where it ends before, or the others say something else', () => {
    const inner = attribution(text, 'guards', 'is thought', 'to be safe');
    const other = attribution(text, 'millers', 'added', 'It rained');
    expect(withoutOuter(text, [inner, outer, other])).toEqual([inner, outer, other]);
  });
});

describe('a quotation without a cue', () => {
  const text = 'Guards said that it “is a very old dam”, and left. “It is old.”';
  const whole = attribution(text, 'Guards', 'said', 'that it “is a very old dam”');

  it('is no second claim in what somebody said', () => {
    const inside = attribution(text, null, null, 'is a very old dam');
    expect(withoutInside([whole, inside])).toEqual([whole]);
  });

  it('is one where it stands elsewhere', () => {
    const apart = attribution(text, null, null, 'It is old.');
    expect(withoutInside([whole, apart])).toEqual([whole, apart]);
  });
});

describe('what the same speaker says besides', () => {
  const text = 'Guards said it was old and urged them to go. Millers expect rain, guards and millers wrote.';
  const urged = attribution(text, 'Guards', 'urged', 'them to go');
  const cutIn = ({ content }: Attribution) => content.map(({ start, end }) => text.slice(start, end));

  it('is no part of what is said first', () => {
    const said = attribution(text, 'Guards', 'said', 'it was old and urged them to go');
    expect(withoutNext(text, [said, urged]).map(cutIn)).toEqual([['it was old'], ['them to go']]);
  });

  it('is left alone where others say it', () => {
    const said = attribution(text, 'Millers', 'expect', 'rain, guards and millers wrote');
    const wrote = attribution(text, 'guards and millers', 'wrote', 'rain');
    expect(withoutNext(text, [said, wrote])).toEqual([said, wrote]);
  });

  it('is no claim where it opens what is said already', () => {
    const words = 'According to Roe, expect rain in May.';
    const outer = attribution(words, 'Roe', 'According to', 'expect rain in May');
    const inner = attribution(words, 'Roe', 'expect', 'rain in May');
    expect(withoutInside([outer, inner])).toEqual([outer]);
  });
});

describe('what a speaker says besides, in a participle', () => {
  /** The first content after mending. */
  function ended(text: string, source: string, outer: [string, string], inner: [string, string]): string {
    const all = [attribution(text, source, ...outer), attribution(text, source, ...inner)];
    const { start, end } = withoutNext(text, all)[0]!.content[0]!;
    return text.slice(start, end);
  }

  it('ends what is denied', () => {
    const text = 'Brandt denied the reports saying the dam held.';
    expect(
      ended(text, 'Brandt', ['denied', 'the reports saying the dam held'], ['saying', 'the dam held']),
    ).toBe('the reports');
  });

  it.each([
    [
      'is part of it',
      'Brandt denied the town was hurt by saying the dam held.',
      'the town was hurt by saying the dam held',
      'saying',
    ],
    [
      'claims to be',
      'Brandt described a guard claiming to be ill.',
      'a guard claiming to be ill',
      'claiming',
    ],
  ])('goes on where it %s', (_case, text, content, cue) => {
    const verb = text.includes('denied') ? 'denied' : 'described';
    expect(
      ended(text, 'Brandt', [verb, content], [cue, text.slice(text.indexOf(cue) + cue.length + 1, -1)]),
    ).toBe(content);
  });
});
