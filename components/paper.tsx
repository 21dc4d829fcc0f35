import type { Brief } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import { ArticleHeader } from './article-header.tsx';
import { freshView } from './brief-view.tsx';
import { Claims } from './claims.tsx';
import type { Tools } from './item.tsx';
import { Offered } from './offered.tsx';
import { Players } from './players.tsx';
import { Summary } from './summary.tsx';
import { WhatsNext } from './whats-next.tsx';

const nothing = () => undefined;

/** On paper nothing can be pressed. */
const TOOLS: Tools = { show: nothing, clear: nothing, report: nothing, letterKeys: false, shown: null };

/** The whole brief for paper, all tabs one below the other; the style sheet leaves out what can only be pressed. */
export function Paper({ brief }: { brief: Brief }) {
  const view = freshView(brief.article.url ?? '');
  return (
    <div class="paper">
      <ArticleHeader article={brief.article} />
      {brief.article.url !== undefined && <p class="aside">{brief.article.url}</p>}
      <Offered brief={brief} />
      <h2 class="paper-title">{t('tabSummary')}</h2>
      <Summary brief={brief} tools={TOOLS} />
      <h2 class="paper-title">{t('tabPlayers')}</h2>
      <Players brief={brief} tools={TOOLS} view={view} onView={nothing} onGoToClaim={nothing} isWhole />
      <h2 class="paper-title">{t('tabClaims')}</h2>
      <Claims brief={brief} tools={TOOLS} view={view} onView={nothing} onGoTo={nothing} />
      <h2 class="paper-title">{t('tabNext')}</h2>
      <WhatsNext brief={brief} tools={TOOLS} />
    </div>
  );
}
