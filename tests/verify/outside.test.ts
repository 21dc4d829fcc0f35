import { describe, expect, it } from 'vitest';
import { statementOf } from '../../lib/text/statement.ts';
import { findCopies } from '../../lib/verify/archive.ts';
import { findFactChecks, type FactCheck } from '../../lib/verify/fact-checks.ts';
import { matchText } from '../../lib/verify/match.ts';
import { type Asked, OutsideEvidence } from '../../lib/verify/outside.ts';
import { findPapers, findQuotation } from '../../lib/verify/papers.ts';
import type { Query } from '../../lib/verify/query.ts';
import { findWho, type Office, type Person } from '../../lib/verify/who.ts';

const query: Query = {
  names: [{ name: 'Ada Brandt', type: 'person' }],
  numbers: ['40'],
  words: ['Ada', 'Brandt', '40', 'bridges', 'repaired', 'winter'],
  phrase: 'bridges repaired before winter',
  statement: statementOf('40 bridges will be repaired before winter', 'en'),
  language: 'en',
  articleDate: '2026-05-04T08:00:00Z',
  host: 'paper.example',
};
const AS_OF = '2026-05-04T09:00:00.000Z';
const ok = <T>(value: T): Promise<Asked<T>> =>
  Promise.resolve({ status: 'ok', value, asOf: AS_OF, fromCache: false });
const refused = (): Promise<Asked<never>> =>
  Promise.resolve({ status: 'not_measured', reason: 'rate_limited', retryAfterMs: 5_000 });

describe('matchText', () => {
  it.each([
    ['the same statement', 'Minister Ada Brandt: 40 bridges will be repaired before winter', 'about'],
    ['another number about the same thing', 'Brandt says 12 bridges repaired before winter', 'related'],
    ['the same person, another matter', 'Ada Brandt opens a library', 'related'],
    ['something else', 'Rain expected in the north on Sunday', 'other'],
    ['nothing', '', 'other'],
    ['the same in other writing', 'Forty bridges Ada Brandt repaired before winter', 'about'],
    ['its denial', 'Ada Brandt did not repair 40 bridges before winter', 'related'],
  ])('%s', (_case, text, expected) => {
    expect(matchText(query, text).match).toBe(expected);
  });

  it.each([
    ['Brandt has 12 bridges repaired before winter', ['number']],
    ['Brandt has 40 bridges never repaired before winter', ['polarity']],
    ['Brandt has 40 bridges repaired before winter', []],
  ])('says in what “%s” differs', (text, differences) => {
    expect(matchText(query, text).differences).toEqual(differences);
  });

  it('takes no denial from what stands beside', () => {
    const text = 'Ada Brandt repaired 40 bridges before winter';
    expect(matchText(query, text, 'No, that is not so')).toMatchObject({ match: 'about' });
  });

  it('says what is shared', () => {
    expect(matchText(query, 'Brandt’s 40 bridges').reasons).toEqual(['Ada Brandt', '40', 'bridges']);
  });
});

describe('fact-checks', () => {
  const check: FactCheck = {
    claim: 'Ada Brandt repaired 40 bridges before winter',
    url: 'https://facts.example/1',
    title: 'Not forty',
    rating: 'Half true',
    publisher: 'Facts',
  };

  it('are listed in the publisher’s words, best first', async () => {
    const other = {
      ...check,
      claim: 'Ada Brandt opened a library',
      title: 'A library',
      url: 'https://facts.example/2',
    };
    const evidence = await findFactChecks(query, () => ok([other, check]));
    expect(OutsideEvidence.parse(evidence)).toMatchObject({
      status: 'ok',
      findings: [
        { match: 'about', rating: 'Half true', publisher: 'Facts' },
        { match: 'related', title: 'A library' },
      ],
    });
  });

  it.each([
    ['no link', { ...check, url: undefined }],
    ['a script for a link', { ...check, url: 'javascript:alert(1)' }],
    ['another matter', { ...check, claim: 'The moon is larger than it was', title: 'Moon' }],
  ])('are left out with %s', async (_case, bad) => {
    expect(await findFactChecks(query, () => ok([bad]))).toMatchObject({ status: 'empty' });
  });

  it('that could not be asked for are not "nothing found"', async () => {
    expect(await findFactChecks(query, refused)).toEqual({
      status: 'not_measured',
      source: 'fact-checks',
      reason: 'rate_limited',
      retryAfterMs: 5_000,
    });
  });
});

describe('other papers', () => {
  const article = {
    title: 'Brandt: 40 bridges repaired by winter',
    url: 'https://other.example/a',
    domain: 'other.example',
  };

  it('count copies of one dispatch once, and leave this paper out', async () => {
    const copies = [
      article,
      { ...article, url: 'https://third.example/a', domain: 'third.example' },
      { ...article, title: 'Brandt: 40 bridges', domain: 'paper.example' },
    ];
    const evidence = await findPapers(query, () => ok(copies));
    expect(evidence.status === 'ok' && evidence.findings.map(({ publisher }) => publisher)).toEqual([
      'other.example',
    ]);
  });
});

describe('the same words elsewhere', () => {
  const found = {
    title: 'Roads',
    url: 'https://other.example/a',
    domain: 'other.example',
    sentence: 'Brandt said 40 bridges repaired before winter was the aim.',
  };

  it('are listed only where they stand in a row', async () => {
    const scattered = {
      ...found,
      url: 'https://third.example/',
      domain: 'third.example',
      title: 'Winter',
      sentence: 'Bridges were repaired long before; winter came.',
    };
    expect(await findQuotation(query, () => ok([scattered, found]))).toMatchObject({
      status: 'ok',
      source: 'quotation',
      papers: 1,
      findings: [{ quote: found.sentence }],
    });
  });

  it('that could not be asked for are not "nothing found"', async () => {
    expect(await findQuotation(query, refused)).toMatchObject({
      status: 'not_measured',
      source: 'quotation',
    });
  });
});

describe('who', () => {
  const ada: Person = { id: 'Q11', label: 'Ada Brandt' };
  const service = (people: Person[], offices: Office[]) => ({
    findPeople: () => ok(people),
    findRecord: () => ok({ offices, changed: '2026-04-01T00:00:00Z' }),
  });

  it.each<[string, Office, string]>([
    ['in office', { label: 'Minister', from: '2025-03-14', ended: false }, 'holds'],
    ['in office, only the year known', { label: 'Minister', from: '2026', ended: false }, 'holds'],
    ['not yet', { label: 'Minister', from: '2026-06', ended: false }, 'held_other_dates'],
    ['no more', { label: 'Minister', from: '2020', to: '2024-01-31', ended: true }, 'held_other_dates'],
    ['left on a day nobody noted', { label: 'Minister', from: '2020', ended: true }, 'dates_unknown'],
    ['no dates', { label: 'Minister', ended: false }, 'dates_unknown'],
  ])('compares offices at the article’s date: %s', async (_case, office, note) => {
    expect(await findWho(query, service([ada], [office]))).toMatchObject({
      findings: [{ quote: 'Minister', note }],
    });
  });

  it('puts the office the article speaks of first, with when the entry was last changed', async () => {
    const offices: Office[] = [
      { label: 'Member of Parliament', from: '2020', ended: false },
      { label: 'Minister of Roads', from: '2025', ended: false },
    ];
    const names = [{ name: 'Ada Brandt', type: 'person' as const, role: 'the roads minister' }];
    expect(await findWho({ ...query, names }, service([ada], offices))).toMatchObject({
      findings: [
        { quote: 'Minister of Roads', match: 'about', changed: '2026-04-01T00:00:00Z' },
        { quote: 'Member of Parliament', match: 'related' },
      ],
    });
  });

  it('keeps what is known of one when the other could not be asked for', async () => {
    const names = ['Ada Brandt', 'Ben Ritter'].map(name => ({ name, type: 'person' as const }));
    const halfway = {
      ...service([ada], [{ label: 'Minister', ended: false }]),
      findPeople: (name: string) => (name === 'Ada Brandt' ? ok([ada]) : refused()),
    };
    expect(await findWho({ ...query, names }, halfway)).toMatchObject({
      status: 'ok',
      findings: [{ title: 'Ada Brandt' }],
      partly: 'rate_limited',
    });
  });

  it('never chooses between namesakes', async () => {
    const namesake = { id: 'Q13', label: 'Ada Brandt', description: 'painter' };
    expect(await findWho(query, service([ada, namesake], []))).toMatchObject({
      findings: [{ note: 'ambiguous' }, { note: 'ambiguous', quote: 'painter' }],
    });
  });

  it('asks nothing where the statement names nobody in full', async () => {
    const never = { findPeople: refused, findRecord: refused };
    const names = [
      { name: 'Brandt', type: 'person' as const },
      { name: 'Ashby Town', type: 'place' as const },
    ];
    expect(await findWho({ ...query, names }, never)).toMatchObject({ status: 'empty' });
  });
});

it('archive copies link only to web pages', async () => {
  const copies = [{ url: 'data:text/html,x', date: '2026-05-01' }];
  expect(await findCopies('https://a.example/', () => ok(copies))).toMatchObject({ status: 'empty' });
});
