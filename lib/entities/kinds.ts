import { list } from '../text/list.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { Shape, WordClass } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import type { Entity } from './entity.ts';
import { COMPANY_FORMS, ORG_HEADS } from './lexicon.ts';
import type { NameMention } from './mentions.ts';

/** What a body may be called by the last or first word of its name: “The Harrow Gazette” is a newspaper. */
const BY_HEAD: ReadonlyArray<readonly [heads: string, nouns: string]> = [
  [
    'times post tribune herald journal gazette chronicle guardian telegraph mail mirror observer news',
    'newspaper paper',
  ],
  [
    'inc inc. corp corp. corporation ltd ltd. llc plc company holdings group motors airlines airways systems technologies industries partners foods energy pharmaceuticals',
    'company firm',
  ],
  ['airlines airways', 'airline carrier'],
  ['agency administration bureau survey', 'agency'],
  ['police constabulary', 'force'],
  ['university college', 'university'],
  ['committee subcommittee commission', 'panel'],
  ['bank', 'lender'],
  ['alliance coalition', 'alliance'],
  ['club fc rovers wanderers', 'club team'],
  ['organisation organization', 'organisation organization'],
  ['tv television broadcasting', 'broadcaster network channel'],
  ['foundation', 'charity'],
];
const NOUNS_OF_HEAD = new Map<string, string[]>();
for (const [heads, nouns] of BY_HEAD) {
  for (const head of heads.split(' '))
    NOUNS_OF_HEAD.set(head, [...(NOUNS_OF_HEAD.get(head) ?? []), ...nouns.split(' ')]);
}

/** Nouns by which a text says what a body is, beside its name. */
const KIND_NOUNS = list(
  'newspaper paper company firm agency charity regulator watchdog union airline bank insurer retailer supermarket chain broadcaster network channel party group club team band university college school hospital council court operator manufacturer carmaker developer publisher magazine website platform startup lender utility contractor institute foundation trust movement militia alliance federation association committee commission body organisation organization service force board league museum theatre theater',
);

/** Whether a word can stand for a body after “the”. */
export function isKindNoun(word: string): boolean {
  return KIND_NOUNS.has(word) || ORG_HEADS.has(word);
}

/** The nouns a text may call a body by: from its names and from what stands beside them. */
export function kindsOf(doc: TextDocument, words: Words, entity: Entity): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const parts of [entity.parts, ...entity.mentions.slice(0, 5).map(mention => mention.parts)]) {
    for (const [i, part] of parts.length > 1 ? parts.entries() : []) {
      if (ORG_HEADS.has(part)) kinds.add(part);
      if (isHeadOf(parts, i)) for (const noun of NOUNS_OF_HEAD.get(part) ?? []) kinds.add(noun);
    }
  }
  for (const mention of entity.mentions.slice(0, 5)) {
    const before = nounBefore(words, mention);
    const after = nounAfter(doc, words, mention);
    if (before) kinds.add(before);
    if (after) kinds.add(after);
  }
  return kinds;
}

/** Whether a word of a name says what it is: that of “Harrow News Ltd”, “News of Harrow”, not of “Harrow News Stands”. */
function isHeadOf(parts: readonly string[], i: number): boolean {
  const next = parts[i + 1];
  return next === undefined || JOINTS.has(next) || COMPANY_FORMS.has(next) || COMPANY_FORMS.has(parts[i]!);
}
const JOINTS = list('of for on and');

/** “the newspaper The Gazette”, “the regulator, Aquacom,”. */
function nounBefore(words: Words, { first }: NameMention): string | undefined {
  let i = first - 1;
  if (words.lower[i] === 'the') i--;
  if (words.lower[i] === ',') i--;
  const noun = words.lower[i];
  return noun !== undefined && KIND_NOUNS.has(noun) && !(words.shape[i]! & Shape.capital) ? noun : undefined;
}

/** “Acme, a Danish shipping company,”. */
function nounAfter(doc: TextDocument, words: Words, { endToken, sentence }: NameMention): string | undefined {
  if (words.lower[endToken] !== ',' || !/^(?:an?|the)$/.test(words.lower[endToken + 1] ?? ''))
    return undefined;
  const limit = Math.min(doc.sentences[sentence]!.endToken, endToken + 9);
  let noun: string | undefined;
  for (let i = endToken + 2; i < limit; i++) {
    const word = words.lower[i]!;
    if (doc.tokens.kind[i] === TokenKind.punctuation && word !== '-') break;
    if (words.class[i]! & WordClass.preposition || word === 'which' || word === 'that') break;
    if (KIND_NOUNS.has(word)) noun = word;
    else noun = undefined; // the noun is the last word of the phrase
  }
  return noun;
}
