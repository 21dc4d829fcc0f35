import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Article } from '../lib/article/article.ts';
import type { Reading } from '../lib/brief/reading.ts';
import { t } from '../lib/browser/i18n.ts';
import type { ReportDraft, ReportItem } from '../lib/report/report.ts';
import type { ClaimOf, Verification } from '../lib/verify/verification.ts';
import { CorrectHere, Corrected } from './corrections.tsx';
import type { Desk } from './desk.ts';
import { ExportDialog } from './export-dialog.tsx';
import { Help } from './help.tsx';
import { FlagIcon, Mark, PanelIcon } from './icons.tsx';
import { LibraryFoot, useLibrary, WhatChanged } from './in-library.tsx';
import type { Tools } from './item.tsx';
import { Library } from './library.tsx';
import { ReadingView } from './reading-view.tsx';
import { Discard, ReportForm, startDraft, type ReportStart } from './report-form.tsx';
import { briefItem, pageItem } from './report-items.ts';
import { ReportThanks } from './report-thanks.tsx';
import { Reports } from './reports.tsx';
import { Screen } from './screen.tsx';
import { useScreens, type Screens } from './screens.ts';
import { SiteSwitch } from './site-switch.tsx';
import { TourBar } from './tour-bar.tsx';
import { litStop, useTour } from './tour.ts';
import { useReading } from './use-reading.ts';
import { Verify } from './verify.tsx';
import { useViewMemory } from './view-memory.ts';

/** The popup and the side panel: the brief of the active tab, and what can lie over it. */
export function Onix({ desk }: { desk: Desk }) {
  const { reading, read, refresh } = useReading(desk);
  const { top, open, replace, back, close } = useScreens();
  const tour = useTour(desk);
  const memory = useViewMemory(desk);
  const [draft, setDraft] = useState<ReportDraft | null>(null); // begun and not submitted
  const letterKeys = useLetterKeysSetting(desk);
  const onBrief = top === null;
  const library = useLibrary(desk.library, reading?.status === 'ok' ? reading.brief : null, onBrief);

  useEffect(() => {
    if (onBrief) void desk.report.loadDraft().then(setDraft, () => setDraft(null));
  }, [desk, onBrief]);
  const page = reading ? `${reading.tabId} ${reading.url}` : null;
  useOtherPage(page, () => {
    close();
    tour.forget();
  });
  const verifyWords = useVerifying(desk, open, replace);
  const verify = useCallback(() => verifyWords(), [verifyWords]);
  useEffect(() => desk.onVerifyRequest(verify), [desk, verify]);

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

  const startReport = (item: ReportItem, start?: ReportStart) =>
    open({ name: 'report', draft: startDraft(item, start) });
  const toolsOf = (article: Article | undefined): Tools => ({
    show: (stops, index) => article && tour.go(article, stops, index),
    clear: () => tour.tour && tour.clear(),
    report: startReport,
    verify: claim => article && verifyWords({ article, claim }),
    letterKeys,
    shown: litStop(tour.tour)?.id ?? null,
  });
  const article = reading?.status === 'ok' ? reading.brief.article : undefined;
  const readAgain = () => {
    close();
    if (tour.tour) tour.clear();
    read({ anyway: true });
  };
  const tools = toolsOf(article);
  const allow = (goOn: () => void) =>
    void desk.requestAccess().then(
      granted => granted && goOn(),
      () => undefined, // the browser did not even ask; the notice stays
    );

  return (
    <>
      <TopBar desk={desk} url={reading?.url} onVerify={verify} />
      <main>
        <div hidden={!onBrief}>
          {draft && draft.message !== '' && (
            <DraftNotice
              message={draft.message}
              onContinue={() => {
                open({ name: 'report', draft });
                setDraft(null);
              }}
              onDiscard={() => {
                setDraft(null);
                void desk.report.saveDraft(null);
              }}
            />
          )}
          {reading?.status === 'ok' && (
            <Corrected desk={desk.corrections} article={reading.brief.article} onChange={refresh} />
          )}
          {reading?.status === 'ok' && <WhatChanged brief={reading.brief} library={library} tools={tools} />}
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
        {top?.name === 'verify' && (
          <Verify
            verification={top.verification}
            tools={toolsOf(top.verification?.status === 'ok' ? top.verification.brief.article : article)}
            outside={desk.outside}
            hasMenus={desk.hasMenus}
            onBack={back}
            onRetry={() => verifyWords(top.claim)}
            onReadAgain={readAgain}
            onAllow={() => allow(() => verifyWords(top.claim))}
            onReport={() => startReport(pageItem())}
          />
        )}
        {top?.name === 'report' && (
          <Screen title={t('reportProblem')} onBack={back}>
            <ReportForm
              desk={desk.report}
              start={top.draft}
              onKept={entry => replace('report', { name: 'thanks', entry })}
              onDiscard={() => {
                void desk.report.saveDraft(null);
                back();
              }}
            />
          </Screen>
        )}
        {top?.name === 'thanks' && (
          <Screen title={t('reportedTitle')} onBack={back}>
            <ReportThanks desk={desk.report} entry={top.entry} />
            {reading?.status === 'ok' && (
              <CorrectHere
                desk={desk.corrections}
                brief={reading.brief}
                item={top.entry.report.item}
                onChange={refresh}
              />
            )}
          </Screen>
        )}
        {top?.name === 'reports' && (
          <Screen title={t('reportsTitle')} onBack={back}>
            <Reports desk={desk.report} />
          </Screen>
        )}
        {top?.name === 'library' && (
          <Screen title={t('libraryTitle')} onBack={back}>
            <Library desk={desk.library} />
          </Screen>
        )}
      </main>
      <Foot
        desk={desk}
        reading={reading}
        onBrief={onBrief}
        letterKeys={letterKeys}
        onOpen={open}
        onReport={startReport}
      />
      <TourBar {...tour} clear={clearMarks} letterKeys={letterKeys} onReadAgain={readAgain} />
    </>
  );
}

type TopBarProps = {
  desk: Desk;
  url: string | undefined; // of the page that was read
  onVerify: () => void;
};

function TopBar({ desk, url, onVerify }: TopBarProps) {
  return (
    <header class="top">
      <p class="brand">
        <Mark />
        {t('extensionName')}
      </p>
      {desk.surface === 'panel' && <p class="reads">{siteOf(url)}</p>}
      <button type="button" class="quiet" onClick={onVerify}>
        {t('verifySelection')}
      </button>
      {desk.openPanel && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('openPanel')}
          onClick={() => desk.openPanel!()}
        >
          <PanelIcon />
        </button>
      )}
    </header>
  );
}

type FootProps = {
  desk: Desk;
  reading: Reading | null;
  onBrief: boolean; // nothing lies over it
  letterKeys: boolean;
  onOpen: Screens['open'];
  onReport: (item: ReportItem) => void;
};

/** What there is beside the brief of this page: a report, a copy, what was kept, settings, keys. */
function Foot({ desk, reading, onBrief, letterKeys, onOpen, onReport }: FootProps) {
  const brief = reading?.status === 'ok' ? reading.brief : null;
  return (
    <footer class="foot">
      {onBrief && brief && <p class="aside">{t('nothingSent')}</p>}
      <nav aria-label={t('footNav')}>
        <button type="button" class="link" onClick={() => onReport(brief ? briefItem() : pageItem())}>
          <FlagIcon />
          {t('reportProblem')}
        </button>
        {brief && <ExportDialog brief={brief} />}
        <button type="button" class="link" onClick={() => onOpen({ name: 'reports' })}>
          {t('reportsTitle')}
        </button>
        <button type="button" class="link" onClick={() => onOpen({ name: 'library' })}>
          {t('libraryTitle')}
        </button>
        <button type="button" class="link" onClick={() => desk.openOptions()}>
          {t('settingsTitle')}
        </button>
        <Help shortcuts={desk.shortcuts} letterKeys={letterKeys} />
      </nav>
      {reading?.url !== undefined && <SiteSwitch settings={desk.settings} url={reading.url} />}
    </footer>
  );
}

/** The site the panel is about, since it stays while tabs change. */
function siteOf(url: string | undefined): string {
  const address = url === undefined ? null : URL.parse(url);
  return address && /^https?:$/.test(address.protocol) ? address.host : '';
}

/** Whether single letters are shortcuts; not before that is known. */
function useLetterKeysSetting(desk: Desk): boolean {
  const [isOn, setIsOn] = useState(false);
  useEffect(() => {
    desk.settings.get().then(
      ({ letterKeys }) => setIsOn(letterKeys),
      () => setIsOn(false),
    );
  }, [desk]);
  return isOn;
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
function useVerifying(desk: Desk, open: Screens['open'], replace: Screens['replace']) {
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

type DraftNoticeProps = { message: string; onContinue: () => void; onDiscard: () => void };

function DraftNotice(props: DraftNoticeProps) {
  return (
    <div class="draft-notice">
      <p>{t('draftWaiting')}</p>
      <div class="actions">
        <button type="button" onClick={props.onContinue}>
          {t('draftContinue')}
        </button>
        <Discard class="link" message={props.message} onDiscard={props.onDiscard} />
      </div>
    </div>
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
