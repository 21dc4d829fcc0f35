/** How a passage is set apart: what is said, who says it, the words that hedge, and what else belongs to it. */
export const MANNERS = ['words', 'source', 'other', 'hedge'] as const;
export type Manner = (typeof MANNERS)[number];

/** A place on the page, and how it is set apart there. */
export interface Mark {
  readonly range: Range;
  readonly manner: Manner;
}

/** The page can see that highlights are registered, so their names say little, and they exist only after a reader's click. */
const nameOf = (manner: Manner): string => `reading-${manner}`;

type View = Window & typeof globalThis;

/**
 * Marks places with the CSS Custom Highlight API and brings the first into view; the page's DOM is not touched.
 * Where the browser has no highlights the first range is selected instead. Answers whether all are marked.
 */
export function mark(page: Document, marks: readonly Mark[]): boolean {
  const [first] = marks;
  const view = page.defaultView;
  if (!first || !view) return false;
  clearMarks(page);
  bringIntoView(view, first.range);
  page.addEventListener('keydown', clearOnEscape);
  if (!hasHighlights(view)) {
    const { startContainer, startOffset, endContainer, endOffset } = first.range;
    page.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    return false;
  }
  for (const [priority, manner] of MANNERS.entries()) {
    const ranges = marks.filter(it => it.manner === manner).map(it => it.range);
    if (ranges.length === 0) continue;
    const highlight = new view.Highlight(...ranges);
    highlight.priority = priority; // a hedge lies inside the words it hedges
    view.CSS.highlights.set(nameOf(manner), highlight);
  }
  return true;
}

/** Scrolls to a place and leaves the page as it is. */
export function scrollTo(page: Document, range: Range): void {
  if (page.defaultView) bringIntoView(page.defaultView, range);
}

/** Takes the marks off again, or the selection that stood for them. */
export function clearMarks(page: Document): void {
  page.removeEventListener('keydown', clearOnEscape);
  const view = page.defaultView;
  if (!view) return;
  if (hasHighlights(view)) for (const manner of MANNERS) view.CSS.highlights.delete(nameOf(manner));
  else page.getSelection()?.removeAllRanges();
}

const hasHighlights = (view: View): boolean => 'Highlight' in view && 'highlights' in view.CSS;

function clearOnEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') clearMarks(event.currentTarget as Document);
}

/** Scrolls every scrolling box around the range, then the window where a long block leaves it out of sight. */
function bringIntoView(view: View, range: Range): void {
  const { startContainer } = range;
  const element =
    startContainer.nodeType === startContainer.ELEMENT_NODE
      ? (startContainer as Element)
      : startContainer.parentElement;
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > view.innerHeight)
    view.scrollBy({ top: top - view.innerHeight / 3, behavior: 'instant' });
}
