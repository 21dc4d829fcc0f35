import { describe, expect, it } from 'vitest';
import { detect } from '../../lib/article/detect.ts';
import { extract } from '../../lib/article/extract.ts';
import { pageOf, withShadows } from './support.ts';

const PARAGRAPH =
  'The harbour master, Nora Quist, said on Tuesday that the old crane would be taken down before the winter storms.';

/** Fields that stand outside their form, so that a walk along them never ends. */
const fields = (...names: string[]): string => names.map(name => `<input form="f" name="${name}">`).join('');

describe('a page whose form hides the DOM', () => {
  it.each([
    ['ways out', fields('nextSibling', 'parentElement', 'parentNode', 'nextElementSibling')],
    ['ways in', fields('firstChild', 'firstElementChild', 'childNodes', 'children')],
    ['kinds and names', fields('nodeType', 'localName', 'tagName')],
    ['attributes', fields('getAttribute', 'hasAttribute', 'id', 'className', 'closest', 'contains')],
    ['words', fields('textContent', 'innerText')],
  ])('by its %s is read all the same', (_case, inputs) => {
    const page = withShadows(
      pageOf(`<body>${inputs}<main><form id="f" class="byline date" itemprop="headline">
      <h1>Crane comes down</h1><p>${PARAGRAPH}</p><p>${PARAGRAPH} Again.</p></form><p>After the form: ${PARAGRAPH}</p></main>`),
    );
    const text = extract(page, 'https://paper.test/a')?.article.text;
    expect(text).toContain(`${PARAGRAPH}\n\n${PARAGRAPH} Again.`);
    expect(text).toContain('After the form');
  });

  it('does not lead the look at it in circles', () => {
    const texts = 'one<!-- -->'.repeat(6_000); // too many to be looked at as a whole
    const page = withShadows(
      pageOf(`<body><form id="f">${texts}<input form="f" name="parentElement"></form>`),
    );
    expect(detect(page, 'https://paper.test/a').isArticle).toBe(false);
  });
});
