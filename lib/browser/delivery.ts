import browser from 'webextension-polyfill';
import { postReport } from '../network/report.ts';
import { afterAttempt, isDue, nextDue } from '../report/outbox.ts';
import { maySend } from './consent.ts';
import { listReports, noteReport } from './outbox.ts';

/** Where reports go by themselves; set when Onix is built, "" in the default build: nothing is ever sent. */
export const REPORT_ENDPOINT: string = import.meta.env.WXT_REPORT_URL ?? '';

declare global {
  // Named, so that the bundler puts in this value and not the whole environment of whoever builds.
  interface ImportMetaEnv {
    readonly WXT_REPORT_URL?: string;
  }
}

const ALARM = 'outbox';
const MIN_DELAY_MS = 30_000; // alarms may not be sooner

/** Wakes the background for the outbox soon, whatever happens to whoever asked. */
export async function scheduleDelivery(): Promise<void> {
  if (REPORT_ENDPOINT !== '') await wakeAt(Date.now());
}

/** Tries what is due whenever an alarm or a start of the browser says so. Register at top level. */
export function deliverOnAlarm(): void {
  if (REPORT_ENDPOINT === '') return;
  browser.alarms.onAlarm.addListener(alarm => {
    if (alarm.name === ALARM) deliverDue().catch(later);
  });
  browser.runtime.onStartup.addListener(() => void scheduleDelivery().catch(later));
  browser.runtime.onInstalled.addListener(() => void scheduleDelivery().catch(later));
}

/** Nothing is lost: the reports wait in the outbox for the next alarm or start. */
const later = (): void => undefined;

/** Delivers every report that is due, one after the other; what fails waits for the next alarm. */
export async function deliverDue(): Promise<void> {
  if (REPORT_ENDPOINT === '') return;
  await scheduleDelivery(); // first: a worker that dies in the middle is woken again
  await navigator.locks.request(ALARM, async () => {
    for (const entry of await listReports()) {
      if (!isDue(entry, new Date())) continue;
      const outcome = (await maySend())
        ? await postReport(entry.report, REPORT_ENDPOINT, fetch)
        : { status: 'retry' as const, setback: 'no_consent' as const };
      await noteReport(afterAttempt(entry, outcome, new Date()));
    }
  });
  await wakeForNext();
}

/** Sets the alarm for the report that is due next; where none waits there is none. */
async function wakeForNext(): Promise<void> {
  const now = new Date();
  const nextMs = async () => nextDue(await listReports(), now)?.getTime();
  const dueMs = await nextMs();
  if (dueMs === undefined) await browser.alarms.clear(ALARM);
  else await wakeAt(dueMs);
  // A report that was made meanwhile had set an alarm, which this has taken the place of.
  if ((await nextMs()) !== dueMs) await wakeForNext();
}

async function wakeAt(timeMs: number): Promise<void> {
  await browser.alarms.create(ALARM, { when: Math.max(timeMs, Date.now() + MIN_DELAY_MS) });
}
