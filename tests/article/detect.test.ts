import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import {
  ARTICLE_PARAGRAPHS,
  detect,
  isSure,
  look,
  NEIGHBOURS,
  WORDY,
  type PlainTree,
} from '../../lib/article/detect.ts';
import { DETECT_WEIGHTS, USUAL } from '../../lib/article/detect-weights.ts';
import { GLANCED, STUDIED, glanceAt, hasLongText, studyOf } from '../../lib/article/page-features.ts';
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
    ['in a table', articlePage(`<table><tr><td>${REPORT.join('<br><br>')}</table>`, OG + LD)],
  ])('is announced: %s', (_case, html) => {
    expect(detect(pageOf(html, ADDRESS), ADDRESS)).toMatchObject({ isArticle: true, isNews: true });
  });

  it.each([
    ['an address that tells', ADDRESS],
    ['a number for an address', 'https://millbridge-echo.example/48213'],
    ['an address that says nothing', 'https://millbridge-echo.example/sample/'],
    ['no known address', ''],
  ])('is announced though it is short: %s', (_case, url) => {
    const short = [
      'A barge that had lost its steering ran into the old lock at Fennick on Tuesday, the canal office said.',
      'Its crew of three stepped off by themselves.',
      '“We heard a long grinding noise, then nothing,” said Odile Marn, who keeps the lock.',
      'Boats will have to wait until Friday, when a crane is expected.',
      'The canal office is looking into the cause.',
    ];
    const html = articlePage(short.map(text => `<p>${text}</p>`).join(''), OG + LD);
    expect(detect(pageOf(html, url || ADDRESS), url)).toMatchObject({ isArticle: true, isNews: true });
  });

  it('is not made of mark-up alone', () => {
    const empty = articlePage('<p>Read on in our app.</p>');
    expect(detect(pageOf(empty, ADDRESS), 'https://millbridge-echo.example/app')).toMatchObject({
      isNews: false,
    });
  });

  it.each([
    ['next to nothing', '<p>Read on in our app.</p>', false],
    ['a script', `<script>const words = ${JSON.stringify(REPORT.join(' '))};</script>`, false],
    ['room', `<div>${' '.repeat(500)}</div>`, false],
    ['links', `<a href="/pool">${REPORT[0]!}</a>`, false],
    ['words', `<section>${REPORT[0]!}</section>`, true],
  ])('is one only with words beside the mark-up: %s', (_case, body, isArticle) => {
    const page = pageOf(articlePage(`${body}<p>Read on in our app.</p>`, OG + LD), ADDRESS);
    expect(hasLongText(page)).toBe(isArticle);
    expect(look(page, ADDRESS).isArticle).toBe(isArticle);
  });

  it('is judged by features that the trees know by their place', () => {
    const page = pageOf(articlePage(''), ADDRESS);
    expect(glanceAt(page, ADDRESS)).toHaveLength(GLANCED.length);
    expect(studyOf(page)).toHaveLength(STUDIED.length);
    const all = [...GLANCED, ...STUDIED];
    expect(USUAL).toHaveLength(all.length);
    expect(new Set(all).size).toBe(all.length);
    expect([all[NEIGHBOURS], all[ARTICLE_PARAGRAPHS], all[WORDY]]).toEqual([
      'neighbours',
      'articleParagraphs',
      'wordy',
    ]);
    const asked = (tree: PlainTree): number =>
      typeof tree === 'number' ? -1 : Math.max(tree[0], asked(tree[2]), asked(tree[3]));
    expect(Math.max(...DETECT_WEIGHTS.glance.map(asked))).toBeLessThan(GLANCED.length);
    expect(Math.max(...DETECT_WEIGHTS.news.map(asked))).toBeLessThan(GLANCED.length);
    expect(Math.max(...DETECT_WEIGHTS.study.map(asked))).toBeLessThan(all.length);
  });

  it('is looked at more closely where a glance doubts it, and on a large page only where it does not deny it', () => {
    const row = [1];
    expect([isSure(-0.5, row, 800), isSure(0.5, row, 800)]).toEqual([false, false]);
    expect([isSure(-0.5, row, 801), isSure(0.5, row, 801)]).toEqual([true, false]);
  });

  it.each([
    ['in the head', articlePage('', LD), 1],
    ['at the end', articlePage('').replace('</body>', `${LD}</body>`), 1],
    ['in a box of its own', articlePage('').replace('</body>', `<div>${LD}</div></body>`), 1],
    ['of something else', articlePage('', LD.replace('NewsArticle', 'WebSite')), 0],
    ['of no kind', articlePage('', '<script>"NewsArticle"</script>'), 0],
  ])('describes itself near the root: %s', (_case, html, described) => {
    expect(studyOf(pageOf(html, ADDRESS))[STUDIED.indexOf('described')]).toBe(described);
  });

  it('is told with its reasons as without, at a glance and after a closer look', () => {
    const articles = [articlePage(REPORT.map(text => `<p>${text}</p>`).join('')), articlePage('')].map(
      html => ({ html, url: ADDRESS }),
    );
    const decidedBy = new Set<string>();
    for (const { html, url } of [...articles, ...fronts]) {
      const { isArticle, isNews, signals } = detect(pageOf(html, url), url);
      expect(look(pageOf(html, url), url)).toEqual({ isArticle, isNews });
      decidedBy.add(signals.some(({ name }) => name.startsWith('wordy')) ? 'study' : 'glance');
    }
    expect(decidedBy).toEqual(new Set(['glance', 'study']));
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
    const url = 'https://millbridge-echo.example/48213'; // which does not say it already
    const html = articlePage(REPORT.map(text => `<p>${text}</p>`).join(''), OG + LD);
    const { score, signals } = detect(pageOf(html, url), url);
    expect(score).toBeGreaterThan(0.5);
    expect(signals.find(({ name }) => name === 'ogArticle')?.weight).toBeGreaterThan(0);
  });
});

describe('a page that is no article', () => {
  it.each(fronts)('is not announced: $name', ({ html, url }) => {
    expect(detect(pageOf(html, url), url)).toMatchObject({ isArticle: false, isNews: false });
  });

  it.each([
    ['wide', '<p>one <b>two</b> three</p>'.repeat(9_000)],
    ['deep', '<div>'.repeat(3_000)],
    ['one of nothing but words', 'one two three <br> '.repeat(30_000)],
  ])('is looked at in part where it is large: %s', (_case, body) => {
    const page = pageOf(`<!doctype html><title>x</title><body>${body}`, ADDRESS);
    const touched = touchedNodes(page, () => {
      expect(detect(page, ADDRESS)).toMatchObject({ isArticle: false, isNews: false });
    });
    expect(touched).toBeLessThanOrEqual(60);
  });

  it('is seen to be none without touching one element', () => {
    for (const { html, url } of fronts) {
      const page = pageOf(html, url);
      const touched = touchedNodes(page, () => {
        expect(look(page, url)).toEqual({ isArticle: false, isNews: false });
      });
      expect(touched).toBe(0);
    }
  });

  it.each([
    ['of next to nothing', '<i></i>', false],
    ['of prose', `<p>${REPORT[0]!}</p>`, true],
    ['of short paragraphs', '<p>Motion 7 was carried, the clerk said.</p>', true],
    ['of a list of goods', '<p>Lamp, 20 euros</p>', false],
  ])(
    'is judged by its first paragraphs where it is too large to be counted: %s',
    (_case, piece, isArticle) => {
      const page = pageOf(`<!doctype html><title>x</title><body>${piece.repeat(20_001)}`, ADDRESS);
      expect(detect(page, ADDRESS)).toMatchObject({ isArticle, isNews: false });
      expect(look(page, ADDRESS)).toEqual({ isArticle, isNews: false });
    },
  );

  it.each([
    [
      'application/xhtml+xml',
      '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>One line.</p></body></html>',
    ],
    ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><title>A map</title></svg>'],
    ['application/xml', '<feed><entry><title>One</title></entry></feed>'],
  ] as const)('is none where it is no HTML: %s', (contentType, source) => {
    const page = new JSDOM(source, { url: ADDRESS, contentType }).window.document;
    expect(detect(page, ADDRESS)).toMatchObject({ isArticle: false, isNews: false });
  });

  it('is nothing without a body', () => {
    const page = pageOf('', ADDRESS);
    page.body.remove();
    expect(detect(page, ADDRESS)).toMatchObject({ isArticle: false, isNews: false });
  });
});

/** How often we ask anything of a node of the page other than the document itself; jsdom's own XPath is written so, too. */
function touchedNodes(page: Document, run: () => void): number {
  const { Node, Element, TreeWalker } = page.defaultView!;
  let touched = 0;
  let isInXPath = false;
  const evaluate = page.evaluate.bind(page);
  page.evaluate = (...of) => {
    isInXPath = true;
    const result = evaluate(...of);
    isInXPath = false;
    return result;
  };
  const undo: (() => void)[] = [() => Reflect.deleteProperty(page, 'evaluate')];
  for (const [prototype, name] of [
    [Node.prototype, 'textContent'],
    [Node.prototype, 'parentElement'],
    [Element.prototype, 'localName'],
    [TreeWalker.prototype, 'nextNode'],
  ] as const) {
    const real = Object.getOwnPropertyDescriptor(prototype, name)!;
    Object.defineProperty(prototype, name, {
      ...real,
      ...(real.get
        ? {
            get(this: unknown): unknown {
              if (!isInXPath) touched += 1;
              return real.get!.call(this) as unknown;
            },
          }
        : {
            value(this: unknown, ...of: unknown[]): unknown {
              if (!isInXPath) touched += 1;
              return Reflect.apply(real.value as (...of: unknown[]) => unknown, this, of);
            },
          }),
    });
    undo.push(() => Object.defineProperty(prototype, name, real));
  }
  run();
  for (const restore of undo) restore();
  return touched;
}
