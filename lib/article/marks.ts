/** The page can see that a highlight is registered, so its name says nothing, and it exists only after a reader's click. */
const NAME = 'reading-mark';

type View = Window & typeof globalThis;

/**
 * Marks ranges with the CSS Custom Highlight API and brings the first into view; the page's DOM is not touched.
 * Where the browser has no highlights the first range is selected instead. Answers whether all are marked.
 */
export function mark(page: Document, ranges: Range[]): boolean {
  const [first] = ranges;
  const view = page.defaultView;
  if (!first || !view) return false;
  bringIntoView(view, first);
  page.addEventListener('keydown', clearOnEscape);
  if (hasHighlights(view)) {
    view.CSS.highlights.set(NAME, new view.Highlight(...ranges));
    return true;
  }
  const { startContainer, startOffset, endContainer, endOffset } = first;
  page.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  return false;
}

export function clearMarks(page: Document): void {
  page.removeEventListener('keydown', clearOnEscape);
  const view = page.defaultView;
  if (view && hasHighlights(view)) view.CSS.highlights.delete(NAME);
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
