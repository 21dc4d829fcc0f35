import type { Player } from '../../entities/players.ts';
import { TokenKind } from '../../text/document.ts';
import type { Quotation, TextDocument } from '../../text/document.ts';
import { list } from '../../text/list.ts';
import { sentenceIndexAt, spanOf, tokensIn } from '../../text/parse.ts';
import { lastStartingBy } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { wordsOf } from '../../text/words.ts';
import type { Claim } from '../claim.ts';
import { indexMentions, mentionsIn, type MentionIndex } from '../source/sources.ts';

/** How a language tells who is quoted. */
interface Telling {
  readonly verbs: RegExp; // of saying, as news conjugates them; whole words
  readonly helpers: ReadonlySet<string>; // before the verb, part of it: “a déclaré”, “ha dicho”
  readonly pronouns: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>; // words behind the speaker: where and when it was said; before one, that it is none
  readonly adverbs: ReadonlySet<string>; // between the verb and the speaker
  readonly according: RegExp; // “selon”, before the speaker
}

const TELLING: Readonly<Record<string, Telling>> = {
  de: {
    verbs:
      /^(?:sag(?:te|ten|t)|erklär(?:te|ten|t)|beton(?:te|ten|t)|mein(?:te|ten|t)|bericht(?:ete|eten|et)|kritisier(?:te|ten|t)|forder(?:te|ten|t)|warn(?:te|ten|t)|versicher(?:te|ten|t)|berichtet|äußer(?:te|ten)|schrieb(?:en)?|schreibt|teil(?:te|ten)|sprach(?:en)?|nann(?:te|ten)|bekräftig(?:te|ten)|füg(?:te|ten)|ergänz(?:te|ten)|antwort(?:ete|eten)|räum(?:te|ten)|klag(?:te|ten)|mahn(?:te|ten)|kündig(?:te|ten)|bestritt(?:en)?)$/,
    helpers: list('hat haben'),
    pronouns: list('er sie es man'),
    ends: list(
      'bei in im am an auf vor nach zu zum zur beim während gegenüber dem der den mit über aus und als laut nicht wovor warum weshalb wie was wenn',
    ),
    adverbs: list(
      'dann dazu darüber zuvor derweil auch später zudem etwa unterdessen anschließend weiter heute gestern nun wiederum danach daraufhin außerdem dagegen jedoch aber selbst',
    ),
    according: /^(?:laut|so)$/,
  },
  fr: {
    verbs:
      /^(?:dit|déclaré|déclare|affirmé|affirme|expliqué|explique|estimé|estime|ajouté|ajoute|assuré|assure|souligné|souligne|précisé|précise|indiqué|indique|annoncé|annonce|confié|confie|martelé|martèle|répondu|répond|dénoncé|dénonce|regretté|regrette|raconté|raconte|insisté|insiste|écrit|lancé|lance|prévenu|prévient|reconnu|reconnaît|rappelé|rappelle|démenti|dément|poursuivi|poursuit|conclu|conclut|résumé|résume)$/,
    helpers: list('a ont avait avaient'),
    pronouns: list('il elle ils elles on'),
    ends: list(
      'à au aux devant lors dans sur en après avant pendant mardi lundi mercredi jeudi vendredi samedi dimanche hier auprès pour par et avec qui ce cette',
    ),
    adverbs: list('alors aussi ensuite encore ainsi notamment également hier'),
    according: /^(?:selon)$/,
  },
  es: {
    verbs:
      /^(?:dijo|dijeron|dice|afirmó|afirmaron|afirma|aseguró|aseguraron|asegura|declaró|declararon|declara|explicó|explicaron|explica|señaló|señalaron|señala|añadió|añadieron|añade|agregó|agregaron|sostuvo|sostiene|indicó|indicaron|advirtió|advirtieron|advierte|denunció|denuncia|reconoció|reconoce|insistió|insiste|subrayó|subraya|comentó|comenta|respondió|responde|recordó|recuerda|apuntó|apunta|negó|escribió|escribe|manifestó|manifiesta|dicho|afirmado|asegurado|declarado|explicado|señalado|añadido|indicado|advertido|insistido|subrayado)$/,
    helpers: list('ha han había habían'),
    pronouns: list('él ella ellos ellas'),
    ends: list('ante en a al durante tras el para con por y que desde este esta sobre'),
    adverbs: list('entonces también después además ayer hoy luego'),
    according: /^(?:según)$/,
  },
  uk: {
    verbs:
      /^(?:сказа(?:в|ла|ли)|каже|кажуть|заяви(?:в|ла|ли)|заявля(?:є|ють)|пояснив|поясни(?:ла|ли)|пояснює|наголоси(?:в|ла|ли)|наголошує|додав|дода(?:ла|ли)|додає|повідоми(?:в|ла|ли)|повідомляє|зазначи(?:в|ла|ли)|зазначає|підкресли(?:в|ла|ли)|написа(?:в|ла|ли)|пише|відпові(?:в|ла|ли)|розпові(?:в|ла|ли)|вважає|запевни(?:в|ла|ли)|визна(?:в|ла|ли)|попереди(?:в|ла|ли)|заперечи(?:в|ла|ли))$/,
    helpers: list(''),
    pronouns: list('він вона воно вони'),
    ends: list('на у в під після для про з і й та на сьогодні вчора журналістам'),
    adverbs: list('також потім тоді водночас'),
    according: /^(?:словами)$/,
  },
};

/** What has fewer words is a title or a word in marks; where somebody is told to say it, it may be short. */
const LEAST_WORDS = 3;
const MAX_SOURCE = 10; // tokens
const MAX_GAP = 7; // tokens between the mark and the verb: “, a-t-il encore répondu”

/**
 * What somebody is quoted with in a language the engine has not learned: words in quotation marks, and beside them a
 * verb of saying and who says it. What is told without marks, and what stands in them with no speaker beside it, is left
 * out; nor is it told who disputes what.
 */
export function quotedClaims(doc: TextDocument, players: readonly Player[], language: string): Claim[] {
  const telling = tellingOf(language);
  if (!telling) return [];
  const mentions = indexMentions(players);
  const claims: Claim[] = [];
  let last: { claim: Claim; quotation: Quotation } | undefined; // whoever spoke last
  for (const quotation of doc.quotations) {
    if (quotation.depth > 0 || !quotation.closed || quotation.inner.end <= quotation.inner.start) continue;
    const told = countWords(doc, quotation.inner) >= LEAST_WORDS && tellerOf(doc, telling, quotation);
    const goesOn =
      last && isSameParagraph(doc, last.quotation, quotation) && isNext(doc, last.quotation, quotation);
    if (told) {
      const claim = claimOf(
        `c${claims.length + 1}`,
        quotation.inner,
        told,
        sourceOf(doc, told.source, mentions),
      );
      claims.push(claim);
      last = { claim, quotation };
    } else if (goesOn) {
      last!.claim.content.push(quotation.inner); // “…”, sagte sie. „…“
      last = { claim: last!.claim, quotation };
    }
  }
  return claims;
}

/** Whether it is known how a language (BCP 47) tells who is quoted. */
export const knowsWhoIsQuoted = (language: string): boolean => tellingOf(language) !== undefined;

const tellingOf = (language: string): Telling | undefined =>
  TELLING[language.toLowerCase().split('-', 1)[0]!];

interface Told {
  readonly source: Span;
  readonly cue: Span;
}

/** Who is told to say a quotation, and by which verb: behind it, else before it. */
function tellerOf(doc: TextDocument, telling: Telling, quotation: Quotation): Told | undefined {
  return behind(doc, telling, quotation) ?? before(doc, telling, quotation);
}

/** “…”, sagte die Ministerin. « … », a déclaré le ministre. */
function behind(doc: TextDocument, telling: Telling, { end }: Quotation): Told | undefined {
  const limit = blockEnd(doc, end);
  let first = tokensIn(doc, { start: end, end: doc.text.length }).first;
  while (first < limit && /^[,–—-]$/.test(lower(doc, first))) first++;
  // with a capital another sentence begins
  if (first >= limit || startsHigh(doc, first)) return undefined;
  for (let i = first; i < Math.min(limit, first + MAX_GAP); i++) {
    const word = lower(doc, i);
    if (/^[.!?:;,“”„»«"]$/.test(word)) return undefined;
    if (telling.according.test(word)) {
      const source = phraseFrom(doc, telling, i + 1, limit);
      return source && { cue: spanOf(doc, { first: i, end: i + 1 }), source };
    }
    if (!telling.verbs.test(word)) continue;
    const from = cueStart(doc, telling, i, first);
    const inverted = pronounBefore(doc, telling, from, i); // « a-t-il dit »
    const source = inverted ?? phraseFrom(doc, telling, i + 1, limit);
    return source && { cue: spanOf(doc, { first: inverted ? i : from, end: i + 1 }), source };
  }
  return undefined;
}

/** Die Ministerin sagte: „…“. Selon le syndicat, « … ». */
function before(doc: TextDocument, telling: Telling, { start }: Quotation): Told | undefined {
  const mark = tokensIn(doc, { start, end: start + 1 }).first;
  const sentence = doc.sentences[sentenceIndexAt(doc, start)];
  if (!sentence || !/^[:,]$/.test(lower(doc, mark - 1))) return undefined;
  for (const i of [sentence.firstToken, sentence.firstToken + 1]) {
    if (!telling.according.test(lower(doc, i))) continue;
    const source = phraseFrom(doc, telling, i + 1, mark - 1);
    if (source && source.end === doc.tokens.end[mark - 2])
      return { cue: spanOf(doc, { first: i, end: i + 1 }), source };
  }
  for (let i = mark - 2; i >= Math.max(sentence.firstToken, mark - 2 - MAX_GAP - MAX_SOURCE); i--) {
    if (/^[.!?;“”„»«]$/.test(lower(doc, i))) return undefined;
    if (!telling.verbs.test(lower(doc, i))) continue;
    const from = cueStart(doc, telling, i, sentence.firstToken);
    const subject = phraseBefore(doc, telling, from, sentence.firstToken);
    // “Über den Plan sagte er: …”: what stands before the verb need not be who speaks
    const source = subject ?? phraseFrom(doc, telling, i + 1, mark - 1);
    return source && { cue: spanOf(doc, { first: from, end: i + 1 }), source };
  }
  return undefined;
}

/** The verb with its helper: “a déclaré”, “ha dicho”. */
function cueStart(doc: TextDocument, { helpers }: Telling, verb: number, first: number): number {
  for (let i = verb - 1; i >= Math.max(first, verb - MAX_GAP); i--) if (helpers.has(lower(doc, i))) return i;
  return verb;
}

function pronounBefore(
  doc: TextDocument,
  { pronouns }: Telling,
  from: number,
  verb: number,
): Span | undefined {
  for (let i = from; i < verb; i++)
    if (pronouns.has(lower(doc, i))) return spanOf(doc, { first: i, end: i + 1 });
  return undefined;
}

/** The words from a token up to a mark, or to what tells where and when it was said. */
function phraseFrom(doc: TextDocument, telling: Telling, first: number, limit: number): Span | undefined {
  let start = first;
  while (start < limit && telling.adverbs.has(lower(doc, start))) start++;
  let end = start;
  while (end < Math.min(limit, start + MAX_SOURCE)) {
    const word = lower(doc, end);
    if (isOther(doc, end)) break;
    const isArticle = ARTICLES.has(word) && (end === start || OF.has(lower(doc, end - 1))); // “der Betreiber”, “von der Bank”
    const isHalf = end > start && lower(doc, end - 1) === '-'; // “der Gesundheits- und Sozialdirektor”
    if (telling.ends.has(word) && !isArticle && !isHalf) break;
    if (telling.adverbs.has(word) || telling.helpers.has(word) || telling.verbs.test(word)) break;
    end++;
    if (telling.pronouns.has(word)) break;
  }
  while (end > start && (ARTICLES.has(lower(doc, end - 1)) || OF.has(lower(doc, end - 1)))) end--;
  return end > start ? spanOf(doc, { first: start, end }) : undefined;
}
const ARTICLES = list('der die das den dem el la los las le les un une una ein eine');
const OF = list('von de du des del');

/** Whether a token is neither a word nor what joins two. */
const isOther = ({ tokens, text }: TextDocument, i: number): boolean =>
  tokens.kind[i] !== TokenKind.word &&
  tokens.kind[i] !== TokenKind.number &&
  !/^[-‐’']/.test(text.charAt(tokens.start[i]!));

/** The words before a verb, back to a mark or the beginning of the sentence, if they can be who speaks. */
function phraseBefore(
  doc: TextDocument,
  { ends, adverbs, pronouns }: Telling,
  verb: number,
  first: number,
): Span | undefined {
  let end = verb;
  while (end > first && adverbs.has(lower(doc, end - 1))) end--;
  let start = end;
  while (start > first && end - start < MAX_SOURCE && !isOther(doc, start - 1)) start--;
  if (start === end) return undefined;
  const word = lower(doc, start);
  if (adverbs.has(word) || (ends.has(word) && !ARTICLES.has(word))) return undefined;
  if (!startsHigh(doc, start) && !ARTICLES.has(word) && !pronouns.has(word)) return undefined;
  return spanOf(doc, { first: start, end });
}

/** Who a source is, where it names a player; whom a pronoun means is left open. */
function sourceOf(
  doc: TextDocument,
  source: Span,
  mentions: MentionIndex,
): Pick<Claim, 'source' | 'sourceKind'> {
  // “el jefe del Gobierno” is not the Gobierno
  const isWhole = ({ start }: Span): boolean =>
    start === source.start || !OF.has(lower(doc, tokensIn(doc, { start, end: start + 1 }).first - 1));
  const player = mentionsIn(mentions, source).find(it => it.player.type !== 'place' && isWhole(it))?.player;
  if (!player) return { source, sourceKind: 'person' };
  const sourceKind = player.type === 'organisation' ? 'organisation' : 'person';
  return { source: { ...source, playerId: player.id }, sourceKind };
}

function claimOf(
  id: string,
  content: Span,
  { cue }: Told,
  whose: Pick<Claim, 'source' | 'sourceKind'>,
): Claim {
  return {
    id,
    ...whose,
    cue,
    content: [content],
    kind: 'direct',
    certainty: 'asserted',
    hedges: [],
    status: 'stated',
    disputedBy: [],
    refersTo: [],
    checkWorthiness: 0,
    checkReasons: [],
  };
}

const isSameParagraph = (doc: TextDocument, a: Span, b: Span): boolean =>
  blockEnd(doc, a.start) === blockEnd(doc, b.start);

/** Whether a quotation is what the next sentence begins with. */
function isNext(doc: TextDocument, last: Span, next: Span): boolean {
  const between = sentenceIndexAt(doc, next.start) - sentenceIndexAt(doc, last.end - 1);
  return between <= 1 && doc.sentences[sentenceIndexAt(doc, next.start)]!.start >= next.start - 1;
}

function countWords(doc: TextDocument, span: Span): number {
  const { first, end } = tokensIn(doc, span);
  let words = 0;
  for (let i = first; i < end; i++) if (doc.tokens.kind[i] === TokenKind.word) words++;
  return words;
}

/** The first token behind the block that holds an offset. */
function blockEnd(doc: TextDocument, offset: number): number {
  const block = doc.blocks[lastStartingBy(doc.blocks, offset)];
  return block ? tokensIn(doc, block).end : doc.tokens.length;
}

const lower = (doc: TextDocument, i: number): string => wordsOf(doc).lower[i] ?? '';

const startsHigh = ({ text, tokens }: TextDocument, i: number): boolean =>
  /\p{Lu}/u.test(text.charAt(tokens.start[i]!));
