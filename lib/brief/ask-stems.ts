import { list } from '../text/list.ts';
/** What a word is looked for by, so that “founded” meets “founding” and “built” meets “building”. */
export function stemOf(lower: string): string {
  const known = memo.get(lower);
  if (known !== undefined) return known;
  const stem = WHOLE.has(lower) ? lower : cut(IRREGULAR.get(lower) ?? lower);
  if (memo.size > 20_000) memo.clear(); // one long text's worth of words
  memo.set(lower, stem);
  return stem;
}
/** Words whose ending is none. */
const WHOLE = list('news united');

const memo = new Map<string, string>();

function cut(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let stem = word;
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) stem = stem.slice(0, -1);
  for (const [ending, instead] of ENDINGS) {
    if (!stem.endsWith(ending) || stem.length - ending.length < 3) continue;
    stem = stem.slice(0, stem.length - ending.length) + instead;
    break;
  }
  if (stem.length > 4 && /([bdfgmnprt])\1$/.test(stem)) stem = stem.slice(0, -1);
  if (stem.length > 4 && stem.endsWith('e')) stem = stem.slice(0, -1);
  if (stem.length > 3 && stem.endsWith('y')) stem = `${stem.slice(0, -1)}i`;
  return stem;
}

/** Endings, the longest first, and what stands in their place. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['ization', 'ize'],
  ['isation', 'ize'],
  ['fulness', ''],
  ['iveness', ''],
  ['ations', ''],
  ['ation', ''],
  ['ically', 'ic'],
  ['ingly', ''],
  ['edly', ''],
  ['ements', ''],
  ['ement', ''],
  ['ment', ''],
  ['ness', ''],
  ['ised', 'ize'],
  ['ising', 'ize'],
  ['ise', 'ize'],
  ['ied', 'y'],
  ['ings', ''],
  ['ing', ''],
  ['ion', ''],
  ['ed', ''],
  ['ly', ''],
];

/** Forms that no ending explains. */
const IRREGULAR = new Map<string, string>(
  `built build · led lead · made make · wrote write · written write · became become · began begin · begun begin
  gave give · given give · took take · taken take · came come · went go · gone go · held hold · left leave · lost lose
  won win · met meet · paid pay · sold sell · sent send · spent spend · stood stand · taught teach · thought think
  bought buy · brought bring · caught catch · chose choose · chosen choose · drew draw · drawn draw · drove drive
  driven drive · fell fall · fallen fall · felt feel · fought fight · found find · flew fly · forbade forbid · froze freeze
  frozen freeze · got get · grew grow · grown grow · hid hide · hidden hide · kept keep · knew know · known know
  laid lay · lay lie · ran run · rose rise · risen rise · sang sing · saw see · seen see · shook shake · shot shoot
  shown show · shrank shrink · sank sink · sunk sink · slept sleep · spoke speak · spoken speak · stole steal
  stolen steal · struck strike · swore swear · swam swim · threw throw · thrown throw · told tell · understood understand
  wore wear · worn wear · broke break · broken break · burnt burn · dealt deal · died die · dying die · lying lie
  men man · women woman · children child · people person · feet foot · lives life · wives wife · leaves leaf · cities city
  countries country · death die · deaths die · dead die · birth born · successor succeed · succession succeed
  loss lose · losses lose · choice choose · choices choose · growth grow · speech speak · sale sell · sales sell
  belief believe · beliefs believe · proof prove · flight fly · arrival arrive · arrivals arrive · refusal refuse
  approval approve · proposal propose · denial deny · removal remove · departure depart · failure fail
  largest large · larger large · biggest big · bigger big · highest high · higher high · lowest low · lower low
  oldest old · older old · earliest early · earlier early · latest late · newest new · smallest small · smaller small
  one 1 · two 2 · three 3 · four 4 · five 5 · six 6 · seven 7 · eight 8 · nine 9 · ten 10 · eleven 11 · twelve 12
  first 1st · second 2nd · third 3rd · fourth 4th · fifth 5th
  greatest great · greater great · longest long · longer long · strongest strong · best good · better good · worst bad`
    .split(/[·\n]/)
    .map(pair => pair.trim().split(' ') as [string, string]),
);

/** For stems of countries and peoples whose letters do not show it, the others of the same. */
export const PEOPLES: ReadonlyMap<string, readonly string[]> = new Map(
  ['netherlands dutch holland', 'britain british briton uk', 'us usa america american', 'wales welsh']
    .map(group => group.split(' ').map(stemOf))
    .flatMap(stems => stems.map(stem => [stem, stems.filter(other => other !== stem)] as const)),
);
