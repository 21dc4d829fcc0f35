import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Reading } from '../lib/brief/reading.ts';
import type { Desk } from './desk.ts';

/** The active tab's reading, always of the latest request; null while the page is being read. */
export function useReading(desk: Desk) {
  const [reading, setReading] = useState<Reading | null>(null);
  const latest = useRef(0);

  const read = useCallback(
    (options?: { anyway?: boolean }) => {
      const turn = ++latest.current;
      setReading(null);
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

  useEffect(() => {
    read();
    return desk.onTabChange(() => read());
  }, [desk, read]);

  return { reading, read };
}
