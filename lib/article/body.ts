import type { BlockKind } from './article.ts';
import { articleAround } from './block-features.ts';
import { readsLikeProse, Within, type Frame, type PageBlock } from './blocks.ts';
import type { Metadata } from './metadata.ts';
import { likenessOf } from './titles.ts';
import { attributeOf, own } from './shadow.ts';
import { AT_ONCE, type Work } from '../work.ts';
import { hasWords } from './words.ts';

/** A block that was chosen for the body, and what it is there. */
interface BodyBlock {
  readonly block: PageBlock;
  readonly kind: BlockKind;
}

/** What the reader came for, out of everything the page shows. */
export interface Body {
  readonly blocks: readonly BodyBlock[];
  readonly captions: readonly string[];
}

/**
 * A block belongs to the body above the first of these scores that leaves so many characters of prose: the blocks of a
 * short story are less sure, and of less prose a lower score may still make an article.
 */
const LIMITS = [
  [0.1, 300],
  [-0.7, 140],
  [-1.5, 140],
  [-2.5, 0],
] as const;

/** Chooses the article's blocks and says what each of them is. */
export function* chooseBody(
  blocks: readonly PageBlock[],
  metadata: Metadata,
  scores: ArrayLike<number>, // how much speaks for each of them
): Work<Body> {
  let chosen: PageBlock[] = [];
  for (const [limit, enough] of LIMITS) {
    yield;
    chosen = yield* withoutFurniture(
      blocks.filter(
        (block, i) =>
          scores[i]! > (isPost(block) ? POST_LIMIT : limit) &&
          hasWords(block.text) &&
          !(block.frame.within & Within.caption) &&
          !isHeadline(block, metadata) &&
          !(block.text.length < MAX_LEADS_AWAY && LEADS_AWAY.test(block.text)),
      ),
    );
    chosen = withoutCopies(withoutOtherStories(chosen, metadata.headline));
    if (proseIn(chosen) >= enough) break;
  }
  yield;
  const standfirsts = standfirstsOf(chosen, metadata);
  return {
    blocks: chosen.map(block => ({ block, kind: standfirsts.has(block) ? 'standfirst' : kindOf(block) })),
    captions: captionsOf(blocks, chosen),
  };
}

const isHeadline = ({ frame }: PageBlock, { headline }: Metadata): boolean =>
  headline !== null && own(headline, 'contains').call(headline, frame.element);

/** Posts of others that an article shows in full; they are short and full of links, and stand nowhere else. */
const POSTS = '.twitter-tweet, .bluesky-embed, .mastodon-embed';
const POST_LIMIT = -5;

const isPost = ({ frame: { element, within } }: PageBlock): boolean =>
  (within & Within.quote) !== 0 && own(element, 'closest').call(element, POSTS) !== null;

/** “Read more: …”: a line that leads to another story; or one that says whose the picture above is. */
const LEADS_AWAY =
  /^(?:©|(?:(?:also )?read(?: (?:also|more|next))?|see also|related(?: \w+)?|watch|lesen sie auch|(?:à )?lire (?:aussi|également)|lea también|lee también|leggi anche|leia também|lees ook|läs också|les også|czytaj (?:też|także)|читайте та(?:кож|кже)) ?[:|])/i;
const MAX_LEADS_AWAY = 200;

/** Names of boxes that stand inside a body without belonging to it. */
const FURNITURE =
  /(?:^|[\s_-])(?:newsletters?|sign-?up|subscribe|subscription-(?:box|form|promo)|related|recirc\w*|recommend(?:ed|ations?)|read-(?:more|next|also)|also-read|most-(?:read|popular)|trending|share-?(?:bar|buttons?|tools|links)|social-(?:share|links|bar)|advert\w*|sponsor\w*|outbrain|taboola|cookie-\w+|consent|author-(?:bio|box|card|info)|comments?|captions?|donat(?:e|ion))(?:$|[\s_-])/i;

/** Names by which style sheets hide a box, unless they show it at some width: `hidden md:block`. */
const HIDDEN = /(?:^|\s)hid(?:den|e)(?:\s|$)/;

/** A box that holds more of the body than this was only named badly. */
const MAX_FURNITURE_SHARE = 0.2;

/** Leaves out what stands in a box that says by its name that it is something else. */
function* withoutFurniture(chosen: readonly PageBlock[]): Work<PageBlock[]> {
  const named = new Map<Frame, boolean>();
  const inBox = new Map<Frame, number>();
  const boxes: (Frame | null)[] = [];
  let all = 0;
  for (const { frame, text } of chosen) {
    if (boxes.length % AT_ONCE === 0) yield;
    all += text.length;
    const box = boxOf(frame, named);
    boxes.push(box);
    if (box) inBox.set(box, (inBox.get(box) ?? 0) + text.length);
  }
  return chosen.filter((_block, i) => {
    const box = boxes[i];
    return !box || inBox.get(box)! > all * MAX_FURNITURE_SHARE;
  });
}

/** The nearest element around a block that is named like a box, if it is near. */
function boxOf(frame: Frame, named: Map<Frame, boolean>): Frame | null {
  let around: Frame | null = frame;
  for (let i = 0; i < 4 && around && around.tag !== 'BODY'; i += 1, around = around.parent) {
    let isBox = named.get(around);
    if (isBox === undefined) named.set(around, (isBox = isNamedFurniture(around.element)));
    if (isBox) return around;
  }
  return null;
}

function isNamedFurniture(element: Element): boolean {
  const names = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`;
  return (
    names.length > 1 && (FURNITURE.test(names.slice(0, 300)) || (HIDDEN.test(names) && !names.includes(':')))
  );
}

/** Less prose than this around the headline is a teaser or the head of a page, and the story stands elsewhere. */
const MIN_STORY = 300;

/** One more `<article>` may be a recipe or a chapter; from two on they are other stories. */
const MIN_OTHERS = 2;

/** Where the headline's own `<article>` holds a story, what stands in others beside it was appended to the page. */
function withoutOtherStories(chosen: PageBlock[], headline: Element | null): PageBlock[] {
  const article = headline && own(headline, 'closest').call(headline, 'article');
  if (!article) return chosen;
  const articles = chosen.map(({ frame }) => articleAround(frame)?.element ?? null);
  const others = new Set(
    articles.filter(other => other && !other.contains(article) && !article.contains(other)),
  );
  if (others.size < MIN_OTHERS) return chosen;
  const isStory = proseIn(chosen.filter((_block, i) => articles[i] === article)) >= MIN_STORY;
  return isStory ? chosen.filter((_block, i) => !others.has(articles[i]!)) : chosen;
}

/** Shorter words may well be said twice. */
const MIN_COPY = 100;

/** A page may hold its story once for each width of a screen. What comes first may be a standfirst the body repeats. */
function withoutCopies(chosen: readonly PageBlock[]): PageBlock[] {
  const seen = new Set<string>();
  return chosen.filter(({ text }, i) => i === 0 || text.length < MIN_COPY || seen.size < seen.add(text).size);
}

function proseIn(blocks: readonly PageBlock[]): number {
  let chars = 0;
  for (const { text } of blocks) if (readsLikeProse(text)) chars += text.length;
  return chars;
}

const HEADING = /^H[1-6]$/u;

/** What a block is, by its element and those around it. */
export function kindOf({ frame }: PageBlock): BlockKind {
  const { tag, within } = frame;
  if (HEADING.test(tag) || within & Within.heading) return 'heading';
  if (within & Within.quote) return 'quote';
  if (tag === 'TR' || within & Within.table) return 'table';
  if (within & Within.item) return 'list';
  return 'paragraph';
}

/** Names publishers give the element of a standfirst. */
const STANDFIRST =
  /stand-?first|sub-?(?:title|head|deck)|dek\b|deck\b|summary|intro\b|lead\b|lead[-_]?text|lede|excerpt|perex|ingress|preamble|epigraph|chapo|sapo|abstract|description|teaser|vorspann|entradilla|bajada|sommario|strapline/i;

const MAX_STANDFIRST = 700;
const MAX_STANDFIRSTS = 4; // key points are several

/** Where less of the body than this stands in one element, every paragraph has a box of its own. */
const MIN_HOME_SHARE = 0.25;

/**
 * What stands between headline and body and sums the article up: first of all, and named so, or saying what the
 * page's own description says from outside the element that holds the body, or in bold at its beginning.
 */
function standfirstsOf(chosen: readonly PageBlock[], metadata: Metadata): Set<PageBlock> {
  const standfirsts = new Set<PageBlock>();
  const { home, share } = homeOf(chosen);
  if (!home || chosen.length < 3) return standfirsts;
  for (const block of chosen.slice(0, MAX_STANDFIRSTS)) {
    const { frame, text, strongChars } = block;
    if (text.length > MAX_STANDFIRST) break;
    const isOutside = frame.parent !== home;
    const isSummary = likenessOf(text, metadata.description) > 0.6;
    const isBold = strongChars > text.length * 0.9;
    const isNamed = isNamedStandfirst(frame, home);
    if (isNamed || (isSummary && ((isOutside && share > MIN_HOME_SHARE) || isBold))) standfirsts.add(block);
    else break;
  }
  return standfirsts;
}

/** The element whose children most of the chosen words are, and their share of all. */
function homeOf(chosen: readonly PageBlock[]): { home: Frame | null; share: number } {
  const chars = new Map<Frame, number>();
  let all = 0;
  let home: Frame | null = null;
  for (const { frame, text } of chosen) {
    all += text.length;
    if (!frame.parent) continue;
    const sum = (chars.get(frame.parent) ?? 0) + text.length;
    chars.set(frame.parent, sum);
    if (!home || sum > chars.get(home)!) home = frame.parent;
  }
  return { home, share: home ? chars.get(home)! / all : 0 };
}

function isNamedStandfirst(frame: Frame, home: Frame): boolean {
  let around: Frame | null = frame;
  for (let i = 0; i < 3 && around && around !== home; i += 1, around = around.parent) {
    if (own(around.element, 'contains').call(around.element, home.element)) return false;
    const { element } = around;
    if (STANDFIRST.test(['class', 'id', 'itemprop'].map(name => attributeOf(element, name) ?? '').join(' ')))
      return true;
  }
  return false;
}

/** Words under pictures, by their element or its name, from the first block of the body to the last, and right before it. */
function captionsOf(blocks: readonly PageBlock[], chosen: readonly PageBlock[]): string[] {
  const inBody = new Set(chosen);
  const first = blocks.findIndex(block => inBody.has(block));
  const last = blocks.findLastIndex(block => inBody.has(block));
  const captions = blocks
    .slice(Math.max(0, first - 6), last + 1)
    .filter(
      block =>
        (block.frame.within & Within.caption ||
          /caption/i.test(attributeOf(block.frame.element, 'class') ?? '')) &&
        !inBody.has(block),
    )
    .map(({ text }) => text);
  return [...new Set(captions)];
}
