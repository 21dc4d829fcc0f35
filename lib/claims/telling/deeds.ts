import { list } from '../../text/list.ts';
import { TokenKind } from '../../text/document.ts';
import type { Range, TextDocument } from '../../text/document.ts';
import { endsAfter } from '../../text/endings.ts';
import { tokensIn } from '../../text/parse.ts';
import { OPENING_MARK } from '../../text/quotations.ts';
import type { Span } from '../../text/span.ts';
import { IRREGULAR_PASTS, Shape, WordClass } from '../../text/words.ts';
import type { Words } from '../../text/words.ts';
import { CHARGES, NOUN_CUES, cueOf } from '../cues.ts';
import type { Telling } from './telling.ts';

/** A cue with what may be told by it. */
interface Deed extends Telling {
  readonly verb: string; // its last word but “out”
  readonly lemma: string; // of its verb; empty where it is none
  readonly told: Range; // tokens of the piece
  readonly isNext: boolean; // nothing but a mark stands between cue and piece
}

type Rule = (deed: Deed) => boolean;

/**
 * Whether a word that can tell tells nothing here: “added two rooms”, “called off the race”, “claimed the lives of six”,
 * “28 questions”, “it is fair to say”. What follows and precedes the cue decides.
 */
export function isDone(telling: Telling): boolean {
  const { doc, words, said, content, piece } = telling;
  const { lower } = words;
  const last = said.end - 1;
  const told = tokensIn(doc, piece);
  if (content.length === 1 && isPreposition(words, told)) return true;
  const verb = lower[lower[last] === 'out' ? last - 1 : last]!;
  const lemma = cueOf(verb)?.lemma ?? '';
  const isNext = told.first === (isMarked(doc, piece) ? said.end + 1 : said.end);
  const deed = { ...telling, verb, lemma, told, isNext };
  if (isNoVerb(deed) || isOfTheArticle(deed) || isLedUpTo(deed)) return true;
  const rule = BY_VERB.get(verb) ?? BY_LEMMA.get(lemma) ?? isInquiry;
  return rule(deed);
}

/** “agreed | to”. */
function isPreposition({ class: classes }: Words, { first, end }: Range): boolean {
  return end - first === 1 && (classes[first]! & WordClass.preposition) !== 0;
}

const isMarked = (doc: TextDocument, { start }: Span): boolean =>
  OPENING_MARK.test(doc.text.charAt(start - 1));

/** What is a name, a noun or a word before one, and no verb at all. */
function isNoVerb(deed: Deed): boolean {
  return (
    isNamed(deed) ||
    isNoun(deed) ||
    isPossessed(deed) ||
    isPoint(deed) ||
    isMeant(deed) ||
    isThingThat(deed) ||
    isRuleThat(deed)
  );
}

/** “a forum called ‘Mills’”, “on a gas called argon”: nobody calls it so. */
function isNamed({ doc, words, source, said: { first: called }, verb, piece, isNext }: Deed): boolean {
  if (!isNext || !source || !NAMED.has(verb)) return false;
  const { lower, class: classes, shape } = words;
  const subject = tokensIn(doc, source);
  if (subject.end !== called || shape[called - 1]! & Shape.capital) return false;
  if (/^(?:what|which|that)$/.test(lower[subject.first - 1] ?? '')) return false;
  if (OPENING_MARK.test(doc.text.slice(piece.start - 1, piece.start + 1))) return true;
  for (let k = called - 1; k > called - 5 && k > 0; k--)
    if (/^an?$/.test(lower[k]!)) return (classes[k - 1]! & WordClass.preposition) !== 0;
  return false;
}
const NAMED = list('called named dubbed titled entitled nicknamed labelled labeled termed');

/** “28 questions it sent”, “7,900 reported cases”, “when demand reached”: a noun, or a word before one. */
function isNoun({ doc, words, said: { first: at, end: next }, isNext }: Deed): boolean {
  if (!isNext || next - at > 1) return false;
  const { lower, class: classes, shape } = words;
  const word = lower[at]!;
  const isCounted = doc.tokens.kind[at - 1] === TokenKind.number;
  if (ADJECTIVES.has(word)) {
    const isNamed = (shape[next]! & Shape.capital) !== 0;
    const isBefore =
      isCounted || ((classes[at - 1]! & WordClass.determiner) !== 0 && lower[at - 1] !== 'that');
    return isBefore && classes[next] === 0 && !isNamed && doc.tokens.kind[next] === TokenKind.word;
  }
  const cue = cueOf(word);
  if (!cue?.noun) return false;
  const isMany =
    isCounted || /^(?:both|these|those|several|many|few|some|all|most|other)$/.test(lower[at - 1] ?? '');
  if (isMany && cue.form === 's' && lower[next] !== 'that') return true;
  if (cue.form === 's' && /^(?:of|being)$/.test(lower[next]!)) return true;
  const isPast = IRREGULAR_PASTS.has(lower[next]!) || endsAfter(lower[next], 2, 'ed');
  return cue.form === 'base' && classes[next] === 0 && isPast && (shape[next]! & Shape.capital) === 0;
}
const ADJECTIVES = new Set(['reported', 'suspected', 'confirmed', 'alleged']);

/** “beat analysts’ | estimates”: the noun is theirs, and who beats them estimates nothing. */
function isPossessed({ doc, words: { lower }, source, said: { first, end } }: Deed): boolean {
  if (!source || end - first > 1 || !/^(?:'s|['’])$/.test(lower[first - 1] ?? '')) return false;
  if (lower[end] === 'that' || !cueOf(lower[first]!)?.noun) return false;
  return tokensIn(doc, source).end < first - 1;
}

/** “By this | point”, “to the | point | that”. */
function isPoint({ words: { lower, class: classes }, said: { first, end } }: Deed): boolean {
  const cue = cueOf(lower[first]!);
  if (end - first > 1 || cue?.form !== 'base' || !cue.noun) return false;
  const before = lower[first - 1] ?? '';
  if (/^(?:an?|the)$/.test(before)) return !NOUN_CUES.has(lower[first]!);
  const isLed = /^th(?:is|at)$/.test(before) && classes[first - 2] === WordClass.preposition;
  return isLed && !/^(?:after|before|since|like)$/.test(lower[first - 2]!);
}

/** “the walls | intended | to hold”: what for. */
function isMeant({ words: { lower }, source, cue, said, verb, isNext }: Deed): boolean {
  if (verb !== 'intended' || !isNext) return false;
  return source ? source.end < cue.start - 1 && lower[said.first - 1] !== 'who' : said.end - said.first === 1;
}

/** “reports that told of it”: “that” stands for the reports. */
function isThingThat({ words, verb, told: { first } }: Deed): boolean {
  if (words.lower[first] !== 'that' || !(NOUN_CUES.has(verb) || cueOf(verb)?.noun)) return false;
  return isVerbal(words, first + 1);
}

/** “an association of bankers | that sets the rules”. */
function isRuleThat({ words, said, verb, lemma, told: { first }, isNext }: Deed): boolean {
  if (!isNext || lemma || words.lower[first] !== 'that' || said.end - said.first > 1) return false;
  return words.class[said.first] === 0 && /[^s]s$/.test(verb) && isPresent(words, first + 1);
}

/** “reports that told of it”: “that” stands for them, for a verb follows it. */
function isVerbal({ lower, class: classes, shape }: Words, k: number): boolean {
  const word = lower[k]!;
  if (shape[k]! & Shape.capital || lower[k + 1] === '-') return false;
  if (classes[k]! & WordClass.auxiliary) return word !== "'s";
  if (/^(?:include|involve|contain|cover)$/.test(word)) return true;
  return classes[k] === 0 && /[a-z]{2}ed$/.test(word) && classes[k + 1] !== 0;
}

/** “that | sets the rules”, “that | has rules”; not “that | prices rise”. */
function isPresent(words: Words, k: number): boolean {
  const { lower, class: classes } = words;
  if (isVerbal(words, k)) return true;
  return classes[k] === 0 && /[^s]s$/.test(lower[k]!) && (classes[k + 1]! & WordClass.determiner) !== 0;
}

/** What the article itself remarks, explains or weighs. */
function isOfTheArticle(deed: Deed): boolean {
  return isGloss(deed) || isRemark(deed) || isJudged(deed);
}

/** “pax, or ‘peace’”. */
function isGloss({ doc, words: { lower }, source, piece, told: { first } }: Deed): boolean {
  return !source && lower[first - 2] === 'or' && /^[–—,-]+$/.test(lower[first - 3]!) && isMarked(doc, piece);
}

/** “it is fair to say”, “worth noting”, “as if to say”, “which is not to say”: the article's own turn of phrase. */
function isRemark(deed: Deed): boolean {
  const { lower } = deed.words;
  const last = deed.said.end - 1;
  if (!GENERAL.has(deed.verb)) return false;
  if (deed.verb.endsWith('ing')) return lower[last - 1] === 'worth';
  if (lower[last - 1] !== 'to' || !isOurs(deed)) return false;
  return REMARKABLE.test(lower[lower[last - 2] === 'not' ? last - 3 : last - 2]!);
}
/** Verbs by which anybody may remark on something. */
const GENERAL = list(
  'say note noting emphasizing emphasising stressing repeating remembering mentioning add mention know believe think assume',
);

/** “it is silly to imagine”, “it’s important to see”: whoever writes finds it so. */
function isJudged(deed: Deed): boolean {
  const { lower } = deed.words;
  const last = deed.said.end - 1;
  if (lower[last - 1] !== 'to' || lower[last - 4] !== 'it') return false;
  return /^(?:is|'s|was)$/.test(lower[last - 3]!) && REMARKABLE.test(lower[last - 2]!) && isOurs(deed);
}
const REMARKABLE =
  /^(?:is|if|though|fair|safe|hard|easy|difficult|tempting|important|interesting|needless|suffice|sufficient|enough|accurate|reasonable|natural|impossible|possible|early|soon|late|premature|good|nice|sad|sorry|wrong|right|worth|silly|foolish|useful|helpful|vital|crucial|essential|necessary|unfair|wise)$/;

/** Whether nobody is named who would tell it. */
function isOurs({ doc, source }: Deed): boolean {
  return !source || /^(?:it|there|this|that|which)$/i.test(doc.text.slice(source.start, source.end));
}

/** What the words before the cue turn into something else than deed. */
function isLedUpTo(deed: Deed): boolean {
  return isPhrase(deed) || isMadePossible(deed) || isCounted(deed);
}

/** “all but guarantees it”, “calls into question why”, “in exchange for asking”, “as shown by”, “under questioning”. */
function isPhrase({ doc, words: { lower }, cue, said: { first, end }, verb }: Deed): boolean {
  const before = lower[first - 1];
  const beside = lower[end - 2];
  if (beside === 'but' && /^(?:all|nothing)$/.test(lower[end - 3] ?? '')) return true;
  if (lower[end - 1] === 'into' && cueOf(beside!)?.lemma === 'call') return true;
  if (before === 'for' && /^(?:exchange|return)$/.test(lower[first - 2] ?? '')) return true;
  if (lower[first] === 'as' && SHOWN.test(doc.text.slice(cue.start, cue.end))) return true;
  return verb === 'questioning' && /^(?:under|without|during)$/.test(before!);
}
/** “as demonstrated by its cracks”. */
const SHOWN = /^as (?:demonstrat|show|evidenc|se|prov|illustrat|witness|reflect|measur)\w+ (?:by|in)$/;

/** “This helps | users | write”, “It let | guards | ask”: an infinitive of what was made possible. */
function isMadePossible({ words: { lower, class: classes }, said: { first, end } }: Deed): boolean {
  if (end - first > 1 || cueOf(lower[first]!)?.form !== 'base') return false;
  let k = first - 1;
  while (
    lower[k] !== 'that' &&
    k > first - MOST_HELPED &&
    k > 0 &&
    (classes[k] === 0 || classes[k]! & WordClass.determiner) &&
    !HELPING.test(lower[k]!)
  )
    k--;
  return k < first - 1 && HELPING.test(lower[k] ?? '');
}
const HELPING = /^(?:help(?:s|ed|ing)?|lets?|letting|ma(?:kes?|de|king))$/;
/** Tokens from “helps” to what somebody does thereby. */
const MOST_HELPED = 5;

/** “the number of guards who said it was dear rose”, “those who think so”: it says which, not what they said. */
function isCounted({ words: { lower }, said }: Deed): boolean {
  const who = said.first - 1;
  if (lower[who] !== 'who') return false;
  if (/^(?:those|anyone|everyone|nobody)$/.test(lower[who - 1]!)) return true;
  for (let k = who - 1; k > who - 9 && k >= 0 && lower[k] !== ','; k--)
    if (/^(?:number|share|proportion|percentage|percent)$/.test(lower[k]!)) return true;
  return false;
}

/** “those | accused | of theft are few”. */
function isAccused({ words: { lower }, source, cue, said, told: { first }, isNext }: Deed): boolean {
  if (!isNext || said.end - said.first > 1 || source?.end !== cue.start - 1) return false;
  return /^(?:of|with)$/.test(lower[first]!);
}

/** “wary of believing it”: that somebody may do so is not told. */
function isMerelyThought({ words, said }: Deed): boolean {
  return (words.class[said.first - 1]! & WordClass.preposition) !== 0;
}

/** “six cases reported in May”: the cases report nothing. */
function isCases({ doc, words: { lower }, source, said, told: { first } }: Deed): boolean {
  if (!source || lower[first] === 'that' || !CASES.test(lower[said.first - 1]!)) return false;
  return tokensIn(doc, source).end === said.first;
}
const CASES =
  /^(?:cases|deaths|infections|incidents|injuries|accidents|crimes|attacks|fires|sightings|outbreaks|losses|casualties|fatalities|thefts)$/;

/** “was reported | to the police”. */
function isReported(deed: Deed): boolean {
  const { words, said, told, isNext } = deed;
  if (!isNext || words.lower[told.first] !== 'to' || said.end - said.first === 1) return isCases(deed);
  const whom = told.first + 1;
  return (
    (words.class[whom]! & WordClass.determiner) !== 0 ||
    /^(?:police|emergency|authorities)$/.test(words.lower[whom]!)
  );
}

/** What the verb does in this form. */
const BY_VERB: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...each([...CHARGES], isAccused),
  ...each(['believing', 'thinking', 'expecting', 'knowing', 'assuming', 'wanting'], isMerelyThought),
  ['reported', isReported],
  ['recorded', isCases],
]);

/** What is not said but done to these: “claimed three lives”, “dismissed the lawsuit”. */
function doneTo(things: RegExp): Rule {
  return deed => {
    if (!deed.isNext) return false;
    const object = objectOf(deed);
    return object.some(word => things.test(word)) && !object.includes('as');
  };
}

/** The first words of what a deed may be done to. */
function objectOf({ words, told: { first, end } }: Deed): string[] {
  return words.lower.slice(first, Math.min(end, first + MOST_OBJECT));
}
/** Tokens in which what a deed is done to stands. */
const MOST_OBJECT = 6;

/** “denied bail”, “denied him entry”, “denying fishers a hearing”: not given, where nothing else is told of it. */
function isWithheld({ words: { lower, class: classes }, told: { first, end }, isNext }: Deed): boolean {
  if (!isNext) return false;
  for (let k = first; k < Math.min(end, first + MOST_OBJECT); k++) {
    if (WITHHELD.test(lower[k]!)) return k + 1 === end || (classes[k + 1]! & WordClass.auxiliary) === 0;
    const opensClause = WordClass.preposition | WordClass.relative | WordClass.auxiliary;
    if (classes[k]! & opensClause || lower[k] === 'that' || NOUN_CUES.has(lower[k]!)) return false;
    if (k === first && endsAfter(lower[k]!, 3, 'ing')) return false;
  }
  return false;
}
const WITHHELD =
  /^(?:bail|parole|clemency|entry|access|asylum|visas?|permission|permits?|licen[cs]es?|applications?|requests?|bids?|motions?|appeals?|petitions?|care|treatment|vaccines?|medicines?|food|water|shelter|benefits|coverage|funding|funds|loans?|leave|rights|citizenship|service|services|hearing|trial|compensation)$/;

/** “called off the race”, “called 911”, “called the police”. */
function isCalled({ words: { lower }, told: { first, end }, isNext }: Deed): boolean {
  return isNext && CALLED.test(lower.slice(first, Math.min(end, first + 2)).join(' '));
}
const CALLED =
  /^(?:off|up|in|out|back|911|999|112|emergency|police|(?:the|an?) (?:police|ambulance|doctor|fire|vote|election|strike|meeting|halt|truce))\b/;

/** “pointed it out”, “pointed the lamp at the wall”. */
function isPointed(deed: Deed): boolean {
  return deed.words.lower[deed.told.first + 1] === 'out' || !isSaid(deed);
}

/** “fear for the birds that nest there”; “wary of hoping for more”; “brought | hope | to the valley”. */
function isFear(deed: Deed): boolean {
  const { words, said, verb, told, isNext } = deed;
  const { lower, class: classes } = words;
  if (!isNext && lower[said.end] === 'for' && lower[told.first] === 'that')
    return !classes.subarray(said.end, told.first).some(each => each & WordClass.time);
  if (/^(?:fear|hop)ing$/.test(verb)) return isMerelyThought(deed);
  if (!isNext || deed.lemma !== 'hope' || lower[told.first] !== 'to') return false;
  return (classes[told.first + 1]! & WordClass.determiner) !== 0;
}

/** “learned a trade”, “understands the river”, “threatens the mill”: told is only a clause. */
function isKnown(deed: Deed): boolean {
  if (!deed.isNext) return isOfObject(deed);
  return !/^(?:to|about)$/.test(deed.words.lower[deed.told.first]!) && !isSaid(deed);
}

/** “discovered | the large family of locks | that open it”: “that” stands for the noun. */
function isOfObject({ words: { lower, class: classes }, said: { end: next }, told }: Deed): boolean {
  const that = told.first;
  if (lower[that] !== 'that' || that - next < 2 || !(classes[next]! & WordClass.determiner)) return false;
  for (let k = next; k < that; k++) if (classes[k]! & WordClass.time || lower[k] === 'way') return false; // “learned the hard way that”
  return true;
}

/** “saw him leave”. */
function isSeen({ words: { lower }, told: { first, end }, isNext }: Deed): boolean {
  if (!isNext || !/^(?:me|you|him|her|us|them)$/.test(lower[first]!)) return false;
  return !lower.slice(first, end).includes('as');
}

/** “found him in the mill”. */
function isFound({ words: { lower, class: classes }, told: { first }, isNext }: Deed): boolean {
  if (!isNext || !/^(?:him|her|it|them)$/.test(lower[first]!)) return false;
  return (classes[first + 1]! & WordClass.preposition) !== 0;
}

/** “citing two old sources”: it says who, and not what. */
function isCited(deed: Deed): boolean {
  const { words, told, isNext } = deed;
  return isNext && /^(?:sources?|officials?)$/.test(words.lower[told.end - 1]!) && !isSaid(deed);
}

/** “repeated the pattern”, “repeated himself”; not “repeated her call”. */
function isRepeated(deed: Deed): boolean {
  return deed.isNext && !isSaid(deed) && !objectOf(deed).some(isWordOfMouth);
}

function isWordOfMouth(word: string): boolean {
  return NOUN_CUES.has(word) || cueOf(word)?.noun === true || SPOKEN.test(word);
}
const SPOKEN =
  /^(?:threat|position|message|commitment|line|lie|word|opposition|refusal|support|stance|mantra|slogan|advice|appeal|apolog|attack|story|stories|assurance|interest|desire)/;

/** “She showed no fear”. */
function isShown(deed: Deed): boolean {
  return deed.isNext && isBySomebody(deed) && !isSaid(deed);
}

/** “She showed no fear”, “Lena Brandt shows talent”: a person does so, and says nothing; “a poll by Acme shows a lead” tells. */
function isBySomebody({ doc, words, said }: Deed): boolean {
  const { lower, class: classes, shape, opensSentence } = words;
  let { first } = said;
  while (first > 0 && classes[first - 1]! & (WordClass.adverb | WordClass.auxiliary)) first--;
  if (/^(?:he|she|they)$/.test(lower[first - 1] ?? '')) return true;
  const end = first;
  while (first > 0 && !opensSentence[first] && shape[first - 1]! & Shape.capital && classes[first - 1] === 0)
    first--;
  if (first === end || (opensSentence[first] && end - first === 1)) return false;
  const before = classes[first - 1] ?? 0;
  const { conjunction, subordinator } = WordClass;
  const isClause = opensSentence[first] === 1 || doc.tokens.kind[first - 1] === TokenKind.punctuation;
  return (
    isClause || (before & (conjunction | subordinator)) !== 0 || cueOf(lower[first - 1]!)?.form === 'past'
  );
}

/** “considers leaving”. */
function isConsidered({ words: { lower }, told: { first }, isNext }: Deed): boolean {
  return isNext && /^[a-z]{3,}ing$/.test(lower[first]!);
}

/** “sounds that could reveal its place”: nothing has been told yet. */
function isYetUntold(deed: Deed): boolean {
  const { words, said, isNext } = deed;
  const before = words.lower.slice(said.first - 1, said.end - 1).join(' ');
  return isNext && MAYBE.test(before) && !isSaid(deed);
}
const MAYBE = /^(?:that|which) (?:would|could|will|can|may|might)$/;

/** “added two rooms”, “added | to the house”. */
function isAdded(deed: Deed): boolean {
  const { words, said, isNext } = deed;
  return (isNext || words.lower[said.end] === 'to') && !isSaid(deed);
}

/** “the taxes | requested | in May”: done to what stands before it, where nothing but a time or a place follows. */
function isRequested({ doc, words: { lower }, source, cue, said, verb, piece, told, isNext }: Deed): boolean {
  if (!isNext || source?.end !== cue.start - 1 || said.end - said.first > 1) return false;
  if (cueOf(verb)?.form !== 'past' || OPENING_MARK.test(doc.text.charAt(piece.start))) return false;
  return /^(?:in|at|from|since|during|under|through)$/.test(lower[told.first]!);
}

/** “studied | how it works”: what is looked into is not yet told. */
function isInquiry({ words: { lower }, verb, told: { first }, isNext }: Deed): boolean {
  return isNext && QUESTIONS.test(lower[first]!) && INQUIRIES.test(verb);
}
const INQUIRIES = /^(?:investigat|explor|examin|stud(?:y|ie)|test(?:s|ed|ing)?$|assess|analy[sz])/;
const QUESTIONS = /^(?:how|if|whether|why|what|which|who|where|when)$/;

/** What the verb does in any form. */
const BY_LEMMA: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['claim', doneTo(/^(?:li(?:fe|ves)|bod(?:y|ies)|benefits|titles?|medals?|trophy|crown|prize|scalps?)$/)],
  ['tell', doneTo(/^(?:truth|lies?|jokes?)$/)],
  [
    'dismiss',
    doneTo(
      /^(?:cases?|suits?|lawsuits?|appeals?|petitions?|motions?|coach|manager|staff|workers|employees)$/,
    ),
  ],
  ['deny', isWithheld],
  ['point', isPointed],
  ['call', isCalled],
  ...each(['fear', 'worry', 'hope'], isFear),
  ...each(['learn', 'realise', 'realize', 'understand', 'threaten', 'know', 'discover'], isKnown),
  ['see', isSeen],
  ['find', isFound],
  ['cite', isCited],
  ['repeat', isRepeated],
  ['show', isShown],
  ['consider', isConsidered],
  ['reveal', isYetUntold],
  ['add', isAdded],
  ...each(['request', 'propose', 'offer', 'announce', 'recommend', 'promise'], isRequested),
]);

function each(words: readonly string[], rule: Rule): [string, Rule][] {
  return words.map(word => [word, rule]);
}

/** Whether a piece opens as what is said does: with “that”, a mark, or a clause. */
function isSaid({ doc, words: { lower, class: classes }, piece, told: { first, end } }: Deed): boolean {
  if (OPENING_MARK.test(doc.text.slice(piece.start - 1, piece.start + LONGEST_ARTICLE))) return true;
  const { relative, subordinator, auxiliary } = WordClass;
  for (let k = first; k < end; k++) {
    const word = lower[k]!;
    if (k === first && (word === 'that' || QUESTIONS.test(word))) return true;
    if (k === first && word === 'to') return false;
    if (BEHIND.test(word)) return false; // “added 2% after it fell”
    if (word === ',' || (classes[k]! & (relative | subordinator) && word !== 'than')) return false;
    if (classes[k]! & auxiliary && word !== "'s") return true;
    if (IRREGULAR_PASTS.has(word) || (classes[k] === 0 && endsAfter(word, 2, 'ed'))) return true;
  }
  return false;
}

const BEHIND = /^(?:after|before|until|since)$/;

/** Characters before a quotation that is not the first word: “the ‘”. */
const LONGEST_ARTICLE = 5;
