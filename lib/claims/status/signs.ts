import { alikeIn } from '../../text/alike.ts';
import type { Range, TextDocument } from '../../text/document.ts';
import { list } from '../../text/list.ts';
import { wordsOf } from '../../text/words.ts';
import { NEGATIVE, NOUN_CUES } from '../cues.ts';
import { EVENT_WORDS } from './events.ts';

// What single words say of what is said: for it or against it, of a charge, of silence, of who speaks.

export const REFUTATIONS = list(
  'false untrue baseless wrong lie lies lying innocent unfounded ridiculous nonsense fabricated misleading inaccurate incorrect groundless absurd untruth fiction myth hoax propaganda exaggerated mistaken distorted misrepresented smear scaremongering misunderstanding disagree disagrees disagreed unproven unsubstantiated',
);

const FALSE = list('false untrue baseless unfounded groundless fabricated hoax untruth nonsense');

const CONTRASTS = list(
  'but however although though while nevertheless nonetheless despite yet contrary instead whereas conversely conflicting otherwise',
);

export const ACCUSING = list(
  'accuse blame allege claim charge criticise criticize condemn denounce suspect slam accused blamed alleged charged criticised criticized condemned suspected accusation accusations allegation allegations indicted convicted',
);

const RESPONSES = list(
  'response responded responding replied answer answered asked reaction reacting reacted answering questioned contacted defended defending',
);

const HEARSAY = list(
  'allegedly reportedly rumoured rumored believed reported said suspected rumours rumors speculation',
);

export const SPOKEN_OF = new Set([
  ...NOUN_CUES,
  ...list(
    'decision decisions ruling rulings verdict findings finding figure figures plan plans proposal proposals move idea ideas story stories charge charges conclusion conclusions version account accounts notion comparison comparisons judgment judgement characterisation characterization description numbers number total toll sum amount tally criticisms request call calls offer measure measures bill deal agreement treaty amendment amendments remark remarks comment comments assessment interpretation theory theories order ban sentence vote resolution reform reforms law policy strategy explanation reading label diagnosis analysis method study document letter article lawsuit insinuation implication line assumption assumptions',
  ),
]);

const FAVOUR = list(
  'support supports supported supporting welcome welcomed praise praised good great success successful safe right agree agreed accept accepted fair legal true approve approved win won strong benefit benefits positive alive innocent improve improved effective confident optimistic hope lawful justified necessary important help helped ready safely progress democratic peace peaceful',
);

export const DISFAVOUR = list(
  'oppose opposed opposes against criticise criticised criticized condemn condemned bad failure failed fail fails unsafe wrong disagree reject rejected unfair illegal false lose lost weak harm negative dead died guilty worse worsen ineffective concerned worried fear fears unlawful unjustified unnecessary danger dangerous risk flawed fraud unable crisis unacceptable violate violated violates violation lie threat attack attacks killed damage disaster mistake problem problems unlikely',
);

/** What single words say of an utterance, as bits. */
export const Sign = {
  negative: 1,
  refutes: 2,
  callsFalse: 4,
  contrast: 8,
  accusing: 16,
  responds: 32,
  hearsay: 64,
  favour: 128,
  disfavour: 256,
  disagrees: 512,
  spokenOf: 1024,
  brings: 2048,
  side: 4096,
  counters: 8192,
  // by how they begin
  against: 1 << 14,
  backs: 1 << 15,
  wrong: 1 << 16,
  rumour: 1 << 17,
  silent: 1 << 18,
  withholds: 1 << 19,
  declines: 1 << 20,
  charge: 1 << 21,
  innocent: 1 << 22,
  wrongdoing: 1 << 23,
  critic: 1 << 24,
  prosecutes: 1 << 25,
  // whole words again
  event: 1 << 26,
  falsely: 1 << 27,
  incorrect: 1 << 28,
} as const;

/** The signs of some tokens together, or of the first so many, and how often they negate and favour. */
export function readSigns(
  signsAt: (token: number) => number,
  ranges: readonly Range[],
  most = Infinity,
): { signs: number; negations: number; favour: number } {
  let signs = 0;
  let negations = 0;
  let favour = 0;
  let left = most;
  for (const { first, end } of ranges) {
    for (let i = first; i < end && left > 0; i++, left--) {
      const own = signsAt(i);
      signs |= own;
      if (own & Sign.negative) negations++;
      if (own & Sign.favour) favour++;
      if (own & Sign.disfavour) favour--;
    }
  }
  return { signs, negations, favour };
}

/** Words of being against, of backing and of wrongdoing, by how they begin. */
const AGAINST =
  /^(?:oppos|against$|object|critici|condemn|denounc|reject|dismiss|disput|den(?:y|ie)|counter|refut|rebut|disagree|s[ck]eptic|challeng|question(?:ed|s)?$|doubt|deplor|decr[iy]|slam|blast|protest|contest|contradict|disapprov|refus|ridicul)/;

const FOR =
  /^(?:support|favou?r|back(?:s|ed|ing)?$|welcom|prais|agree|approv|endors|defend|accept|prefer|applaud|admir|optimis|confiden|justif|convinced)/;

const WRONG =
  /^(?:accus|alleg|charg|convict|indict|guilt|blam|violat|illeg|fraud|corrupt|abus|murder|kill|attack|bomb|lie$|lied|lying|fail|breach|crime|bribe|steal|stole|cheat|manipulat|responsib|behind$|threat|discriminat|negligen|cover-up|misl[ei]|tortur|rape|assault|scam|interfer|smuggl|launder|sabotag)/;

const DISAGREEING = list(
  'unlikely unacceptable premature unjust unfair unjustified unrealistic impossible political politically ploy smear pretext cover excuse stunt otherwise conflicting unconvinced irresponsible slander vendetta scapegoat cynical politicised politicized witch-hunt misunderstood overstated merely rather instead',
);

/** Who speaks for a side without being named. */
const SIDES = list(
  'critics critic opponents opponent sceptics skeptics detractors others experts analysts economists scientists researchers campaigners activists residents doctors rivals',
);

const COUNTERS = list('counter counters countered retort retorts retorted rebut rebuts rebutted');

/** By which the article says itself that it is not so: “falsely claimed”, “incorrect reports”. */
const FALSELY = list('falsely wrongly incorrectly erroneously mistakenly');
const INCORRECT = list('false incorrect erroneous mistaken baseless unfounded debunked');

/** Who speaks against somebody by name or by office. */
const CRITIC =
  /^(?:critics?|opponents?|opposition|rivals?|s[ck]eptics?|lawyers?|attorneys?|counsel|barrister|solicitor|defen[cs]e|defendant|activists?|campaigners?|unions?|protesters?|residents|families)$/;

const PROSECUTING = /^(?:prosecut|indictment|complaint$|lawsuit|police$|investigators$|plaintiffs?$)/;

const WITHHELD =
  /^(?:confirm|discuss|elaborat|speculat|comment|say$|disclos|reveal|respond|answer|responsibility$)/;

const DECLINING = /^(?:declin|refus)/;

const CHARGE =
  /^(?:accus|charged?$|charges$|indict|convict|alleg|blam|suspect(?:ed|s)?$|suspicio|sued?$|guilty)/;

const INNOCENT = /^innocen(?:t|ce)$/;

const WRONGDOING =
  /^(?:wrongdoing|involvement|misconduct|guilty|responsib(?:le|ility)$|blame$|fault$|liability|knowledge|impropriety|charges?$|accusations?$|allegations?$)/;

const RUMOUR = /^(?:rumou?r|speculat|unconfirmed$|unverified$)/;

const SILENT = /^(?:declin|refus|not$|n't$|unable$)/;

/** What a cue thinks of what it brings: “backed”, “was criticised by”. */
export function attitudeOf(cue: number): -1 | 0 | 1 {
  if (cue & Sign.against) return -1;
  return cue & Sign.backs ? 1 : 0;
}

/** Signs of whole words, and of words by how they begin. */
const SIGNS = new Map<string, number>();

for (const [bit, words] of [
  [Sign.negative, NEGATIVE],
  [Sign.refutes, REFUTATIONS],
  [Sign.callsFalse, FALSE],
  [Sign.contrast, CONTRASTS],
  [Sign.accusing, ACCUSING],
  [Sign.responds, RESPONSES],
  [Sign.hearsay, HEARSAY],
  [Sign.favour, FAVOUR],
  [Sign.disfavour, DISFAVOUR],
  [Sign.disagrees, DISAGREEING],
  [Sign.spokenOf, SPOKEN_OF],
  [Sign.brings, NOUN_CUES],
  [Sign.side, SIDES],
  [Sign.counters, COUNTERS],
  [Sign.event, EVENT_WORDS],
  [Sign.falsely, FALSELY],
  [Sign.incorrect, INCORRECT],
] as const)
  for (const word of words) SIGNS.set(word, (SIGNS.get(word) ?? 0) | bit);

const BEGINNINGS: readonly (readonly [bit: number, words: RegExp])[] = [
  [Sign.against, AGAINST],
  [Sign.backs, FOR],
  [Sign.wrong, WRONG],
  [Sign.rumour, RUMOUR],
  [Sign.silent, SILENT],
  [Sign.withholds, WITHHELD],
  [Sign.declines, DECLINING],
  [Sign.charge, CHARGE],
  [Sign.innocent, INNOCENT],
  [Sign.wrongdoing, WRONGDOING],
  [Sign.critic, CRITIC],
  [Sign.prosecutes, PROSECUTING],
];

/** One look tells of nearly all words that they begin as none of these. */
const ANY_BEGINNING = new RegExp(BEGINNINGS.map(([, words]) => words.source).join('|'));

function signsOf(word: string): number {
  let signs = SIGNS.get(word) ?? 0;
  if (ANY_BEGINNING.test(word)) for (const [bit, words] of BEGINNINGS) if (words.test(word)) signs |= bit;
  return signs;
}

/** The signs of a document's tokens, worked out once for each spelling that is asked for. */
export function signsIn(doc: TextDocument): (token: number) => number {
  const { lower } = wordsOf(doc);
  const alike = alikeIn(doc);
  const known = new Int32Array(lower.length).fill(UNKNOWN);
  return token => {
    const first = alike[token];
    if (first === undefined) return 0; // behind the last token
    if (known[first] === UNKNOWN) known[first] = signsOf(lower[first]!);
    return known[first]!;
  };
}

const UNKNOWN = -1;
