import { beforeEach, expect, it } from 'vitest';
import { Mark } from '../../components/icons.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import panel from '../../entrypoints/sidepanel/index.html?raw';
import popup from '../../entrypoints/popup/index.html?raw';
import { show, speak } from './stage.tsx';

beforeEach(() => speak());

it.each([
  ['popup', popup],
  ['side panel', panel],
])('what the %s shows before any script is what comes next', (_view, html) => {
  const before = new DOMParser().parseFromString(html, 'text/html');
  show(
    <>
      <Mark />
      <Skeleton />
    </>,
  );
  const bones = (root: Document) => [...root.querySelectorAll('.skeleton .bone')].map(it => it.className);
  expect(bones(before)).toEqual(bones(document));
  const strokes = (root: Document) => [...root.querySelectorAll('.mark path')].map(it => it.outerHTML);
  expect(strokes(before)).toEqual(strokes(document));
});
