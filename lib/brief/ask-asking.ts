import { stemOf } from './ask-stems.ts';

/** What kind of words answer a question. */
export type Wanted = 'person' | 'organisation' | 'place' | 'time' | 'number' | 'cause' | 'thing';

/** What an amount, or a date, is given in. */
export type Unit = 'percent' | 'money' | 'age' | 'duration' | 'frequency' | 'year' | 'distance';

/** How a question asks. */
export interface Asking {
  readonly wanted: Wanted;
  readonly unit: Unit | null;
  /** The stem of “river” in “which river …”, of “people” in “how many people …”. */
  readonly noun: string | null;
  /** Stems of words that say what is asked for, so that what answers need not hold them: “country” in “which country”. */
  readonly light: ReadonlySet<string>;
  /** The stem of “sold” in “who sold the mill” or “who is selling it”, which somebody does; null in “who was sold”. */
  readonly doing: string | null;
  /** “Which parts were not sold?” */
  readonly isNegated: boolean;
  /** “What is a lock-in?” */
  readonly asksWhatItIs: boolean;
}

/** How a question asks, in lower case; `isWord` tells the words of meaning by their stems. */
export function readAsking(lower: string, isWord: (stem: string) => boolean): Asking {
  const { wanted, at } = wantedBy(lower);
  const asksOf = nounAsked(lower, isWord);
  const isFirst = asksOf !== null && asksOf.at < at && /^(?:what|which)/.test(asksOf.phrase);
  const light = new Set<string>([...(asksOf?.phrase.matchAll(KIND_OF) ?? [])].map(([word]) => stemOf(word)));
  if (asksOf?.kind) light.add(asksOf.noun!);
  for (const [word] of lower.matchAll(ASKING)) light.add(stemOf(word));
  return {
    wanted: isFirst && (asksOf.kind || asksOf.at === 0) ? (asksOf.kind ?? 'thing') : wanted,
    unit: unitBy(lower),
    noun: asksOf?.noun ?? null,
    light,
    doing: doneBy(lower, isWord),
    isNegated: /\b(?:not|never|no|cannot)\b|n['’]t\b/.test(lower),
    asksWhatItIs: /^\W*what (?:is|are|was|were|does|do) /.test(lower),
  };
}

/** The words that ask, with the kind of words that answer; the first in the question counts. */
const ASKED_BY: readonly (readonly [Wanted, RegExp])[] = [
  [
    'number',
    /\bhow (?:many|much|old|long|far|often|high|tall|big|large|fast|deep|wide|few|heavy|great|quickly|frequently)\b/,
  ],
  ['time', /\bwhen\b/],
  ['place', /\bwhere\b/],
  ['person', /\bwho(?:m|se)?\b/],
  ['cause', /\bwhy\b|\bwhat (?:caused|led to|(?:is|was) the reason|(?:are|were) the reasons)\b/],
];

function wantedBy(lower: string): { wanted: Wanted; at: number } {
  let wanted: Wanted = 'thing';
  let at = Infinity;
  for (const [kind, pattern] of ASKED_BY) {
    const place = lower.search(pattern);
    if (place < 0 || place >= at) continue;
    wanted = kind;
    at = place;
  }
  return { wanted, at };
}

/** The nouns after “which” that tell the kind of words that answer. */
const KINDS = new Map<string, Wanted>(
  (
    [
      [
        'number',
        'percentage percent number share amount population age size length height width depth weight distance total price cost rate speed temperature budget revenue income salary score proportion fraction quantity enrolment enrollment endowment capacity value',
      ],
      ['time', 'year day weekday month date century decade time season era period'],
      [
        'place',
        'city country nation place town state region county village location street island province district area continent river lake sea ocean mountain port harbour harbor neighbourhood neighborhood borough colony territory capital site valley suburb',
      ],
      [
        'organisation',
        'company organisation organization agency party court university team group institution body committee council newspaper school bank club union firm airline ministry department parliament college army church',
      ],
      [
        'person',
        'person man woman king queen president leader minister scientist author writer architect artist commander player actor actress singer politician emperor pope bishop duke professor philosopher musician composer engineer journalist founder inventor director mayor senator judge priest explorer ruler poet physicist chemist mathematician economist historian officer painter prince princess governor',
      ],
    ] as const
  ).flatMap(([wanted, nouns]) => nouns.split(' ').map(noun => [stemOf(noun), wanted] as const)),
);

interface Noun {
  readonly at: number; // of the phrase
  readonly phrase: string;
  readonly noun: string | null;
  readonly kind: Wanted | null;
}

/** Of up to three words of meaning after “which”, “what” or “how many” the last, or the last that tells the kind. */
function nounAsked(lower: string, isWord: (stem: string) => boolean): Noun | null {
  const asking = ASKS_OF.exec(lower);
  if (!asking) return null;
  let noun: string | null = null;
  let kind: Wanted | null = null;
  const following = lower.slice(asking.index + asking[0].length).split(/[\s,?-]+/, 4);
  for (const [i, word] of following.entries()) {
    const stem = stemOf(word);
    if (!isWord(stem)) break;
    const itsKind = KINDS.get(stem);
    if (!itsKind && (kind || i === 3)) break;
    noun = stem;
    kind = itsKind ?? null;
  }
  return { at: asking.index, phrase: asking[0], noun, kind };
}

const ASKS_OF =
  /\b(?:what|which|how many|how much|whose) (?:(?:is|was|are|were) (?:the|an?|one|some) (?:of the )?)?(?:(?:kind|type|sort|form|part|name)s? of (?:the |an? )?)?/;
/** “How long”; “what is it called”, “where is it located”: the text says no such thing. */
const ASKING =
  /(?<=\bhow )\w+|\bt(?:akes?|ook|aken|aking)(?= place\b)|\b(?:called|named?|names|known|located|situated|place|able|used|term|type|kind)\b/g;
const KIND_OF = /kind|type|sort|form|part|name/g;

function doneBy(lower: string, isWord: (stem: string) => boolean): string | null {
  const [, before, verb] = WHO_DOES.exec(lower) ?? [];
  if (verb === undefined || (IS.test(before!) && !verb.endsWith('ing'))) return null;
  const stem = stemOf(verb);
  return isWord(stem) ? stem : null;
}
const WHO_DOES =
  /\bwho ((?:(?:has|have|had|will|would|could|can|may|might|should|first|also|is|are|was|were|be|been) ){0,4})([a-z]+)/;
const IS = /\b(?:is|are|was|were|be|been) /;

/** The words that tell a unit; the first that fits counts. */
const UNIT_BY: readonly (readonly [Unit, RegExp])[] = [
  ['percent', /\b(?:percentage|percent|proportion|fraction|share)\b/],
  ['money', /\bhow much\b|\b(?:cost|price|worth|budget|endowment|revenue|paid|pay)\b/],
  ['age', /\bhow old\b|\bage\b/],
  ['frequency', /\bhow (?:often|frequently)\b/],
  ['duration', /\bhow long\b|\bduration\b/],
  ['year', /\bwhat years?\b/],
  ['distance', /\bhow (?:far|high|tall|deep|wide|big|large)\b|\b(?:distance|height|length|width|area)\b/],
];

function unitBy(lower: string): Unit | null {
  return UNIT_BY.find(([, pattern]) => pattern.test(lower))?.[0] ?? null;
}
