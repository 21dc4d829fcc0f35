import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Reading } from '../lib/brief/reading.ts';
import type { Desk } from './desk.ts';

/** Pauses before the looks at a page that tells of a change: what it fetches for itself comes in later. */
const LOOKS_MS = [300, 900, 1_800];

/** A page that has gone elsewhere is shown no longer than this, unless its words are still there. */
const STALE_MS = 300;

/** The active tab's reading, always of the latest request; null while the page is being read. */
export function useReading(desk: Desk) {
  const [reading, setReading] = useState<Reading | null>(null);
  const asked = useRef(0);
  const told = useRef(0); // the latest request that was answered; earlier ones count no more
  const reads = useRef({ anyway: false });

  /** Asks, and takes away nothing that is shown before there is another answer. */
  const look = useCallback(async () => {
    const turn = ++asked.current;
    const answer = await desk.read(reads.current).catch((error: unknown): Reading => ({
      status: 'unreadable',
      tabId: -1,
      reason: 'failed',
      detail: String(error),
    }));
    if (turn <= told.current) return;
    told.current = turn;
    setReading(now => (now && saysTheSame(now, answer) ? now : answer));
  }, [desk]);
  const read = useCallback(
    (options: { anyway?: boolean } = {}) => {
      reads.current = { anyway: false, ...options };
      told.current = asked.current; // whatever is still on its way is about what was
      setReading(null);
      void look();
    },
    [look],
  );
  /** Reads once more without taking away what is shown: the reader has corrected it. */
  const refresh = useCallback(() => {
    reads.current = { anyway: true };
    void look();
  }, [look]);
  /** The page is another one now, though perhaps its words are still to come. */
  const readOther = useCallback(() => {
    reads.current = { anyway: false };
    const turn = asked.current;
    const stale = setTimeout(() => told.current <= turn && setReading(null), STALE_MS);
    void look().then(() => clearTimeout(stale));
  }, [look]);

  useEffect(() => {
    read();
    let round = 0;
    const follow = async () => {
      const own = ++round;
      for (const ms of LOOKS_MS) {
        await new Promise(resume => setTimeout(resume, ms));
        if (own !== round) return;
        await look();
      }
    };
    const stop = desk.onTabChange(change => {
      if (change === 'tab') {
        round += 1;
        read();
        return;
      }
      if (change === 'brief') {
        if (asked.current === told.current) void look(); // what is on its way knows it already
        return;
      }
      if (change === 'address') readOther();
      void follow();
    });
    return () => {
      round += 1;
      stop();
    };
  }, [desk, look, read, readOther]);

  return { reading, read, refresh };
}

/** Whether an answer tells nothing new; a page may give the same article another address as one scrolls. */
function saysTheSame(a: Reading, b: Reading): boolean {
  return JSON.stringify(withoutAddress(a)) === JSON.stringify(withoutAddress(b));
}

function withoutAddress(reading: Reading): unknown {
  if (reading.status !== 'ok') return reading;
  const { brief, tabId } = reading;
  return [tabId, { ...brief, article: { ...brief.article, url: '' } }];
}
