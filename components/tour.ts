import { useCallback, useState } from 'preact/hooks';
import type { Article } from '../lib/article/article.ts';
import type { Passage, Reveal } from '../lib/brief/reading.ts';
import type { Span } from '../lib/text/span.ts';
import type { Desk } from './desk.ts';

/** A place to be shown on the page: its passages, the one to scroll to first, and its text twin. */
export interface Stop {
  readonly id: string;
  readonly spans: readonly Passage[];
  readonly label: string;
}

/** Spans as passages that are set apart in the same manner. */
export function inManner(manner: NonNullable<Passage['manner']>, spans: readonly Span[]): Passage[] {
  return spans.map(({ start, end }) => ({ start, end, manner }));
}

/** The stops of an article the reader steps through, where they are, and how the last step went (null: on its way). */
export interface Tour {
  readonly article: Article;
  readonly stops: readonly Stop[];
  readonly index: number;
  readonly outcome: Reveal | null;
}

/** A tour and what steers it. */
export interface TourControls {
  readonly tour: Tour | null;
  readonly go: (article: Article, stops: readonly Stop[], index: number) => void;
  readonly clear: () => void;
  readonly forget: () => void; // the page has gone, and its marks with it
}

/** The stop that is lit, or about to be; null where the words could not be shown. */
export function litStop(tour: Tour | null): Stop | null {
  if (!tour || (tour.outcome && tour.outcome.status !== 'shown')) return null;
  return tour.stops[tour.index] ?? null;
}

/** Marks on the page, one stop at a time. */
export function useTour(desk: Desk): TourControls {
  const [tour, setTour] = useState<Tour | null>(null);

  const go = useCallback(
    (article: Article, stops: readonly Stop[], index: number) => {
      const stop = stops[index];
      if (!stop) return;
      setTour({ article, stops, index, outcome: null });
      const settle = (outcome: Reveal) =>
        setTour(now => (now?.stops === stops && now.index === index ? { ...now, outcome } : now));
      desk.reveal(article, stop.spans).then(settle, () => settle({ status: 'unreadable', reason: 'failed' }));
    },
    [desk],
  );

  const clear = useCallback(() => {
    setTour(null);
    desk.clearMarks().catch(() => undefined); // the page has gone, and its marks with it
  }, [desk]);

  const forget = useCallback(() => setTour(null), []);

  return { tour, go, clear, forget };
}
