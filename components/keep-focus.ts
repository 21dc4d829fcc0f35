/** Where an element stood when it got the focus: its parent, and how many came before it there. */
interface Place {
  readonly parent: Element;
  readonly index: number;
}

/**
 * Where the control that has the focus is taken away, since what it was for is done, the focus goes to what stands in
 * its place: a reader without a mouse or with a screen reader would else be thrown back to the beginning.
 */
export function keepFocus(root: HTMLElement) {
  let focused: Element | null = null;
  let path: Place[] = []; // from the focused control outwards
  root.addEventListener('focusin', event => {
    focused = event.target as Element;
    path = pathOf(focused);
  });
  root.addEventListener('focusout', () => {
    // Chromium tells of it also where the control is about to be taken away.
    queueMicrotask(() => {
      if (focused?.isConnected && document.activeElement === document.body) focused = null;
    });
  });
  new MutationObserver(() => {
    if (!focused || focused.isConnected) return;
    focused = null;
    if (document.activeElement === document.body) standIn(path)?.focus();
  }).observe(root, { childList: true, subtree: true });
}

/** As far as the view's main part: what lies beyond it has nothing to do with what was pressed. */
function pathOf(element: Element): Place[] {
  const path: Place[] = [];
  const main = element.closest('main');
  for (let it = element; main && it !== main; it = it.parentElement!) path.push(placeOf(it));
  return path;
}

function placeOf(element: Element): Place {
  const parent = element.parentElement!;
  return { parent, index: [...parent.children].indexOf(element) };
}

/** The nearest control that is left: what comes next, else what stood before. */
function standIn(path: readonly Place[]): HTMLElement | undefined {
  const from = path.findIndex(({ parent }) => parent.isConnected);
  if (from < 0) return undefined;
  for (const { parent, index } of path.slice(from)) {
    const all = [...parent.children];
    const near = all.slice(index).flatMap(controlsIn)[0] ?? all.slice(0, index).flatMap(controlsIn).at(-1);
    if (near) return near;
  }
  return undefined;
}

const CONTROLS = 'button, a[href], input, select, textarea, summary, [tabindex]';

/** What Tab stops at in an element, itself included. */
function controlsIn(element: Element): HTMLElement[] {
  const all = [element, ...element.querySelectorAll(CONTROLS)];
  return all.filter(
    (it): it is HTMLElement =>
      it instanceof HTMLElement && it.matches(CONTROLS) && it.tabIndex >= 0 && it.checkVisibility(),
  );
}
