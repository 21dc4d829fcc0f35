import type { Article } from '../lib/article/article.ts';
import type { Brief } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import type { ClaimOf } from '../lib/verify/verification.ts';
import { CorrectHere } from './corrections.tsx';
import type { Desk } from './desk.ts';
import type { Tools } from './item.tsx';
import { Library } from './library.tsx';
import { ReportForm } from './report-form.tsx';
import { pageItem } from './report-items.ts';
import { ReportThanks } from './report-thanks.tsx';
import { Reports } from './reports.tsx';
import { Screen } from './screen.tsx';
import type { Screens, ScreenState } from './screens.ts';
import { Verify } from './verify.tsx';

type Props = {
  screen: ScreenState;
  screens: Screens;
  desk: Desk;
  brief: Brief | null; // what it lies over
  toolsOf: (article: Article | undefined) => Tools;
  onVerify: (claim?: ClaimOf) => void;
  onReadAgain: () => void; // the page has changed since it was read
  onAllow: (goOn: () => void) => void;
  onCorrected: () => void;
};

/** The screen that lies over the brief. */
export function Overlay(props: Props) {
  const { screen, screens, desk, brief, toolsOf, onVerify, onReadAgain, onAllow, onCorrected } = props;
  const { back, replace } = screens;
  switch (screen.name) {
    case 'verify': {
      const { verification, claim } = screen;
      const tools = toolsOf(verification?.status === 'ok' ? verification.brief.article : brief?.article);
      return (
        <Verify
          verification={verification}
          tools={tools}
          outside={desk.outside}
          hasMenus={desk.hasMenus}
          onBack={back}
          onRetry={() => onVerify(claim)}
          onReadAgain={onReadAgain}
          onAllow={() => onAllow(() => onVerify(claim))}
          onReport={() => tools.report(pageItem())}
        />
      );
    }
    case 'report': {
      const discard = () => {
        desk.report.saveDraft(null).catch(() => undefined); // still there: it is offered again
        back();
      };
      return (
        <Screen title={t('reportProblem')} onBack={back}>
          <ReportForm
            desk={desk.report}
            start={screen.draft}
            onKept={entry => replace('report', { name: 'thanks', entry })}
            onDiscard={discard}
          />
        </Screen>
      );
    }
    case 'thanks': {
      const { item } = screen.entry.report;
      return (
        <Screen title={t('reportThanks')} onBack={back}>
          <ReportThanks desk={desk.report} entry={screen.entry} />
          {brief && <CorrectHere desk={desk.corrections} brief={brief} item={item} onChange={onCorrected} />}
        </Screen>
      );
    }
    case 'reports':
      return (
        <Screen title={t('reportsTitle')} onBack={back}>
          <Reports desk={desk.report} />
        </Screen>
      );
    case 'library':
      return (
        <Screen title={t('libraryTitle')} onBack={back}>
          <Library desk={desk.library} takesFiles={desk.surface === 'panel'} />
        </Screen>
      );
  }
}
