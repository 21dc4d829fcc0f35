import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detect } from '../../lib/article/detect.ts';
import { pageOf } from './support.ts';

const FRONTS = new URL('../pages/fronts/', import.meta.url);

/** Front pages, sections, legal pages, forms and lists written by hand in the manner of news sites. */
const fronts = readdirSync(FRONTS)
  .filter(name => name.endsWith('.html'))
  .map(name => {
    const html = readFileSync(new URL(name, FRONTS), 'utf8');
    return { name, html, url: /rel="canonical" href="([^"]+)"/u.exec(html)?.[1] ?? '' };
  });

const REPORT = [
  'The council voted by nine to four on Monday night to close the swimming pool at the end of the year, after a debate that lasted until midnight.',
  '“Nobody in this room wanted this,” said Petra Hallow, who leads the council. “But the roof would cost us more than the whole library.”',
  'Swimmers who had come to protest said they would ask a court to stop the closure, and that they had already collected the money for a lawyer.',
  'The pool opened in 1964 and was last repaired fourteen years ago, according to the town’s own records. About three hundred people use it on a weekday.',
  'A petition with six thousand names was handed to the mayor in October. She told reporters that she had read every page of it.',
];

function articlePage(paragraphs: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>Town votes to close its pool - Millbridge Echo</title>${head}</head>
  <body><header><a href="/">Millbridge Echo</a></header><main><article><h1>Town votes to close its pool</h1>
  <p class="byline">By <a rel="author" href="/author/lou-tarn">Lou Tarn</a></p>${paragraphs}</article></main>
  <footer><a href="/privacy">Privacy</a></footer></body></html>`;
}

const OG = '<meta property="og:type" content="article"><meta property="article:section" content="Local">';
const LD =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Town votes to close its pool","datePublished":"2026-11-23"}</script>';
const ADDRESS = 'https://millbridge-echo.example/news/2026/11/23/town-votes-to-close-its-pool';

describe('a news article', () => {
  it.each([
    [
      'with everything publishers declare',
      articlePage(REPORT.map(text => `<p>${text}</p>`).join(''), OG + LD),
    ],
    ['with og alone', articlePage(REPORT.map(text => `<p>${text}</p>`).join(''), OG)],
    ['in <div> elements', articlePage(REPORT.map(text => `<div>${text}</div>`).join(''), OG + LD)],
    ['with line breaks for paragraphs', articlePage(`<div>${REPORT.join('<br><br>')}</div>`, OG + LD)],
  ])('is announced: %s', (_case, html) => {
    expect(detect(pageOf(html, ADDRESS), ADDRESS)).toMatchObject({ isArticle: true, isNews: true });
  });

  it('is announced in a script without spaces', () => {
    const url = 'https://minato-shimpo.example/articles/20261123-01.html';
    const text = [
      '市議会は二十三日、老朽化した市民プールを年内で閉鎖する案を賛成九、反対四で可決した。審議は深夜まで続いた。',
      '「誰も望んでいなかった」と議長は述べた。「しかし屋根の修理には図書館全体より多くの費用がかかる」。',
      '抗議に集まった市民は、閉鎖の差し止めを裁判所に求める考えを示し、弁護士費用もすでに集めたという。',
      'プールは一九六四年に開設された。市の記録によると、最後の改修は十四年前で、平日の利用者はおよそ三百人に上る。',
    ];
    const html = `<!doctype html><html lang="ja"><head><title>市民プール、年内で閉鎖へ｜みなと新報</title>${OG}${LD}</head><body><main><article><h1>市民プール、年内で閉鎖へ</h1>${text.map(words => `<p>${words}</p>`).join('')}</article></main></body></html>`;
    expect(detect(pageOf(html, url), url)).toMatchObject({ isArticle: true, isNews: true });
  });

  it('says why', () => {
    const html = articlePage(REPORT.map(text => `<p>${text}</p>`).join(''), OG + LD);
    const { score, signals } = detect(pageOf(html, ADDRESS), ADDRESS);
    expect(score).toBeGreaterThan(0.5);
    expect(signals.find(({ name }) => name === 'ogArticle')?.weight).toBeGreaterThan(0);
  });
});

describe('a page that is no article', () => {
  it.each(fronts)('is not announced: $name', ({ html, url }) => {
    expect(detect(pageOf(html, url), url)).toMatchObject({ isArticle: false, isNews: false });
  });

  it('is looked at in part where it is large', () => {
    const page = pageOf(
      `<!doctype html><title>x</title><body>${'<p>one <b>two</b> three</p>'.repeat(9_000)}`,
      ADDRESS,
    );
    const create = page.createTreeWalker.bind(page);
    let visited = 0;
    page.createTreeWalker = (root, show) => {
      const walker = create(root, show);
      const next = walker.nextNode.bind(walker);
      walker.nextNode = () => {
        visited += 1;
        return next();
      };
      return walker;
    };
    detect(page, ADDRESS);
    expect(visited).toBeGreaterThan(1_000);
    expect(visited).toBeLessThanOrEqual(10_000); // texts and elements
  });

  it('is nothing without a body', () => {
    const page = pageOf('', ADDRESS);
    page.body.remove();
    expect(detect(page, ADDRESS)).toMatchObject({ isArticle: false, isNews: false });
  });
});
