import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../../lib/claims/extract.ts';
import { read } from '../marked.ts';

/** The content of a claim made of what is marked. */
function content(marked: string): string {
  const { doc, attribution } = read(marked);
  const [claim] = extractClaims(doc, [attribution], []);
  return claim!.content.map(({ start, end }) => doc.text.slice(start, end)).join(' | ');
}

describe('content ends where the article goes on in its own voice', () => {
  it.each([
    [
      'behind a relative clause',
      '(Brandt), who later [said] {that she keeps “a cold house,” will have to move to Bonn}.',
      'that she keeps “a cold house,”',
    ],
    [
      'at what was done in the end',
      '(Brandt) [promised] {to mend the gate but did not come}.',
      'to mend the gate',
    ],
    [
      'at what was done, where a tagger took “to” for a part of the verb',
      '(Brandt) [promised to] {answer but did not do so}.',
      'to answer',
    ],
    ['at what was said besides', '(Brandt) [did not name] {the port and said it had sunk}.', 'the port'],
    ['at the next deed', '(Brandt) [vowed] {to mend the gate and left the hall}.', 'to mend the gate'],
    [
      'at a clause behind an infinitive',
      '{The port} [is expected] {to close in May, but the talks hit a wall last week}.',
      'The port | to close in May',
    ],
    [
      'where past gives way to present',
      '(Brandt) [said] {that the port would close, but the farmers have refused to leave}.',
      'that the port would close',
    ],
    [
      'at another clause on what is spoken of',
      'It is a gate (Brandt) [says] {he mended but which leaks}.',
      'he mended',
    ],
    [
      'at what is said of an infinitive',
      '(Brandt) [vowed] {to mend the gate, but that was years ago}.',
      'to mend the gate',
    ],
    [
      'at what others say to it',
      '(Brandt) [said] {the farmers came too late, which the farmers deny}.',
      'the farmers came too late',
    ],
    [
      'at what others call it',
      '(Brandt) [said] {the farmers came too late, a charge the farmers call “absurd”}.',
      'the farmers came too late',
    ],
  ])('%s', (_case, marked, expected) => {
    expect(content(marked)).toBe(expected);
  });

  it.each([
    [
      'one of two clauses on a thing that is told of',
      '(Brandt) [wants] {nets that hold and which last}.',
      'nets that hold and which last',
    ],
    [
      'a comma of the clause that is told',
      '(Brandt), who [said] {that the mill, near Bonn, was sold}.',
      'that the mill, near Bonn, was sold',
    ],
    [
      'two things promised',
      '(Brandt) [promised] {to mend the gate and paint the old mill}.',
      'to mend the gate and paint the old mill',
    ],
    [
      'things with a participle',
      '(Brandt) [promised] {to mend gates and painted doors}.',
      'to mend gates and painted doors',
    ],
    [
      'those who did something',
      '(Brandt) [promised] {to help all who came early but left in May}.',
      'to help all who came early but left in May',
    ],
    [
      'two clauses in the past',
      '(Brandt) [said] {that the port would close, but the mill was sold}.',
      'that the port would close, but the mill was sold',
    ],
    [
      'two clauses in the present',
      '(Brandt) [said] {that the port is closed, but the mill is open}.',
      'that the port is closed, but the mill is open',
    ],
    [
      'a thing that is denied',
      '(Brandt) [said] {that the rules, which ban boats, are what farmers reject}.',
      'that the rules, which ban boats, are what farmers reject',
    ],
    [
      'a charge among what is told',
      '(Brandt) [said] {that the mill faces a fine, a charge and a year of repairs}.',
      'that the mill faces a fine, a charge and a year of repairs',
    ],
  ])('but not at %s', (_case, marked, expected) => {
    expect(content(marked)).toBe(expected);
  });
});

describe('the name of who speaks in an interview', () => {
  it('is no part of what somebody else says', () => {
    expect(content('{LUND}: [According to] (Brandt), {the ice is safe}.')).toBe('the ice is safe');
  });

  it('is not a part of a sentence before a colon', () => {
    const said = '{There was one way out}: (Brandt) [said] {it led north}.';
    expect(content(said)).toBe('There was one way out | it led north');
  });
});

describe('content is rid of what the article tells beside it', () => {
  it.each([
    [
      'when it was told',
      '{Earlier this year}, (Brandt) [told] Billows {the mill was sold}.',
      'the mill was sold',
    ],
    [
      'where it was told',
      '{In an essay on mills}, (Brandt) [wrote] {the mill was sold}.',
      'the mill was sold',
    ],
    [
      'what came of it',
      '“{We have begun well},” (Brandt) [told] the Post, and {that proved to be so}.',
      'We have begun well',
    ],
    ['how it was asked', '“{Will you go?}” (Brandt) [asked], {only half joking}.', 'Will you go?'],
    [
      'what else there was',
      '“{in honour of the sea},” (Brandt) [joked]; {when we sat down}, {it rained}.',
      'in honour of the sea',
    ],
  ])('%s', (_case, marked, expected) => {
    expect(content(marked)).toBe(expected);
  });

  it.each([
    [
      'a time that is part of it',
      '{Each year}, (Brandt) [said], {the mill floods}.',
      'Each year | the mill floods',
    ],
    [
      'a subject of that time',
      '{Sunday’s flood}, (Brandt) [said], {was the worst}.',
      'Sunday’s flood | was the worst',
    ],
    [
      'a quotation that goes on',
      '“{We will go},” (Brandt) [said], and “{we will stay}.”',
      'We will go | we will stay',
    ],
    [
      'a sentence that goes on behind its quotation',
      '“{Hard times},” (Brandt) [said], {lie ahead}.',
      'Hard times | lie ahead',
    ],
  ])('but keeps %s', (_case, marked, expected) => {
    expect(content(marked)).toBe(expected);
  });
});
