/** Parameters that follow a reader around, by the names those who set them gave them. */
const TRACKING =
  /^(?:utm_\w+|mtm_\w+|pk_\w+|at_\w+|wt_\w+|ns_\w+|mc_[ce]id|[a-z]*clid|igshid|_g[al]|cmp|cmpid|cid|ito|ref|ref_?src|referr?er|smid|smtyp|share\w*|xtor|s_cid|spm|rss|cm_mmc)$/i;
/** Parameters that may let somebody in, or say who it is. */
const SECRET =
  /^(?:\w*(?:token|session|signature|password|passwd|e-?mail|secret)|sid|sess|auth|key|api_?key|sig|user|uid|userid|account)$/i;
const MAX_VALUE = 64; // UTF-16 units; what is longer tells of more than an article

/**
 * The address of a page without what tells who reads it: no user name, password or fragment, and of its parameters
 * those alone that can be needed to find the page. Null for what is no web page.
 */
export function cleanAddress(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  url.hash = '';
  const parameters = Array.from(url.searchParams); // before any of them goes
  for (const [name, value] of parameters)
    if (TRACKING.test(name) || SECRET.test(name) || value.length > MAX_VALUE) url.searchParams.delete(name);
  return url.href;
}

/** Whether a host is a site's or one of its parts': `www.paper.example` and `m.paper.example` are of `paper.example`. */
export const isOfSite = (host: string, site: string): boolean => host === site || host.endsWith(`.${site}`);

/** The site of a host as readers name it: without the `www`. */
export const siteOf = (host: string): string => host.replace(/^www\.(?=[^.]+\.)/, '');

/** An address without its fragment: where one document ends and another begins. */
export const withoutHash = (address: string): string => address.split('#', 1)[0]!;

/**
 * The address an article is known by: the one the page gives itself, unless that is only a front page, as some sites
 * write into all their articles. Null: it has none.
 */
export function articleAddress(article: {
  canonicalUrl?: string | undefined;
  url?: string | undefined;
}): string | null {
  const own = cleanAddress(article.url);
  const canonical = cleanAddress(article.canonicalUrl);
  return canonical !== null && (own === null || !isFront(canonical) || isFront(own)) ? canonical : own;
}

function isFront(address: string): boolean {
  const { pathname, search } = new URL(address);
  return pathname === '/' && search === '';
}
