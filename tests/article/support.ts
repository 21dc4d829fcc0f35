import { JSDOM, VirtualConsole } from 'jsdom';

/** A page as the command line sees it: parsed after the HTML standard, nothing run, nothing loaded. */
export function pageOf(html: string, url = 'https://example.test/'): Document {
  return new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document;
}

/** jsdom keeps a form's fields off its own properties; browsers do not: here those of the form `f` are put there. */
export function withShadows(page: Document): Document {
  const form = page.getElementById('f');
  if (form?.localName !== 'form') return page;
  for (const field of page.querySelectorAll('input[form="f"]'))
    Object.defineProperty(form, field.getAttribute('name')!, { value: field, configurable: true });
  return page;
}
