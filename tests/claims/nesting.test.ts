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

const TEXT = 'According to the agency, police said the tram had left the rails.';
const place = (words: string, text = TEXT) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const attribution = (source: string, cue: string | null, content: string, text = TEXT): Attribution => ({
  source: place(source, text),
  cue: cue === null ? null : place(cue, text),
  content: [place(content, text)],
  confidence: 1,
});
const cut = ({ content }: Attribution) => content.map(({ start, end }) => TEXT.slice(start, end));
const inner = attribution('police', 'said', 'the tram had left the rails');

describe('an attribution of an attribution', () => {
  it.each([
    ['whom it quotes alone', 'police'],
    ['the quoted words with their speaker', 'police said the tram had left the rails'],
  ])('is completed from %s', (_case, held) => {
    const outer = attribution('the agency', 'According to', held);
    expect(completeOuter([outer, inner]).map(cut)).toEqual([
      ['police said the tram had left the rails'],
      ['the tram had left the rails'],
    ]);
  });

  it('is left alone where the other claim is another sentence', () => {
    const text = 'The agency praised police. Ministers said it was over.';
    const outer = attribution('The agency', 'praised', 'police', text);
    const other = attribution('Ministers', 'said', 'it was over', text);
    expect(completeOuter([outer, other])).toEqual([outer, other]);
  });

  it('is what the inner one stands in', () => {
    const outer = attribution('the agency', 'According to', 'police said the tram had left the rails');
    expect([...findOuter([outer, inner])]).toEqual([[inner, outer]]);
  });
});

describe('“I think” inside an answer', () => {
  const text = 'Rossi: It was late. I think the brakes failed.';
  const answer = attribution('Rossi', null, 'It was late. I think the brakes failed.', text);

  it('is no claim of its own', () => {
    expect(withoutSelf(text, [answer, attribution('I', 'think', 'the brakes failed', text)])).toEqual([
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
    const outer = attribution('Rossi', 'said', said.slice('Rossi said '.length, -1), said);
    const own = {
      ...attribution(source, cue, 'the brakes failed', said),
      source: place(` ${source} `, said),
    };
    own.source = { start: own.source.start + 1, end: own.source.end - 1 };
    expect(withoutSelf(said, [outer, own])).toHaveLength(count);
  });

  it('is none where the words around it are of the same person, by whatever name', () => {
    const said = 'Rossi said: “I came late and thought the brakes failed.”';
    const whole = attribution('Rossi', 'said', 'I came late and thought the brakes failed.', said);
    expect(withoutSelf(said, [whole, attribution('Rossi', 'thought', 'the brakes failed', said)])).toEqual([
      whole,
    ]);
    const board = attribution('the brakes', 'thought', 'failed', said);
    expect(withoutSelf(said, [whole, board])).toEqual([whole, board]);
  });

  it('is one where another is quoted', () => {
    const said = 'Rossi: It was late. They think the brakes failed.';
    const whole = attribution('Rossi', null, 'It was late. They think the brakes failed.', said);
    const theirs = attribution('They', 'think', 'the brakes failed', said);
    expect(withoutSelf(said, [whole, theirs])).toEqual([whole, theirs]);
  });
});

describe('what one speaker adds', () => {
  const text = '“It leaked,” Rossi said, adding that nobody was hurt.';
  const added = attribution('Rossi', 'adding', 'that nobody was hurt', text);
  const said = attribution('Rossi', 'said', 'It leaked', text);

  it('belongs to the second cue alone', () => {
    const both = { ...said, content: [...said.content, place('that nobody was hurt', text)] };
    expect(withoutShared([both, added])).toEqual([said, added]);
  });

  it('leaves the second half of an interrupted quotation', () => {
    const halves = '“It leaked,” Rossi said, “and nobody was hurt.” Police agreed that it leaked.';
    const whole = attribution('Rossi', 'said', 'It leaked', halves);
    const quotation = { ...whole, content: [...whole.content, place('and nobody was hurt.', halves)] };
    const other = attribution('Police', 'agreed', 'that it leaked', halves);
    expect(withoutShared([quotation, other])).toEqual([quotation, other]);
  });
});

describe('what is told within somebody’s words', () => {
  const text = 'The dam is thought to be safe, guards said. It rained, millers added.';
  const outer = attribution('guards', 'said', 'The dam is thought to be safe', text);
  const contentOf = ({ content }: Attribution) => content.map(({ start, end }) => text.slice(start, end));

  it('ends before they are named', () => {
    const inner = { ...attribution('', 'is thought', 'to be safe, guards said', text), source: null };
    expect(contentOf(withoutOuter(text, [outer, inner])[1]!)).toEqual(['to be safe']);
  });

  it('is left alone where it ends before, or the others say something else', () => {
    const inner = attribution('guards', 'is thought', 'to be safe', text);
    const other = attribution('millers', 'added', 'It rained', text);
    expect(withoutOuter(text, [inner, outer, other])).toEqual([inner, outer, other]);
  });
});

describe('a quotation without a cue', () => {
  const text = 'Guards said that it “is a very old dam”, and left. “It is old.”';
  const whole = attribution('Guards', 'said', 'that it “is a very old dam”', text);

  it('is no second claim in what somebody said', () => {
    const inside = { ...attribution('', null, 'is a very old dam', text), source: null };
    expect(withoutInside([whole, inside])).toEqual([whole]);
  });

  it('is one where it stands elsewhere', () => {
    const apart = { ...attribution('', null, 'It is old.', text), source: null };
    expect(withoutInside([whole, apart])).toEqual([whole, apart]);
  });
});

describe('what the same speaker says besides', () => {
  const text = 'Guards said it was old and urged them to go. Millers expect rain, guards and millers wrote.';
  const urged = attribution('Guards', 'urged', 'them to go', text);
  const cutIn = ({ content }: Attribution) => content.map(({ start, end }) => text.slice(start, end));

  it('is no part of what is said first', () => {
    const said = attribution('Guards', 'said', 'it was old and urged them to go', text);
    expect(withoutNext(text, [said, urged]).map(cutIn)).toEqual([['it was old'], ['them to go']]);
  });

  it('is left alone where others say it', () => {
    const said = attribution('Millers', 'expect', 'rain, guards and millers wrote', text);
    const wrote = attribution('guards and millers', 'wrote', 'rain', text);
    expect(withoutNext(text, [said, wrote])).toEqual([said, wrote]);
  });

  it('is no claim where it opens what is said already', () => {
    const words = 'According to Roe, expect rain in May.';
    const outer = attribution('Roe', 'According to', 'expect rain in May', words);
    const inner = attribution('Roe', 'expect', 'rain in May', words);
    expect(withoutInside([outer, inner])).toEqual([outer]);
  });
});

describe('what a speaker says besides, in a participle', () => {
  /** The first content after mending. */
  function ended(text: string, source: string, outer: [string, string], inner: [string, string]): string {
    const all = [attribution(source, ...outer, text), attribution(source, ...inner, text)];
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
