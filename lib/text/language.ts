import { TokenKind } from './document.ts';
import { tokenize } from './tokens.ts';

/** A language as BCP 47 and how clearly the text is in it, 0..1; `und` where it cannot be told. */
interface LanguageGuess {
  readonly language: string;
  readonly confidence: number;
}

/** Characters looked at: first so many; where they leave a doubt, so many more. More says nothing new. */
const FIRST_LOOK = 2_500;
const SECOND_LOOK = 10_000;
const NO_DOUBT = 0.9;

/** Below so many words a text is too short to judge. */
const FEWEST = 3;

/**
 * The language a text is written in: by its script, and where several languages share one, by their commonest words
 * and letters. Short words in capitals (names, headlines) do not count.
 */
export function detectLanguage(text: string): LanguageGuess {
  const guess = guessFrom(text.slice(0, FIRST_LOOK));
  if (guess.confidence >= NO_DOUBT || text.length <= FIRST_LOOK) return guess;
  return guessFrom(text.slice(0, SECOND_LOOK));
}

function guessFrom(text: string): LanguageGuess {
  const tokens = tokenize(text, [{ start: 0, end: text.length }]);
  const byRange = new Uint32Array(SCRIPTS.length); // words
  const votes = new Float64Array(LANGUAGES.length);
  let words = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind[i] !== TokenKind.word) continue;
    words++;
    const start = tokens.start[i]!;
    const end = tokens.end[i]!;
    byRange[scriptRange(text.codePointAt(start) ?? 0)]!++;
    const isPlain = isAscii(text, start, end);
    if (isPlain && !canBeCommon(text.charCodeAt(start), end - start)) continue; // it has no vote
    const word = text.slice(start, end).toLowerCase();
    for (const language of LANGUAGES_OF.get(word) ?? NONE) votes[language]! += 1;
    if (isPlain) continue;
    for (const { letters, languages } of LETTERS) {
      if (!letters.test(word)) continue;
      for (const language of languages) votes[LANGUAGES.indexOf(language)]! += LETTER_VOTE;
    }
  }
  const scripts = new Map<string, number>();
  for (const [range, count] of byRange.entries()) {
    const [, name] = SCRIPTS[range]!;
    scripts.set(name, (scripts.get(name) ?? 0) + count);
  }
  const [script, count] = mostOf(scripts);
  if (words < FEWEST && script === 'latin') return { language: 'und', confidence: 0 };
  const alone = SCRIPT_LANGUAGE[script];
  if (script === 'han') {
    const kana = scripts.get('kana') ?? 0;
    return { language: kana > 0.1 * words ? 'ja' : 'zh', confidence: count / words };
  }
  if (alone) return { language: alone, confidence: count / words };
  const sharing = LANGUAGES.map((language, i) => [language, votes[i]!] as const).filter(
    ([language]) => SCRIPT_OF[language] === script,
  );
  const [language, most] = mostOf(new Map(sharing));
  const [, second] = mostOf(new Map(sharing.filter(([other]) => other !== language)));
  if (most === 0) return { language: 'und', confidence: 0 };
  // Running text has a common word in three or so; the runner-up shares some of them.
  const clear = Math.min(1, most / (0.12 * words));
  return { language, confidence: clear * Math.min(1, (2 * (most - second)) / most) };
}

/** Least confidence to name the language of a text nobody declared one for, and to contradict who declared one. */
const SURE_ENOUGH = 0.3;
const SURE_OF_ANOTHER = 0.8;

/** Languages so alike that common words do not tell them apart for certain; and other tags of the same ones. */
const ALIKE = [
  'da nb nn no sv',
  'hr sr bs sh sl',
  'cs sk',
  'id ms',
  'es ca gl pt',
  'ru uk bg be mk sr',
  'hi mr ne',
  'he iw',
  'fa ar ur ps',
].map(languages => languages.split(' '));

/**
 * The language of a text: the declared one (BCP 47, `und` where none is) unless the text is plainly in another, as on
 * pages whose template says English whatever stands in it.
 */
export function languageOf(text: string, declared: string): string {
  const { language, confidence } = detectLanguage(text);
  const [base = ''] = declared.toLowerCase().split('-');
  if (language === 'und' || base === language) return declared;
  if (base === 'und' || base === '') return confidence >= SURE_ENOUGH ? language : declared;
  const areAlike = ALIKE.some(group => group.includes(base) && group.includes(language));
  return confidence >= SURE_OF_ANOTHER && !areAlike && text.length >= LONG_ENOUGH ? language : declared;
}

/** Below so many characters a text is too short to contradict its page. */
const LONG_ENOUGH = 300;

function mostOf(counts: ReadonlyMap<string, number>): [key: string, count: number] {
  let best: [string, number] = ['und', 0];
  for (const entry of counts) if (entry[1] > best[1]) best = entry;
  return best;
}

/** Whether a word has none of the letters below. */
function isAscii(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** A letter says less than a word. */
const LETTER_VOTE = 0.5;

const LETTERS: readonly { letters: RegExp; languages: readonly string[] }[] = [
  { letters: /ß/, languages: ['de'] },
  { letters: /[äöü]/, languages: ['de', 'sv', 'fi', 'tr', 'hu', 'et'] },
  { letters: /å/, languages: ['sv', 'da', 'nb'] },
  { letters: /[øæ]/, languages: ['da', 'nb'] },
  { letters: /ñ/, languages: ['es'] },
  { letters: /[ãõ]/, languages: ['pt'] },
  { letters: /[łąęśźżćń]/, languages: ['pl'] },
  { letters: /[řů]/, languages: ['cs'] },
  { letters: /[ěš]/, languages: ['cs', 'sk', 'hr'] },
  { letters: /[ľĺŕ]/, languages: ['sk'] },
  { letters: /[őű]/, languages: ['hu'] },
  { letters: /[ășțşţ]/, languages: ['ro'] },
  { letters: /[ığş]/, languages: ['tr'] },
  { letters: /[ơưđạảấầậếềệốồộ]/, languages: ['vi'] },
  { letters: /[іїєґ]/, languages: ['uk'] },
  { letters: /[ыэё]/, languages: ['ru'] },
  { letters: /ъ/, languages: ['bg'] },
  { letters: /[ђћљњџј]/, languages: ['sr'] },
  { letters: /[پچژگ]/, languages: ['fa', 'ur'] },
  { letters: /[ٹڈڑے]/, languages: ['ur'] },
];

/** Common words, the language before the colon; words two languages share count for both. */
const COMMON_WORDS = `
en: the of and to in a is was that for it with as on be at by this have from or had not are but were which said has his he they you we an would their been who will more when if there
de: der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen
fr: le la les de des du et en un une est que qui dans pour pas au sur par plus ce il se ne sont avec ont été elle aux cette mais nous son comme leur
es: el la los las de del y en un una es que por con para se no su al lo como más pero sus le ha este sin sobre fue entre cuando muy también hasta
pt: o a os as de da do dos das e em um uma é que por com para não no na se mais ao como mas foi ele sua seu pelo pela são também
it: il lo la gli le di del della dei e in un una è che per con non si da al come più ma nel sono ha anche alla dal questo sua suo
nl: de het een en van in is dat op te zijn met voor niet aan er om ook als bij door naar uit maar worden werd heeft nog deze wordt over
sv: och att det som en på är av för med den till inte har om ett han men var sig från vi så kan när efter också skulle
da: og at det som en på er af for med den til ikke har om et han men var sig fra vi så kan der blev efter også hun eller
nb: og at det som en på er av for med den til ikke har om et han men var seg fra vi så kan ble etter også hun eller jeg
fi: ja on ei että se hän oli ovat mutta myös kun tai joka sen mukaan ole niin kuin vuonna ollut
pl: i w na z że się do nie jest to o jak po od za dla przez ale jego który oraz są było tym być
cs: a v na se že je to z do o i s za pro by ale jak po od který jsou byl jeho také
sk: a v na sa že je to z do o i s za pre by ale ako po od ktorý sú bol jeho aj
hu: a az és hogy nem is egy ez meg volt csak már mint még de el vagy ha szerint
ro: și în de la a cu pe că nu este o un din pentru care mai sau au fost prin fi ce să
tr: ve bir bu da de için ile olarak olan çok daha gibi sonra kadar ise olduğu dedi en
id: yang dan di dari untuk dengan pada ini dalam itu tidak akan ke oleh juga adalah telah karena sebagai
vi: và của là có các được cho trong một người không với những đã này để khi
hr: i u je na se da za od su koji kao ili a iz ne što nije bio će
et: ja on ei et see kui oli ka ning mis aga oma selle kes
lt: ir yra kad į iš su tai ar bet kaip nuo buvo jis
lv: un ir ka no ar uz par kas bet tas kā pēc bija arī
ca: el la els les de del i en un una és que per amb no es al més com però ha aquest seva també
ru: и в не на что он с как по это из у за от но к его для до было так также
uk: і в не на що він з як за це до та його від але про для у було також який
bg: и на в за да се от че са не по с като това ще към при след
sr: и у је на се да за од су који као или а из не што није
ar: في من على إلى أن التي عن مع هذا كان هذه الذي قال بعد
fa: و در به از که این را با است برای آن یک خود بر شد
ur: کے کی میں ہے اور سے کا کو نے پر کہ یہ ہیں
hi: के में है की और से को का ने पर कि यह हैं
mr: आहे आणि या च्या ही तर मध्ये होते`;

const LANGUAGES: string[] = [];
const LANGUAGES_OF = new Map<string, number[]>(); // by their places in the list
const NONE: readonly number[] = [];
for (const [place, line] of COMMON_WORDS.trim().split('\n').entries()) {
  const [language = '', words = ''] = line.split(': ');
  LANGUAGES.push(language);
  for (const word of words.split(' ')) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? NONE), place]);
}

/** The lengths that common words have, a bit each, by the last bits of the letter they begin with. */
const lengthsByLetter = new Uint32Array(32);
for (const word of LANGUAGES_OF.keys()) lengthsByLetter[word.charCodeAt(0) & 31]! |= 1 << word.length;

/** Whether a common word may begin so and be so long; told without a look at the rest. */
function canBeCommon(letter: number, length: number): boolean {
  return length < 32 && ((lengthsByLetter[letter & 31]! >> length) & 1) === 1;
}

/** Scripts several of the languages above share; the others say the language by themselves. */
const SCRIPT_OF: Readonly<Record<string, string>> = Object.fromEntries(
  LANGUAGES.map(language => [language, sharedScript(language)]),
);

function sharedScript(language: string): string {
  if (['ru', 'uk', 'bg', 'sr'].includes(language)) return 'cyrillic';
  if (['ar', 'fa', 'ur'].includes(language)) return 'arabic';
  return ['hi', 'mr'].includes(language) ? 'devanagari' : 'latin';
}

const SCRIPT_LANGUAGE: Readonly<Record<string, string>> = {
  greek: 'el',
  hebrew: 'he',
  kana: 'ja',
  hangul: 'ko',
  bengali: 'bn',
  tamil: 'ta',
  telugu: 'te',
  thai: 'th',
  georgian: 'ka',
  armenian: 'hy',
  ethiopic: 'am',
};

/** Script by code point, from the first of a range to the next entry. */
const SCRIPTS: readonly (readonly [from: number, script: string])[] = [
  [0x0000, 'latin'],
  [0x0370, 'greek'],
  [0x0400, 'cyrillic'],
  [0x0530, 'armenian'],
  [0x0590, 'hebrew'],
  [0x0600, 'arabic'],
  [0x0780, 'other'],
  [0x0900, 'devanagari'],
  [0x0980, 'bengali'],
  [0x0a00, 'other'],
  [0x0b80, 'tamil'],
  [0x0c00, 'telugu'],
  [0x0c80, 'other'],
  [0x0e00, 'thai'],
  [0x0e80, 'other'],
  [0x10a0, 'georgian'],
  [0x1100, 'hangul'],
  [0x1200, 'ethiopic'],
  [0x13a0, 'other'],
  [0x1e00, 'latin'],
  [0x1f00, 'greek'],
  [0x2000, 'other'],
  [0x3040, 'kana'],
  [0x3100, 'other'],
  [0x3400, 'han'],
  [0xa000, 'other'],
  [0xac00, 'hangul'],
  [0xd7b0, 'other'],
  [0xf900, 'han'],
  [0xfb00, 'latin'],
  [0xfb50, 'arabic'],
  [0xfe00, 'other'],
  [0x20000, 'han'],
];

/** The range a code point is in, by its place among the scripts. */
function scriptRange(code: number): number {
  let range = 0;
  while (range + 1 < SCRIPTS.length && code >= SCRIPTS[range + 1]![0]) range++;
  return range;
}
