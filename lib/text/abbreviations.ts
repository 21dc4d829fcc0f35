import { list } from './list.ts';

/** Abbreviations that keep their full stop, without it and as `asListed` writes them. Add one where it belongs. */

/** Stand before a name or number, so they never end a sentence. */
const BEFORE_NAME =
  'mr mrs ms mx messrs mme mlle dr prof st ste sen sens rep reps gov govs gen sgt lt col cmdr cpl capt maj adm pte ' +
  'supt insp det rev fr hon pres pvt ft mt amb atty asst assoc dept dir vs v cf eg ie approx fig figs vol no nos art ' +
  'pp ch sec op ave blvd ca';

/** May end a sentence: companies, suffixes, places, units. */
const ANYWHERE =
  'inc corp co ltd llc plc bros jr sr esq etc al est CA u.s u.k u.n e.u d.c l.a n.y p.m a.m ph.d b.a m.a m.d ' +
  'ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex ' +
  'va vt wash wis wyo';

/** Month and day names, cut short. */
const CALENDAR = 'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun';

/** Words on these lists that are also plain words: an abbreviation only where a number or capital follows. */
const ALSO_WORDS =
  'no nos art fig figs co mass ill ind miss mo la pa del va wash mar may jun sun sat mon fri wed rev dir sec op al ' +
  'est ore ch CA hon ms det pres ft v st gen vol ave ga ark';

/** A word as the lists have it: in lower case, but for “CA” (California), which is not “ca.” (circa). */
export const asListed = (word: string): string => (word === 'CA' ? word : word.toLowerCase());

export const beforeName = list(BEFORE_NAME);
export const anywhere = list(ANYWHERE);
export const calendar = list(CALENDAR);
export const alsoWords = list(ALSO_WORDS);

/** The longest entry of the lists, so that longer words need no look-up. */
export const LONGEST_ABBREVIATION = 6;

/** Capitalised words that start sentences far more often than they follow an abbreviation inside one. */
export const sentenceStarters = list(
  'the a an this that these those it its he she they we i you his her their our my but and or so yet in on at for ' +
    'from with by as after before when while if although though because since there here what who how why where both ' +
    'some many most all no not nor now then later meanwhile however also another other one two three according under ' +
    'during despite until once even only such more',
);
