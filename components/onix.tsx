import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Article } from '../lib/article/article.ts';
import type { ClaimOf, Verification } from '../lib/verify/verification.ts';
import { Corrected } from './corrections.tsx';
import type { Desk } from './desk.ts';
import { DraftNotice } from './draft-notice.tsx';
import { Foot } from './foot.tsx';
import type { Tools } from './item.tsx';
import { LibraryFoot } from './library-foot.tsx';
import { Overlay } from './overlay.tsx';
import { ReadingView } from './reading-view.tsx';
import { startDraft } from './report-form.tsx';
import { useScreens, type Screens } from './screens.ts';
import { TopBar } from './top-bar.tsx';
import { TourBar } from './tour-bar.tsx';
import { litStop, useTour } from './tour.ts';
import { useLibrary } from './use-library.ts';
import { useReading } from './use-reading.ts';
import { useSettings } from './use-settings.ts';
import { useViewMemory } from './view-memory.ts';
import { WhatChanged } from './what-changed.tsx';

/** The popup and the side panel: the brief of the active tab, and what can lie over it. */
export function Onix({ desk }: { desk: Desk }) {
  const { reading, read, refresh } = useReading(desk);
  const screens = useScreens();
  const { top, open, back, close } = screens;
  const tour = useTour(desk);
  const memory = useViewMemory(desk);
  const letterKeys = useSettings(desk.settings)?.letterKeys ?? false;
  const brief = reading?.status === 'ok' ? reading.brief : null;
  const onBrief = top === null;
  const library = useLibrary(desk.library, brief, onBrief);

  const page = reading ? `${reading.tabId} ${reading.url}` : null;
  useOtherPage(page, () => {
    close();
    tour.forget();
  });
  const verify = useVerifying(desk, screens);
  useEffect(() => desk.onVerifyRequest(() => verify()), [desk, verify]);
  const clearMarks = () => {
    if (document.activeElement?.closest('.tour')) focusLit();
    tour.clear();
  };
  useEscape(() => {
    if (tour.tour) clearMarks();
    else if (top) back();
    else return false;
    return true;
  });

  const toolsOf = (article: Article | undefined): Tools => ({
    show: (stops, index) => article && tour.go(article, stops, index),
    clear: () => tour.tour && tour.clear(),
    report: (item, start) => open({ name: 'report', draft: startDraft(item, start) }),
    verify: claim => article && verify({ article, claim }),
    letterKeys,
    shown: litStop(tour.tour)?.id ?? null,
  });
  const tools = toolsOf(brief?.article);
  const readAgain = () => {
    close();
    tools.clear();
    read({ anyway: true });
  };
  const allow = (goOn: () => void) =>
    void desk.requestAccess().then(
      granted => granted && goOn(),
      () => undefined, // the browser did not even ask; the notice stays
    );

  return (
    <>
      <TopBar desk={desk} url={reading?.url} onVerify={() => verify()} />
      <main>
        <div hidden={!onBrief}>
          <DraftNotice
            desk={desk.report}
            active={onBrief}
            onContinue={draft => open({ name: 'report', draft })}
          />
          {brief && (
            <Corrected
              key={`corrections ${page}`}
              desk={desk.corrections}
              article={brief.article}
              onChange={refresh}
            />
          )}
          {brief && <WhatChanged brief={brief} library={library} tools={tools} />}
          <ReadingView
            key={page}
            reading={reading}
            tools={tools}
            questions={desk.questions}
            memory={memory}
            active={onBrief}
            onRead={read}
            onReadAgain={readAgain}
            onAllow={() => allow(read)}
            belowSummary={<LibraryFoot library={library} isPrivate={desk.library.isPrivate} />}
          />
        </div>
        {top && (
          <Overlay
            key={top.name}
            screen={top}
            screens={screens}
            desk={desk}
            brief={brief}
            toolsOf={toolsOf}
            onVerify={verify}
            onReadAgain={readAgain}
            onAllow={allow}
            onCorrected={refresh}
          />
        )}
      </main>
      <Foot
        desk={desk}
        reading={reading}
        onBrief={onBrief}
        letterKeys={letterKeys}
        onOpen={open}
        onReport={tools.report}
      />
      <TourBar {...tour} clear={clearMarks} letterKeys={letterKeys} onReadAgain={readAgain} />
    </>
  );
}

/** Calls `leave` when another page has been read; read again it may well be the same. */
function useOtherPage(page: string | null, leave: () => void) {
  const last = useRef(page);
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    if (page === null) return;
    if (last.current !== null && last.current !== page) latest.current();
    last.current = page;
  }, [page]);
}

/** Opens the screen of a verification, of a claim or of what is selected; the answer to the latest request fills it. */
function useVerifying(desk: Desk, { open, replace }: Screens) {
  const latest = useRef(0);
  return useCallback(
    (claim?: ClaimOf) => {
      const turn = ++latest.current;
      open({ name: 'verify', verification: null, claim });
      const settle = (verification: Verification) => {
        if (turn === latest.current) replace('verify', { name: 'verify', verification, claim });
      };
      desk.verify(claim).then(settle, () => settle({ status: 'unreadable', tabId: -1, reason: 'failed' }));
    },
    [desk, open, replace],
  );
}

/** The bar goes with the marks; who was in it is put back at the item they belong to. */
function focusLit() {
  const shows = [...document.querySelectorAll<HTMLElement>('.item[data-lit] .show')];
  shows.find(show => show.checkVisibility())?.focus({ preventScroll: true });
}

/** Escape clears what is lit, or goes back; only then does the popup close. */
function useEscape(handle: () => boolean) {
  const latest = useRef(handle);
  latest.current = handle;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return; // the dialog's own
      if (latest.current()) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
