import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

/** Characters that break programs which forget them, one by one or in short runs. */
const TRAPS = [
  '\0',
  '\ud83d', // half of a pair
  '\ude00',
  '\u202e', // from here on right to left
  '\u2066',
  '\u2069',
  '\u200d', // zero-width joiner
  '\u200b',
  '\u00ad', // soft hyphen
  '\ufeff',
  '\ufffe',
  '\u2028',
  '\u2029',
  '\r',
  '\r\n',
  '\v',
  '\t',
  '\u00a0',
  '\u0085',
  'e\u0301\u0301\u0301',
  '👩\u200d👩\u200d👧',
  'İ', // longer in lower case
  'ŉ',
  'ẞ',
  'ﬃ',
  'Σς',
  '٣',
  '東京',
  'Привет',
  'שלום',
];

/** What news is written with, in the order nobody writes it. */
const WORDS = [
  'Lena Brandt',
  'Owen Hart',
  'Mr. Hart',
  "O'Hara",
  'the U.S.',
  'EMA',
  '(EMA)',
  'Bank of Ireland',
  'al-Hassan',
  'Dr',
  'the minister',
  'a spokesman for',
  'she',
  'they',
  'said',
  'says',
  'told',
  'according to',
  'denied',
  'disputed',
  'warned that',
  'these claims',
  'allegedly',
  'is expected to',
  'may',
  'on Monday',
  'May 3',
  '3 May 2024',
  'next week',
  'in 2031',
  '3,000',
  '4.5%',
  '$2m',
  'two million',
  'who is',
  'that',
  'because',
  'but',
  'and',
  'the dam was safe',
];

const MARKS = [
  '"',
  '“',
  '”',
  '‘',
  '’',
  "'",
  '«',
  '»',
  '„',
  '.',
  '. ',
  '?',
  '!',
  '…',
  '...',
  ',',
  ';',
  ':',
  ' – ',
  '—',
  '(',
  ')',
  '[',
  ']',
  '-',
  '/',
  '\n',
  '\n\n',
  '\n \n',
  ' ',
  '  ',
];

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 2, arbitrary: fc.constantFrom(...TRAPS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  {
    weight: 1, // the same over and over
    arbitrary: fc
      .tuple(fc.constantFrom(...MARKS, ...TRAPS, ...WORDS), fc.integer({ min: 2, max: 80 }))
      .map(([what, times]) => what.repeat(times)),
  },
);

/** A text put together from the pieces above, with or without spaces between them. */
const randomText = fc
  .tuple(fc.array(piece, { maxLength: 120, size: 'max' }), fc.constantFrom(' ', ' ', ''))
  .map(([pieces, between]) => pieces.join(between));

/** Our own articles, as the taggers were trained on them. */
const ARTICLES = globSync('training/corpus/*.jsonl')
  .toSorted()
  .flatMap(file => readFileSync(file, 'utf8').trim().split('\n'))
  .map(line => (JSON.parse(line) as { text: string }).text);

interface Cut {
  readonly at: number; // 0..1 of the text
  readonly remove: number; // UTF-16 units
  readonly insert: string;
}

const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 5, max: 400 })),
  insert: fc.oneof(fc.constant(''), piece),
});

/** An article of ours, begun anywhere, with holes and insertions. */
const mutatedText = fc
  .record({
    article: fc.constantFrom(...ARTICLES),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 50, max: 3_000 }),
    cuts: fc.array(cut, { maxLength: 12 }),
  })
  .map(({ article, from, length, cuts }) => {
    const start = Math.floor(from * article.length);
    let text = article.slice(start, start + length);
    for (const { at, remove, insert } of cuts) {
      const place = Math.floor(at * text.length);
      text = text.slice(0, place) + insert + text.slice(place + remove);
    }
    return text;
  });

/** What the study is given in a run. */
export interface StudyInput {
  readonly text: string;
  readonly title: string;
  readonly language: string;
  readonly publishedTime: string | undefined;
  readonly question: string;
  readonly selected: { from: number; length: number };
}

const text = fc.oneof({ weight: 2, arbitrary: randomText }, { weight: 3, arbitrary: mutatedText });

export const studyInput: fc.Arbitrary<StudyInput> = fc.record({
  text,
  title: fc.oneof(fc.constant(''), randomText),
  language: fc.constantFrom('en', 'en', 'en', 'en-GB', 'de', 'fr', 'ar', 'ja', 'und', '', 'x-\0', '\u202e'),
  publishedTime: fc.constantFrom(
    undefined,
    '2026-03-04T10:00:00Z',
    '2026',
    'yesterday',
    '\0',
    '-1',
    '9'.repeat(400),
  ),
  question: fc.oneof(fc.constantFrom('Who said what?', 'When was the dam safe?', '?', ''), randomText),
  selected: fc.record({
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 300 }),
  }),
});

const TAGS = [
  'p', 'p', 'p', 'p', 'div', 'div', 'span', 'a', 'b', 'em', 'h1', 'h2', 'ul', 'li', 'table', 'tr', 'td', 'blockquote',
  'article', 'main', 'section', 'header', 'footer', 'nav', 'aside', 'figure', 'figcaption', 'form', 'form', 'input', 'br',
  'br', 'script', 'style', 'template', 'svg', 'math', 'noscript', 'iframe', 'textarea', 'select', 'option', 'pre',
  'button', 'time', 'details', 'dialog', 'slot', 'x-card', 'frameset', 'html', 'body', 'title',
]; // prettier-ignore

/** Names by which a form's fields hide the DOM's own. */
const HIDING = [
  'parentNode', 'parentElement', 'firstChild', 'nextSibling', 'firstElementChild', 'nextElementSibling', 'childNodes',
  'nodeType', 'localName', 'tagName', 'getAttribute', 'hasAttribute', 'textContent', 'ownerDocument', 'isConnected',
  'attributes', 'matches', 'closest', 'contains', 'querySelector', 'id', 'className', 'style', 'hidden',
]; // prettier-ignore

const attribute = fc.oneof(
  fc.constantFrom(
    'hidden', 'style="display:none"', 'aria-hidden="true"', 'itemprop="articleBody"', 'class="article-body"', 'class="byline"',
    'class="paywall"', 'role="main"', 'dir="rtl"', 'href="javascript:alert(1)"', 'href="/a"', 'onclick="alert(1)"',
    'rel="author"', 'datetime="2026-03-04"', 'lang="de"', 'colspan="99999999"', 'style="', 'id=f',
  ),
); // prettier-ignore

const shortText = fc.oneof(
  mutatedText.map(words => words.slice(0, 300)),
  randomText.map(words => words.slice(0, 200)),
);

const markup = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...TAGS), fc.array(attribute, { maxLength: 2 }), shortText).map(([tag, attributes, words]) => `<${[tag, ...attributes].join(' ')}>${words}</${tag}>`) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...TAGS), fc.array(attribute, { maxLength: 2 })).map(([tag, attributes]) => `<${[tag, ...attributes].join(' ')}>`) },
  { weight: 2, arbitrary: fc.constantFrom(...TAGS).map(tag => `</${tag}>`) },
  { weight: 1, arbitrary: shortText },
  { weight: 1, arbitrary: fc.constantFrom('<!--', '-->', '<![CDATA[', '&#0;', '&#xD800;', '&nosuch;', '<', '</', '<a <b', '\0') },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('div', 'span', 'b', 'font', 'a', 'blockquote'), fc.integer({ min: 20, max: 400 })).map(([tag, depth]) => `<${tag}>`.repeat(depth)) },
); // prettier-ignore

const hidingField = fc.constantFrom(...HIDING).map(name => `<input form="f" name="${name}">`);

const anything = fc.jsonValue({ maxDepth: 3 });
const linked = fc
  .record({
    '@type': fc.oneof(fc.constantFrom('NewsArticle', 'ClaimReview', 'Person', ['Article', 'NewsArticle']), anything),
    headline: fc.oneof(shortText, anything),
    datePublished: fc.oneof(fc.constantFrom('2026-03-04', '2026-13-45T99:99', 'now'), anything),
    author: fc.oneof(anything, fc.record({ '@type': fc.constant('Person'), name: fc.oneof(shortText, anything) })),
    publisher: anything,
    articleBody: fc.oneof(shortText, anything),
    inLanguage: anything,
    '@graph': anything,
    '@id': anything,
    url: fc.oneof(fc.constantFrom('javascript:alert(1)', '//x', 'http://[', '/a'), anything),
  }, { requiredKeys: [] })
  .map(node => JSON.stringify(node)); // prettier-ignore

/** A page's HTML: broken, nested, clobbered, with metadata of any shape. */
export const pageSource: fc.Arbitrary<string> = fc
  .record({
    title: randomText.map(words => words.slice(0, 100)),
    metas: fc.array(
      fc.tuple(
        fc.constantFrom('og:title', 'og:type', 'og:url', 'og:locale', 'author', 'article:published_time', 'article:author', 'description', 'robots'),
        fc.oneof(shortText, fc.constantFrom('article', '2026-03-04T00:00:00Z', 'http://[', 'javascript:0', 'de_DE')),
      ),
      { maxLength: 5 },
    ),
    scripts: fc.array(fc.oneof(linked, shortText), { maxLength: 3 }),
    form: fc.oneof(fc.constant(''), fc.array(hidingField, { maxLength: 6 }).map(fields => `${fields.join('')}<form id="f">`)),
    body: fc.array(markup, { maxLength: 60, size: 'max' }),
  })
  .map(
    ({ title, metas, scripts, form, body }) =>
      `<!doctype html><html lang="en"><head><title>${title}</title>` +
      metas.map(([name, value]) => `<meta property="${name}" content="${value.replaceAll('"', '&quot;')}">`).join('') +
      scripts.map(json => `<script type="application/ld+json">${json}</script>`).join('') +
      `</head><body>${form}${body.join('')}</body></html>`,
  ); // prettier-ignore

/** Beginnings of texts that grow: each says the same thing over and over, and must cost in proportion. */
export const BAIT: Readonly<Record<string, string>> = {
  'quotation marks': '"',
  'opening quotation marks': '“',
  'apostrophes': "' ",
  'nested quotations': '“a ‘b ',
  'guillemets': '«»',
  'opening brackets': '(',
  'brackets in pairs': '()',
  'full stops': '.',
  'initials': 'A. ',
  'commas': 'a, ',
  'hyphens': 'a-',
  'spaces': '      ',
  'line breaks': '\n',
  'blank lines': '\n\n',
  'capitals': 'Aa ',
  'a capital word': 'AAAA',
  'one long word': 'a',
  'digits': '1',
  'numbers': '1,000.',
  'joiners': '\u200d',
  'combining marks': 'e\u0301',
  'halves of pairs': '\ud83d',
  'NUL': '\0',
  'overrides': '\u202e',
  'names': 'Lena Brandt ',
  'other names': 'Abe Ba Cor De ',
  'names with and': 'Ann Bo and ',
  'titles': 'Prime Minister ',
  'roles': 'the former vice deputy ',
  'said': 'said ',
  'he said that': 'he said that ',
  'according to': 'according to ',
  'of the': 'of the ',
  'denials': 'He denied these claims. ',
  'disputes': 'Lena Brandt said it was 3,000. Owen Hart denied that. ',
  'quotations with speakers': '“It was late,” said Lena Brandt. ',
  'quotations with reports': '“The port says it is late,” Owen Hart said. ',
  'quotations behind names': 'Hart: “It was late.”\n\n',
  'quotations before names': '“It was late.”\n\n— Owen Hart\n\n',
  'turns of phrase': '“late”, as Hart put it, in his words “so” quoted Lund ',
  'unclosed quotations': '“It was late. ',
  'dates': 'May 3 ',
  'weekdays': 'on Monday next week ',
  'figures': '3,000 people ',
  'acronyms': 'Bank of Ireland (BOI) ',
  'dashes': ' — ',
  'slashes': 'a/b',
  'addresses': 'http://a.b/',
  'at signs': 'a@b.',
  'colons': 'A: ',
  'question marks': '?! ',
  'Chinese': '東京。',
  'Arabic': 'قال ',
  'possessives': "Hart's ",
}; // prettier-ignore
