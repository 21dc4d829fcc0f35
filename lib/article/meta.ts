/** What the page's `<meta>` elements say, by name in lower case. */
export interface Meta {
  /** The first of these names that has a value. */
  first(...names: string[]): string;
  all(name: string): string[];
}

/** Reads them once; each name of a `property` counts, or of a `name` or `itemprop` where there is none. */
export function readMeta(page: Document): Meta {
  const values = new Map<string, string[]>();
  for (const element of page.querySelectorAll('meta[content]')) {
    const value = element.getAttribute('content')?.trim() ?? '';
    const key =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    if (!key || value === '') continue;
    for (const name of key.toLowerCase().split(/\s+/u)) {
      const known = values.get(name);
      if (known) known.push(value);
      else values.set(name, [value]);
    }
  }
  return {
    all: name => values.get(name) ?? [],
    first: (...names) => {
      for (const name of names) {
        const value = values.get(name)?.[0];
        if (value !== undefined) return value;
      }
      return '';
    },
  };
}
