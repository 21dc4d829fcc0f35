/**
 * A form's fields hide what the DOM says of the form, also from an extension's script: with
 * `<input name="nextSibling">` the sibling of the form is that field. No other element can do that to us.
 */
export function isShadowed(node: Node): boolean {
  const type: unknown = node.nodeType;
  if (type !== 1) return typeof type !== 'number';
  const name: unknown = (node as Element).localName;
  return name === 'form' || typeof name !== 'string';
}

/** What the DOM itself says of a node; for nodes that may be forms. */
export function own<N extends Node, K extends keyof N>(node: N, key: K): N[K] {
  if (!isShadowed(node)) return node[key];
  return Reflect.get(Object.getPrototypeOf(node) as object, key, node) as N[K];
}

/** The same for an attribute: asked so often that the way to ask is looked up once. */
export const attributeOf = (element: Element, name: string): string | null =>
  (getAttribute ??= own(element, 'getAttribute')).call(element, name);

/** Most elements have none, and need not be asked for one after the other. */
export const hasAttributes = (element: Element): boolean =>
  (hasAny ??= own(element, 'hasAttributes')).call(element);

let getAttribute: Element['getAttribute'] | undefined;
let hasAny: Element['hasAttributes'] | undefined;
