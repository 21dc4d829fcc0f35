import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import type { Obstacle, Reading } from '../lib/brief/reading.ts';
import { t } from '../lib/browser/i18n.ts';
import { MESSAGE_MAX } from '../lib/report/report.ts';
import { BriefView, freshView } from './brief-view.tsx';
import type { QuestionsDesk } from './desk.ts';
import { PageIcon } from './icons.tsx';
import type { Tools } from './item.tsx';
import { Notice, ObstacleNotice, OpenFrame } from './notice.tsx';
import { obstacleText, obstacleTitle } from './obstacle-words.ts';
import { pageItem } from './report-items.ts';
import { Skeleton } from './skeleton.tsx';
import type { ViewMemory } from './view-memory.ts';

type Props = {
  reading: Reading | null; // null: on its way
  tools: Tools;
  questions: QuestionsDesk;
  memory: ViewMemory;
  active: boolean; // false: another screen lies over it
  onRead: (options?: { anyway?: boolean }) => void;
  onReadAgain: () => void; // the page has changed since it was read
  onAllow: () => void;
  belowSummary: ComponentChildren;
};

/** What came of reading the tab: a brief, or why there is none. */
export function ReadingView(props: Props) {
  const { reading, tools, questions, memory, active, onRead, onReadAgain, onAllow, belowSummary } = props;
  const [error] = useErrorBoundary();
  if (error !== undefined) {
    return <Unreadable reason="failed" detail={String(error)} {...{ tools, onRead, onAllow }} />;
  }
  if (reading === null || memory.stored === undefined) return <Skeleton />;
  switch (reading.status) {
    case 'ok':
      return (
        <BriefView
          brief={reading.brief}
          tools={tools}
          questions={questions}
          start={memory.stored?.url === reading.url ? memory.stored : freshView(reading.url)}
          active={active}
          onViewChange={memory.remember}
          onReadAgain={onReadAgain}
          belowSummary={belowSummary}
        />
      );
    case 'not_article':
      return (
        <Notice
          icon={<PageIcon />}
          title={reading.frame ? obstacleTitle('frames') : t('notArticleTitle')}
          text={reading.frame ? obstacleText('frames') : t('notArticleText')}
        >
          {reading.frame && <OpenFrame address={reading.frame} />}
          <button
            type="button"
            class={reading.frame ? '' : 'primary'}
            onClick={() => onRead({ anyway: true })}
          >
            {t('readAnyway')}
          </button>
          <button type="button" onClick={() => tools.report(pageItem(), { kind: 'missed_article' })}>
            {t('itIsAnArticle')}
          </button>
        </Notice>
      );
    case 'unreadable':
      return (
        <Unreadable
          reason={reading.reason}
          frame={reading.frame}
          detail={reading.detail}
          {...{ tools, onRead, onAllow }}
        />
      );
  }
}

type UnreadableProps = Pick<Props, 'tools' | 'onRead' | 'onAllow'> & {
  reason: Obstacle;
  frame?: string | undefined; // the address of what the page shows in a frame
  detail?: string | undefined; // what went wrong, for the report; the reader sees it there and may strike it out
};

function Unreadable({ reason, frame, detail = '', tools, onRead, onAllow }: UnreadableProps) {
  return (
    <ObstacleNotice
      reason={reason}
      frame={frame}
      onRetry={() => onRead()}
      onAllow={onAllow}
      onReport={() => tools.report(pageItem(), { message: detail.slice(0, MESSAGE_MAX) })}
    />
  );
}
