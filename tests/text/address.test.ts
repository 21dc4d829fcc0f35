import { expect, it } from 'vitest';
import { articleAddress, cleanAddress, isOfSite, siteOf } from '../../lib/text/address.ts';

it.each([
  ['what finds the article', 'https://a.example/story?id=7&page=2', 'https://a.example/story?id=7&page=2'],
  ['the fragment goes', 'https://a.example/story#comments', 'https://a.example/story'],
  [
    'what follows the reader goes',
    'https://a.example/s?utm_source=x&id=7&fbclid=Q&gclid=R&mc_cid=1&ref=home',
    'https://a.example/s?id=7',
  ],
  [
    'who the reader is goes',
    'https://ann:pw@a.example/s?session=1&email=a%40b.example',
    'https://a.example/s',
  ],
  ['a key goes', 'https://a.example/s?access_token=abc&sid=4', 'https://a.example/s'],
  ['a long value goes', `https://a.example/s?x=${'k'.repeat(80)}`, 'https://a.example/s'],
  ['a word that only looks like one stays', 'https://a.example/s?side=left', 'https://a.example/s?side=left'],
  ['no web page', 'file:///home/ann/story.html', null],
  ['no address', 'story', null],
  ['none', undefined, null],
])('%s', (_case, address, expected) => {
  expect(cleanAddress(address)).toBe(expected);
});

it.each([
  [
    'the page’s own',
    'https://a.example/story',
    'https://m.a.example/story?utm_source=x',
    'https://a.example/story',
  ],
  [
    'a front page for all of them',
    'https://a.example/',
    'https://a.example/story',
    'https://a.example/story',
  ],
  ['a front page that is one', 'https://a.example/', 'https://a.example/#top', 'https://a.example/'],
  ['an article by number', 'https://a.example/?p=7', 'https://a.example/x', 'https://a.example/?p=7'],
  ['none of its own', undefined, 'https://a.example/story#c', 'https://a.example/story'],
  ['no page', 'javascript:alert(1)', undefined, null],
])('an article is known by %s', (_case, canonicalUrl, url, expected) => {
  expect(articleAddress({ canonicalUrl, url })).toBe(expected);
});

it.each([
  ['paper.example', 'paper.example', true],
  ['www.paper.example', 'paper.example', true],
  ['sport.paper.example', 'paper.example', true],
  ['paper.example', 'sport.paper.example', false],
  ['otherpaper.example', 'paper.example', false],
])('whether %s is of %s', (host, site, expected) => {
  expect(isOfSite(host, site)).toBe(expected);
});

it.each([
  ['www.paper.example', 'paper.example'],
  ['paper.example', 'paper.example'],
  ['www.example', 'www.example'], // else all that ends so would be one site
])('the site of %s is %s', (host, site) => {
  expect(siteOf(host)).toBe(site);
});
