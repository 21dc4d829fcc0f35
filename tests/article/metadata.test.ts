import { describe, expect, it } from 'vitest';
import { readMetadata, type Metadata } from '../../lib/article/metadata.ts';
import { pageOf } from './support.ts';

const URL = 'https://www.harbour-post.example/news/ferry-returns';

function read(head: string, body = '<h1>Night ferry returns after three years</h1>', lang = 'en'): Metadata {
  const html = `<!doctype html><html lang="${lang}"><head><title>Ferry is back - Harbour Post</title>
    <meta property="og:site_name" content="Harbour Post">${head}</head><body>${body}</body></html>`;
  return readMetadata(pageOf(html, URL), URL);
}

function ld(json: string): string {
  return `<script type="application/ld+json">${json}</script>`;
}

describe('JSON-LD', () => {
  it.each([
    ['alone', '{"@type":"NewsArticle","headline":"Ferry is back","author":{"name":"Ines Valcourt"}}'],
    [
      'in a graph',
      '{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"x","author":{"name":"Ines Valcourt"}}]}',
    ],
    [
      'in a list',
      '[{"@type":"BreadcrumbList"},{"@type":["Article","NewsArticle"],"author":["Ines Valcourt"]}]',
    ],
    [
      'with a full type',
      '{"@type":"https://schema.org/NewsArticle","author":[{"@type":"Person","name":"Ines Valcourt"}]}',
    ],
    [
      'by reference',
      '{"@graph":[{"@type":"Person","@id":"#p","name":"Ines Valcourt"},{"@type":"NewsArticle","author":{"@id":"#p"}}]}',
    ],
    [
      'with line breaks in a text',
      '{"@type":"NewsArticle","description":"one\ntwo","author":{"name":"Ines Valcourt"}}',
    ],
    ['with a comma too many', '{"@type":"NewsArticle","author":{"name":"Ines Valcourt"},}'],
    ['in a comment', '<!-- {"@type":"NewsArticle","author":{"name":"Ines Valcourt"}} -->'],
  ])('names the author: %s', (_case, json) => {
    expect(read(ld(json)).byline).toEqual(['Ines Valcourt']);
  });

  it('survives a broken block and a ring of references', () => {
    const ring =
      '{"@graph":[{"@type":"NewsArticle","@id":"#a","author":{"@id":"#b"}},{"@id":"#b","author":{"@id":"#a"},"name":"Ines Valcourt"}]}';
    expect(read(ld('{"@type": broken') + ld(ring)).byline).toEqual(['Ines Valcourt']);
  });

  it('takes the article of this page, not that of a teaser', () => {
    const teaser =
      '{"@type":"NewsArticle","url":"https://www.harbour-post.example/news/other","datePublished":"2020-01-01","author":{"name":"Otto Gray"},"headline":"Other"}';
    const own = `{"@type":"NewsArticle","mainEntityOfPage":"${URL}?utm=1","datePublished":"2026-11-17"}`;
    expect(read(ld(teaser) + ld(own)).publishedTime).toBe('2026-11-17');
  });

  it.each([
    ['in words', '"We gave a wrong year."', ['We gave a wrong year.']],
    [
      'as comments',
      '[{"@type":"CorrectionComment","text":"We gave a  wrong year."},"And a name."]',
      ['We gave a wrong year.', 'And a name.'],
    ],
    ['elsewhere', '{"@type":"CorrectionComment","url":"https://a.example/c"}', ['https://a.example/c']],
    ['emptily', '[7, null, " ", {"text": 7}]', []],
  ])('holds the corrections the page declares %s', (_case, correction, expected) => {
    expect(read(ld(`{"@type":"NewsArticle","correction":${correction}}`)).corrections).toEqual(expected);
    expect(read(ld(`{"@type":"BreadcrumbList","correction":${correction}}`)).corrections).toEqual([]);
  });

  it('hands over ClaimReview as it is', () => {
    const review = '{"@type":"ClaimReview","claimReviewed":"The ferry is faster than the train"}';
    expect(read(ld(review)).claimReviews).toEqual([JSON.parse(review)]);
  });
});

describe('the byline', () => {
  it.each([
    ['two people', 'By Ines Valcourt and Tomas Reyl', ['Ines Valcourt', 'Tomas Reyl']],
    ['with initials', 'J.R. Stone', ['J.R. Stone']],
    ['people before an agency', 'Ines Valcourt, Reuters', ['Ines Valcourt']],
    ['an agency alone', 'Reuters', ['Reuters']],
    ['not the publisher', 'Harbour Post', []],
    ['not a desk of it', 'Harbour Post Newsroom', []],
    ['not an address', 'news@harbour-post.example', []],
    ['not a date', '17.11.2026', []],
    ['not an account', 'super user', []],
    ['not a login', 'inesvalcourt', []],
    ['not where the outlet sits', 'Harbour Post, Oldhaven, Freeland', []],
    ['not a company', 'Harbour Media GmbH', []],
    ['not who took the picture', 'Foto: Lou Tarn', []],
    ['without a handle', 'Ines Valcourt @ivalcourt', ['Ines Valcourt']],
    ['without a role', 'Ines Valcourt - Harbour Post Team', ['Ines Valcourt']],
    ['without what kind of piece it is', 'Analysis by Ines Valcourt', ['Ines Valcourt']],
    ['without an office', 'Ines Valcourt, Harbour Editor-at-large', ['Ines Valcourt']],
    ['without an office of three words', 'Tomas Reyl and Chief Political Correspondent', ['Tomas Reyl']],
    ['also of who is called Writer', 'Jo Writerson', ['Jo Writerson']],
    ['in Chinese', '岳明、林海', ['岳明', '林海']],
  ])('is made of people: %s', (_case, author, expected) => {
    expect(read(`<meta name="author" content="${author}">`).byline).toEqual(expected);
  });

  it('is read off the page where nothing declares it', () => {
    const body =
      '<h1>Night ferry returns</h1><p class="byline">By <a href="/author/iv">Ines Valcourt</a></p><aside><span class="author">Otto Gray</span></aside>';
    expect(read('', body).byline).toEqual(['Ines Valcourt']);
  });

  it.each([
    [
      'a Twitter card',
      '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ines Valcourt">',
      '',
    ],
    ['a test id', '', '<div data-testid="prism-byline">By <a href="/team/iv">Ines Valcourt</a></div>'],
    ['a class in German', '', '<p class="autorenzeile">Von Ines Valcourt, HPO</p>'],
    [
      'a page whose classes speak of comments',
      '',
      '<div class="comments-open"><h1>Night ferry returns after three years</h1><p class="byline">By Ines Valcourt</p></div>',
    ],
  ])('is found in %s', (_case, head, body) => {
    expect(read(head, body || undefined).byline).toContain('Ines Valcourt');
  });

  it.each([
    ['a topic', '<p class="author-topics">Hardware</p>'],
    ['a button', '<p class="author-follow">Follow</p>'],
    ['a name in a teaser', '<div class="teaser"><p class="author">Otto Gray</p></div>'],
  ])('is not taken from %s', (_case, body) => {
    expect(read('', `<h1>Night ferry returns</h1>${body}`).byline).toEqual([]);
  });
});

describe('the kind of piece', () => {
  it.each([
    ['opinion', '/opinion/the-ferry'],
    ['live', '/2026/11/ferry-live-blog'],
    ['live', '/live/ferry'],
    ['sponsored', '/partner-content/ferry'],
    ['analysis', '/explainers/ferry'],
    ['unknown', '/news/opinionated-ferry-lives-on'],
  ])('is told by its address: %s', (expected, path) => {
    const page = pageOf('<h1>Night ferry returns after three years</h1>', URL);
    expect(readMetadata(page, `https://harbour-post.example${path}`).type).toBe(expected);
  });

  it.each([
    ['OpinionNewsArticle', 'opinion'],
    ['AnalysisNewsArticle', 'analysis'],
    ['LiveBlogPosting', 'live'],
    ['ReviewNewsArticle', 'review'],
    ['AdvertiserContentArticle', 'sponsored'],
    ['NewsArticle', 'news'],
    ['Article', 'unknown'],
  ])('%s', (type, expected) => {
    expect(read(ld(`{"@type":"${type}","headline":"x"}`)).type).toBe(expected);
  });
});

describe('a piece written as it happens', () => {
  const typeOf = (title: string): string => read('', `<h1>${title}</h1>`).type;

  it.each([
    'Live: flood reaches the old bridge',
    'Flood in the valley – as it happened',
    'En direct - la crue au vieux pont',
  ])('says so in its headline: %s', title => expect(typeOf(title)).toBe('live'));

  it.each(['Live music returns to the harbour', 'Where the last weavers live', 'Directors leave the board'])(
    'is not every headline that speaks of life: %s',
    title => expect(typeOf(title)).toBe('unknown'),
  );
});

describe('titles', () => {
  it('is the headline shown; what search engines are told is kept', () => {
    expect(read('<meta property="og:title" content="Ferry is back | Harbour Post">')).toMatchObject({
      title: 'Night ferry returns after three years',
      alternateTitle: 'Ferry is back',
    });
  });

  it.each([
    [
      'before a chapter in larger letters',
      '<h2>Night ferry returns</h2><p>x</p><h1>What the island says</h1>',
      'h2',
    ],
    [
      'and not its teaser below',
      '<h1>Ferry sails again at last</h1><p>x</p><h2>Night ferry returns</h2>',
      'h1',
    ],
  ])('is the heading that says what the page declares, %s', (_where, body, shown) => {
    const { headline } = read('<meta property="og:title" content="Night ferry returns">', body);
    expect(headline?.localName).toBe(shown);
  });

  it('is not what stands over the replies to it', () => {
    const replies = '<h2 class="comments-title">15 replies to “Night ferry returns after three years”</h2>';
    const meta = '<meta property="og:title" content="Night ferry returns after three years">';
    expect(read(meta, `<p>x</p>${replies}`)).toMatchObject({
      title: 'Night ferry returns after three years',
      headline: null,
    });
  });

  it('is the declared one where no headline is shown', () => {
    expect(read('<meta property="og:title" content="Ferry is back | Harbour Post">', '<p>x</p>').title).toBe(
      'Ferry is back',
    );
  });
});

describe('the site and its section', () => {
  const named = (name: string, title = 'Ferry is back') => {
    const head = `<meta property="og:site_name" content="${name}"><meta property="og:title" content="${title}">`;
    return readMetadata(pageOf(`<!doctype html><head>${head}</head><h1>${title}</h1>`, URL), URL).siteName;
  };

  it.each([
    ['as it calls itself', 'Harbour Post', 'Harbour Post'],
    ['without what it boasts of', 'Breaking News From the Coast - Harbour Post', 'Harbour Post'],
    ['without its address', 'The Post | Harbour-Post.example', 'The Post'],
    ['of several words none of which is its address', 'Coast - News and Views', 'Coast - News and Views'],
    ['none where it is the headline', 'Ferry is back', ''],
  ])('is named %s', (_case, name, expected) => expect(named(name)).toBe(expected));

  it.each([
    ['News - News', 'News'],
    ['Coast - News', 'Coast - News'],
    ['articles', ''],
    ['All the sea', 'All the sea'],
  ])('the section %s is told as “%s”', (section, expected) =>
    expect(read(`<meta property="article:section" content="${section}">`).section).toBe(expected),
  );

  it('a desk of an outlet with a short name signs for nobody', () => {
    const head =
      '<meta property="og:site_name" content="HPN"><meta name="author" content="Ines Valcourt, HPN Business">';
    expect(readMetadata(pageOf(`<!doctype html><head>${head}</head>`, URL), URL).byline).toEqual([
      'Ines Valcourt',
    ]);
  });
});
