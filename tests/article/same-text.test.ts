import { describe, expect, it } from 'vitest';
import { extract } from '../../lib/article/extract.ts';
import { pageOf } from './support.ts';

const URL = 'https://www.millbridge-echo.example/2026/11/24/weir-to-be-lowered';
const TITLE = 'Old weir to be lowered by a metre';
const STORY = [
  'The weir below the mill will be lowered by a metre next summer, the river board decided on Monday, so that salmon can reach the upper valley for the first time since 1911.',
  '“It is the cheapest mile of river we will ever win back,” said Hanne Torvik, who leads the board’s work on fish. The work is to cost less than the last repair of the wall.',
  'Not everybody is pleased. The rowing club fears that its course will be too shallow in dry years, and has asked for a second study by engineers from outside the county.',
  'The board says that the gates can be closed for races. It will publish the plans in January, and anybody may object until the end of March, it said in a statement.',
  'The mill itself, which has not turned since the flood of 1954, is a monument and will stay as it is, apart from a new step for visitors.',
];
const paragraphs = STORY.map(words => `<p>${words}</p>`);
const LD = `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${TITLE}","datePublished":"2026-11-24T07:00:00Z","author":{"@type":"Person","name":"Ivo Lenz"}}</script>`;
const head = (more = ''): string =>
  `<meta charset="utf-8"><title>${TITLE} - Millbridge Echo</title><meta property="og:type" content="article"><meta property="og:site_name" content="Millbridge Echo">${more}`;

const withEverything = (
  scripts: boolean,
): string => `<!doctype html><html lang="en"><head>${head(LD)}</head><body class="single comments-open">
  <header class="site-header"><a href="/">Millbridge Echo</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/letters">Letters</a></li></ul></nav></header>
  <main><article><header><h1>${TITLE}</h1><p class="byline">By <a rel="author" href="/by/ivo-lenz">Ivo Lenz</a></p><time datetime="2026-11-24">24 November 2026</time>
  ${scripts ? '<div class="share-tools"><a href="#">Share</a> <a href="#">Copy link</a></div>' : '<noscript><p class="notice">Please switch on JavaScript to see all of this page.</p></noscript>'}</header>
  <div class="article-body">${paragraphs.slice(0, 2).join('')}
  <figure><img src="weir.jpg" alt=""><figcaption>The weir in October. Photo: Ivo Lenz</figcaption></figure>
  ${paragraphs[2]!}
  ${scripts ? '<div class="newsletter-signup"><h3>The Echo by mail</h3><p>Sign up for our newsletter and read the news of the valley every evening.</p><form><input type="email"></form></div><script>window.ads = ["one", "two"];</script>' : ''}
  ${paragraphs.slice(3).join('')}</div></article>
  <aside class="related"><h2>More from the valley</h2><ul><li><a href="/2026/11/20/bus">Last bus to leave an hour later from December</a></li><li><a href="/2026/11/18/bells">Bells of Saint Anne to ring again at Easter</a></li></ul></aside></main>
  <footer><p>© 2026 Millbridge Echo. All rights reserved.</p><a href="/privacy">Privacy</a></footer></body></html>`;

const FORMS: readonly (readonly [string, string])[] = [
  ['with scripts', withEverything(true)],
  ['without scripts', withEverything(false)],
  [
    'in reader mode',
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title></head><body class="light sans-serif">
    <div class="top-anchor"></div><div class="toolbar reader-toolbar"><ul class="reader-controls"><li><button>Close</button></li><li><button>Text and layout</button></li></ul></div>
    <div class="container" lang="en"><div class="header reader-header"><a class="domain reader-domain" href="${URL}">millbridge-echo.example</a><h1 class="reader-title">${TITLE}</h1><div class="credits reader-credits">Ivo Lenz</div><div class="meta-data"><div class="reader-estimated-time">2 minutes</div></div></div><hr>
    <div class="content"><div class="moz-reader-content reader-show-element"><div id="readability-page-1" class="page"><div>${paragraphs.join('\n')}</div></div></div></div></div></body></html>`,
  ],
  [
    'as AMP',
    `<!doctype html><html amp lang="en"><head>${head(LD)}<link rel="canonical" href="${URL}"></head><body><header class="amp-wp-header"><a href="/">Millbridge Echo</a></header>
    <amp-sidebar id="menu" layout="nodisplay"><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></amp-sidebar>
    <article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">${TITLE}</h1><div class="amp-wp-meta amp-wp-byline">By Ivo Lenz</div><div class="amp-wp-meta amp-wp-posted-on"><time>24 November 2026</time></div></header>
    <figure class="amp-wp-article-featured-image"><amp-img src="weir.jpg" width="600" height="400"></amp-img></figure>
    <div class="amp-wp-article-content">${paragraphs.slice(0, 2).join('')}<amp-ad width="300" height="250" type="x"></amp-ad>${paragraphs.slice(2).join('')}</div>
    <footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">Categories: <a href="/valley">Valley</a></div><amp-social-share type="email"></amp-social-share></footer></article>
    <footer class="amp-wp-footer"><p>© Millbridge Echo</p><a href="#top">Back to top</a></footer></body></html>`,
  ],
  [
    'as printed',
    `<!doctype html><html lang="en"><head>${head('<meta name="robots" content="noindex">')}</head><body class="print"><p class="print-site">Millbridge Echo</p><hr><h1>${TITLE}</h1><p class="print-submitted">By Ivo Lenz, 24 November 2026</p>
    <div class="print-content">${paragraphs.join('\n')}</div><hr><p class="print-source">Source: <a href="${URL}">${URL}</a></p><p class="print-footer">© 2026 Millbridge Echo. All rights reserved.</p></body></html>`,
  ],
];

describe('one story in many forms', () => {
  it.each(FORMS)('gives the same text %s', (_form, html) => {
    const article = extract(pageOf(html, URL), URL)?.article;
    expect(article?.text.split('\n\n')).toEqual(STORY);
    expect(article?.title).toBe(TITLE);
  });

  it.each(FORMS)('names the same author %s', (_form, html) => {
    expect(extract(pageOf(html, URL), URL)?.article.byline).toEqual(['Ivo Lenz']);
  });
});
