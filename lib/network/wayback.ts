import * as z from 'zod/mini';
import type { SearchArchive } from '../verify/archive.ts';
import type { Client } from './client.ts';

export const ARCHIVE_HOST = 'archive.org';
const COPIES_HOST = 'web.archive.org';

const CACHE_MS = 3_600_000;
const TIMEOUT_MS = 15_000;

const Reply = z.object({
  archived_snapshots: z.object({
    closest: z.optional(
      z.object({ available: z.boolean(), url: z.string().check(z.maxLength(4_096)), timestamp: z.string() }),
    ),
  }),
});

/** The Wayback Machine's nearest copy of a page. The page's address is what is sent. */
export function createWayback(client: Client): SearchArchive {
  return async address => {
    const url = new URL(`https://${ARCHIVE_HOST}/wayback/available`);
    url.search = new URLSearchParams({ url: address }).toString();
    const asked = await client.getJson({
      url,
      schema: Reply,
      cacheMs: CACHE_MS,
      timeoutMs: TIMEOUT_MS,
      spacingMs: 4_000,
    });
    if (asked.status === 'not_measured') return asked;
    const { closest } = asked.value.archived_snapshots;
    const stamp = /^(\d{4})(\d{2})(\d{2})/.exec(closest?.timestamp ?? '');
    if (!closest?.available || !stamp) return { ...asked, value: [] };
    const date = `${stamp[1]}-${stamp[2]}-${stamp[3]}`;
    const copy = closest.url.replace(/^http:/, 'https:');
    // A copy is in the archive or it is none: a reply does not decide where a link leads.
    const isStored = URL.canParse(copy) && new URL(copy).host === COPIES_HOST;
    return { ...asked, value: isStored ? [{ url: copy, date }] : [] };
  };
}
