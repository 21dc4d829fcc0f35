/** Days as pages write them for readers: `23. November 2026`, `Nov 23, 2026`, `23/11/2026`, `2026年11月23日`. */

/** Month names by number, the first letters that tell them apart, in the languages of the news. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'janv', 'sty', 'янв', 'ян', 'ιαν', 'ocak', 'jän', 'leden', 'ledn'],
  ['feb', 'fév', 'fev', 'lut', 'фев', 'φεβ', 'şub', 'únor'],
  ['mar', 'mär', 'mrz', 'maa', 'мар', 'μαρ', 'břez'],
  ['apr', 'avr', 'abr', 'kwi', 'апр', 'απρ', 'nis', 'dub'],
  ['may', 'mai', 'mag', 'mei', 'maj', 'май', 'мая', 'μαΐ', 'květ'],
  ['jun', 'jui', 'giu', 'cze', 'июн', 'ιουν', 'haz', 'červn'],
  ['jul', 'juil', 'lug', 'lip', 'июл', 'ιουλ', 'tem', 'červe'],
  ['aug', 'aoû', 'ago', 'sie', 'авг', 'αυγ', 'ağu', 'srp'],
  ['sep', 'set', 'wrz', 'сен', 'σεπ', 'eyl', 'září'],
  ['oct', 'okt', 'ott', 'out', 'paź', 'окт', 'οκτ', 'eki', 'říj'],
  ['nov', 'lis', 'ноя', 'νοε', 'kas'],
  ['dec', 'dez', 'déc', 'dic', 'des', 'gru', 'дек', 'δεκ', 'ara', 'pros'],
];

/** The first day named in a short text, as YYYY-MM-DD; empty where there is none or it can be read two ways. */
export function shownDate(text: string): string {
  const near = text.slice(0, 160);
  const plain = /(?<!\d)((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/.exec(near);
  if (plain) return day(plain[1]!, Number(plain[2]), Number(plain[3]));
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?,?\s{0,2}(?:de |of )?([a-z\u00c0-\u04ff]{3,12})\.?,?\s{0,2}(?:de |del )?((?:19|20)\d\d)(?!\d)/iu.exec(
      near,
    );
  if (dayFirst && monthOf(dayFirst[2]!)) return day(dayFirst[3]!, monthOf(dayFirst[2]!), Number(dayFirst[1]));
  const monthFirst =
    /([a-z\u00c0-\u04ff]{3,12})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}((?:19|20)\d\d)(?!\d)/iu.exec(
      near,
    );
  if (monthFirst && monthOf(monthFirst[1]!))
    return day(monthFirst[3]!, monthOf(monthFirst[1]!), Number(monthFirst[2]));
  const dots = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:20)?\d\d)(?!\d)/.exec(near);
  if (dots) return day(fullYear(dots[3]!), Number(dots[2]), Number(dots[1]));
  const slashes = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)(?!\d)/.exec(near);
  // 11/23/2026 and 23/11/2026 are clear, 3/4/2026 is not
  if (slashes && Number(slashes[1]) > 12) return day(slashes[3]!, Number(slashes[2]), Number(slashes[1]));
  if (slashes && Number(slashes[2]) > 12) return day(slashes[3]!, Number(slashes[1]), Number(slashes[2]));
  return '';
}

/** The day in an address: `/2026/11/23/` or `-20261123`. */
export function dateInAddress(url: string): string {
  const parts =
    /\/(20\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?!\d)/.exec(url) ??
    /[-_](20\d\d)-([01]\d)-([0-3]\d)(?!\d)/.exec(url);
  return parts ? day(parts[1]!, Number(parts[2]), Number(parts[3])) : '';
}

function monthOf(word: string): number {
  const name = word.toLowerCase();
  let best = 0;
  let length = 0;
  for (const [i, starts] of MONTHS.entries()) {
    for (const start of starts) {
      if (start.length <= length || !name.startsWith(start)) continue;
      best = i + 1;
      length = start.length;
    }
  }
  return best;
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

function day(year: string, month: number, of: number): string {
  if (month < 1 || month > 12 || of < 1 || of > 31) return '';
  return `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;
}
