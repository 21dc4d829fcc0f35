import { describe, expect, it } from 'vitest';
import { composeReport, mailUrl, trackerUrl, trimAddress } from '../../lib/report/compose.ts';
import { ProblemReport, type ReportDraft } from '../../lib/report/report.ts';

const facts = {
  id: '0b1c2d3e-0000-4000-8000-000000000001',
  createdAt: '2026-05-04T09:30:00.000Z',
  environment: { extension: '0.1.0', browser: 'Firefox 153', language: 'en' },
  pageUrl: 'https://reader:secret@paper.example:8443/town/story?utm_source=mail&id=7#comments',
};
const draft: ReportDraft = {
  kind: 'wrong_source',
  item: { type: 'claim', id: 'c3', label: 'Claim 3 of 9', words: 'the bridge would open in June' },
  message: '  The mayor did not say this.  ',
  address: 'full',
  includeWords: true,
};

describe('trimAddress', () => {
  it.each([
    ['full keeps host and path only', facts.pageUrl, 'full', 'https://paper.example:8443/town/story'],
    ['host', facts.pageUrl, 'host', 'paper.example:8443'],
    ['none', facts.pageUrl, 'none', undefined],
    ['no page', undefined, 'full', undefined],
    ['not a web page', 'file:///home/me/private.html', 'full', undefined],
    ['not an address', 'nonsense', 'host', undefined],
  ] as const)('%s', (_case, url, detail, expected) => {
    expect(trimAddress(url, detail)).toBe(expected);
  });
});

describe('composeReport', () => {
  it('holds exactly what the reader chose, and parses', () => {
    const report = composeReport(draft, facts);
    expect(ProblemReport.parse(report)).toEqual({
      schema: 1,
      id: facts.id,
      createdAt: facts.createdAt,
      kind: 'wrong_source',
      item: { type: 'claim', id: 'c3', label: 'Claim 3 of 9', words: 'the bridge would open in June' },
      message: 'The mayor did not say this.',
      address: 'https://paper.example:8443/town/story',
      environment: facts.environment,
    });
  });

  it('leaves the article’s words and the address out when the reader says so', () => {
    const report = composeReport({ ...draft, address: 'none', includeWords: false }, facts);
    const leaving = JSON.stringify(report);
    expect(leaving).not.toContain('bridge');
    expect(leaving).not.toContain('paper.example');
  });

  it('stays about the page it was begun on', () => {
    const begun = { ...draft, pageUrl: 'https://other.example/first' };
    expect(composeReport(begun, facts).address).toBe('https://other.example/first');
  });

  it('never lets credentials, query or fragment out', () => {
    const leaving = JSON.stringify(composeReport(draft, facts));
    for (const secret of ['reader', 'secret', 'utm_source', 'comments'])
      expect(leaving).not.toContain(secret);
  });
});

describe('trackerUrl', () => {
  const report = composeReport(draft, facts);

  it('is not offered without a tracker', () => {
    expect(trackerUrl('', report)).toBeNull();
  });

  it('opens a new issue holding the whole report', () => {
    const url = new URL(trackerUrl('https://tracker.example/onix/issues', report)!.url);
    expect(url.origin + url.pathname).toBe('https://tracker.example/onix/issues/new');
    expect(url.searchParams.get('body')).toContain(JSON.stringify(report, null, 2));
  });

  it('stays below 6,000 bytes however long or foreign the text, and says what is missing', () => {
    const long = composeReport({ ...draft, message: 'Це неправда. '.repeat(150) }, facts);
    const { url, isWhole } = trackerUrl('https://tracker.example/onix/issues', long)!;
    expect(isWhole).toBe(false);
    expect(new TextEncoder().encode(url).length).toBeLessThanOrEqual(6_000);
    expect(new URL(url).searchParams.get('body')).toContain('paste the copied report');
  });
});

describe('mailUrl', () => {
  const report = composeReport(draft, facts);

  it('is not offered without a mailbox', () => {
    expect(mailUrl('', report)).toBeNull();
  });

  it('holds the whole report where it fits, else says what to do', () => {
    const { url, isWhole } = mailUrl('problems@onix.example', report)!;
    expect(isWhole).toBe(true);
    expect(decodeURIComponent(url)).toContain(JSON.stringify(report, null, 2));
    const long = mailUrl('problems@onix.example', { ...report, message: 'x'.repeat(2000) })!.url;
    expect(long.length).toBeLessThanOrEqual(1_800);
    expect(decodeURIComponent(long)).toContain('paste the copied report');
  });
});
