import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Reading } from '../lib/brief/reading.ts';
import type { Desk } from './desk.ts';

/** The active tab's reading, always of the latest request; null while the page is being read. */
export function useReading(desk: Desk) {
  const [reading, setReading] = useState<Reading | null>(null);
  const latest = useRef(0);

  const ask = useCallback(
    (options?: { anyway?: boolean }) => {
      const turn = ++latest.current;
      const settle = (answer: Reading) => {
        if (turn === latest.current) setReading(answer);
      };
      desk
        .read(options)
        .then(settle, (error: unknown) =>
          settle({ status: 'unreadable', tabId: -1, reason: 'failed', detail: String(error) }),
        );
    },
    [desk],
  );
  const read = useCallback(
    (options?: { anyway?: boolean }) => {
      setReading(null);
      ask(options);
    },
    [ask],
  );
  /** Reads once more without taking away what is shown: the reader has corrected it. */
  const refresh = useCallback(() => ask({ anyway: true }), [ask]);

  useEffect(() => {
    read();
    return desk.onTabChange(() => read());
  }, [desk, read]);

  return { reading, read, refresh };
}
