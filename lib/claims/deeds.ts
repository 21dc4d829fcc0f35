import { list } from '../text/list.ts';
import { TokenKind } from '../text/document.ts';
import type { Range, TextDocument } from '../text/document.ts';
import { endsAfter } from '../text/endings.ts';
import { tokensIn } from '../text/parse.ts';
import { OPENING_MARK } from '../text/quotations.ts';
import type { Span } from '../text/span.ts';
import { IRREGULAR_PASTS, Shape, WordClass, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { NOUN_CUES, cueOf } from './cues.ts';

/**
 * Whether a word that can tell tells nothing here: “added two rooms”, “called off the race”, “claimed the lives of six”,
 * “28 questions”, “it is fair to say”. What follows and precedes the cue decides.
 */
export function isDone(doc: TextDocument, source: Span | null, cue: Span, content: readonly Span[]): boolean {
  const words = wordsOf(doc);
  const { lower } = words;
  const said = tokensIn(doc, cue);
  const last = said.end - 1;
  const [piece] = content as [Span];
  const { first, end } = tokensIn(doc, piece);
  const verb = lower[lower[last] === 'out' ? last - 1 : last]!;
  const isMarked = OPENING_MARK.test(doc.text.charAt(piece.start - 1));
  const isNext = first === (isMarked ? said.end + 1 : said.end);
  if (content.length === 1 && end - first === 1 && words.class[first]! & WordClass.preposition) return true; // “agreed | to”
  if (isNext && source && NAMED.has(verb) && isNamed(doc, words, source, said.first, piece)) return true;
  if (!source && isMarked && lower[first - 2] === 'or' && /^[–—,-]+$/.test(lower[first - 3]!)) return true; // “pax, or ‘peace’”
  if (isNext && isNoun(doc, words, said.first, said.end)) return true;
  if (isPossessed(words, said, source && tokensIn(doc, source))) return true;
  const isOurs = !source || EXPLETIVE.test(doc.text.slice(source.start, source.end));
  if ((isOurs || lower[last - 1] === 'worth') && GENERAL.has(verb) && isRemark(lower, last)) return true;
  if (isOurs && isJudged(lower, last)) return true;
  if (/^(?:all|nothing) but$/.test(`${lower[last - 2]} ${lower[last - 1]}`)) return true; // “all but guarantees it”
  if (lower[last] === 'into' && cueOf(lower[last - 1]!)?.lemma === 'call') return true; // “calls into question why”
  if (isBare(words, said)) return true;
  if (/^(?:exchange|return) for$/.test(`${lower[said.first - 2]} ${lower[said.first - 1]}`)) return true;
  if (lower[said.first] === 'as' && SHOWN.test(doc.text.slice(cue.start, cue.end))) return true;
  if (lower[said.first - 1] === 'who' && isCounted(lower, said.first - 1)) return true;
  if (verb === 'questioning' && /^(?:under|without|during)$/.test(lower[said.first - 1]!)) return true;
  if (/^(?:accused|charged|convicted|suspected)$/.test(verb)) {
    // “those accused of theft are few”
    const isBare = said.end - said.first === 1 && source?.end === cue.start - 1;
    return isBare && isNext && /^(?:of|with)$/.test(lower[first]!);
  }
  const isApart = source && source.end < cue.start - 1 && lower[said.first - 1] !== 'who';
  if (verb === 'intended' && isNext && (isApart || (!source && said.end - said.first === 1))) return true;
  const isNounish = NOUN_CUES.has(verb) || cueOf(verb)?.noun === true;
  if (isNounish && lower[first] === 'that' && isVerbal(words, first + 1)) return true;
  // “an association of bankers that sets the rules”
  const isPlain =
    said.end - said.first === 1 && words.class[last] === 0 && !cueOf(verb) && /[^s]s$/.test(verb);
  if (isPlain && isNext && lower[first] === 'that' && isPresent(words, first + 1)) return true;
  const lemma = cueOf(verb)?.lemma ?? '';
  const object = lower.slice(first, Math.min(end, first + MOST_OBJECT));
  const told = OBJECTS[lemma];
  if (told) return isNext && object.some(word => told.test(word)) && !object.includes('as');
  if (lemma === 'point') return lower[first + 1] === 'out' || !isSaid(doc, words, piece); // “pointed it out”
  if (lemma === 'call') return isNext && CALLED.test(object.slice(0, 2).join(' '));
  if (lower[said.end] === 'for' && FEARING.has(lemma) && lower[first] === 'that' && !isNext)
    return !words.class.subarray(said.end, first).some(each => each & WordClass.time); // “fear for the birds that nest there”
  if (MENTAL.test(verb)) return (words.class[said.first - 1]! & WordClass.preposition) !== 0;
  if (KNOWN.has(lemma) && isOfObject(words, said.end, first)) return true;
  if (
    lemma === 'hope' &&
    isNext &&
    lower[first] === 'to' &&
    (words.class[first + 1]! & WordClass.determiner) !== 0
  )
    return true; // “brought | hope | to the valley”
  if (lemma === 'see')
    return isNext && PERSONS.test(lower[first]!) && !lower.slice(first, end).includes('as');
  if (lemma === 'cite') return isNext && !isSaid(doc, words, piece) && SOURCES.test(lower[end - 1]!);
  if (KNOWN.has(lemma)) return isNext && !/^(?:to|about)$/.test(lower[first]!) && !isSaid(doc, words, piece);
  if (lemma === 'repeat') return isNext && !isSaid(doc, words, piece) && !object.some(isWordOfMouth);
  if (lemma === 'find')
    return (
      isNext &&
      /^(?:him|her|it|them)$/.test(lower[first]!) &&
      (words.class[first + 1]! & WordClass.preposition) !== 0
    );
  if (lemma === 'show') return isNext && isBySomebody(doc, words, said.first) && !isSaid(doc, words, piece);
  if (lemma === 'consider') return isNext && /^[a-z]{3,}ing$/.test(lower[first]!);
  if (lemma === 'reveal')
    return isNext && MAYBE.test(lower.slice(said.first - 1, last).join(' ')) && !isSaid(doc, words, piece);
  if (verb === 'reported' && isNext && lower[first] === 'to' && said.end - said.first > 1)
    return (
      (words.class[first + 1]! & WordClass.determiner) !== 0 ||
      /^(?:police|emergency|authorities)$/.test(lower[first + 1]!)
    );
  if (REPORTED.test(verb)) return isCases(doc, words, source, said.first, first);
  if (lemma === 'add') return (isNext || lower[said.end] === 'to') && !isSaid(doc, words, piece);
  // “the taxes requested in May”
  if (REQUESTED.has(lemma) && isNext && source?.end === cue.start - 1 && said.end - said.first === 1)
    return (
      cueOf(verb)?.form === 'past' &&
      WHEN.test(lower[first]!) &&
      !OPENING_MARK.test(doc.text.charAt(piece.start))
    );
  if (INQUIRIES.test(verb)) return isNext && QUESTIONS.test(lower[first]!);
  return false;
}

/** “She showed no fear”, “Lena Brandt shows talent”: a person does so, and says nothing; “a poll by Acme shows a lead” tells. */
function isBySomebody(
  doc: TextDocument,
  { lower, class: classes, shape, opensSentence }: Words,
  verb: number,
): boolean {
  let first = verb;
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

/** “By this point”, “This helps | users | write”, “It let | guards | ask”: a noun, or an infinitive of what was made possible. */
function isBare({ lower, class: classes }: Words, { first, end }: Range): boolean {
  const cue = cueOf(lower[first]!);
  if (end - first > 1 || cue?.form !== 'base') return false;
  // “to the point that”
  if (cue.noun && !NOUN_CUES.has(lower[first]!) && /^(?:an?|the)$/.test(lower[first - 1] ?? '')) return true;
  const isThis = cue.noun === true && /^th(?:is|at)$/.test(lower[first - 1] ?? '');
  if (
    isThis &&
    classes[first - 2] === WordClass.preposition &&
    !/^(?:after|before|since|like)$/.test(lower[first - 2]!)
  )
    return true;
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

/** “beat analysts’ | estimates”: the noun is theirs, and who beats them estimates nothing. */
function isPossessed({ lower }: Words, { first, end }: Range, source: Range | null): boolean {
  const cue = cueOf(lower[first]!);
  if (end - first > 1 || !cue?.noun || lower[end] === 'that' || !source) return false;
  const isOwned = /^(?:'s|['’])$/.test(lower[first - 1] ?? '');
  return isOwned && source.end < first - 1 && source.end <= first;
}

/** “as demonstrated by its cracks”. */
const SHOWN = /^as (?:demonstrat|show|evidenc|se|prov|illustrat|witness|reflect|measur)\w+ (?:by|in)$/;

/** Tokens in which what a deed is done to stands. */
const MOST_OBJECT = 6;

/** What is not said but done to these: “claimed three lives”, “dismissed the lawsuit”. */
const OBJECTS: Readonly<Record<string, RegExp>> = {
  claim: /^(?:li(?:fe|ves)|bod(?:y|ies)|benefits|titles?|medals?|trophy|crown|prize|scalps?)$/,
  tell: /^(?:truth|lies?|jokes?)$/,
  dismiss: /^(?:cases?|suits?|lawsuits?|appeals?|petitions?|motions?|coach|manager|staff|workers|employees)$/,
};

/** “called off the race”, “called 911”, “called the police”. */
const CALLED =
  /^(?:off|up|in|out|back|911|999|112|emergency|police|(?:the|an?) (?:police|ambulance|doctor|fire|vote|election|strike|meeting|halt|truce))\b/;

const FEARING = list('fear worry hope');

/** “wary of believing it”: that somebody may do so is not told. */
const MENTAL = /^(?:believ|think|expect|fear|hop|know|assum|want)ing$/;

/** “learned a trade”, “understands the river”, “threatens the mill”: told is only a clause. */
const KNOWN = new Set(['learn', 'realise', 'realize', 'understand', 'threaten', 'know', 'discover']);

/** “saw him leave”. */
const PERSONS = /^(?:me|you|him|her|us|them)$/;
/** “citing two old sources”: it says who, and not what. */
const SOURCES = /^(?:sources?|officials?)$/;

/** “discovered | the large family of locks | that open it”: “that” stands for the noun. */
function isOfObject({ lower, class: classes }: Words, next: number, that: number): boolean {
  if (lower[that] !== 'that' || that - next < 2 || !(classes[next]! & WordClass.determiner)) return false;
  for (let k = next; k < that; k++) if (classes[k]! & WordClass.time || lower[k] === 'way') return false; // “learned the hard way that”
  return true;
}

/** What is done to what stands before them where nothing but a time or a place follows. */
const REQUESTED = list('request propose offer announce recommend promise record');
const WHEN = /^(?:in|at|from|since|during|under|through)$/;

/** “six cases reported in May”: the cases report nothing. */
function isCases(
  doc: TextDocument,
  { lower }: Words,
  source: Span | null,
  at: number,
  first: number,
): boolean {
  if (!source || lower[first] === 'that') return false;
  return tokensIn(doc, source).end === at && CASES.test(lower[at - 1]!);
}
const CASES =
  /^(?:cases|deaths|infections|incidents|injuries|accidents|crimes|attacks|fires|sightings|outbreaks|losses|casualties|fatalities|thefts)$/;
const REPORTED = /^(?:reported|recorded|found)$/;

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

/** “the number of guards who said it was dear rose”, “those who think so”: it says which, not what they said. */
function isCounted(lower: readonly string[], who: number): boolean {
  if (/^(?:those|anyone|everyone|nobody)$/.test(lower[who - 1]!)) return true;
  for (let k = who - 1; k > who - 9 && k >= 0 && lower[k] !== ','; k--)
    if (/^(?:number|share|proportion|percentage|percent)$/.test(lower[k]!)) return true;
  return false;
}

/** “sounds that could reveal its place”: nothing has been told yet. */
const MAYBE = /^(?:that|which) (?:would|could|will|can|may|might)$/;

/** “repeated the pattern”, “repeated himself”; not “repeated her call”. */
function isWordOfMouth(word: string): boolean {
  return NOUN_CUES.has(word) || cueOf(word)?.noun === true || SPOKEN.test(word);
}
const SPOKEN =
  /^(?:threat|position|message|commitment|line|lie|word|opposition|refusal|support|stance|mantra|slogan|advice|appeal|apolog|attack|story|stories|assurance|interest|desire)/;

/** What is looked into is not yet told: “studied how it works”. */
const INQUIRIES = /^(?:investigat|explor|examin|stud(?:y|ie)|test(?:s|ed|ing)?$|assess|analy[sz])/;
const QUESTIONS = /^(?:how|if|whether|why|what|which|who|where|when)$/;

/** Whether a piece opens as what is said does: with “that”, a mark, or a clause. */
function isSaid(doc: TextDocument, { lower, class: classes }: Words, piece: Span): boolean {
  const { first, end } = tokensIn(doc, piece);
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

/** Verbs by which anybody may remark on something. */
const GENERAL = list(
  'say note noting emphasizing emphasising stressing repeating remembering mentioning add mention know believe think assume',
);

/** “it is fair to say”, “worth noting”, “as if to say”, “which is not to say”: the article's own turn of phrase. */
function isRemark(lower: readonly string[], verb: number): boolean {
  if (lower[verb]?.endsWith('ing')) return lower[verb - 1] === 'worth';
  return lower[verb - 1] === 'to' && REMARKABLE.test(lower[lower[verb - 2] === 'not' ? verb - 3 : verb - 2]!);
}
/** “it is silly to imagine”, “it’s important to see”: whoever writes finds it so. */
function isJudged(lower: readonly string[], verb: number): boolean {
  const isLed = lower[verb - 1] === 'to' && /^(?:is|'s|was)$/.test(lower[verb - 3] ?? '');
  return isLed && lower[verb - 4] === 'it' && REMARKABLE.test(lower[verb - 2]!);
}
const EXPLETIVE = /^(?:it|there|this|that|which)$/i;
const REMARKABLE =
  /^(?:is|if|though|fair|safe|hard|easy|difficult|tempting|important|interesting|needless|suffice|sufficient|enough|accurate|reasonable|natural|impossible|possible|early|soon|late|premature|good|nice|sad|sorry|wrong|right|worth|silly|foolish|useful|helpful|vital|crucial|essential|necessary|unfair|wise)$/;

/** “a forum called ‘Mills’”, “on a gas called argon”: nobody calls it so. */
function isNamed(
  doc: TextDocument,
  { lower, class: classes, shape }: Words,
  source: Span,
  called: number,
  piece: Span,
): boolean {
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
function isNoun(
  doc: TextDocument,
  { lower, class: classes, shape }: Words,
  at: number,
  next: number,
): boolean {
  if (next - at > 1) return false;
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
