import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page as browserPage } from 'vitest/browser';
import { briefAsMarkdown, claimsAsCsv } from '../../components/export-brief.ts';
import { ExportDialog } from '../../components/export-dialog.tsx';
import { linkTo } from '../../components/text-fragment.ts';
import type { Brief } from '../../lib/brief/brief.ts';
import { BRIEF, find } from './fixture.ts';
import { open } from './opened.tsx';
import { show, speak } from './stage.tsx';

beforeEach(() => speak());

describe('a link to a passage', () => {
  const page = BRIEF.article.url!;

  it.each([
    ['short, named whole', find('We are not asking for luxury'), 'We%20are%20not%20asking%20for%20luxury'],
    [
      'long, named by its ends',
      find('According to the regional health authority, 61 patients were taken to the mainland'),
      'According%20to%20the%20regional,taken%20to%20the%20mainland',
    ],
    [
      'there twice, told apart by what goes before',
      find('Port Ansley', 1),
      'Lindqvist%20told%20reporters%20in-,Port%20Ansley',
    ],
  ])('%s', (_case, span, directive) => {
    expect(linkTo(BRIEF.article, span)).toBe(`${page}#:~:text=${directive}`);
  });

  it('keeps a hyphen from being taken for a sign of the directive', () => {
    const article = { ...BRIEF.article, text: 'A well-known case, they said.' };
    expect(linkTo(article, { start: 2, end: 17 })).toBe(`${page}#:~:text=well%2Dknown%20case`);
  });

  it('takes the place of the address’s own fragment', () => {
    expect(linkTo({ ...BRIEF.article, url: `${page}#comments` }, find('1931'))).toBe(`${page}#:~:text=1931`);
  });

  it('does not tell how the reader came to the page', () => {
    const { url: _url, ...article } = BRIEF.article;
    const followed = `${page}?utm_source=letter&page=2&fbclid=x1`;
    const link = `${page}?page=2#:~:text=1931`;
    expect(linkTo({ ...article, url: followed, canonicalUrl: page }, find('1931'))).toBe(link);
    expect(linkTo({ ...article, canonicalUrl: followed }, find('1931'))).toBe(link);
  });

  it('is not made up without an address', () => {
    const { url: _url, ...article } = BRIEF.article;
    expect(linkTo(article, find('1931'))).toBeNull();
  });
});

describe('Markdown', () => {
  it('holds headline, summary, players, claims and what is next, each with its place', () => {
    const lines = briefAsMarkdown(BRIEF).split('\n');
    expect(lines[0]).toBe('# Night ferries to Merrow Island to stop in March, operator says');
    expect(lines).toContain('- **Petra Lindqvist**, chief executive (3 mentions)');
    const claim = lines.find(line => line.startsWith('6. '));
    expect(claim).toMatch(
      /^6\. \*\*Daniel Okoro\*\* \(Merrow’s mayor\) \*said\*: the island had lost two thirds/,
    );
    expect(claim).toContain('[¶ 4](https://courier.example/local/night-ferries#:~:text=');
    expect(claim).toMatch(
      /Paraphrased; Disputed; Disputed by Petra Lindqvist: saying night crossings had fallen/,
    );
    const views = BRIEF.claims.map(each => ({ ...each, otherViews: each.disputedBy }));
    expect(briefAsMarkdown({ ...BRIEF, claims: views })).toContain(
      'Paraphrased; Another view; Another view, Petra Lindqvist: saying night crossings had fallen',
    );
    expect(lines.filter(line => line.startsWith('## '))).toEqual([
      '## Summary',
      '## How this story is sourced',
      '## Players',
      '## Claims',
      '## What’s next',
    ]);
  });

  it('says what kind of piece it is, and what is worth a second look', () => {
    const sentence = find('The ferry line opened in 1931');
    const brief: Brief = {
      ...BRIEF,
      article: { ...BRIEF.article, type: 'opinion' },
      flags: [{ ...sentence, kind: 'number-mismatch', related: [], because: '1931, 1913' }],
    };
    const lines = briefAsMarkdown(brief).split('\n');
    expect(lines[2]).toContain('The Ansley Courier · Opinion · By');
    expect(lines).toContain('This is an opinion piece: its author argues a view.');
    const flag = lines.indexOf('## Worth a second look') + 2;
    expect(lines[flag]).toMatch(
      /^- \*\*The same number, given differently\*\*: The ferry line .* – Two numbers/,
    );
    expect(lines).toContain('- 9 from named people and bodies');
  });

  it('tells first what is to come, and a sentence once however many dates it has', () => {
    const sentence = find('The ferry line opened in 1931');
    const year = { precision: 'year' as const, sentence };
    const brief: Brief = {
      ...BRIEF,
      timeline: [
        { ...find('1931'), ...year, date: '1931', tense: 'past' },
        { ...find('ferry line opened'), ...year, date: '1930', tense: 'past' },
        {
          ...find('A decision on state money'),
          ...year,
          sentence: find('A decision on state money'),
          date: '2027',
          tense: 'upcoming',
        },
      ],
      expected: [{ ...find('may follow'), kind: 'expected', sentence: find('may follow') }],
    };
    const markdown = briefAsMarkdown(brief);
    const next = markdown.slice(markdown.indexOf('## What’s next')).split('\n');
    expect(next.filter(line => line.startsWith('###'))).toEqual([
      '### Still to come',
      '### Planned, expected or demanded',
      '### Already happened',
    ]);
    expect(next.filter(line => line.includes('The ferry line opened'))).toEqual([
      expect.stringMatching(/^- \*\*1931\*\*: /),
    ]);
    expect(next.find(line => line.includes('may follow'))).toMatch(/^- \*\*To come\*\*: /);
  });

  it('takes the page’s text for text', () => {
    const title = '[click](javascript:alert(1)) <b>*now*';
    const brief: Brief = { ...BRIEF, article: { ...BRIEF.article, title } };
    expect(briefAsMarkdown(brief).split('\n')[0]).toBe(
      String.raw`# \[click\](javascript:alert(1)) \<b\>\*now\*`,
    );
  });
});

describe('CSV', () => {
  it('has a row for every claim, with commas and quotation marks kept', () => {
    const rows = claimsAsCsv(BRIEF).split('\r\n');
    expect(rows).toHaveLength(1 + BRIEF.claims.length + 1);
    expect(rows[2]).toContain('"“We cannot run vessels we do not trust,”","direct","asserted"');
  });

  it.each([['=1+1'], ['+1'], ['-1'], ['@SUM(A1)']])('keeps a spreadsheet from reckoning with %s', words => {
    const article = { ...BRIEF.article, text: words };
    const claim = {
      ...BRIEF.claims[0]!,
      source: null,
      cue: null,
      content: [{ start: 0, end: words.length }],
    };
    const row = claimsAsCsv({ ...BRIEF, article, players: [], claims: [claim] }).split('\r\n')[1];
    expect(row).toContain(`,"'${words}",`);
  });
});

describe('on paper', () => {
  it('prints the whole brief, then takes it away again', async () => {
    let printed = '';
    vi.spyOn(window, 'print').mockImplementation(() => {
      printed = document.querySelector('.paper')?.textContent ?? '';
    });
    show(<ExportDialog brief={BRIEF} />);
    await browserPage.getByRole('button', { name: 'Save or copy' }).click();
    await browserPage.getByRole('button', { name: 'Print' }).click();
    await expect.poll(() => printed).toContain(BRIEF.article.title);
    for (const { name } of BRIEF.players) expect(printed).toContain(name);
    for (const { content } of BRIEF.claims)
      for (const { start, end } of content) expect(printed).toContain(BRIEF.article.text.slice(start, end));
    await expect.poll(() => document.querySelector('.paper')).toBeNull();
  });

  it.each(['Summary', 'Players', 'Claims', 'What’s next'])(
    'nothing of the brief stands in for what is on screen as well: %s',
    async tab => {
      let twice: string[] = ['not printed'];
      vi.spyOn(window, 'print').mockImplementation(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        twice = ids.filter((id, i) => ids.indexOf(id) !== i);
      });
      open();
      await browserPage.getByRole('tab', { name: tab }).click();
      await browserPage.getByRole('button', { name: 'Save or copy' }).click();
      await browserPage.getByRole('button', { name: 'Print' }).click();
      await expect.poll(() => twice).toEqual([]);
    },
  );
});
