import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { Brief } from '../../lib/brief/brief.ts';

/** Runs the command line as a reader of the README would, and returns its exit code and what it wrote. */
function onix(args: string[], input = ''): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['scripts/onix.ts', ...args]);
  let out = '';
  let err = '';
  child.stdout.on('data', chunk => (out += String(chunk)));
  child.stderr.on('data', chunk => (err += String(chunk)));
  child.stdin.end(input);
  return new Promise(done => child.on('close', code => done({ code, out, err })));
}

async function lines(
  command: string,
  input: unknown[],
  ...flags: string[]
): Promise<Record<string, unknown>[]> {
  const text = input.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { out } = await onix([command, '--jsonl', ...flags], `${text}\n`);
  return out
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Record<string, unknown>);
}

const TEXT =
  'The mayor of Ashby, Lena Okafor, said on Friday that the harbour had lost 1,200 jobs.\r\n\r\n  Her deputy, Tom Reyes, denied it. “We have never seen more ships,” he told reporters.  \n';
const page = readFileSync('tests/pages/sample/page.html', 'utf8');

describe('onix brief --jsonl', () => {
  it('answers each line in order, and a bad one never stops the stream', async () => {
    const answers = await lines('brief', [
      { id: 'a', text: TEXT, title: 'Harbour' },
      'no JSON',
      { id: 'c' },
      { id: 'd', html: page, url: 'https://paper.example/2026/10/ferry-plan-halted-after-costs' },
      { id: 'e', html: '<p>Log in</p>' },
      { id: 'f', text: '' },
    ]);
    expect(answers.map(({ id, error }) => [id, (error as { code?: string } | undefined)?.code])).toEqual([
      ['a', undefined],
      [null, 'bad_json'],
      ['c', 'bad_input'],
      ['d', undefined],
      ['e', undefined],
      ['f', undefined],
    ]);
    const [a, , , d, e, f] = answers;
    const brief = Brief.parse(a!['brief']);
    expect(brief.article.text).toBe(TEXT); // byte for byte
    expect(a).not.toHaveProperty('detection');
    expect(d).toMatchObject({ detection: { isArticle: true, isNews: true } });
    Brief.parse(d!['brief']);
    expect(e).toMatchObject({ detection: { isArticle: false }, brief: null });
    expect(Brief.parse(f!['brief']).claims).toEqual([]);
  });

  it('reads a page that is no article only when asked to', async () => {
    const html =
      '<main><h1>Contact</h1><p>Our office on Mill Lane is open from nine to five on weekdays.</p></main>';
    const [without] = await lines('brief', [{ id: 1, html }]);
    const [anyway] = await lines('brief', [{ id: 1, html }], '--anyway', '--article-only');
    expect(without).toMatchObject({ brief: null });
    expect(anyway).toMatchObject({
      id: 1,
      brief: { article: { text: expect.stringContaining('Mill Lane') as string } },
    });
    expect(anyway!['brief']).not.toHaveProperty('claims');
  });
});

describe('a page whose address is not known', () => {
  it('is read, and given no address', async () => {
    const [answer] = await lines('brief', [{ id: 1, html: page }], '--article-only');
    expect(answer).toMatchObject({ detection: { isArticle: true, isNews: true } });
    expect((answer!['brief'] as Brief).article).not.toHaveProperty('url');
  });
});

describe('onix ask and verify', () => {
  it('answer with sentences of the text, or with none', async () => {
    const [jobs, moon] = await lines('ask', [
      { id: 1, text: TEXT, question: 'How many jobs has the harbour lost?' },
      { id: 2, text: TEXT, question: 'Who first walked on the moon?' },
    ]);
    const [best] = jobs!['answers'] as { start: number; end: number }[];
    expect(TEXT.slice(best!.start, best!.end)).toContain('1,200');
    expect(moon).toEqual({ id: 2, answers: [] });
  });

  it('give the claim that a selection belongs to, without any network', async () => {
    const [answer] = await lines('verify', [{ id: 1, text: TEXT, selection: 'never seen more ships' }]);
    const [article, onPage] = answer!['evidence'] as { rung: string; status: string; items: unknown[] }[];
    expect(article).toMatchObject({ rung: 'article', status: 'ok' });
    expect(onPage).toMatchObject({ rung: 'page', status: 'empty', items: [] });
  });
});

it('onix verify gives, of a page, what a passage links to and what the page’s own markup says', async () => {
  const markup = {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    claimReviewed: 'The yard has never seen more ships',
    author: { name: 'Example Facts' },
    reviewRating: { alternateName: 'Half true' },
  };
  const html = `<!doctype html><html lang="en"><head><title>Ships</title>
<script type="application/ld+json">${JSON.stringify(markup)}</script></head><body><article><h1>Ships in Ashby</h1>
<p>Union leader Tom Reyes said the yard had <a href="/figures.pdf">never seen more ships</a> than this year.
The owners declined to comment.</p>
<p>The port authority said on Friday that the harbour had lost 1,200 jobs since the spring of last year.</p>
</article></body></html>`;
  const [answer] = await lines('verify', [
    { id: 1, html, url: 'https://paper.example/ships', selection: 'never seen more ships' },
  ]);
  const [article, onPage] = answer!['evidence'] as { items: Record<string, unknown>[] }[];
  expect(article?.items.map(({ relation }) => relation)).toEqual(['says', 'declines', 'links']);
  expect(article?.items.at(-1)).toMatchObject({ href: 'https://paper.example/figures.pdf' });
  expect(onPage).toMatchObject({
    rung: 'page',
    status: 'ok',
    items: [{ relation: 'links', review: { rating: 'Half true', author: 'Example Facts' } }],
  });
});

describe('onix for people', () => {
  it('prints a readable brief of a page', async () => {
    const { code, out } = await onix(['brief', 'tests/pages/sample/page.html']);
    expect(code).toBe(0);
    expect(out).toMatch(/^.+\n.+\n\nSUMMARY\n/);
    expect(out).toContain('CLAIMS');
  });

  it('lets no control character of a page reach the terminal', async () => {
    const html = page.replace('<h1>', '<h1>\u001b[31mred\u001b[0m ');
    const file = `${mkdtempSync(`${tmpdir()}/onix-`)}/page.html`;
    writeFileSync(file, html);
    const { out } = await onix(['brief', file]);
    expect(out).not.toContain('\u001b');
  });

  it('says how it is used, and fails, when it is not understood', async () => {
    const { code, err } = await onix(['summon']);
    expect(code).toBe(2);
    expect(err).toContain('onix brief');
  });

  it.each([
    ['an option it does not know', ['brief', '--loud', 'page.html'], 2, /--loud/],
    ['a length it does not know', ['brief', '--summary', 'endless', 'page.html'], 2, /not endless/],
    ['a file that is not there', ['brief', 'nowhere/page.html'], 1, /^nowhere\/page\.html cannot be read/],
  ])('says in a sentence what is wrong with %s', async (_case, args, expected, message) => {
    const { code, out, err } = await onix(args);
    expect({ code, out }).toEqual({ code: expected, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m); // no stack
  });

  it('says how it is used when asked', async () => {
    const { code, out } = await onix(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('onix ask');
  });

  it('reads a plain text by its name', async () => {
    const file = `${mkdtempSync(`${tmpdir()}/onix-`)}/story.txt`;
    writeFileSync(file, TEXT);
    const { code, out } = await onix(['brief', file]);
    expect(code).toBe(0);
    expect(out).toContain('Lena Okafor');
  });
});
