import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listReports, putReport, removeReport } from '../../lib/browser/outbox.ts';
import { waitingReport } from '../support/waiting-report.ts';

/** An endpoint that takes everything. */
const takes = async (_url: unknown, { headers }: RequestInit) =>
  new Response(JSON.stringify({ id: new Headers(headers).get('Idempotency-Key') }));

vi.stubEnv('WXT_REPORT_URL', 'https://reports.test/'); // before it is read
const { deliverDue, scheduleDelivery } = await import('../../lib/browser/delivery.ts');

afterAll(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});
beforeEach(async () => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.stubGlobal('fetch', vi.fn(takes));
  browser.permissions.getAll = async () =>
    ({ data_collection: ['technicalAndInteraction', 'websiteContent'] }) as never;
  for (const { id } of await listReports()) await removeReport(id);
});

it('what is delivered is not tried again', async () => {
  await putReport(waitingReport('a'));
  await deliverDue();
  await deliverDue();
  expect(fetch).toHaveBeenCalledOnce();
  expect(await listReports()).toMatchObject([{ id: 'a', state: 'delivered' }]);
  expect(await browser.alarms.getAll()).toEqual([]);
});

it('a report made while others are dealt with is not left without its alarm', async () => {
  await putReport(waitingReport('a'));
  const clear = browser.alarms.clear.bind(browser.alarms);
  vi.spyOn(browser.alarms, 'clear').mockImplementationOnce(async name => {
    await putReport(waitingReport('b'));
    await scheduleDelivery();
    return clear(name);
  });
  await deliverDue();
  expect(await browser.alarms.getAll()).toHaveLength(1);
});
