import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Brief } from '../lib/brief/brief.ts';
import type { Keeping, LibraryLook } from '../lib/library/library.ts';
import type { LibraryDesk } from './desk.ts';

/** What came of looking an article up; null: it is on its way. */
type Look = LibraryLook | 'unreadable' | null;

/** What came of the last press: it was kept, or why not; it was forgotten, or could not be. */
export type Outcome =
  | 'kept'
  | Extract<Keeping, { status: 'not_kept' }>['reason']
  | 'forgotten'
  | 'not_forgotten';

/** What the library knows of an article, and how to put it there. */
export interface InLibrary {
  readonly look: Look;
  readonly outcome: Outcome | null; // null: nothing was pressed
  readonly remember: () => void;
  readonly forget: () => void;
}

/** What is known of the article of a brief, and counts for nothing beside another one. */
interface Known<What> {
  readonly of: Brief;
  readonly what: What;
}

/** Looks an article up in the library, again whenever the brief changes or comes back into sight. */
export function useLibrary(desk: LibraryDesk, brief: Brief | null, active: boolean): InLibrary {
  const [found, setFound] = useState<Known<Look> | null>(null);
  const [pressed, setPressed] = useState<Known<Outcome> | null>(null);
  const shown = useRef(brief);
  shown.current = brief;
  const turn = useRef(0);

  const refresh = useCallback(async () => {
    const mine = ++turn.current;
    const of = shown.current;
    if (!of) return;
    const what = await desk.look(of).catch(() => 'unreadable' as const);
    if (mine === turn.current) setFound({ of, what });
  }, [desk]);
  useEffect(() => {
    setPressed(null);
    if (active) void refresh(); // else when it comes back: the list lies over it, where articles are forgotten
  }, [refresh, brief, active]);

  const look = knownOf(brief, found);
  const settle = (of: Brief, pressing: Promise<Outcome>) =>
    void pressing.then(what => {
      setPressed({ of, what });
      return refresh();
    });
  const remember = () => {
    if (!brief) return;
    const keeping = desk.remember(brief).then(
      kept => (kept.status === 'kept' ? 'kept' : kept.reason),
      () => 'closed' as const,
    );
    settle(brief, keeping);
  };
  const forget = () => {
    if (!brief || look === null || look === 'unreadable' || look.address === null) return;
    const forgetting = desk.forget(look.address).then(
      () => 'forgotten' as const,
      () => 'not_forgotten' as const,
    );
    settle(brief, forgetting);
  };
  return { look, outcome: knownOf(brief, pressed), remember, forget };
}

function knownOf<What>(brief: Brief | null, known: Known<What> | null): What | null {
  if (!brief || !known) return null;
  const [shown, of] = [brief.article, known.of.article];
  return shown.url === of.url && shown.text === of.text ? known.what : null; // corrected it is the same one
}
