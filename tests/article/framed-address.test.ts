import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { framedAddress } from '../../lib/article/framed-address.ts';

/** A page in a window of 800 × 600 px whose frames are as large, and lie where, their `data-box` says: x y width height. */
function pageOf(html: string): Document {
  const { window } = new JSDOM(html, { url: 'https://paper.example/shell/' });
  Object.assign(window, { innerWidth: 800, innerHeight: 600 });
  window.Element.prototype.getBoundingClientRect = function measured(this: Element) {
    const [x = 0, y = 0, width = 0, height = 0] = (this.getAttribute('data-box') ?? '')
      .split(' ')
      .map(Number);
    return { width, height, right: x + width, bottom: y + height } as DOMRect;
  };
  return window.document;
}

it.each([
  ['the one that fills the window', '<iframe data-box="0 100 800 500" src="/story"></iframe>', '/story'],
  ['one as long as its text', '<iframe data-box="100 900 600 4000" src="/story"></iframe>', '/story'],
  [
    'the larger of two',
    '<iframe data-box="0 0 800 301" src="/video"></iframe><iframe data-box="0 400 800 900" src="/story"></iframe>',
    '/story',
  ],
  [
    'the largest of a set',
    '<frameset cols="30%,70%"><frame data-box="0 0 100 600" src="/menu"><frame data-box="100 0 200 600" src="/story"></frameset>',
    '/story',
  ],
])('what a page shows is in a frame: %s', (_case, html, path) => {
  expect(framedAddress(pageOf(html))).toBe(`https://paper.example${path}`);
});

it.each([
  ['no frame', '<p>A shop</p>'],
  ['an advertisement', '<iframe data-box="0 0 728 90" src="/advertisement"></iframe>'],
  ['a frame kept out of sight', '<iframe data-box="-9000 0 800 600" src="/story"></iframe>'],
  ['a frame without size', '<iframe src="/story"></iframe>'],
  ['words put into the frame by the page', '<iframe data-box="0 0 800 600" srcdoc="<p>Hello"></iframe>'],
  ['a frame without address', '<iframe data-box="0 0 800 600"></iframe>'],
  ['no web page', '<iframe data-box="0 0 800 600" src="javascript:alert(1)"></iframe>'],
  ['an endless address', `<iframe data-box="0 0 800 600" src="/${'a'.repeat(3000)}"></iframe>`],
])('nothing to open: %s', (_case, html) => {
  expect(framedAddress(pageOf(html))).toBeNull();
});
