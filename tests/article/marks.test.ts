import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clearMarks, mark, type Mark } from '../../lib/article/marks.ts';

const PAGE = '<p>The ferry was late, the mayor reportedly said.</p>';

/** A page whose ranges have no size, as in a browser out of sight. */
function openPage(view: object = {}) {
  const { window } = new JSDOM(PAGE);
  window.Element.prototype.scrollIntoView = vi.fn<() => void>();
  window.Range.prototype.getBoundingClientRect = () => ({ top: 0, bottom: 0 }) as DOMRect;
  Object.assign(window, view);
  const { document } = window;
  const text = document.querySelector('p')!.firstChild!;
  const at = (words: string, manner: Mark['manner']): Mark => {
    const range = document.createRange();
    const start = text.textContent!.indexOf(words);
    range.setStart(text, start);
    range.setEnd(text, start + words.length);
    return { range, manner };
  };
  return { window, document, at };
}

describe('where the browser has highlights', () => {
  class Highlight extends Set<Range> {
    priority = 0;
    constructor(...ranges: Range[]) {
      super(ranges);
    }
  }
  let highlights: Map<string, Highlight>;
  let page: ReturnType<typeof openPage>;
  beforeEach(() => {
    highlights = new Map();
    page = openPage({ Highlight, CSS: { highlights } });
  });
  const words = () => Object.fromEntries([...highlights].map(([name, set]) => [name, [...set].map(String)]));

  it('tells each manner apart, hedges above what they hedge', () => {
    const { document, at } = page;
    const before = document.documentElement.outerHTML;
    const marks = [at('The ferry was late', 'words'), at('the mayor', 'source'), at('reportedly', 'hedge')];
    expect(mark(document, marks)).toBe(true);
    expect(words()).toEqual({
      'reading-words': ['The ferry was late'],
      'reading-source': ['the mayor'],
      'reading-hedge': ['reportedly'],
    });
    expect(highlights.get('reading-hedge')!.priority).toBeGreaterThan(
      highlights.get('reading-words')!.priority,
    );
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('replaces what was marked before', () => {
    const { document, at } = page;
    mark(document, [at('The ferry', 'words'), at('the mayor', 'source')]);
    mark(document, [at('late', 'words')]);
    expect(words()).toEqual({ 'reading-words': ['late'] });
  });

  it.each([
    ['Escape', true],
    ['a', false],
  ])('clears with Escape alone: %s', (key, isClear) => {
    const { window, document, at } = page;
    mark(document, [at('late', 'words')]);
    document.dispatchEvent(new window.KeyboardEvent('keydown', { key }));
    expect(highlights.size === 0).toBe(isClear);
  });
});

describe('where the browser has none', () => {
  it('selects the first place instead, and says so', () => {
    const { document, at } = openPage();
    expect(mark(document, [at('the mayor', 'words'), at('late', 'other')])).toBe(false);
    expect(String(document.getSelection())).toBe('the mayor');
    clearMarks(document);
    expect(String(document.getSelection())).toBe('');
  });
});
