import type { Brief, Claim } from '../lib/brief/brief.ts';
import type { Verification } from '../lib/verify/verification.ts';
import { t } from '../lib/browser/i18n.ts';
import type { Evidence, PageReview as PageReviewWords, Relation } from '../lib/verify/evidence.ts';
import type { OutsideDesk } from './desk.ts';
import { citePassage } from './citation.ts';
import { ClaimItem, claimStop } from './claim-item.tsx';
import { Item, type Tools } from './item.tsx';
import { formatList } from './language.ts';
import { excerpt, paragraphOf, wordsOf } from './passages.ts';
import { evidenceItem } from './report-items.ts';
import { Outside } from './outside.tsx';
import { RememberedEvidence } from './remembered-evidence.tsx';
import { rungWords } from './rung-words.ts';
import { Screen } from './screen.tsx';
import { speakerName } from './speakers.ts';
import type { Stop } from './tour.ts';
import { ObstacleNotice } from './notice.tsx';
import { Words } from './words.tsx';

type Props = {
  verification: Verification | null; // null: on its way
  tools: Tools;
  outside: OutsideDesk;
  hasMenus: boolean; // selected text has a menu to verify it from
  onBack: () => void;
  onRetry: () => void;
  onReadAgain: () => void;
  onAllow: () => void;
  onReport: () => void;
};

/** What there is for the words the reader selected: here, among what is remembered, outside. Evidence, not verdicts. */
export function Verify(props: Props) {
  const {
    verification,
    tools: all,
    outside,
    hasMenus,
    onBack,
    onRetry,
    onReadAgain,
    onAllow,
    onReport,
  } = props;
  const { verify: _verify, ...tools } = all; // what is shown here is being verified already
  if (verification?.status === 'unreadable') {
    return (
      <Screen title={t('verifyTitle')} onBack={onBack}>
        <ObstacleNotice
          reason={verification.reason}
          frame={verification.frame}
          onRetry={onRetry}
          onAllow={onAllow}
          onReport={onReport}
        />
      </Screen>
    );
  }
  return (
    <Screen title={t('verifyTitle')} onBack={onBack}>
      {verification === null && (
        <div class="skeleton">
          <output class="visually-hidden">{t('verifying')}</output>
          <div class="bone line-bone" />
          <div class="bone line-bone short" />
        </div>
      )}
      {verification?.status === 'nothing_selected' && (
        <div class="nothing">
          <p>{t(hasMenus ? 'nothingSelected' : 'nothingSelectedMobile')}</p>
          <button type="button" class="primary" onClick={onRetry}>
            {t('verifySelection')}
          </button>
        </div>
      )}
      {verification?.status === 'moved' && (
        <div class="nothing">
          <p>{t('verifyMoved')}</p>
          <button type="button" class="primary" onClick={onReadAgain}>
            {t('readAgain')}
          </button>
        </div>
      )}
      {verification?.status === 'ok' && <Found verification={verification} tools={tools} outside={outside} />}
    </Screen>
  );
}

type Found = Extract<Verification, { status: 'ok' }>;
type EvidenceItem = Evidence['items'][number];

const ORDER: readonly Relation[] = [
  'says',
  'near',
  'disputes',
  'confirms',
  'unconfirmed',
  'declines',
  'differs',
  'links',
];

/** The answer stays in sight, whatever was selected. */
const SELECTION_MAX = 300;

type FoundProps = { verification: Found; tools: Tools; outside: OutsideDesk };

function Found({ verification, tools, outside }: FoundProps) {
  const { brief, span, selection, evidence } = verification;
  const items = evidence.flatMap(it => it.items);
  // The claim's own words tell more than the few that were selected; a headline has no place of its own.
  const place =
    items.find(item => item.relation === 'says') ?? span ?? items.find(item => item.relation === 'near');
  return (
    <>
      <blockquote class="selection" lang={brief.article.language} dir="auto">
        {excerpt(selection, SELECTION_MAX)}
      </blockquote>
      <output class="finding">{finding(verification, items)}</output>
      {ORDER.map(relation => {
        const related = items.filter(item => item.relation === relation);
        if (related.length === 0) return null;
        return (
          <section key={relation} class="section" aria-labelledby={`relation-${relation}`}>
            <h2 id={`relation-${relation}`}>{relationTitle(relation)}</h2>
            <ol class="items">
              {related.map(item => (
                <li key={`${item.claimId ?? ''}-${item.start}`}>
                  <Place brief={brief} item={item} selection={selection} tools={tools} />
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      <RememberedEvidence evidence={verification.library} />
      <Rungs evidence={evidence} />
      <p class="aside">{t(span === null && items.length === 0 ? 'verifyScope' : 'verifyNoVerdict')}</p>
      {place && <Outside desk={outside} brief={brief} place={place} />}
    </>
  );
}

function Place(props: { brief: Brief; item: EvidenceItem; selection: string; tools: Tools }) {
  const { brief, item, selection, tools } = props;
  const claim = brief.claims.find(it => it.id === item.claimId);
  if (claim && !item.review) {
    const show = (it: Claim) => tools.show([claimStop(brief, it)], 0);
    return <ClaimItem brief={brief} claim={claim} tools={tools} onShow={() => show(claim)} onGoTo={show} />;
  }
  const paragraph = paragraphOf(brief.article, item);
  const stop: Stop = {
    id: `evidence-${item.start}`,
    spans: [item],
    label: t('stopEvidence', relationTitle(item.relation), paragraph),
  };
  return (
    <Item
      class="evidence-item"
      lit={tools.shown === stop.id}
      paragraph={paragraph}
      about={evidenceItem(brief, selection, [item])}
      cite={() => citePassage(brief.article, item)}
      onShow={() => tools.show([stop], 0)}
      onReport={tools.report}
    >
      <Words
        article={brief.article}
        spans={[item]}
        marks={item.figure ? [item.figure] : []}
        markClass="figure-words"
      />
      {item.figure && <p class="aside">{t('differsFigure', wordsOf(brief.article, item.figure))}</p>}
      {item.href !== undefined && <LinkTarget href={item.href} />}
      {item.review && <PageReview review={item.review} address={brief.article.url} />}
    </Item>
  );
}

function LinkTarget({ href }: { href: string }) {
  return (
    <p>
      <a href={href} target="_blank" rel="noopener noreferrer">
        {t('linkLeadsTo', new URL(href).host)}
      </a>
    </p>
  );
}

/** The page's own statement about itself: who it says checked what, and what it calls the result. */
function PageReview({ review, address }: { review: PageReviewWords; address: string | undefined }) {
  const host = address !== undefined && URL.canParse(address) ? new URL(address).host : '';
  return (
    <>
      <p>{t('pageReview', review.author ?? review.host ?? host, host)}</p>
      <blockquote>{review.claim}</blockquote>
      {review.rating !== undefined && <p class="rating">{t('pageReviewRating', review.rating)}</p>}
    </>
  );
}

/** The answer in one or two sentences. */
function finding({ brief, span }: Found, items: readonly EvidenceItem[]): string {
  const by = (relation: Relation) => {
    const claims = items
      .filter(item => item.relation === relation)
      .map(item => brief.claims.find(claim => claim.id === item.claimId))
      .filter(claim => claim !== undefined);
    return [...new Set(claims.map(claim => (claim.source ? speakerName(brief, claim) : '')))];
  };
  const says = by('says');
  const disputes = by('disputes').filter(Boolean);
  const sentences = [];
  if (says.length > 0) {
    const named = says.filter(Boolean);
    sentences.push(named.length > 0 ? t('verifySaidBy', formatList(named)) : t('verifySaidByNobody'));
    if (disputes.length > 0) sentences.push(t('verifyDisputedBy', formatList(disputes)));
    else if (!items.some(item => item.relation === 'disputes' || isContested(brief, item)))
      sentences.push(t('verifyUndisputed'));
  } else if (items.some(item => item.relation === 'near')) {
    sentences.push(t('verifyNear'));
  } else if (items.length > 0) {
    sentences.push(t('verifyRelated'));
  } else if (span === null) {
    sentences.push(t('verifyNotInText'));
  } else {
    sentences.push(t('verifyNoClaim', paragraphOf(brief.article, span)));
  }
  return sentences.join(' ');
}

/** Whether others in the article may see the claim of an item another way. */
function isContested({ claims }: Brief, { claimId }: { claimId?: string | undefined }): boolean {
  return claims.some(({ id, otherViews }) => id === claimId && (otherViews?.length ?? 0) > 0);
}

function relationTitle(relation: Relation): string {
  switch (relation) {
    case 'says':
      return t('relationSays');
    case 'disputes':
      return t('relationDisputes');
    case 'confirms':
      return t('relationConfirms');
    case 'unconfirmed':
      return t('relationUnconfirmed');
    case 'declines':
      return t('relationDeclines');
    case 'differs':
      return t('relationDiffers');
    case 'near':
      return t('relationNear');
    case 'links':
      return t('relationLinks');
  }
}

/** Where Onix looked besides the article, and what came of it. */
function Rungs({ evidence }: { evidence: readonly Evidence[] }) {
  const others = evidence.filter(it => it.rung !== 'article' && it.status !== 'ok');
  if (others.length === 0) return null;
  return (
    <section class="section" aria-labelledby="rungs-title">
      <h2 id="rungs-title">{t('rungsTitle')}</h2>
      <ul class="rungs">
        {others.map(it => (
          <li key={it.rung}>
            <span>{rungWords(it.rung)}</span>
            <span class="aside">{it.status === 'empty' ? t('rungEmpty') : t('rungNotMeasured')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
