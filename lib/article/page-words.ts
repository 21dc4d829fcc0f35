/**
 * Words that tell what a page is, in the languages of the news. Looked up word by word: an expression takes longer to
 * compile than a page takes to be looked at.
 */

/** What a word of an address or a title says of the page; it may say several things. */
export const FRONT = 1;
export const STORY = 2;
export const FORM = 4; // a form to fill in
export const LEGAL = 8;
export const TALK = 16;
export const GUIDE = 32;

const LABELS = bitsOf([
  [FRONT, 'index home homepage default start startseite inicio accueil html htm php asp aspx'],
  [
    STORY,
    'article articles story stories news blog blogs post posts artikel artikkel noticia noticias notizie actualites actualite opinion politics world',
  ],
  [
    FORM,
    'login logon signin signup register registration registrieren anmelden anmeldung account password passwort recover recovery contact kontakt subscribe newsletter newsletters abo checkout cart warenkorb search suche suchen suchergebnisse',
  ],
  [
    LEGAL,
    'impressum imprint datenschutz datenschutzerklärung privacy cookie cookies terms nutzungsbedingungen agb legal legales légales privacidad confidentialité confidentialite disclaimer licence license accessibility barrierefreiheit aboutus contactus überuns masthead editorialpolicy editorialstandards editorialguidelines faq help hilfe careers advertise',
  ],
  [
    TALK,
    'forum forums community discuss discussion discussions thread threads questions showthread viewtopic topic board boards group groups',
  ],
  [
    GUIDE,
    'doc docs documentation developer developers api reference manual guide guides wiki support kb learn tutorial tutorials library',
  ],
]);

function bitsOf(lists: readonly (readonly [bit: number, words: string])[]): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const [bit, words] of lists)
    for (const word of words.split(' ')) known.set(word, (known.get(word) ?? 0) | bit);
  return known;
}

/** What a word says, as a sum of the bits above. */
export function labelOf(word: string): number {
  return LABELS.get(word) ?? 0;
}

/** What any of these words says; two may be one: "log in". */
export function labelsOf(words: readonly string[]): number {
  let said = 0;
  let before = '';
  for (const word of words) {
    said |= labelOf(word) | labelOf(before + word);
    before = word;
  }
  return said;
}

/** How often words of each kind occur in a text. */
export interface Spoken {
  addressed: number; // the reader
  ourselves: number;
  quotations: number; // words with a mark before them or after them
  figures: number;
}

/** Who speaks to whom tells a report from a leaflet, a forum and a contract. */
const SPOKEN: ReadonlyMap<string, keyof Spoken> = new Map(
  (
    [
      ['addressed', 'you your yours sie ihr ihre ihrer ihren ihrem ihres vous votre vos usted ustedes'],
      [
        'ourselves',
        'we our ours us wir unser unsere unserer unseren unserem unseres nous notre nos nosotros nuestra nuestro nuestras nuestros',
      ],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map(word => [word, kind] as const)),
);

export function countSpoken(text: string): Spoken {
  const counts: Spoken = {
    addressed: 0,
    ourselves: 0,
    quotations: 0,
    figures: 0,
  };
  for (const word of text.toLowerCase().split(' ')) {
    let start = 0;
    let end = word.length;
    const first = word.charCodeAt(0);
    if (first >= 0x30 && first <= 0x39) counts.figures += 1;
    if (isQuote(first)) {
      counts.quotations += 1;
      start = 1;
    }
    while (end > start && word.charCodeAt(end - 1) < 0x61) end -= 1; // a full stop, a comma
    if (end > start && isQuote(word.charCodeAt(end - 1))) {
      counts.quotations += 1;
      end -= 1;
    }
    const kind = SPOKEN.get(word.slice(start, end));
    if (kind) counts[kind] += 1;
  }
  return counts;
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0xab || code === 0xbb || (code >= 0x20_18 && code <= 0x20_1f);
}
