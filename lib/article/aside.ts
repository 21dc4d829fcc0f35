import { own } from './shadow.ts';

const ASIDE =
  'aside, footer, nav, [class*="comment" i], [class*="related" i], [class*="teaser" i], [class*="sidebar" i]';

/** Stands beside the article by the name of a box around it; a box that holds the headline too says nothing. */
export function isAside(element: Element, headline: Element | null): boolean {
  const box = own(element, 'closest').call(element, ASIDE);
  return (
    box !== null &&
    own(box, 'localName') !== 'body' &&
    !(headline && own(box, 'contains').call(box, headline))
  );
}
