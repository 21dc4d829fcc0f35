import type { Article, Block } from './article.ts';
import { signedBy } from './byline.ts';
import { readingBlocks } from './blocks.ts';
import { scoreBlocks, type BlockWeights } from './block-model.ts';
import { BLOCK_WEIGHTS } from './block-weights.ts';
import { chooseBody, type Body } from './body.ts';
import { boundLinks, webAddress, type Link } from './links.ts';
import { articleFields, readingMetadata, type Metadata } from './metadata.ts';
import { atOnce, type Work } from '../work.ts';
import { joinBlocks, type Positions } from './positions.ts';

/** An article, and where its words and links stand. */
export interface Extraction {
  readonly article: Article;
  readonly positions: Positions;
  readonly claimReviews: unknown[]; // ClaimReview JSON-LD as the page has it, not checked
  readonly links: Link[]; // inside the body
}

/**
 * Reads the article off a page without changing it. Null where the page has no readable text at all.
 * Throws `PageTooLarge` where reading would take seconds.
 */
export function extract(page: Document, url: string, weights?: BlockWeights): Extraction | null {
  return atOnce(extracting(page, url, weights));
}

/** The same with pauses, during which the page may change: positions are of the page as it was read. */
export function* extracting(
  page: Document,
  url: string,
  weights: BlockWeights = BLOCK_WEIGHTS, // others only to measure them
): Work<Extraction | null> {
  const metadata = yield* readingMetadata(page, url);
  yield;
  const blocks = yield* readingBlocks(page);
  yield;
  const scores = yield* scoreBlocks(blocks, metadata, weights);
  const body = yield* chooseBody(blocks, metadata, scores);
  if (body.blocks.length === 0) return null;

  yield;
  const chosen = body.blocks.map(({ block }) => block);
  const byline =
    metadata.byline.length > 0 ? metadata.byline : signedBy(blocks, chosen, metadata.siteName, url);
  const { text, runs } = joinBlocks(chosen);
  const captions = body.captions.map(caption => ({ text: caption }));
  const article: Article = {
    ...articleFields({ ...metadata, byline }, url),
    ...(isPartial(page, metadata, text) && { partial: true }),
    text,
    blocks: spansOf(body),
    ...(captions.length > 0 && { captions }),
  };
  return {
    article,
    positions: runs,
    claimReviews: [...metadata.claimReviews],
    links: boundLinks(linksOf(body, page, url)),
  };
}

const TEASER_CHARS = 1_800;
const PAYWALL = '[class*="paywall" i], [id*="paywall" i], [class*="regwall" i], [class*="subscriber-only" i]';

/** Only part of the article is here: much less than the publisher declares, or little text before a paywall. */
function isPartial(page: Document, { isPaywalled, declaredChars }: Metadata, text: string): boolean {
  if (declaredChars > 1_000 && text.length < declaredChars * 0.5) return true;
  return text.length < TEASER_CHARS && (isPaywalled || page.querySelector(PAYWALL) !== null);
}

function spansOf({ blocks }: Body): Block[] {
  let start = 0;
  return blocks.map(({ block, kind }) => {
    const span = { start, end: start + block.text.length, kind };
    start = span.end + '\n\n'.length;
    return span;
  });
}

function linksOf({ blocks }: Body, page: Document, url: string): Link[] {
  const base = /^https?:/i.test(page.baseURI) ? page.baseURI : url;
  const links: Link[] = [];
  let offset = 0;
  for (const { block } of blocks) {
    for (const { start, end, href } of block.links) {
      const address = webAddress(href, base);
      if (address) links.push({ start: offset + start, end: offset + end, href: address });
    }
    offset += block.text.length + '\n\n'.length;
  }
  return links;
}
