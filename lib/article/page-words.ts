/**
 * Words of an address that tell what a page is, in the languages of the news. Looked up word by word: an
 * expression takes longer to compile than a page takes to be looked at.
 */

/** Parts of an address that lead no further than a front page. */
export const FRONT = wordsOf(
  'index home homepage default start startseite inicio accueil html htm php asp aspx',
);

/** Parts of an address under which stories stand. */
export const STORY = wordsOf(
  'article articles story stories news blog blogs post posts artikel artikkel noticia noticias notizie actualites actualite opinion politics world',
);

/** The office of a site: forms to fill in, and what the law or the house demands. */
export const OFFICE = wordsOf(
  'login logon signin signup register registration registrieren anmelden anmeldung account password passwort recover recovery contact kontakt subscribe newsletter newsletters abo checkout cart warenkorb search suche suchen suchergebnisse ' +
    'impressum imprint datenschutz datenschutzerklärung privacy cookie cookies terms nutzungsbedingungen agb legal legales légales privacidad confidentialité confidentialite disclaimer licence license accessibility barrierefreiheit aboutus contactus überuns masthead editorialpolicy editorialstandards editorialguidelines faq help hilfe careers advertise',
);

/** Where people talk. */
export const TALK = wordsOf(
  'forum forums community discuss discussion discussions thread threads questions showthread viewtopic topic board boards group groups',
);

/** Where things are explained. */
export const GUIDE = wordsOf(
  'doc docs documentation developer developers api reference manual guide guides wiki support kb learn tutorial tutorials library',
);

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
