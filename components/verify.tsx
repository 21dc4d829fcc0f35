import type { Brief, Claim } from '../lib/brief/brief.ts';
import type { Verification } from '../lib/verify/verification.ts';
import { t, tn } from '../lib/browser/i18n.ts';
import type { Evidence, PageReview as PageReviewWords, Relation } from '../lib/verify/evidence.ts';
import type { OutsideDesk } from './desk.ts';
import { citePassage } from './citation.ts';
import { ClaimItem, claimStop } from './claim-item.tsx';
import { isDisputed, isOtherView } from './claim-status.ts';
import { Item, type Tools } from './item.tsx';
import { formatList } from './language.ts';
import { excerpt, paragraphOf, wordsOf } from './passages.ts';
import { evidenceItem } from './report-items.ts';
import { Outside } from './outside.tsx';
import { RememberedEvidence } from './remembered-evidence.tsx';
import { rungWords } from './rung-words.ts';
import { Screen } from './screen.tsx';
import { Section } from './section.tsx';
import { speakerInSentence } from './speakers.ts';
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

/** How a place bears on the words; who denies them is not told to say them. */
type Bearing = Relation | 'against';

const bearingOf = ({ relation, against }: EvidenceItem): Bearing => (against ? 'against' : relation);

const ORDER: readonly Bearing[] = [
  'says',
  'against',
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
  const all = evidence.flatMap(it => it.items);
  const [reviews, items] = [all.filter(it => it.review), all.filter(it => !it.review)];
  const isOneOfMany = items.filter(({ relation }) => relation === 'says').length > 1;
  // The claim's own words tell more than the few that were selected; a headline has no place of its own.
  const place =
    items.find(item => item.relation === 'says') ?? span ?? items.find(item => item.relation === 'near');
  return (
    <>
      <blockquote class="selection" lang={brief.article.language} dir="auto">
        {excerpt(selection, SELECTION_MAX)}
      </blockquote>
      <output class="finding">{finding(verification, all)}</output>
      {ORDER.map(bearing => {
        const related = items.filter(item => bearingOf(item) === bearing);
        if (related.length === 0) return null;
        return (
          <Section key={bearing} title={bearingTitle(bearing)}>
            <ol class="items">
              {related.map(item => (
                <li key={`${item.claimId ?? ''}-${item.start}`}>
                  <Place brief={brief} item={item} selection={selection} tools={tools} />
                  {bearing === 'says' && isOneOfMany && <Undisputed brief={brief} item={item} />}
                </li>
              ))}
            </ol>
          </Section>
        );
      })}
      {reviews.length > 0 && (
        <Section title={rungWords('page')}>
          <ol class="items">
            {reviews.map(item => (
              <li key={`${item.claimId ?? ''}-${item.start}-${item.review?.claim}`}>
                <Place brief={brief} item={item} selection={selection} tools={tools} />
              </li>
            ))}
          </ol>
        </Section>
      )}
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
    label: t('stopEvidence', bearingTitle(bearingOf(item)), paragraph),
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

/** One of several claims: where nobody disputes it that is said of it; a dispute tells itself. */
function Undisputed({ brief, item }: { brief: Brief; item: EvidenceItem }) {
  const claim = brief.claims.find(it => it.id === item.claimId);
  return claim && areUndisputed(brief, [claim]) ? <p class="aside">{t('verifyUndisputed')}</p> : null;
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
      <blockquote dir="auto">{review.claim}</blockquote>
      {review.rating !== undefined && <p class="rating">{t('pageReviewRating', review.rating)}</p>}
    </>
  );
}

/** The answer in a few sentences. */
function finding({ brief, span }: Found, items: readonly EvidenceItem[]): string {
  if (items.some(item => item.relation === 'says')) return saidAndDisputed(brief, items).join(' ');
  if (items.some(item => item.relation === 'near')) return t('verifyNear');
  if (items.length > 0) return t('verifyRelated');
  if (span === null) return t('verifyNotInText');
  if (brief.offered.claims !== 'full') return t('verifyNotQuoted');
  return t('verifyNoClaim', paragraphOf(brief.article, span));
}

/** Whose claims the words are, who speaks against what, and of how many of them that is known. */
function saidAndDisputed(brief: Brief, items: readonly EvidenceItem[]): string[] {
  const said = claimsOf(brief, items, 'says');
  const against = claimsOf(brief, items, 'against');
  const count = said.length + against.length;
  const whoSaid = said.length > 0 ? [saidBy(brief, said)] : [];
  if (count > 1)
    return [
      tn('verifySeveral', count),
      ...whoSaid,
      ...(against.length > 0 ? [t('verifySomeAgainst', formatList(deniers(brief, against)))] : []),
      ...howManyDisputed(brief, said, against),
    ];
  return [
    ...whoSaid,
    ...against.map(claim => t('verifyAgainst', speakerInSentence(brief, claim), cueOf(brief, claim))),
    ...disputes(brief, said, claimsOf(brief, items, 'disputes')),
  ];
}

const claimsOf = ({ claims }: Brief, items: readonly EvidenceItem[], bearing: Bearing): Claim[] =>
  items
    .filter(item => bearingOf(item) === bearing)
    .flatMap(item => claims.find(claim => claim.id === item.claimId) ?? []);

const namesOf = (brief: Brief, claims: readonly Claim[]): string[] => [
  ...new Set(claims.filter(({ source }) => source).map(claim => speakerInSentence(brief, claim))),
];

function saidBy(brief: Brief, said: readonly Claim[]): string {
  const names = namesOf(brief, said);
  return names.length > 0 ? t('verifySaidBy', formatList(names)) : t('verifySaidByNobody');
}

/** Whoever denies something is not to be read as saying it: each with the article's own word for what they do. */
const deniers = (brief: Brief, against: readonly Claim[]): string[] => [
  ...new Set(against.map(claim => `${speakerInSentence(brief, claim)} (${cueOf(brief, claim)})`)),
];

const cueOf = ({ article }: Brief, { cue }: Claim): string => t('inQuotes', cue ? wordsOf(article, cue) : '');

/** Of a single claim: who disputes it, or that nobody does; whoever denies it has said so already. */
function disputes(brief: Brief, said: readonly Claim[], disputing: readonly Claim[]): string[] {
  if (said.length === 0) return [];
  const names = namesOf(brief, disputing);
  if (names.length > 0) return [t('verifyDisputedBy', formatList(names))];
  return areUndisputed(brief, said) ? [t('verifyUndisputed')] : [];
}

/** Of several claims: how many are disputed; which they are says each of them. */
function howManyDisputed(brief: Brief, said: readonly Claim[], against: readonly Claim[]): string[] {
  const disputed = said.filter(claim => isDisputed(claim) && !isOtherView(brief, claim));
  if (disputed.length > 0) return [tn('verifySomeDisputed', disputed.length)];
  return against.length === 0 && areUndisputed(brief, said) ? [t('verifyNoneDisputed')] : [];
}

/** Whether nobody in the article denies them, contradicts them or puts them another way, and its language lets tell. */
const areUndisputed = ({ offered }: Brief, claims: readonly Claim[]): boolean =>
  offered.claims === 'full' && !claims.some(isDisputed);

function bearingTitle(bearing: Bearing): string {
  switch (bearing) {
    case 'says':
      return t('relationSays');
    case 'against':
      return t('relationAgainst');
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
    <Section title={t('rungsTitle')}>
      <ul class="rungs">
        {others.map(it => (
          <li key={it.rung}>
            <span>{rungWords(it.rung)}</span>
            <span class="aside">{it.status === 'empty' ? t('rungEmpty') : t('rungNotMeasured')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
