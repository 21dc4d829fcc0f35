/** What the bench runs in a page, on its live DOM: ours and the rivals' in turns. */
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { look } from '../../lib/article/detect.ts';
import { extract } from '../../lib/article/extract.ts';

/** Milliseconds of each contestant, a number a round. */
export type Times = Record<string, number[]>;

const DETECTION: Record<string, () => unknown> = {
  look: () => look(document, document.URL),
  isProbablyReaderable: () => isProbablyReaderable(document),
  // the floor: every text node once
  treeWalker: () => {
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    let characters = 0;
    while (walker.nextNode()) characters += (walker.currentNode as Text).length;
    return characters;
  },
};

function extraction(): Record<string, () => unknown> {
  // Readability takes the document apart, so each round gives it a copy of its own; making that is not counted.
  return {
    extract: () => extract(document, location.href),
    readability: timed(
      () => document.cloneNode(true) as Document,
      copy => new Readability(copy).parse(),
    ),
    defuddle: timed(
      () => document.cloneNode(true) as Document,
      copy => new Defuddle(copy, { url: location.href }).parse(),
    ),
  };
}

/** A contestant whose preparation is not counted. */
function timed<T>(prepare: () => T, run: (value: T) => unknown) {
  return () => {
    const value = prepare();
    const start = performance.now();
    run(value);
    return { ms: performance.now() - start };
  };
}

/**
 * The first round is the cold one a reader meets; the order changes from round to round, and from page to page. Of the
 * ways to look at a page one alone runs in a document: whichever comes first pays for what the browser makes once.
 */
export function race(of: string, rounds: number, page: number): Times {
  const alone = DETECTION[of];
  const contestants = alone ? [[of, alone] as const] : Object.entries(extraction());
  const times: Times = Object.fromEntries(contestants.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < contestants.length; i += 1) {
      const [name, run] = contestants[(i + round + page) % contestants.length]!;
      const start = performance.now();
      let ms = Number.NaN;
      try {
        const answer = run() as { ms?: number } | null;
        ms = performance.now() - start;
        if (name !== 'extract' && typeof answer === 'object' && answer && typeof answer.ms === 'number')
          ms = answer.ms;
      } catch {
        // a rival that throws on this page has no time here
      }
      times[name]!.push(ms);
    }
  }
  return times;
}

Object.assign(globalThis, { race });
