import { describe, expect, it } from 'vitest';
import { LibraryEvidence, verifyInLibrary } from '../../lib/verify/library.ts';
import { briefOf, remembered } from '../library/support.ts';
import { placeIn } from '../support/place.ts';

const TEXT = 'Mayor Lena Okafor said on Friday that the northern yard had lost 1,200 jobs.';
const brief = briefOf(TEXT);
const words = 'the northern yard had lost 1,200 jobs';
const place = placeIn(TEXT, words);
const other = (text: string) => remembered(text, 'Another paper', 'https://other.example/a');

const ask = (texts: string[], at: typeof place | string = place) =>
  LibraryEvidence.parse(
    verifyInLibrary(brief, at, { library: texts.map(other), address: 'https://paper.example/yard' }),
  );

describe('the same statement in remembered articles', () => {
  it.each([
    ['agrees', 'Union leader Tom Reyes said the northern yard had lost 1,200 jobs.', []],
    ['gives another number', 'Tom Reyes said the northern yard had lost 300 jobs.', ['number']],
    ['says no', 'Tom Reyes said the northern yard had not lost 1,200 jobs.', ['polarity']],
    ['denies it', 'Tom Reyes denied that the northern yard had lost 1,200 jobs.', ['polarity']],
    ['does not deny it', 'Tom Reyes did not deny that the northern yard had lost 1,200 jobs.', []],
  ])('%s', (_case, text, differences) => {
    const evidence = ask([text]);
    expect(evidence).toMatchObject({
      status: 'ok',
      looked: 1,
      findings: [{ match: 'about', differences, title: 'Another paper', date: '2026-05-04T08:00:00Z' }],
    });
    expect(evidence.status === 'ok' && evidence.findings[0]?.source).toMatch(/Tom Reyes/);
    expect(evidence.status === 'ok' && evidence.findings[0]?.reasons).toContain('yard');
  });

  it('comes with the word by which it is said, without which a denial would say the opposite', () => {
    expect(ask(['Tom Reyes denied that the northern yard had lost 1,200 jobs.'])).toMatchObject({
      findings: [{ words: expect.stringContaining('had lost'), cue: 'denied' }],
    });
  });

  it('is found for words outside the article’s text too', () => {
    expect(
      ask(['Tom Reyes said the northern yard had lost 1,200 jobs.'], 'Northern yard lost jobs'),
    ).toMatchObject({ status: 'ok', findings: [{ match: 'about' }] });
  });

  it('is told from one that is only near it', () => {
    expect(ask(['Tom Reyes said the southern yard had hired welders and lost a crane.'])).toMatchObject({
      status: 'ok',
      findings: [{ match: 'related', differences: [] }],
    });
  });

  it('is nothing where nothing is near: which says where was looked', () => {
    expect(ask(['Ida Marsh said the weather would stay dry.'])).toEqual({ status: 'empty', looked: 1 });
  });

  it('is not looked for in the article itself', () => {
    expect(
      verifyInLibrary(brief, place, { library: [remembered(TEXT)], address: 'https://paper.example/yard' }),
    ).toEqual({ status: 'not_measured', reason: 'nothing_remembered' });
  });
});
