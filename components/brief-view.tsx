import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Brief, Claim } from '../lib/brief/brief.ts';
import { datedIn } from './dated-sentences.ts';
import { t } from '../lib/browser/i18n.ts';
import { ArticleHeader } from './article-header.tsx';
import { Ask } from './ask.tsx';
import { Claims, NO_FILTER, passes } from './claims.tsx';
import type { QuestionsDesk, TabName, ViewState } from './desk.ts';
import type { Tools } from './item.tsx';
import { useItemKeys } from './item-keys.ts';
import { useLetterKeys } from './letter-keys.ts';
import { Offered } from './offered.tsx';
import { Players } from './players.tsx';
import { Summary } from './summary.tsx';
import { Tabs, type Tab } from './tabs.tsx';
import { WhatsNext } from './whats-next.tsx';

const SCROLL_PAUSE_MS = 150;

type Props = {
  brief: Brief;
  tools: Tools;
  questions: QuestionsDesk;
  start: ViewState;
  active: boolean; // false: another screen lies over it
  onViewChange: (view: ViewState) => void;
  onReadAgain: () => void; // the page has changed since it was read
  belowSummary: ComponentChildren; // in the summary's tab
};

/** A view of an article nobody has looked at yet. */
export function freshView(url: string): ViewState {
  return {
    url,
    tab: 'summary',
    grouping: 'reading',
    ...NO_FILTER,
    question: '',
    openPlayer: null,
    scrollPx: 0,
  };
}

/** The brief of one article: header and tabs. */
export function BriefView(props: Props) {
  const { brief, tools, questions, start, active, onViewChange, onReadAgain, belowSummary } = props;
  const [view, setView] = useState(start);
  const [goal, setGoal] = useState<Claim | null>(null);
  const root = useRef<HTMLDivElement>(null);
  useItemKeys(root, active && tools.letterKeys);
  useScrollMemory(active, start.scrollPx, scrollPx => setView(now => ({ ...now, scrollPx })));
  useEffect(() => onViewChange(view), [view, onViewChange]);

  const change = (patch: Partial<ViewState>) => setView(now => ({ ...now, ...patch }));
  const goTo = (claim: Claim) => {
    change({ tab: 'claims', ...(passes(brief, claim, view) ? {} : NO_FILTER) });
    setGoal({ ...claim }); // a new object each time, so that going to the same claim twice works
  };
  const select = (tab: TabName) => {
    setGoal(null);
    change({ tab });
    const panel = root.current!.querySelector<HTMLElement>('.tabpanel')!;
    const panelTop = panel.offsetTop - root.current!.querySelector<HTMLElement>('.tabs')!.offsetHeight;
    if (window.scrollY > panelTop) window.scrollTo(0, panelTop); // the new tab from its beginning, header out of sight
  };
  const goToTab = (index: number) => {
    const { name } = tabs[index] ?? {};
    if (name === undefined) return;
    select(name);
    document.getElementById(`tab-${name}`)?.focus();
  };
  useLetterKeys(
    active && tools.letterKeys,
    Object.fromEntries(['1', '2', '3', '4', '5'].map((key, index) => [key, () => goToTab(index)])),
  );
  const upcoming = datedIn(brief.timeline, 'upcoming').length;
  const tabs: Tab<TabName>[] = [
    { name: 'summary', title: t('tabSummary') },
    { name: 'players', title: t('tabPlayers'), count: brief.players.length },
    { name: 'claims', title: t('tabClaims'), count: brief.claims.length },
    { name: 'next', title: t('tabNext'), count: upcoming },
    { name: 'ask', title: t('tabAsk') },
  ];

  return (
    <div ref={root} class="brief">
      <ArticleHeader article={brief.article} />
      <Offered brief={brief} />
      <Tabs label={t('tabsLabel')} tabs={tabs} selected={view.tab} onSelect={select}>
        {view.tab === 'summary' && <Summary brief={brief} tools={tools} />}
        {view.tab === 'summary' && belowSummary}
        {view.tab === 'players' && (
          <Players brief={brief} tools={tools} view={view} onView={change} onGoToClaim={goTo} />
        )}
        {view.tab === 'claims' && (
          <Claims brief={brief} tools={tools} view={view} onView={change} goal={goal} onGoTo={goTo} />
        )}
        {view.tab === 'next' && <WhatsNext brief={brief} tools={tools} />}
        {view.tab === 'ask' && (
          <Ask
            brief={brief}
            tools={tools}
            desk={questions}
            start={view.question}
            onAsk={question => change({ question })}
            onReadAgain={onReadAgain}
          />
        )}
      </Tabs>
    </div>
  );
}

/** Puts the window where it was when the view was last closed, and notes where it comes to rest. */
function useScrollMemory(active: boolean, startPx: number, onRest: (scrollPx: number) => void) {
  const report = useRef(onRest);
  report.current = onRest;
  const start = useRef(startPx);
  useLayoutEffect(() => window.scrollTo(0, start.current), []);
  useEffect(() => {
    if (!active) return;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(pause);
      pause = setTimeout(() => report.current(Math.round(window.scrollY)), SCROLL_PAUSE_MS);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(pause);
      window.removeEventListener('scroll', onScroll);
    };
  }, [active]);
}
