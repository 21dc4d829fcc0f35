import { Readability } from '@mozilla/readability';
import { NUMBER, type PageBlock } from './blocks.ts';

const ELEMENT = 1;
const TEXT = 3;

/**
 * Which share of each block's words Readability takes for the article, 0..1.
 * `copy` is the numbered copy the blocks were read with; it is used up.
 */
export function readableShares(copy: Document, blocks: readonly PageBlock[]): number[] {
  const kept = keptText(copy);
  return blocks.map(({ runs }) => {
    let all = 0;
    let taken = 0;
    for (const run of runs) {
      const chars = run.end - run.start;
      all += chars;
      if ((run.copy && kept.nodes.has(run.copy)) || kept.numbers.has(run.parent)) taken += chars;
    }
    return all > 0 ? taken / all : 0;
  });
}

interface Kept {
  readonly nodes: ReadonlySet<Node>;
  readonly numbers: ReadonlySet<number>; // of the elements that hold kept words
}

/**
 * Readability mostly moves the nodes of the copy, so they are known by themselves; where it restored the copy from
 * its markup, or rebuilt a run of line breaks, they are new and known by the number of the element around them.
 */
function keptText(copy: Document): Kept {
  const nodes = new Set<Node>();
  const numbers = new Set<number>();
  const reader = new Readability<Node>(copy, {
    keepClasses: true,
    serializer: root => root,
    disableJSONLD: true,
  });
  const root = reader.parse()?.content;
  let number = -1;
  const visit = (node: Node): void => {
    if (node.nodeType === TEXT && /\S/u.test((node as Text).data)) {
      nodes.add(node);
      numbers.add(number);
    }
    if (node.nodeType !== ELEMENT) return;
    const outer = number;
    const own = (node as Element).getAttribute(NUMBER);
    if (own) number = Number(own);
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
    number = outer;
  };
  if (root) visit(root);
  return { nodes, numbers };
}
