import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Brief } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import type { Keeping, LibraryLook } from '../lib/library/library.ts';
import type { LibraryDesk } from './desk.ts';

/** What came of looking an article up; null: it is on its way. */
type Look = LibraryLook | 'unreadable' | null;

/** What the library knows of an article, and how to put it there. */
export interface InLibrary {
  readonly look: Look;
  readonly said: string; // what came of the last press
  readonly remember: () => void;
  readonly forget: () => void;
}

/** Looks an article up in the library, again whenever the brief changes or comes back into sight. */
export function useLibrary(desk: LibraryDesk, brief: Brief | null, active: boolean): InLibrary {
  const [look, setLook] = useState<Look>(null);
  const [said, setSaid] = useState('');

  const turn = useRef(0);

  const refresh = useCallback(async () => {
    const mine = ++turn.current;
    const found = brief && (await desk.look(brief).catch(() => 'unreadable' as const));
    if (mine === turn.current) setLook(found);
  }, [desk, brief]);
  useEffect(() => {
    setSaid('');
    if (active) void refresh(); // else when it comes back: the list lies over it, where articles are forgotten
  }, [refresh, active]);

  const remember = () => {
    if (!brief) return;
    void desk
      .remember(brief)
      .catch((): Keeping => ({ status: 'not_kept', reason: 'closed' }))
      .then(async keeping => {
        setSaid(keeping.status === 'kept' ? t('rememberedNow') : notKeptWords(keeping.reason));
        await refresh();
      });
  };
  const forget = () => {
    if (look === null || look === 'unreadable' || look.address === null) return;
    void desk.forget(look.address).then(
      async () => {
        setSaid(t('forgottenNow'));
        await refresh();
      },
      () => setSaid(t('libraryUnreadable')),
    );
  };
  return { look, said, remember, forget };
}

function notKeptWords(reason: Extract<Keeping, { status: 'not_kept' }>['reason']): string {
  switch (reason) {
    case 'private':
      return t('notRememberedPrivate');
    case 'no_address':
      return t('notRememberedNoAddress');
    case 'too_many':
      return t('notRememberedTooMany');
    case 'full':
      return t('notRememberedFull');
    case 'closed':
      return t('notRememberedClosed');
  }
}
