import type { NameSpan } from '../tagging/tagger.ts';
import { list } from '../text/list.ts';
import type { TextDocument } from '../text/document.ts';
import { isCapital, isCapitalInside } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { readAgencies } from '../text/datelines.ts';

/** Papers, broadcasters and agencies by names that are nothing else. */
const OWN_NAMES =
  'reuters|associated press|agence france-presse|united press international|bloomberg news|dow jones newswires|' +
  'press trust of india|ria novosti|itar-tass|kyodo news|yonhap|anadolu agency|' +
  'al jazeera|al-jazeera|al arabiya|deutsche welle|euronews|sky news|channel 4 news|itv news|bbc news|abc news|' +
  'cbs news|nbc news|fox news|pbs newshour|usa today|new york times|washington post|wall street journal|' +
  'los angeles times|chicago tribune|boston globe|miami herald|houston chronicle|dallas morning news|' +
  'san francisco chronicle|seattle times|denver post|philadelphia inquirer|financial times|new york post|' +
  'new york daily news|daily mail|daily telegraph|sunday telegraph|daily mirror|daily express|daily star|' +
  'sunday times|mail on sunday|evening standard|globe and mail|toronto star|national post|le monde|le figaro|' +
  'le parisien|der spiegel|die welt|die zeit|süddeutsche zeitung|frankfurter allgemeine zeitung|el país|el pais|' +
  'el mundo|la repubblica|corriere della sera|la stampa|haaretz|jerusalem post|times of israel|times of india|' +
  'hindustan times|indian express|south china morning post|straits times|japan times|asahi shimbun|' +
  'yomiuri shimbun|mainichi shimbun|sydney morning herald|new zealand herald|irish times|irish independent|' +
  'irish examiner|moscow times|kyiv independent|novaya gazeta|rolling stone|vanity fair|business insider|' +
  'huffington post|huffpost|buzzfeed news|new yorker|newsweek|techcrunch|ars technica|national geographic|' +
  'scientific american|new scientist';
/** Others that are plain words as well: the capital of their article tells them (“The Guardian”), not at the head of a sentence. */
const PLAIN_NAMES =
  'guardian|times|independent|observer|telegraph|mirror|sun|standard|economist|scotsman|herald|australian|age|' +
  'hindu|atlantic|hill|verge|intercept|nation|globe|mail|onion|lancet';

const byFirst = new Map<string, string[][]>();
for (const name of OWN_NAMES.split('|')) {
  const parts = name.split(/ |(-)/).filter(Boolean);
  const list = byFirst.get(parts[0]!);
  if (list) list.push(parts);
  else byFirst.set(parts[0]!, [parts]);
}
for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
const plain = new Set(PLAIN_NAMES.split('|'));

/**
 * Reads the press by its names wherever they stand: it speaks often and is told of in passing, where neither capitals
 * nor neighbours say that it is a body. Names that say more (“Boston Globe Foundation”) stay as they are. Linear.
 */
export function addPress(doc: TextDocument, words: Words, names: readonly NameSpan[]): NameSpan[] {
  const found: NameSpan[] = [];
  const agencies = readAgencies(doc); // “Orsk (Reuters) —” says who sent the report
  for (let i = 0; i < doc.tokens.length; i++) {
    const end = pressEnd(words, i);
    if (end < 0 || agencies.has(doc.tokens.start[i]!)) continue;
    found.push({ start: doc.tokens.start[i]!, end: doc.tokens.end[end - 1]!, type: 'ORG', confidence: 0.95 });
    i = end - 1;
  }
  if (found.length === 0) return [...names];
  const sorted = [...names].sort((a, b) => a.start - b.start);
  const kept: NameSpan[] = [];
  const taken = new Set<NameSpan>(); // papers inside longer names
  let f = 0;
  for (const name of sorted) {
    while (f < found.length && found[f]!.end <= name.start) f++;
    const inside: NameSpan[] = [];
    for (let k = f; k < found.length && found[k]!.start < name.end; k++) inside.push(found[k]!);
    if (inside.length === 0) kept.push(name);
    else if (saysMore(doc.text, name, inside)) {
      kept.push(name);
      for (const paper of inside) taken.add(paper);
    }
  }
  return [...kept, ...found.filter(paper => !taken.has(paper))].sort((a, b) => a.start - b.start);
}

/** Whether a name is more than the papers in it and what stands around them: an article, an owner's mark. */
function saysMore(text: string, name: NameSpan, papers: readonly NameSpan[]): boolean {
  let rest = '';
  let at = name.start;
  for (const { start, end } of papers) {
    rest += ` ${text.slice(at, Math.max(at, start))}`;
    at = Math.max(at, end);
  }
  rest += ` ${text.slice(at, Math.max(at, name.end))}`;
  return /\p{L}/u.test(rest.replaceAll(/\b(?:the|and)\b|['’]s?/gi, ''));
}

/** Where the name of a paper that begins at a token ends, or -1. */
export function pressEnd(words: Words, i: number): number {
  const { lower, shape } = words;
  if (!isCapital(words, i)) return -1;
  const named = byFirst.get(lower[i]!);
  const length = named ? lengthOf(named, words, i) : 0;
  if (length > 0) return i + length;
  if (i === 0 || lower[i - 1] !== 'the' || !plain.has(lower[i]!)) return -1;
  const goesOn = (shape[i + 1] ?? 0) !== 0 && lower[i + 1] !== "'s";
  return isCapitalInside(words, i - 1) && !goesOn ? i + 1 : -1;
}

/** Tokens of the first of some names that stands at a token; 0: none does. */
function lengthOf(names: readonly (readonly string[])[], words: Words, i: number): number {
  const isAt = (parts: readonly string[]): boolean =>
    parts.every((part, k) => words.lower[i + k] === part && isWritten(words, part, i + k));
  return names.find(isAt)?.length ?? 0;
}

/** With its capital; small words need none. */
function isWritten(words: Words, part: string, i: number): boolean {
  return SMALL.has(part) || isCapital(words, i) || /^[-\d]/.test(part);
}
const SMALL = list('of and on della de la el le');
