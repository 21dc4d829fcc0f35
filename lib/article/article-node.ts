import { isNode, textOf, typesOf, valuesOf, type JsonLd, type JsonLdNode } from './json-ld.ts';

const ARTICLE_TYPE =
  /^(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|SatiricalArticle|AdvertiserContentArticle|ScholarlyArticle|TechArticle|SocialMediaPosting|Review)$/u;

/** Which of the things a page describes is its article: that of these addresses, else the one there is; null: none. */
export function articleNode(ld: JsonLd, ...addresses: string[]): JsonLdNode | null {
  const articles = ld.nodes.filter(node => typesOf(node).some(type => ARTICLE_TYPE.test(type)));
  const here = new Set(addresses.map(bareAddress).filter(address => address !== ''));
  const own = articles.filter(node =>
    [
      textOf(ld, node, 'url'),
      textOf(ld, node, '@id'),
      ...valuesOf(ld, node, 'mainEntityOfPage').map(addressOf),
    ].some(address => here.has(bareAddress(address))),
  );
  const described = (node: JsonLdNode): number =>
    Number(node['headline'] !== undefined) +
    Number(node['datePublished'] !== undefined) +
    Number(node['author'] !== undefined);
  const best = (nodes: readonly JsonLdNode[]): JsonLdNode | null =>
    nodes.reduce<JsonLdNode | null>((a, b) => (a && described(a) >= described(b) ? a : b), null);
  return best(own) ?? (articles.length <= 2 ? best(articles) : null);
}

function addressOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!isNode(value)) return '';
  const address = value['@id'] ?? value['url'];
  return typeof address === 'string' ? address : '';
}

/** An address without what does not tell pages apart. */
function bareAddress(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/i, '')
    .replace(/[?#].*$/su, '')
    .replace(/\/$/u, '');
}
