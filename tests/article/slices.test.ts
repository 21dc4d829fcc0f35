import { describe, expect, it } from 'vitest';
import { extracting } from '../../lib/article/extract.ts';
import { readBlocks, readingBlocks, type PageBlock } from '../../lib/article/blocks.ts';
import { atOnce } from '../../lib/work.ts';
import { pageOf } from './support.ts';

const URL = 'https://harbour-post.example/2026/11/ferry-line-returns';
const WORDS = 'The harbour board said on Tuesday that the night ferry would sail again from March.';
const many = (count: number, item: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => item(i)).join('');

/** How often a page is asked for a node or an attribute: a measure of work that every machine counts alike. */
function countAsking(page: Document): () => number {
  let asked = 0;
  const { Node, Element } = page.defaultView as Window & typeof globalThis;
  for (const name of ['firstChild', 'nextSibling', 'parentNode'] as const) {
    const property = Object.getOwnPropertyDescriptor(Node.prototype, name)!;
    Object.defineProperty(Node.prototype, name, {
      get(this: Node) {
        asked += 1;
        return property.get!.call(this) as Node | null;
      },
    });
  }
  const ask = Object.getOwnPropertyDescriptor(Element.prototype, 'getAttribute')!.value as (
    name: string,
  ) => string | null;
  Element.prototype.getAttribute = function getAttribute(name) {
    asked += 1;
    return ask.call(this, name);
  };
  return () => asked;
}

/** Steps of some hundred nodes: a few milliseconds, whatever the page. */
const MOST_ASKED = 4_000;

describe('reading a large page', () => {
  it.each([
    ['paragraphs', many(3_000, i => `<p class="para p${i % 7}">${WORDS} <b>${i}</b></p>`)],
    ['links', many(3_000, i => `<li class="item"><a href="/a/${i}" class="x">Number ${i}</a> ${WORDS}</li>`)],
    ['a table', `<table>${many(2_500, i => `<tr><td>${i}</td><td>${WORDS}</td></tr>`)}</table>`],
    ['boxes in boxes', `${'<div class="box">'.repeat(400)}${many(3_000, () => `<p class="a">${WORDS}</p>`)}`],
  ])('is done in small steps: %s', (_case, body) => {
    const page = pageOf(`<body><h1>The night ferry will sail again</h1>${body}</body>`, URL);
    const asked = countAsking(page);
    const work = extracting(page, URL);
    const steps: number[] = [];
    for (let isDone = false; !isDone;) {
      const before = asked();
      isDone = work.next().done === true;
      steps.push(asked() - before);
    }
    expect(asked()).toBeGreaterThan(4 * MOST_ASKED); // or nothing would be shown by what follows
    expect(Math.max(...steps)).toBeLessThan(MOST_ASKED);
  });
});

describe('a page that changes while it is read', () => {
  const html = `<body><main><div id="top">${many(900, i => `<p>First ${i}: ${WORDS}</p>`)}</div><div id="end">${many(300, i => `<p>Second ${i}: ${WORDS}</p>`)}</div></main></body>`;
  const wordsOf = (blocks: readonly PageBlock[]): string[] => blocks.map(({ text }) => text);

  it.each([
    ['what is being read is taken away', (page: Document) => page.getElementById('top')!.remove()],
    ['and put somewhere else', (page: Document) => page.body.append(page.getElementById('top')!)],
    [
      'the whole body is another',
      (page: Document) => void (page.body.outerHTML = `<body><p>${WORDS}</p></body>`),
    ],
  ])('is read as it then is: %s', (_case, change) => {
    const page = pageOf(html);
    const work = readingBlocks(page);
    work.next();
    change(page);
    expect(wordsOf(atOnce(work))).toEqual(wordsOf(readBlocks(page)));
  });

  it('is read on where the change is elsewhere', () => {
    const page = pageOf(html);
    const work = readingBlocks(page);
    work.next();
    page.querySelector('#end p')!.remove();
    page
      .querySelector('#end')!
      .insertAdjacentHTML('beforeend', '<p>One more, at the very end of the page.</p>');
    expect(wordsOf(atOnce(work))).toEqual(wordsOf(readBlocks(page)));
  });
});
