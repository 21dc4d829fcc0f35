import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FACT_CHECK_HOST } from '../../lib/network/fact-check-tools.ts';
import { GDELT_HOST } from '../../lib/network/gdelt.ts';
import { ARCHIVE_HOST } from '../../lib/network/wayback.ts';
import { WIKIDATA_HOST } from '../../lib/network/wikidata.ts';
import type { OutsideSource } from '../../lib/verify/outside.ts';
import { allowQuestions } from '../support/consent.ts';
import type { Service } from '../support/proxy.ts';
import { BROWSERS, startReading } from '../support/reading.ts';
import { selectWords } from '../support/right-click.ts';
import type { Session } from '../support/session.ts';
import { cut, elsewhere, HOSTILE, json, silence, Sources, text, wikidata } from '../support/sources.ts';
import { pause, waitFor, waitForWords, type View } from '../support/view.ts';
import { words } from '../support/words.ts';

/** The words of a farmer: his name may be asked for, the rest of his article may not. */
const STATEMENT = 'I want one that starts in January';
const KEY = 'A-KEY-OF-THE-READER';

const HOSTS: Record<OutsideSource, string> = {
  'fact-checks': FACT_CHECK_HOST,
  who: WIKIDATA_HOST,
  papers: GDELT_HOST,
  quotation: GDELT_HOST,
  archive: ARCHIVE_HOST,
};

const review = {
  publisher: { name: 'Example Facts', site: 'facts.example' },
  url: 'https://facts.example/ferry',
  title: '<img src=x onerror=alert(1)> A ferry in January',
  reviewDate: '2026-10-04T00:00:00Z',
  textualRating: 'Half true',
};
const factChecks = json({
  claims: [{ text: 'Tomas Erlund wants one that starts in January', claimReview: [review] }],
});
const script = { ...review, url: 'javascript:alert(1)' };
const papers = (patch: object = {}) =>
  json({
    articles: [
      {
        url: 'https://news.example/ferry',
        title: 'Erlund wants a ferry that starts in January',
        seendate: '20261015T101500Z',
        domain: 'news.example',
        language: 'English',
        ...patch,
      },
    ],
  });
const limited = (body: string, status = 200) => text(body, status);
const snapshot = (url: string) =>
  json({
    url: 'x',
    archived_snapshots: { closest: { available: true, url, timestamp: '20261014183000', status: '200' } },
  });

const none = json({ url: 'x', archived_snapshots: {} });

const NOTHING = words('outsideEmpty');
const hint = (key: Parameters<typeof words>[0]) => `${words('outsideNotAsked')} ${words(key)}`;

/** Each source with what it answers and what the reader is then told. */
const OUTCOMES: readonly (readonly [OutsideSource, string, Service, string])[] = [
  ['fact-checks', 'a fact-check', factChecks, words('outsideRating', 'Example Facts', 'Half true')],
  ['fact-checks', 'nothing', json({}), NOTHING],
  [
    'fact-checks',
    'a script for a link',
    json({ claims: [{ text: 'Erlund wants one that starts in January', claimReview: [script] }] }),
    NOTHING,
  ],
  [
    'fact-checks',
    'a key that is none',
    json({ error: { code: 400, details: [{ reason: 'API_KEY_INVALID' }] } }, 400),
    hint('reasonBadKey'),
  ],
  [
    'fact-checks',
    'words it cannot search for',
    json({ error: { code: 400, status: 'INVALID_ARGUMENT' } }, 400),
    hint('reasonRejected'),
  ],
  [
    'fact-checks',
    'an API that is not switched on',
    json({ error: { code: 403, details: [{ reason: 'SERVICE_DISABLED' }] } }, 403),
    hint('reasonBadKey'),
  ],
  [
    'fact-checks',
    'no key where one is needed',
    json({ error: { code: 403, message: 'Method doesn’t allow unregistered callers' } }, 403),
    hint('reasonNoKey'),
  ],
  [
    'fact-checks',
    'too many questions',
    json({ error: { code: 429, status: 'RESOURCE_EXHAUSTED' } }, 429, { 'retry-after': '30' }),
    hint('reasonRateLimited'),
  ],
  ['who', 'a person with an office', wikidata(), words('noteHolds')],
  ['who', 'two of one name', wikidata(2), words('noteAmbiguous')],
  ['who', 'nobody', json({ search: [] }), NOTHING],
  [
    'who',
    'an error that comes as 200',
    json({ error: { code: 'maxlag', info: 'Waiting for a server' } }),
    hint('reasonRateLimited'),
  ],
  [
    'who',
    'a question it does not take',
    json({ error: { code: 'badvalue', info: 'Unrecognized value' } }),
    hint('reasonRejected'),
  ],
  ['who', 'too many questions', text('', 429, { 'retry-after': '20' }), hint('reasonRateLimited')],
  ['papers', 'coverage', papers(), words('outsideCopies', 1)],
  ['papers', 'nothing', json({}), NOTHING],
  ['papers', 'a script for a link', papers({ url: 'javascript:alert(1)' }), NOTHING],
  [
    'papers',
    'a lone backslash in its JSON',
    text(
      '{"articles":[{"url":"https://news.example/f","title":"Erlund \\wants one that starts in January","domain":"news.example"}]}',
    ),
    words('outsideCopies', 1),
  ],
  ['papers', 'a query too short', limited('Your query was too short or too long.'), hint('reasonRejected')],
  [
    'papers',
    'a query it cannot read',
    limited('Queries containing OR’d terms must be surrounded by ().'),
    hint('reasonRejected'),
  ],
  [
    'papers',
    'parentheses it does not take',
    limited('Parentheses may only be used around OR’d statements.'),
    hint('reasonRejected'),
  ],
  [
    'papers',
    'too many questions, as 200',
    limited('Please limit requests to one every 5 seconds or contact us.'),
    hint('reasonRateLimited'),
  ],
  [
    'papers',
    'too many questions, as 429',
    limited('Please limit requests to one every 5 seconds.', 429),
    hint('reasonRateLimited'),
  ],
  ['papers', '429 without a word', limited('', 429), hint('reasonRateLimited')],
  [
    'quotation',
    'the same words',
    papers({ sentence: '“I want one that starts in January,” he said.' }),
    words('outsideCopies', 1),
  ],
  ['quotation', 'other words', papers({ sentence: 'January starts; one may want it.' }), NOTHING],
  ['quotation', 'nothing', json({}), NOTHING],
  [
    'archive',
    'a copy',
    snapshot('http://web.archive.org/web/20261014183000/http://127.0.0.1/sample/'),
    words('noteArchived'),
  ],
  ['archive', 'none', none, NOTHING],
  ['archive', 'a copy that lies elsewhere', snapshot('https://evil.example/web/1/x'), NOTHING],
  ['archive', 'too many questions', text('', 429), hint('reasonRateLimited')],
  ...(Object.keys(HOSTS) as OutsideSource[]).flatMap(source => [
    ...HOSTILE.map(([name, service]) => [source, name, service, hint('reasonBadResponse')] as const),
    [source, 'two megabytes', text(`{"x":"${'x'.repeat(2e6)}"}`), hint('reasonTooLarge')] as const,
    [source, 'a broken server', text('oops', 503), hint('reasonServerError')] as const,
    [source, 'a broken connection', cut, hint('reasonServerError')] as const,
    [source, 'another address', elsewhere, hint('reasonServerError')] as const,
  ]),
];

describe.each(BROWSERS)('sources outside, in %s', name => {
  const sources = new Sources();
  const here = startReading(name, { opens: '/sample/', services: sources.hosts });
  let panel: View;
  beforeAll(async () => {
    if (name === 'firefox') await allowQuestions(here.session);
    await here.session.inExtension((api, key) => api.storage.local.set({ factCheckKey: key }), KEY);
    await selectWords(here.page, STATEMENT);
    panel = await here.session.openPanel(here.page);
  });
  /** As if nothing had been asked before: no answer kept, no host left in peace. */
  beforeEach(async () => {
    await here.session.inExtension(async api => {
      const keys = Object.keys(await api.storage.session.get(null));
      await api.storage.session.remove(keys.filter(key => key.startsWith('outside:')));
    });
    here.session.proxy.requests.length = 0;
    here.session.proxy.asked.length = 0;
    await panel.press(words('verifySelection'));
    await waitFor(panel, () => document.querySelector('.sources .source-head button'));
  });

  it('are not asked before a click', () => {
    expect(reached(here.session)).toEqual(new Set());
  });

  it.each(OUTCOMES)('%s: %s', async (source, _case, answer, told) => {
    sources.answer = answer;
    await ask(panel, source);
    expect(await toldBy(panel, source)).toContain(told);
    expect(reached(here.session)).toEqual(new Set([HOSTS[source]]));
    expect(here.session.proxy.requests.join('\n')).not.toContain('collector.example');
    expectDiscreet(here.session, source, here.origin);
  });

  it('are asked once for the same: the second answer is the first, with its date', async () => {
    sources.answer = papers();
    await ask(panel, 'papers');
    await toldBy(panel, 'papers');
    await ask(panel, 'papers');
    expect(await toldBy(panel, 'papers')).toContain('As of');
    expect(here.session.proxy.asked).toHaveLength(1);
  });

  it('are left in peace after a refusal, as long as they say', async () => {
    sources.answer = text('', 429, { 'retry-after': '120' });
    await ask(panel, 'archive');
    await toldBy(panel, 'archive');
    await ask(panel, 'archive');
    expect(await toldBy(panel, 'archive')).toContain(words('reasonRateLimited'));
    expect(here.session.proxy.asked).toHaveLength(1);
  });

  it('can be called off', async () => {
    sources.answer = silence;
    await ask(panel, 'who');
    await panel.press(words('outsideStop'));
    expect(await toldBy(panel, 'who')).toContain(words('reasonAborted'));
  });

  it('answer each on its own: a slow one keeps nobody waiting', async () => {
    sources.answer = (request, response) =>
      (request.headers.host === WIKIDATA_HOST ? silence : none)(request, response);
    await ask(panel, 'who');
    await ask(panel, 'archive');
    expect(await toldBy(panel, 'archive')).toContain(NOTHING);
    await panel.press(words('outsideStop'));
  });

  it('that never answer are given up', async () => {
    sources.answer = silence;
    await ask(panel, 'who');
    expect(await toldBy(panel, 'who')).toContain(words('reasonTimeout'));
  });

  it('are asked again by a worker that died while it waited', async () => {
    sources.answer = silence;
    await ask(panel, 'archive');
    await waitUntil(() => here.session.proxy.asked.length > 0);
    sources.answer = none;
    await here.session.killWorker();
    expect(await toldBy(panel, 'archive')).toContain(NOTHING);
  });

  it('are asked without a click once that was chosen, until it is withdrawn', async () => {
    sources.answer = papers();
    await panel.pressAt('[aria-describedby="outside-papers"]');
    await waitForWords(panel, words('outsideAlwaysSaved', GDELT_HOST));
    expect(reached(here.session)).toEqual(new Set());
    await panel.press(words('verifySelection'));
    expect(await toldBy(panel, 'papers')).toContain(words('outsideCopies', 1));
    expect(reached(here.session)).toEqual(new Set([GDELT_HOST]));
    await panel.pressAt('[aria-describedby="outside-papers"]');
    await waitForWords(panel, words('outsideAlwaysWithdrawn', GDELT_HOST));
    const { settings } = await here.session.inExtension(api => api.storage.local.get('settings'));
    expect(settings).toMatchObject({ askAlways: [] });
  });

  // Last: Chromium does not stop a worker that was looked into as it stops others.
  it('are not asked without a network, which is no finding', async () => {
    sources.answer = none;
    await here.session.setOffline(true);
    await ask(panel, 'archive');
    const told = await toldBy(panel, 'archive');
    await here.session.setOffline(false);
    expect(told).toContain(words('reasonOffline'));
    expect(here.session.proxy.asked).toEqual([]);
    await ask(panel, 'archive');
    expect(await toldBy(panel, 'archive')).toContain(NOTHING);
  });
});

/** Presses the button that names the source. */
const ask = (panel: View, source: OutsideSource): Promise<void> =>
  panel.pressAt(`[aria-describedby="outside-${source}-sends"]`);

/** What the panel tells of a source once it is no longer being asked. */
async function toldBy(panel: View, source: OutsideSource): Promise<string> {
  return waitFor(
    panel,
    id => {
      const answer = document.getElementById(id)?.closest('li')?.querySelector<HTMLElement>('.answer');
      return answer?.getAttribute('aria-busy') === 'false' ? answer.innerText : null;
    },
    `outside-${source}`,
  );
}

/** The sources outside that the browser tried to reach, a connection that was still open included. */
function reached(session: Session): Set<string> {
  const hosts = new Set(Object.values(HOSTS));
  const tried = session.proxy.requests.map(request => {
    const [method, address = ''] = request.split(' ');
    return method === 'CONNECT' ? address.replace(/:443$/, '') : new URL(address).host;
  });
  return new Set(tried).intersection(hosts);
}

/** Nothing left the device but what the panel said: no paragraph, no address but to the archive, nobody's traces. */
function expectDiscreet(session: Session, source: OutsideSource, origin: string): void {
  expect(session.proxy.asked.length).toBeGreaterThan(0);
  expect(session.proxy.asked.length).toBeLessThanOrEqual(8);
  const secrets = ['Moira', 'charging', 'sheep', 'twice a week'];
  if (source !== 'archive') secrets.push(new URL(origin).host);
  if (source !== 'fact-checks') secrets.push(KEY);
  for (const { url, headers } of session.proxy.asked) {
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
    const sent = decodeURIComponent(url.href);
    expect(secrets.filter(secret => sent.includes(secret))).toEqual([]);
  }
}

async function waitUntil(done: () => boolean): Promise<void> {
  for (let tries = 0; !done(); tries++) {
    if (tries > 200) throw new Error('Waited in vain');
    await pause(50);
  }
}
