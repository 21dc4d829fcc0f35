import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../lib/article/blocks.ts';
import { atOnce } from '../../lib/work.ts';
import { chooseBody, type Body } from '../../lib/article/body.ts';
import { readMetadata } from '../../lib/article/metadata.ts';
import { pageOf } from './support.ts';

const URL = 'https://harbour-post.example/2026/11/ferry-line-returns';
const STORY = [
  'The night ferry between Oldhaven and the islands will sail again from March, the harbour board said on Tuesday, three years after the last boat left.',
  'Mira Sandel, who chairs the board, called the decision “a promise kept”, and said that fares would not rise before the summer of next year.',
  'Fishermen on the outer islands doubt it. “We have heard this twice,” said Tomas Reyl, who has sailed from Kestrel Point for thirty years.',
];
const OTHERS = [
  'The lighthouse at Gull Rock will be painted in the spring, the first time since the war.',
  'Two sisters from Brannock have won the prize for the best smoked fish on the coast.',
];
const paragraphs = (texts: readonly string[]): string => texts.map(words => `<p>${words}</p>`).join('');
const HEADLINE = '<h1>Night ferry returns after three years</h1>';

/** The body of a page of which every block speaks for itself. */
function bodyOf(body: string, score = 1): Body {
  const page = pageOf(
    `<!doctype html><title>Night ferry returns after three years</title><body>${body}`,
    URL,
  );
  const blocks = readBlocks(page);
  const scores = blocks.map(() => score);
  return atOnce(chooseBody(blocks, readMetadata(page, URL), scores));
}

const chosenFrom = (body: string, score?: number): string[] =>
  bodyOf(body, score).blocks.map(({ block }) => block.text);

describe('whatever speaks for it, the body is without', () => {
  it('the headline', () => {
    expect(chosenFrom(`<main>${HEADLINE}${paragraphs(STORY)}</main>`)).toEqual(STORY);
  });

  it('boxes that say by their name that they are something else', () => {
    const box = '<div class="newsletter-signup"><p>Get the Harbour Letter.</p></div>';
    expect(chosenFrom(`<main>${HEADLINE}${paragraphs(STORY)}${box}</main>`)).toEqual(STORY);
  });

  it('boxes that style sheets hide, if they are not shown at some width, nor the story itself', () => {
    const offer = (name: string): string =>
      `<div class="offer ${name}"><p>All crossings for one price.</p></div>`;
    const story = paragraphs(STORY);
    expect(chosenFrom(`<main>${HEADLINE}${story}${offer('hidden')}${offer('hide')}</main>`)).toEqual(STORY);
    expect(chosenFrom(`<main>${HEADLINE}${story}${offer('hidden md:block')}</main>`)).toHaveLength(4);
    expect(chosenFrom(`<main class="hidden">${HEADLINE}${story}</main>`)).toEqual(STORY);
  });

  it('captions, which are kept apart; a whole story that is named so is none', () => {
    const words = 'The night ferry in the harbour of Oldhaven, before its last crossing.';
    for (const caption of [
      `<figure><img><figcaption>${words}</figcaption></figure>`,
      `<div class="wp-caption"><p class="wp-caption-text">${words}</p></div>`,
      `<div><p class="photo-caption">${words}</p></div>`,
    ]) {
      const [first = '', ...rest] = STORY.map(text => `<p>${text}</p>`);
      const { blocks, captions } = bodyOf(`<main>${HEADLINE}${first}${caption}${rest.join('')}</main>`);
      expect(blocks.map(({ block }) => block.text)).toEqual(STORY);
      expect(captions).toEqual([words]);
    }
    const named = STORY.map(text => `${text}<br><br>`).join('');
    const page = `<main>${HEADLINE}<div class="caption">${named}</div></main>`;
    expect(chosenFrom(page)).toEqual(STORY);
  });

  it('lines that lead to another story', () => {
    const lines = paragraphs([
      'Read more: Gull Rock gets new paint',
      'RELATED | Fish prize',
      'Also read:',
      'À lire aussi : le prix du poisson',
      'Читайте також: маяк чекає на фарбу',
      '© Oldhaven Picture Desk',
    ]);
    expect(chosenFrom(`<main>${HEADLINE}${lines}${paragraphs(STORY)}</main>`)).toEqual(STORY);
  });

  it('the same story once more, for another width of the screen', () => {
    const story = `<div>${paragraphs(STORY)}</div>`;
    const wide = `<div>${paragraphs(STORY.slice(1))}</div>`;
    expect(chosenFrom(`<main>${HEADLINE}${story}${wide}</main>`)).toEqual(STORY);
  });

  it('other stories that were appended, each an article of its own', () => {
    const others = OTHERS.map(words => `<article><h2>Another story</h2><p>${words}</p></article>`).join('');
    expect(chosenFrom(`<main><article>${HEADLINE}${paragraphs(STORY)}</article>${others}</main>`)).toEqual(
      STORY,
    );
  });
});

describe('but it is with', () => {
  it('posts of others that it shows, however little speaks for them; not with other quotations', () => {
    const quote =
      '<blockquote><p>Free crossings for everybody, says our sister paper today.</p></blockquote>';
    const post =
      '<blockquote class="twitter-tweet"><p>We sail again!</p>— Oldhaven Ferries (@ferries) 3 November</blockquote>';
    const page = `<main>${HEADLINE}${paragraphs(STORY)}${quote}${post}</main>`;
    expect(chosenFrom(page, -3)).toEqual(['We sail again!', '— Oldhaven Ferries (@ferries) 3 November']);
    expect(chosenFrom(page, -6)).toEqual([]);
  });

  it('what it says again in few words, and the standfirst’s words once more', () => {
    const short = 'The sea is not asked.';
    const texts = [STORY[0]!, ...STORY, short, short];
    expect(chosenFrom(`<main>${HEADLINE}${paragraphs(texts)}</main>`)).toEqual(texts);
  });

  it('words that only begin like a line to another story', () => {
    const alike = [
      'Read more books, the board said: it would help.',
      'Related to nobody: the island cats.',
      'Lire aussi fort que la mer est un art.',
      'A sign at the pier still read “© 1998”.',
    ];
    expect(chosenFrom(`<main>${HEADLINE}${paragraphs([...STORY, ...alike])}</main>`)).toEqual([
      ...STORY,
      ...alike,
    ]);
  });

  it.each([
    [
      'entries inside its article',
      `<article>${HEADLINE}<p>${STORY[0]}</p>${OTHERS.map(words => `<article><p>${words}</p></article>`).join('')}<p>${STORY[1]}</p><p>${STORY[2]}</p></article>`,
    ],
    [
      'one box that is an article too',
      `<article>${HEADLINE}${paragraphs(STORY)}</article><article><p>${OTHERS[0]}</p></article>`,
    ],
    [
      'the story, where the headline stands in an article that holds no more than it',
      `<article>${HEADLINE}</article>${OTHERS.map(words => `<article><p>${words}</p></article>`).join('')}<section>${paragraphs(STORY)}</section>`,
    ],
  ])('%s', (_case, body) => {
    expect(chosenFrom(body)).toContain(OTHERS[0]);
  });
});

describe('an initial set before its paragraph', () => {
  const texts = (html: string) =>
    readBlocks(pageOf(`<body><div>${html}</div></body>`)).map(({ text }) => text);

  it.each([
    ['goes with it', '<span>T</span><p><a href="/t">he</a> mill closed.</p>', ['The mill closed.']],
    ['across white space', '<b>É</b>\n  <p>tienne left.</p>', ['Étienne left.']],
    ['being a word', '<span>A</span><p> mill closed.</p>', ['A mill closed.']],
  ])('%s', (_case, html, expected) => expect(texts(html)).toEqual(expected));

  it.each([
    ['before a new sentence', '<span>T</span><p>The mill closed.</p>', ['T', 'The mill closed.']],
    ['of more than a letter', '<span>Mr</span><p>he mill closed.</p>', ['Mr', 'he mill closed.']],
    ['in lower case', '<span>x</span><p>he mill closed.</p>', ['x', 'he mill closed.']],
    ['that is a block of its own', '<p>T</p><p>he mill closed.</p>', ['T', 'he mill closed.']],
    ['before a heading', '<span>T</span><h2>he mill</h2>', ['T', 'he mill']],
  ])('stands alone %s', (_case, html, expected) => expect(texts(html)).toEqual(expected));
});
