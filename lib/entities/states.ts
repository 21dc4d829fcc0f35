import { list } from '../text/list.ts';
import type { NameSpan } from '../tagging/tagger.ts';
import type { TextDocument } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import { Shape } from '../text/words.ts';
import type { Words } from '../text/words.ts';

/** American states as newspapers shorten them, without the full stop at the end. */
const STATES = new Map(
  (
    'ala:alabama|ariz:arizona|ark:arkansas|cal:california|calif:california|colo:colorado|conn:connecticut|' +
    'del:delaware|fla:florida|ga:georgia|ill:illinois|ind:indiana|kan:kansas|ky:kentucky|la:louisiana|' +
    'md:maryland|mass:massachusetts|mich:michigan|minn:minnesota|miss:mississippi|mo:missouri|mont:montana|' +
    'neb:nebraska|nev:nevada|n.h:new hampshire|n.j:new jersey|n.m:new mexico|n.y:new york|n.c:north carolina|' +
    'n.d:north dakota|okla:oklahoma|ore:oregon|pa:pennsylvania|r.i:rhode island|s.c:south carolina|' +
    's.d:south dakota|tenn:tennessee|tex:texas|vt:vermont|va:virginia|wash:washington|w.va:west virginia|' +
    'wis:wisconsin|wyo:wyoming'
  )
    .split('|')
    .map(pair => pair.split(':') as [string, string]),
);

/** The same as the post has them: “Harrow, CT”. */
const POSTAL = new Map(
  (
    'al:alabama|ak:alaska|az:arizona|ar:arkansas|ca:california|co:colorado|ct:connecticut|de:delaware|fl:florida|' +
    'ga:georgia|hi:hawaii|id:idaho|il:illinois|in:indiana|ia:iowa|ks:kansas|ky:kentucky|la:louisiana|me:maine|' +
    'md:maryland|ma:massachusetts|mi:michigan|mn:minnesota|ms:mississippi|mo:missouri|mt:montana|ne:nebraska|' +
    'nv:nevada|nh:new hampshire|nj:new jersey|nm:new mexico|ny:new york|nc:north carolina|nd:north dakota|' +
    'oh:ohio|ok:oklahoma|or:oregon|pa:pennsylvania|ri:rhode island|sc:south carolina|sd:south dakota|' +
    'tn:tennessee|tx:texas|ut:utah|vt:vermont|va:virginia|wa:washington|wv:west virginia|wi:wisconsin|wy:wyoming'
  )
    .split('|')
    .map(pair => pair.split(':') as [string, string]),
);

/** In brackets these may be something else: “(Miss.)”, “(Ind.)”. */
const ELSEWHERE = list('cal del ga ill ind la mass md miss mo ore pa va wash');

/** The state that a short form, in lower case, stands for: “conn.”, “ore”; undefined if it is none. */
export function stateOf(short: string): string | undefined {
  return STATES.get(short.endsWith('.') ? short.slice(0, -1) : short);
}

/** The state that two capitals, in lower case, stand for in an address. */
export function postalState(short: string): string | undefined {
  return POSTAL.get(short);
}

/**
 * Reads the short forms of American states as places where nothing else can stand: after a town (“Harrow, Conn.”),
 * after a party (“D-Ariz.”), in brackets. Linear.
 */
export function addStates(doc: TextDocument, words: Words, names: readonly NameSpan[]): NameSpan[] {
  const found: NameSpan[] = [];
  for (let i = 2; i < doc.tokens.length; i++) {
    if (!isState(doc, words, i)) continue;
    found.push({ start: doc.tokens.start[i]!, end: doc.tokens.end[i]!, type: 'LOC', confidence: 0.9 });
  }
  if (found.length === 0) return [...names];
  let s = 0;
  const taken = new Set<NameSpan>(); // states inside longer names, which stay as they are
  const kept = [...names]
    .sort((a, b) => a.start - b.start)
    .filter(name => {
      while (s < found.length && found[s]!.end <= name.start) s++;
      const state = found[s];
      if (!state || state.start >= name.end) return true;
      const isMore = namesMore(doc.text, name, state);
      if (isMore) taken.add(state);
      return isMore;
    });
  return [...kept, ...found.filter(state => !taken.has(state))].sort((a, b) => a.start - b.start);
}

/** “D-Conn.” and “Conn” are the state; “Harrow, Conn.” and “Conn. Water Board” are more. */
function namesMore(text: string, name: Span, state: Span): boolean {
  const before = text.slice(name.start, state.start);
  const after = text.slice(state.end, name.end);
  return !/^(?:\(?[DRI][-–])?$/.test(before) || !/^\.?$/.test(after);
}

function isState(doc: TextDocument, words: Words, i: number): boolean {
  const { lower, shape } = words;
  const word = lower[i]!;
  if (!(shape[i]! & Shape.capital) || stateOf(word) === undefined) return false;
  const isCut = word.endsWith('.') || (lower[i + 1] === '.' && doc.tokens.start[i + 1] === doc.tokens.end[i]);
  if (!isCut) return false;
  const before = lower[i - 1]!;
  if (before === '-' || before === '–') return /^[dri]$/.test(lower[i - 2]!);
  if (before === ',') return (shape[i - 2]! & Shape.capital) !== 0;
  const plain = word.endsWith('.') ? word.slice(0, -1) : word;
  const closes = lower[i + 1] === ')' || (lower[i + 1] === '.' && lower[i + 2] === ')');
  return before === '(' && closes && !ELSEWHERE.has(plain);
}
