import { list } from '../text/list.ts';
import { listed } from '../text/listed.ts';

/** What may follow an attributing verb. */
export const Frame = {
  clause: 1, // said (that) it would rain
  quote: 2, // “…,” she continued
  object: 4, // denied the report
  infinitive: 8, // vowed to fight
  addressee: 16, // told reporters that
  appeal: 32, // urged ministers to act: the person belongs to the content
  as: 64, // described the plan as sound
  thatOnly: 128, // found that: a clause counts only with “that” before it
} as const;

/** What a denying, confirming or doubting cue does to what it speaks of. */
export type Stance = 'denies' | 'confirms' | 'doubts';

/** A form of a verb that attributes; `frames` are bits of `Frame`, the ways its content may follow. */
export interface Cue {
  readonly frames: number;
  readonly form: 'base' | 's' | 'past' | 'participle' | 'ing';
  readonly lemma: string;
  readonly stance: Stance | undefined;
  readonly hedged: boolean;
  readonly noun: boolean; // the form is a noun as often
}

const { clause: C, quote: Q, object: N, infinitive: I, addressee: P, appeal: O, as: A, thatOnly: T } = Frame;

/** Attributing verbs by what may follow them; irregular forms after the base: base/past/participle. */
const VERBS: ReadonlyArray<readonly [number, string]> = [
  [
    C | Q,
    'say/said/said claim argue insist contend assert conclude remark comment posit hypothesise hypothesize concur',
  ],
  [
    C | Q | N,
    'state add declare explain allege reveal disclose stress emphasise emphasize underline underscore',
  ],
  [C | Q | N, 'reiterate repeat acknowledge admit announce confirm report concede'],
  [
    C | Q | T,
    'note observe complain boast testify indicate suggest imply hint signal caution respond reply recall',
  ],
  [
    C | Q | T,
    'maintain answer joke quip vouch muse post blog tweet opine point divulge theorise theorize affirm reaffirm counter',
  ],
  [C | Q, 'believe suspect fear hope estimate reckon speculate predict'],
  [
    C | Q | T,
    'think/thought/thought feel/felt/felt know/knew/known worry doubt assume agree expect forecast/forecast/forecast',
  ],
  [C | T, 'show/showed/shown find/found/found conclude determine discover decide rule realise realize learn'],
  [C | T | Q, 'demonstrate record read/read/read understand/understood/understood'],
  [C | Q | P, 'tell/told/told'],
  [C | Q | P | T, 'warn assure inform remind notify advise brief caution reassure'],
  [C | Q | T, 'write/wrote/written'],
  [C | Q | I | N, 'promise pledge vow propose'],
  [C | Q | I, 'threaten'],
  [C | Q | T | I, 'swear/swore/sworn undertake/undertook/undertaken guarantee offer'],
  [C | Q | I, 'demand request recommend'],
  [N, 'demand propose recommend predict outline voice express cite'],
  [
    N,
    'deny reject dismiss dispute refute rebut condemn denounce deplore decry slam oppose criticise criticize',
  ],
  [N, 'blast lambast praise applaud welcome question challenge'],
  [C | Q, 'deny'],
  [O, 'urge ask accuse blame call implore beg/begged/begged press order instruct invite appeal'],
  [
    Q,
    'chant scream sigh lament enthuse fume marvel remember reflect recount share ask continue begin/began/begun shout yell cry whisper laugh exclaim retort interject conclude summarise summarize intone',
  ],
  [
    A,
    'describe characterise characterize portray label/labelled/labeled brand tag nickname term dub denounce hail call regard view dismiss condemn',
  ],
  [A, 'see/saw/seen consider deem'],
  [O, 'want prefer request'],
  [N, 'thank congratulate'],
  [C | T, 'apologise apologize object'],
  [O, 'charge'],
  [I, 'refuse decline hope plan expect intend agree claim ask'],
];

const STANCES: ReadonlyMap<string, Stance> = new Map([
  ...by('denies', 'deny reject dismiss dispute refute rebut contradict'),
  ...by('confirms', 'confirm'),
  ...by('doubts', 'question challenge doubt'),
]);

function by(stance: Stance, verbs: string): [string, Stance][] {
  return verbs.split(' ').map(verb => [verb, stance]);
}

const HEDGED = list(
  'believe suspect fear hope think speculate expect estimate reckon predict doubt worry assume allege hint forecast',
);

/** Verbs whose plain forms are nouns as often. */
const NOUNISH = list(
  'claim report state demand promise pledge estimate comment note question challenge show find record call charge press brief post order request offer hope fear doubt plan answer object forecast view label brand term dispute signal remark blame praise guarantee worry welcome joke vow blog tweet warrant blast mean read value reply cry laugh invite rule appeal suspect share point',
);

function addVerb(lemma: string, frames: number, past?: string, participle?: string): void {
  const stance = STANCES.get(lemma);
  const forms: ReadonlyArray<readonly [string, Cue['form']]> = [
    [lemma, 'base'],
    [third(lemma), 's'],
    [ing(lemma), 'ing'],
    [past ?? regularPast(lemma), 'past'],
    ...(participle && participle !== past ? [[participle, 'participle'] as const] : []),
  ];
  for (const [form, kind] of forms) {
    const before = cues.get(form);
    // the same properties for all: what is asked of cues at every turn is then found at once
    cues.set(form, {
      frames: frames | (before?.frames ?? 0),
      form: before?.form ?? kind,
      lemma: before?.lemma ?? lemma,
      stance,
      hedged: HEDGED.has(lemma),
      noun: (kind === 'base' || kind === 's') && NOUNISH.has(lemma),
    });
  }
}

function third(verb: string): string {
  if (CONSONANT_Y.test(verb)) return `${verb.slice(0, -1)}ies`;
  return HISSES.some(end => verb.endsWith(end)) ? `${verb}es` : `${verb}s`;
}

const CONSONANT_Y = /[^aeiou]y$/;
const HISSES = ['s', 'sh', 'ch', 'x', 'z', 'o'];

/** Verbs that double their last letter. */
const DOUBLING = new Set(['beg', 'slam', 'plan', 'admit', 'dub', 'tag', 'quip']);

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (CONSONANT_Y.test(verb)) return `${verb.slice(0, -1)}ied`;
  return DOUBLING.has(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
}

function ing(verb: string): string {
  if (verb.endsWith('e') && !verb.endsWith('ee')) return `${verb.slice(0, -1)}ing`;
  return DOUBLING.has(verb) || verb === 'begin' ? `${verb}${verb.at(-1)}ing` : `${verb}ing`;
}

const cues = new Map<string, Cue>();
for (const [frames, list] of VERBS) {
  for (const entry of list.split(' ')) {
    const [lemma = '', past, participle] = entry.split('/');
    addVerb(lemma, frames, past, participle);
  }
}

/** For each token of a document whether it can be an attributing verb. */
export const cuesIn = listed([...cues.keys()]);

/** The attributing verb a lower-case word can be. */
export function cueOf(lower: string): Cue | undefined {
  return cues.get(lower);
}

/** Nouns that can carry content: “claims by residents that …”, “the mayor's warning that …”. */
export const NOUN_CUES: ReadonlySet<string> = list(
  'claim claims allegation allegations assertion assertions accusation accusations statement statements warning warnings report reports denial denials belief suggestion suggestions prediction predictions promise promises pledge pledges vow announcement argument arguments opinion view views concern concerns fear fears hope hopes demand demands rumour rumours rumor rumors speculation contention insistence confirmation admission criticism complaint complaints suspicion suspicions estimate estimates assurance assurances',
);

/** Nouns that name what somebody holds: “their position is that …”. */
export const VIEWS: ReadonlySet<string> = list(
  'opinion view position belief stance argument contention conviction assessment conclusion theory',
);

/** Before a cue: what somebody would say, nobody has said. */
export const MODALS = list('will would can could may might shall should must');

/** Words that negate what they stand in. */
export const NEGATIVE: ReadonlySet<string> = list(
  "not n't no never neither nor none without nothing nobody cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't",
);

/** Adverbs by which an article says that it has something from hearsay. */
export const HEARSAY_ADVERBS: ReadonlySet<string> = list(
  'allegedly reportedly supposedly purportedly apparently',
);

/** Adjectives that carry content: “is confident that”. */
export const ADJECTIVE_CUES: ReadonlySet<string> = list(
  'confident concerned optimistic hopeful worried adamant convinced afraid certain sure pleased glad',
);

/** Adjectives by which somebody takes a stand, and how what it is taken on follows: “is opposed to”, “was sceptical of”. */
export const ATTITUDES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...taking(
    'about of if',
    'optimistic pessimistic sceptical skeptical doubtful wary critical supportive unconvinced',
  ),
  ...taking('about over by at if', 'concerned worried alarmed dismayed unhappy'),
  ...taking('with by about at', 'pleased displeased disappointed dissatisfied'),
  ...taking('to', 'opposed'),
]);

function taking(prepositions: string, adjectives: string): [string, ReadonlySet<string>][] {
  return adjectives.split(' ').map(adjective => [adjective, list(prepositions)]);
}

/** What a court or an accuser puts to somebody: “was charged with”, “is suspected of”, “was found guilty of”. */
export const CHARGES: ReadonlySet<string> = list('charged convicted indicted accused suspected guilty');

/** Participles after “is”, “was”, “are” that pass something on without naming anybody: “is believed to be”. */
export const HEARSAY_PASSIVES: ReadonlySet<string> = list(
  'expected believed thought reported said alleged rumoured rumored understood estimated considered feared suspected presumed tipped projected predicted confirmed identified claimed',
);

/** What a clause behind “it now” seems to be: “it now appears that he left”. */
export const APPEARS: ReadonlySet<string> = list('appears seems');
