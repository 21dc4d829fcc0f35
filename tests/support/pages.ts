import { readFile } from 'node:fs/promises';
import { listen, type PageServer } from '../../scripts/serve.ts';

/**
 * Pages no careful newsroom would serve, and a few it would: each by its address. Everything else comes from
 * tests/pages.
 */
const MADE: Record<string, { type?: string; body: () => string }> = {
  '/empty': { body: () => '' },
  '/shop': { body: shop },
  '/shop-that-reads-ahead': {
    body: () =>
      `${shop()}<script type="speculationrules">{"prerender":[{"urls":["/opinion"],"eagerness":"immediate"}]}</script>`,
  },
  '/five-megabytes': { body: () => newsPage('A very long night in the archive', longParagraphs(5_000_000)) },
  '/fifty-thousand-paragraphs': {
    body: () => newsPage('Every vote of the session, one by one', votes(50_000)),
  },
  '/opinion': { body: () => newsPage('The ferry we deserve', council(), { type: 'OpinionNewsArticle' }) },
  '/live': { body: () => newsPage('Council vote, minute by minute', council(), { type: 'LiveBlogPosting' }) },
  '/sponsored': {
    body: () => newsPage('Why towns choose our boats', council(), { type: 'AdvertiserContentArticle' }),
  },
  '/partial': { body: () => newsPage('Council splits over the ferry', council(), { wordCount: 2_400 }) },
  '/nobody-speaks': { body: () => newsPage('The river in numbers', river()) },
  '/two-numbers': { body: () => newsPage('Ferry plan to cost the town 40 million', twoNumbers()) },
  '/malformed': { body: malformed },
  '/one-text-of-ten-megabytes': {
    body: () => newsPage('One long night', `<p>${'ten letters '.repeat(900_000)}</p>`),
  },
  '/a-million-nodes': {
    body: () =>
      newsPage(
        'A million things',
        `<p>${NIGHT}</p><div style="content-visibility:hidden">${'<i>x</i>'.repeat(500_000)}</div>`,
      ),
  },
  '/ten-thousand-deep': { body: () => newsPage('A deep well', `${'<div>'.repeat(10_000)}<p>${NIGHT}</p>`) },
  '/bait': { body: bait },
  '/shadowing-form': { body: shadowingForm },
  '/shadowing-names': { body: shadowingNames },
  '/markup-in-words': { body: markupInWords },
  '/right-to-left': { body: rightToLeft },
  '/german': { body: german },
  '/document.pdf': { type: 'application/pdf', body: pdf },
  '/shell-around-a-frame': {
    body: () =>
      '<!doctype html><title>Reader</title><h1>Your reader</h1><iframe src="/sample/" style="width:100%;height:90vh"></iframe>',
  },
  '/frames': {
    body: () =>
      '<!doctype html><title>Frames</title><frameset cols="30%,70%"><frame src="/shop"><frame src="/sample/"></frameset>',
  },
};

/** Serves the made pages and those of tests/pages to this machine alone. */
export function servePages(): Promise<PageServer> {
  return listen(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const made = MADE[path];
    if (made) {
      response.writeHead(200, { 'content-type': made.type ?? 'text/html; charset=utf-8' }).end(made.body());
      return;
    }
    const slug = /^\/([a-z0-9-]+)\/$/.exec(path)?.[1];
    const html = slug && (await readFile(`tests/pages/${slug}/page.html`).catch(() => null));
    response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(html ?? '');
  });
}

const NIGHT =
  'The archivist, Lorna Petrie, said the shelves had not been opened since the flood of 1931, when the cellar stood under water for a week.';

/** What makes a careless expression or search take for ever. */
function bait(): string {
  const texts = ['“', 'according to ', 'a-', ' \t', 'said ', '((', 'A. ', '1,', 'He said that he said that '];
  const metadata = `<meta name="author" content="${'a'.repeat(300_000)}"><title>${' -'.repeat(100_000)}</title>`;
  return newsPage('Bait', texts.map(text => `<p>${text.repeat(4_000)}</p>`).join('')).replace(
    '<head>',
    `<head>${metadata}`,
  );
}

/** Fields by which a form hides the DOM's own properties from whoever reads it. */
function shadowingForm(): string {
  const names = [
    'nextSibling',
    'firstChild',
    'parentElement',
    'nodeType',
    'localName',
    'getAttribute',
    'textContent',
    'closest',
  ];
  const fields = names.map(name => `<input form="all" name="${name}" type="hidden">`).join('');
  const paragraphs = longParagraphs(2_500);
  return newsPage(
    'A form around it all',
    `${fields}<form id="all">${paragraphs}</form><p>Last words: ${NIGHT}</p>`,
  );
}

/** Pictures that bear the names of what one asks a document for. */
function shadowingNames(): string {
  const names = [
    'title',
    'body',
    'head',
    'documentElement',
    'querySelector',
    'querySelectorAll',
    'getElementsByTagName',
    'createTreeWalker',
    'evaluate',
    'URL',
    'createRange',
    'defaultView',
    'getSelection',
    'contentType',
    'baseURI',
  ];
  const pictures = names.map(name => `<img name="${name}">`).join('');
  return newsPage('Pictures with names', `${pictures}${longParagraphs(2_500)}<p>Last words: ${NIGHT}</p>`);
}

/** Words that want to be markup, and characters that turn others around. */
function markupInWords(): string {
  const evil = '&lt;img src=x onerror="globalThis.pwned=1"&gt;';
  const body = `<p>${NIGHT}</p><p>“${evil} is no danger,” said Ann ${evil} Quist. \u202eAdelaide Brisk said that \u2066the town was safe.</p>${longParagraphs(2_000)}`;
  return newsPage(`A ${evil} storm`, body);
}

interface Details {
  attributes?: string; // of the root element
  type?: string; // as schema.org names it
  wordCount?: number; // as the publisher declares it
}

function newsPage(
  title: string,
  body: string,
  { attributes = 'lang="en"', type = 'NewsArticle', wordCount }: Details = {},
): string {
  const declared = wordCount === undefined ? '' : `"wordCount":${wordCount},`;
  return `<!doctype html>
<html ${attributes}><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article"><meta property="og:title" content="${title}">
<meta property="article:published_time" content="2026-09-03T08:00:00Z">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"${type}",${declared}"headline":"${title}","datePublished":"2026-09-03T08:00:00Z","author":{"@type":"Person","name":"Wilma Harkness"}}</script>
</head><body><header><a href="/">The Carrow Ledger</a><nav><a href="/news">News</a> <a href="/sport">Sport</a></nav></header>
<main><article><h1>${title}</h1><p class="byline">By Wilma Harkness</p>
<figure><img src="data:," alt="" width="640" height="360"><figcaption>Photograph: Ledger archive</figcaption></figure>
${body}</article></main><footer><a href="/about">About</a> <a href="/privacy">Privacy</a></footer></body></html>`;
}

function longParagraphs(characters: number): string {
  const paragraph =
    '<p>The archivist, Lorna Petrie, said the shelves had not been opened since the flood of 1931. ' +
    '“We found ledgers nobody knew of,” she told the council on Monday. According to the city, the work ' +
    'will cost two million euros. Councillor Amos Reddick disputed that figure and called it a guess.</p>\n';
  return paragraph.repeat(Math.ceil(characters / paragraph.length));
}

const paragraphs = (...texts: string[]): string => texts.map(text => `<p>${text}</p>`).join('\n');

function council(): string {
  return paragraphs(
    'The town council of Carrow spent four hours on Tuesday over the question of whether to buy a second ferry for the crossing to Skarra, and came to no decision before the last boat left.',
    '“We have been told to wait since 2019, and the island has waited,” said Maren Oldfield, who speaks for the harbour ward. “There is nothing left to wait for.”',
    'The treasurer, Piers Hallow, told the council that the boat would cost nine million pounds and that the reserve holds less than six. He warned that fares may have to rise by a third.',
    'Oldfield disputed that, saying the fares had already risen twice in five years and that nobody had been asked.',
    'According to a report by the county, 412 people crossed on an average day last year, about a tenth more than the year before.',
    'Two members of the harbour board, who asked not to be named, said the old ferry had failed its last inspection. The operator denied it.',
    'The council will meet again on 14 January 2027, when it is expected to vote.',
  );
}

function twoNumbers(): string {
  return paragraphs(
    'The town of Carrow will spend 40 million pounds on two new ferries, the council announced on Monday after a closed meeting that went on until midnight.',
    'Councillor Maren Oldfield said the two ferries would cost 34 million pounds over ten years, which she called “the price of keeping an island alive”.',
    'The treasurer, Piers Hallow, said the money could possibly come from the county, but the county said it had not been asked and had no plans to pay.',
    '“Nobody has written to us, nobody has called us, and nobody has sent us a bill,” said Edda Thorne, who runs the county’s transport office.',
    'According to a report by the harbour board, the present ferry will have to leave service by 2029 at the latest.',
    'The shipyard at Lune said it could begin work in March if it had an order by Christmas, and that both boats would take two years.',
  );
}

function river(): string {
  return paragraphs(
    'The river rises in the hills above the town and runs for sixty kilometres through meadows and old mill ponds before it meets the sea below the lighthouse.',
    'It is nowhere deeper than four metres. In a dry summer a child can walk across it at the ford, and in a wet winter it carries whole trees down to the bridge.',
    'There are eleven weirs, most of them built for mills that no longer turn. Three have been opened in the last ten years so that salmon can pass.',
    'The water is cold in all seasons. It freezes along the banks in most winters and right across in about one winter of twenty.',
    'Herons stand below the weirs in the mornings. Kingfishers nest in the soft banks, and otters have come back to the upper course after forty years.',
    'A footpath follows the whole of it, from the spring to the lighthouse. It takes three days, and there are beds in four villages on the way.',
  );
}

function votes(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `<p>Motion ${index + 1} was carried, the clerk said.</p>`,
  ).join('');
}

function shop(): string {
  const products = ['Lamp', 'Kettle', 'Umbrella', 'Rucksack', 'Clock', 'Chair'];
  const cards = products.map(
    (name, index) =>
      `<li><a href="/p/${index}"><img alt="${name}" src="data:,"></a><h3>${name}</h3><span>€ ${9 + index * 7}</span><button>Add to basket</button></li>`,
  );
  return `<!doctype html><html lang="en"><head><title>Hearth & Home, the shop</title><meta property="og:type" content="website"></head>
<body><nav><a href="/">Home</a> <a href="/new">New</a> <a href="/sale">Sale</a></nav><main><h1>This week’s offers</h1><ul>${cards.join('')}</ul></main><footer><a href="/terms">Terms</a></footer></body></html>`;
}

function malformed(): string {
  return `<html><head><title>Bridge closed after crack is found</title><meta property="og:type" content="article"
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closed</script>
<body><article><h1>Bridge closed after crack is found</h2>
<p>The bridge over the Lune at Carrow was closed on Friday <b>after an engineer found a crack <i>in one of its arches, the county said.
<p>“Nobody was in danger at any time,” said </b> Petra Whitlock, the county engineer.</i> She expects the repair to take <a href="x>three weeks</a>.
<div><p>Drivers are sent over the old mill bridge, <span>which the mayor of Carrow, Jonas Abel, called “a lane for carts”.
<table><p>The crack was seen by a diver, according to a report the county published.<tr><td>He measured it at four millimetres.
</article></p></div></section>&nosuch; &#0; <p>Mr Abel said the town had asked for an inspection in March and had been told there was no money for one.`;
}

function rightToLeft(): string {
  const body = [
    'قالت رئيسة البلدية سلمى الحداد يوم الاثنين إن المدينة ستعيد فتح السوق القديم في الأول من نوفمبر بعد أعمال ترميم استمرت ثلاث سنوات كاملة.',
    'وأضافت: «انتظر التجار ثلاث سنوات، ولن ينتظروا أكثر من ذلك»، مشيرة إلى أن مئة وعشرين متجرا ستفتح أبوابها في اليوم الأول.',
    'ووفقا لتقرير نشرته البلدية فإن كلفة الترميم بلغت أربعة ملايين دينار، أي ما يزيد بمليون دينار على المبلغ الذي أقره المجلس في البداية.',
    'لكن رئيس نقابة التجار فارس العلمي قال إن الرقم أكبر من ذلك بكثير، ونفى أن يكون التأخير بسبب النقابة أو أعضائها.',
    'وأوضح العلمي أن النقابة قدمت اعتراضها كتابة إلى المجلس في شهر مارس ولم تتلق أي رد حتى الآن.',
    'وقالت المهندسة المشرفة على المشروع ليلى السمان إن السقف الخشبي كان في حالة أسوأ مما توقعه الجميع عند بدء العمل.',
    'ويخشى بعض السكان أن ترتفع الإيجارات بعد الافتتاح، وأن يضطر أصحاب الحرف الصغيرة إلى مغادرة السوق الذي عملوا فيه سنوات طويلة.',
    'ومن المقرر أن يعقد المجلس اجتماعا مفتوحا يوم الخميس المقبل لمناقشة الإيجارات الجديدة والاستماع إلى آراء التجار والسكان.',
  ];
  return newsPage('إعادة فتح السوق القديم', body.map(text => `<p>${text}</p>`).join(''), {
    attributes: 'lang="ar" dir="rtl"',
  });
}

function german(): string {
  const body = [
    'Die Stadtwerke Ellerau haben am Mittwoch angekündigt, das alte Hallenbad am Mühlenweg im kommenden Frühjahr zu schließen. Betroffen sind zwölf Beschäftigte.',
    '„Die Technik ist am Ende, und eine Sanierung können wir nicht bezahlen“, sagte Geschäftsführerin Birte Lohmann bei einer Pressekonferenz im Rathaus.',
    'Nach Angaben des Unternehmens würde eine Sanierung rund zwölf Millionen Euro kosten. Ein Neubau wäre demnach kaum teurer, aber erst in sechs Jahren fertig.',
    'Der Schwimmverein widersprach. Die Zahl sei „aus der Luft gegriffen“, erklärte der Vorsitzende Henning Tews. Ein Gutachten aus dem Vorjahr komme auf weniger als die Hälfte.',
    'Lohmann wies das zurück. In dem Gutachten seien weder die Lüftung noch das Dach berücksichtigt, sagte sie.',
    'Das Bad war 1974 eröffnet worden und zählte zuletzt etwa 90.000 Besucher im Jahr. Auch drei Grundschulen nutzen es für den Schwimmunterricht.',
    'Wo die Kinder künftig schwimmen lernen sollen, ist offen. Das Schulamt prüfe Fahrten in die Nachbarstadt, hieß es aus der Verwaltung.',
    'Der Rat will am 12. Dezember über die Zukunft des Bades entscheiden, wie ein Sprecher mitteilte. Zuvor soll es eine Bürgerversammlung geben.',
  ];
  return newsPage('Hallenbad Ellerau schließt', body.map(text => `<p>${text}</p>`).join(''), {
    attributes: 'lang="de"',
  });
}

/** The smallest document a PDF viewer opens without complaint. */
function pdf(): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    '<< /Length 44 >>\nstream\nBT /F 18 Tf 40 100 Td (Minutes of March) Tj ET\nendstream',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const table = offsets.map(offset => `${offset} 00000 n \n`).join('');
  const start = text.length;
  const count = objects.length + 1;
  return `${text}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}
