import { describe, expect, it } from 'vitest';
import { extract, PageTooLarge } from '../../lib/article/extract.ts';
import { findQuote, rangesOf, spanOfRange } from '../../lib/article/positions.ts';
import { foldSpace, quoteOf } from '../../lib/text/quote.ts';
import { pageOf } from './support.ts';

const URL = 'https://harbour-post.example/2026/11/ferry-line-returns';
const PARAGRAPHS = [
  'The night ferry between Oldhaven and the islands will sail again from March, the harbour board said on Tuesday, three years after the last boat left.',
  'Mira Sandel, who chairs the board, called the decision “a promise kept”, and said that fares would <b>not rise</b> before the summer of next year at the earliest.',
  'Fishermen on the outer islands doubt it. “We have heard this twice,” said Tomas Reyl, who has sailed from <a href="/places/kestrel-point">Kestrel Point</a> for thirty years, and who now takes guests.',
  'The board expects forty thousand passengers in the first season, a figure that the regional audit office has described as hopeful but not unreasonable.',
  'A second vessel, built in the yard at Brannock, is to follow in the autumn if the money for its engines is approved by the council in its session next month.',
];

function pageWith(body: string, head = ''): string {
  return `<!doctype html><html lang="en-GB"><head><title>Night ferry returns | Harbour Post</title>
    <meta property="og:site_name" content="Harbour Post"><meta property="og:type" content="article">${head}</head>
    <body><nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>${body}
    <footer><p>© Harbour Post. All rights reserved.</p></footer></body></html>`;
}

const STORY = pageWith(
  `<main><article><h1>Night ferry returns after three years</h1><div class="story-body">${PARAGRAPHS.map(words => `<p>${words}</p>`).join('\n')}</div></article></main>`,
  `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry is back",
   "datePublished":"2026-11-17T08:30:00+01:00","author":[{"@type":"Person","name":"Ines Valcourt"}]}</script>`,
);

describe('the body', () => {
  it('is the words of the story, block by block', () => {
    const article = extract(pageOf(STORY, URL), URL)?.article;
    expect(article?.blocks.map(({ start, end }) => article.text.slice(start, end))).toEqual(
      PARAGRAPHS.map(words => foldSpace(words.replace(/<[^>]+>/gu, ''))),
    );
    expect(article?.blocks.every(({ kind }) => kind === 'paragraph')).toBe(true);
  });

  it('comes with headline, byline, time, language and outlet', () => {
    expect(extract(pageOf(STORY, URL), URL)?.article).toMatchObject({
      title: 'Night ferry returns after three years',
      alternateTitle: 'Ferry is back',
      byline: ['Ines Valcourt'],
      publishedTime: '2026-11-17T08:30:00+01:00',
      language: 'en-GB',
      siteName: 'Harbour Post',
      type: 'news',
    });
  });

  it('keeps the links inside it, resolved', () => {
    const extraction = extract(pageOf(STORY, URL), URL);
    const [link] = extraction?.links ?? [];
    expect(link?.href).toBe('https://harbour-post.example/places/kestrel-point');
    expect(extraction?.article.text.slice(link?.start, link?.end)).toBe('Kestrel Point');
  });

  it('is null on a page without words', () => {
    expect(
      extract(pageOf('<!doctype html><title>x</title><body><img src="a.png"></body>', URL), URL),
    ).toBeNull();
  });

  it('refuses a page that would take seconds', () => {
    const page = pageOf(`<!doctype html><body>${'<p>a b c</p>'.repeat(70_000)}</body>`, URL);
    expect(() => extract(page, URL)).toThrow(PageTooLarge);
  });

  it('leaves the page as it was', () => {
    const page = pageOf(STORY, URL);
    const before = page.documentElement.outerHTML;
    extract(page, URL);
    expect(page.documentElement.outerHTML).toBe(before);
  });
});

describe('positions', () => {
  it('lead from every block to the same words on the page, and back', () => {
    const page = pageOf(STORY, URL);
    const extraction = extract(page, URL)!;
    for (const span of extraction.article.blocks) {
      const ranges = rangesOf(extraction, page, span)!;
      expect(ranges.map(range => foldSpace(range.toString())).join(' ')).toBe(
        extraction.article.text.slice(span.start, span.end),
      );
      expect(spanOfRange(extraction, ranges[0]!)).toEqual({ start: span.start, end: span.end });
    }
  });

  it('survive a page that rebuilt its paragraphs', () => {
    const page = pageOf(STORY, URL);
    const extraction = extract(page, URL)!;
    const span = extraction.article.blocks[1]!;
    const body = page.querySelector('.story-body')!;
    body.innerHTML = body.innerHTML.replaceAll('<p>', '<p class="fresh">');
    const ranges = rangesOf(extraction, page, span)!;
    expect(ranges.map(range => range.toString()).join('')).toContain('a promise kept');
  });

  it('are null where the words have gone', () => {
    const page = pageOf(STORY, URL);
    const extraction = extract(page, URL)!;
    page.querySelectorAll('.story-body p')[1]!.remove();
    expect(rangesOf(extraction, page, extraction.article.blocks[1]!)).toBeNull();
  });

  it.each([
    ['words that stand twice', { exact: 'board', prefix: '', suffix: '' }],
    ['words that stand nowhere', { exact: 'the bored', prefix: '', suffix: '' }],
    ['the right words in the wrong place', { exact: 'a promise kept', prefix: 'said “', suffix: '' }],
  ])('are not guessed for %s', (_case, quote) => {
    expect(findQuote(pageOf(STORY, URL), quote)).toBeNull();
  });

  it('finds a quote by what stands around it', () => {
    const page = pageOf(STORY, URL);
    const { text } = extract(page, URL)!.article;
    const start = text.lastIndexOf('board');
    const found = findQuote(page, quoteOf(text, { start, end: start + 5 }));
    expect(found?.[0]?.toString()).toBe('board');
    expect(found?.[0]?.startContainer.parentElement?.textContent).toMatch(/^The board expects/u);
  });
});
