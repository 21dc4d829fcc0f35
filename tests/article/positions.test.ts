import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../lib/article/extract.ts';
import { findQuote, rangesOf, spanOfRange } from '../../lib/article/positions.ts';
import { quoteOf } from '../../lib/text/quote.ts';
import { pageOf } from './support.ts';

const URL = 'https://harbour-post.example/2026/11/ferry-line-returns';
const STORY = `<!doctype html><html lang="en"><head><title>Night ferry returns</title><meta property="og:type" content="article"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Night ferry returns</h1><div class="story">
<p>The night ferry will sail again from March, the harbour board said on Tuesday, three years after the last boat left Oldhaven for the islands.</p>
<p>“We promised, and we deliver,” said Mira <em>Sandel</em>, who chairs the board. She said that fares would <b>not</b> rise before next summer.</p>
<p>Fishermen doubt it.<br>“We have heard this twice,” said Tomas Reyl, who has sailed from <a href="/k">Kestrel Point</a> for thirty years, and who now takes guests.</p>
<p>The board expects forty thousand passengers in the first season; the audit office has called that figure hopeful but not unreasonable.</p>
<p>A second vessel, built in the yard at Brannock, is to follow in the autumn if the council approves the money for its engines next month.</p>
</div></article><footer><p>© Harbour Post</p></footer></body></html>`;

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

function textOf(ranges: readonly Range[]): string {
  return bare(ranges.map(range => range.toString()).join(''));
}

/** Ways a page changes under a reader. */
const change = fc.record({
  kind: fc.constantFrom('replace', 'remove', 'insert', 'rebuild', 'copy', 'move', 'edit', 'split'),
  at: fc.nat({ max: 4 }),
  word: fc.constantFrom('harbour', 'board', 'said', 'the'),
});

function apply(page: Document, { kind, at, word }: { kind: string; at: number; word: string }): void {
  const paragraphs = page.querySelectorAll('.story p');
  const paragraph = paragraphs[at % Math.max(1, paragraphs.length)];
  if (!paragraph) return;
  const fresh = page.createElement('p');
  fresh.textContent = `A note on ${word}, put in later.`;
  if (kind === 'replace') paragraph.textContent = `Something else about ${word}.`;
  else if (kind === 'remove') paragraph.remove();
  else if (kind === 'insert') paragraph.before(fresh);
  else if (kind === 'rebuild') paragraph.innerHTML = `${paragraph.innerHTML}`;
  else if (kind === 'copy') paragraph.after(paragraph.cloneNode(true));
  else if (kind === 'move') paragraph.parentElement?.append(paragraph);
  else if (kind === 'edit') paragraph.innerHTML = paragraph.innerHTML.replace(word, 'pier');
  else (paragraph.firstChild as Text | null)?.splitText?.(3);
}

describe('positions after the page has changed', () => {
  it('are the right words, or none', () => {
    const run = (): void =>
      fc.assert(
        fc.property(
          fc.array(change, { maxLength: 4 }),
          fc.nat(),
          fc.nat({ max: 80 }),
          (changes, from, length) => {
            const page = pageOf(STORY, URL);
            const extraction = extract(page, URL)!;
            const { text } = extraction.article;
            const start = from % text.length;
            const span = { start, end: Math.min(text.length, start + 1 + length) };
            const words = bare(text.slice(span.start, span.end));
            for (const each of changes) apply(page, each);
            const ranges = rangesOf(extraction, page, span);
            return ranges ? textOf(ranges) === words : changes.length > 0 || words === '';
          },
        ),
        { numRuns: 120, seed: 7 },
      );
    expect(run).not.toThrow();
  });

  it('find a passage that was rebuilt, and not one of two copies', () => {
    const page = pageOf(STORY, URL);
    const extraction = extract(page, URL)!;
    const span = extraction.article.blocks[3]!;
    const paragraph = page.querySelectorAll('.story p')[3]!;
    paragraph.innerHTML = `<span>${paragraph.innerHTML}</span>`;
    expect(rangesOf(extraction, page, span)).not.toBeNull();
    paragraph.after(paragraph.cloneNode(true));
    expect(findQuote(page, quoteOf(extraction.article.text, span))).toBeNull();
  });
});

describe('a selection', () => {
  const page = pageOf(STORY, URL);
  const extraction = extract(page, URL)!;
  const { text } = extraction.article;

  it('becomes the words of the article', () => {
    const range = page.createRange();
    const em = page.querySelector('.story em')!;
    range.setStart(em.firstChild!, 0);
    range.setEnd(em.nextSibling!, 5);
    const span = spanOfRange(extraction, range)!;
    expect(text.slice(span.start, span.end)).toBe('Sandel, who');
  });

  it('is nothing outside the body', () => {
    const range = page.createRange();
    range.selectNodeContents(page.querySelector('footer p')!);
    expect(spanOfRange(extraction, range)).toBeNull();
  });

  it('of several paragraphs spans them', () => {
    const range = page.createRange();
    range.setStartBefore(page.querySelectorAll('.story p')[1]!);
    range.setEndAfter(page.querySelectorAll('.story p')[2]!);
    const span = spanOfRange(extraction, range)!;
    expect(text.slice(span.start, span.end)).toMatch(/^“We promised[^]*takes guests\.$/u);
  });
});

describe('a line break inside a paragraph', () => {
  it('splits a passage into two ranges', () => {
    const page = pageOf(STORY, URL);
    const extraction = extract(page, URL)!;
    const ranges = rangesOf(extraction, page, extraction.article.blocks[2]!)!;
    expect(ranges.map(String)[0]).toBe('Fishermen doubt it.');
    expect(ranges).toHaveLength(2);
  });
});
