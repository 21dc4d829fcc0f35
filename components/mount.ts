import { render, type ComponentChild } from 'preact';
import { keepFocus } from './keep-focus.ts';

/** Puts a view on the page in place of what that came with. */
export function mount(view: ComponentChild) {
  const app = document.getElementById('app')!;
  app.replaceChildren();
  keepFocus(app);
  render(view, app);
}
