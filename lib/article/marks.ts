/** The page can see that a highlight is registered, so its name says nothing, and it exists only after a reader's click. */
const NAME = 'reading-mark';

/**
 * Marks ranges with the CSS Custom Highlight API and brings the first into view; the page's DOM is not touched.
 * Where the browser has no highlights the first range is selected instead. Answers whether all are marked.
 */
export function mark(page: Document, ranges: Range[]): boolean {
  const [first] = ranges;
  if (!first) return false;
  bringIntoView(first);
  addEventListener('keydown', clearOnEscape);
  if (typeof Highlight === 'undefined' || !CSS.highlights) {
    page
      .getSelection()
      ?.setBaseAndExtent(first.startContainer, first.startOffset, first.endContainer, first.endOffset);
    return false;
  }
  view.CSS.highlights.set(NAME, new view.Highlight(...ranges));
  return true;
}

export function clearMarks(page: Document): void {
  page.removeEventListener('keydown', clearOnEscape);
  const view = page.defaultView;
  if (view && hasHighlights(view)) view.CSS.highlights.delete(NAME);
  else page.getSelection()?.removeAllRanges();
}

type View = Window & typeof globalThis;

const hasHighlights = (view: View): boolean => 'Highlight' in view && 'highlights' in view.CSS;

function clearOnEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') clearMarks(event.currentTarget as Document);
}

/** Scrolls every scrolling box around the range, then the window where a long block leaves it out of sight. */
function bringIntoView(view: View, range: Range): void {
  const { startContainer } = range;
  const element = startContainer.nodeType === 1 ? (startContainer as Element) : startContainer.parentElement;
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > view.innerHeight)
    view.scrollBy({ top: top - view.innerHeight / 3, behavior: 'instant' });
}
