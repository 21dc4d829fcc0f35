const MAX_MS = 24 * 3_600_000; // a host may ask for more patience, but not for ever

/**
 * How long a reply asks to be left in peace (`Retry-After`: seconds, or a date), in ms; undefined where it does not say.
 * `nowMs` is what a date is counted from, in ms since 1970; NaN: nobody knows, and a date says nothing.
 */
export function retryAfterMs({ headers }: Response, nowMs: number): number | undefined {
  const wanted = headers.get('Retry-After');
  if (wanted === null) return undefined;
  const seconds = Number(wanted);
  const ms = Number.isNaN(seconds) ? Date.parse(wanted) - nowMs : seconds * 1000;
  return ms > 0 ? Math.min(ms, MAX_MS) : undefined;
}
