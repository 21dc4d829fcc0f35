/** A described thing, its properties by their names. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** The publisher's own description of a page: schema.org in JSON-LD, read leniently, since much of it is broken. */
export interface JsonLd {
  readonly nodes: readonly JsonLdNode[]; // every object with a type, in order
  readonly byId: ReadonlyMap<string, JsonLdNode>;
}

const MAX_BLOCKS = 50;
const MAX_BLOCK_CHARS = 512_000;
const MAX_NODES = 5_000;
const MAX_DEPTH = 12;

/** Reads all JSON-LD blocks of a page; a broken one does not stop the others. */
export function readJsonLd(page: Document): JsonLd {
  const nodes: JsonLdNode[] = [];
  const byId = new Map<string, JsonLdNode>();
  let visited = 0;
  const visit = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || visited >= MAX_NODES || typeof value !== 'object' || value === null) return;
    visited += 1;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1);
      return;
    }
    const node = value as JsonLdNode;
    if (node['@type'] !== undefined) nodes.push(node);
    const id = node['@id'];
    if (
      typeof id === 'string' &&
      (!byId.has(id) || Object.keys(byId.get(id)!).length < Object.keys(node).length)
    )
      byId.set(id, node);
    for (const inner of Object.values(node)) visit(inner, depth + 1);
  };
  for (const block of jsonLdBlocks(page)) visit(parseLeniently(block), 0);
  return { nodes, byId };
}

/** The texts of the page's JSON-LD blocks, none too long, none too many. */
function jsonLdBlocks(page: Document): string[] {
  const blocks: string[] = [];
  const scripts = page.querySelectorAll('script[type*="ld+json" i]');
  for (let i = 0; i < scripts.length && i < MAX_BLOCKS; i += 1) {
    const text = scripts[i]!.textContent ?? '';
    if (text.length <= MAX_BLOCK_CHARS) blocks.push(text);
  }
  return blocks;
}

function parseLeniently(text: string): unknown {
  const bare = text
    .replace(/^[\s\uFEFF;]+/u, '')
    .replace(/^(?:<!--|<!\[CDATA\[|\/\/\s?<!\[CDATA\[|\/\*\s?<!\[CDATA\[\s?\*\/)/u, '')
    .trimEnd()
    .replace(/(?:-->|\]\]>|\/\/\s?\]\]>|\/\*\s?\]\]>\s?\*\/)$/u, '')
    .replace(/;$/u, '');
  // literal line breaks and tabs in strings, then commas before a closing bracket
  const spaced = bare.replace(/\p{Cc}/gu, ' ');
  const attempts = [bare, spaced, spaced.replace(/,(?= {0,80}[\]}])/gu, '')];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt);
    } catch {
      // the next repair may help; a block beyond repair is worth no more than none
    }
  }
  return null;
}

/** The types of a node without their vocabulary: `https://schema.org/NewsArticle` is `NewsArticle`. */
export function typesOf(node: JsonLdNode): string[] {
  return listOf(node['@type'])
    .filter(type => typeof type === 'string')
    .map(type =>
      type.slice(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':'), type.lastIndexOf('#')) + 1),
    );
}

/** A value that may stand alone or in a list, with references followed. */
export function valuesOf({ byId }: JsonLd, node: JsonLdNode, property: string): unknown[] {
  return listOf(node[property]).flatMap(value => {
    if (!isNode(value)) return [value];
    if (value['@list'] !== undefined) return listOf(value['@list']);
    if (value['@value'] !== undefined) return [value['@value']];
    const id = value['@id'];
    if (typeof id === 'string' && Object.keys(value).length <= 2) return [byId.get(id) ?? value];
    return [value];
  });
}

/** The first of a property's values that says something in words: a text, or the name of a thing. */
export function textOf(ld: JsonLd, node: JsonLdNode, property: string): string {
  for (const value of valuesOf(ld, node, property)) {
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number') return String(value);
    if (isNode(value)) {
      const name = listOf(value['name'] ?? value['@value'] ?? value['@id'])[0];
      if (typeof name === 'string' && name.trim() !== '') return name;
    }
  }
  return '';
}

/** Whether a value is a described thing, not words and no list. */
export function isNode(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property's values: none, the one, or all of a list. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
