import { list } from '../text/list.ts';
import { TokenKind } from '../text/document.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { parseText, tokenAt, tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { isGivenIn, readStatement, rivalsOf, sharedMeaning, sharedWords } from '../text/statement.ts';
import type { Figure } from '../text/figures.ts';
import type { Statement } from '../text/statement.ts';
import { WordClass, isCapitalInside, wordClass, wordsOf } from '../text/words.ts';
import type { Flag } from './brief.ts';
import type { Story } from './story.ts';

/** How much two sentences must have in common to tell of the same thing, and in how many words. */
const SAME_MATTER = 0.6;
const SHARED_WORDS = 3;
/** A figure is compared with the last ones of its kind alone, so that a long table stays cheap. */
const REACH = 8;

/** Words that say themselves why the number is another one: it grew, is a part, a bound, a guess, of another time, or somebody else's. */
const CHANGING = list(
  'another additional further more other others extra least most almost nearly about around roughly approximately some over under up below above than between each per every average initially originally earlier previously previous later now then rose risen rise rises fell fallen fall grew grown increased increase decreased revised updated compared while respectively former first second third last next only including remaining total both half target goal limit maximum minimum would could may might if expected estimated it its they their he his she her',
);

interface Fact {
  readonly sentence: Sentence;
  readonly statement: Statement;
  readonly source: string; // who says it; "" is the article
  readonly figure: Figure;
  readonly names: string; // the names of the sentence: two ships have two crews
  readonly dates: string; // and two days two tolls
}

/** The same thing counted twice, by the same voice, with two results. */
export function findNumberMismatches(story: Story): Flag[] {
  const facts = findFacts(story);
  const flags = findInHeadline(story);
  const known = new Map<string, Fact[]>(); // by what they count
  for (const fact of facts) {
    const [unit = ''] = fact.figure.units;
    const before = known.get(unit) ?? [];
    const rival = before.slice(-REACH).find(other => contradicts(fact, other));
    if (rival) {
      flags.push({
        kind: 'number-mismatch',
        ...spanOf(fact.sentence),
        related: [spanOf(rival.sentence)],
        because: `${rival.figure.written} / ${fact.figure.written}`,
      });
    }
    known.set(unit, [...before.slice(-REACH), fact]);
  }
  return flags;
}

/** The headline counts something that the lede counts too, with another result, and nothing in the text agrees with it. */
function findInHeadline({ doc, article }: Story): Flag[] {
  const title = parseText(article.title);
  if (wordsOf(title).lower.some(word => CHANGING.has(word))) return [];
  const headline = readStatement(title, title.blocks, article.language);
  if (headline.figures.length === 0) return [];
  const whole = readStatement(doc, doc.blocks, article.language);
  const lede = doc.sentences.slice(0, LEDE).map(({ start, end }) => {
    const sentence = { start, end };
    return { sentence, statement: readStatement(doc, [sentence], article.language) };
  });
  return headline.figures.flatMap((figure): Flag[] => {
    if (isGivenIn(figure, whole)) return [];
    for (const { sentence, statement } of lede) {
      const [rival, ...others] = rivalsOf(figure, statement);
      if (!rival || others.length > 0 || sharedWords(headline, statement).length < SHARED_WITH_LEDE) continue;
      const because = `${figure.written} / ${rival.written}`;
      return [{ kind: 'number-mismatch', ...sentence, related: 'title', because }];
    }
    return [];
  });
}
/** Sentences in which the article tells what its headline says, and words in which it does. */
const LEDE = 5;
const SHARED_WITH_LEDE = 3;

function contradicts(a: Fact, b: Fact): boolean {
  if (a.source !== b.source || a.sentence === b.sentence || a.names !== b.names || a.dates !== b.dates)
    return false;
  if (isGivenIn(b.figure, a.statement) || isGivenIn(a.figure, b.statement)) return false;
  if (rivalsOf(a.figure, b.statement).length !== 1) return false;
  const shared = sharedWords(a.statement, b.statement).length;
  return shared >= SHARED_WORDS && sharedMeaning(a.statement, b.statement) >= SAME_MATTER;
}

/** The sentences with one figure of its kind that nothing explains. */
function findFacts({ doc, article, claims }: Story): Fact[] {
  const { lower } = wordsOf(doc);
  const sources = sourcesOf(doc, claims);
  const facts: Fact[] = [];
  for (const sentence of doc.sentences) {
    if (article.blocks[sentence.block]?.kind !== 'paragraph') continue;
    if (!hasNumber(doc, sentence) || !/[.!]["”’)]?$/.test(cut(doc, sentence))) continue;
    const words = lower.slice(sentence.firstToken, sentence.endToken);
    if (words.some(word => CHANGING.has(word))) continue;
    const statement = readStatement(doc, [sentence], article.language);
    if (statement.figures.length === 0) continue;
    const names = namesIn(doc, sentence);
    const dates = [...statement.years, ...statement.days, ...words.filter(isTime)].sort().join(' ');
    for (const figure of statement.figures) {
      const source = sources.get(tokenAt(doc, figure.start)) ?? '';
      if (statement.figures.every(other => other === figure || isOfOtherKind(figure, other)))
        facts.push({ sentence, statement, source, figure, names, dates });
    }
  }
  return facts;
}

function namesIn(doc: TextDocument, sentence: Sentence): string {
  const words = wordsOf(doc);
  const names = new Set<string>();
  for (let i = sentence.firstToken; i < sentence.endToken; i++)
    if (isCapitalInside(words, i)) names.add(words.lower[i]!);
  return [...names].sort().join(' ');
}

function isTime(word: string): boolean {
  return (wordClass(word) & WordClass.time) !== 0;
}

function isOfOtherKind(a: Figure, b: Figure): boolean {
  return ![...a.units].some(unit => b.units.has(unit));
}

function hasNumber(doc: TextDocument, sentence: Sentence): boolean {
  for (let i = sentence.firstToken; i < sentence.endToken; i++)
    if (doc.tokens.kind[i] === TokenKind.number) return true;
  return false;
}

/** For tokens inside a claim, who says it. */
function sourcesOf(doc: TextDocument, claims: Story['claims']): Map<number, string> {
  const sources = new Map<number, string>();
  for (const { id, source, content } of claims) {
    for (const piece of content) {
      const { first, end } = tokensIn(doc, piece);
      for (let i = first; i < end; i++)
        if (doc.tokens.kind[i] === TokenKind.number) sources.set(i, source?.playerId ?? id);
    }
  }
  return sources;
}

function cut({ text }: TextDocument, { start, end }: Span): string {
  return text.slice(start, end);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
