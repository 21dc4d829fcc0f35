import type { Brief, Claim } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import { checkReasons, isWorthChecking } from './check-words.ts';
import { citeClaim } from './citation.ts';
import { claimKindWords, hedgedWords } from './claim-notes.ts';
import { isOtherView, statusWords } from './claim-status.ts';
import {
  CheckIcon,
  ConfirmedIcon,
  DisputedIcon,
  HedgedIcon,
  MixedIcon,
  ParaphrasedIcon,
  QuotedIcon,
  UnconfirmedIcon,
} from './icons.tsx';
import { Item, type Tools } from './item.tsx';
import { formatList } from './language.ts';
import { paragraphOf } from './passages.ts';
import { claimItem } from './report-items.ts';
import { Cue, OtherSide } from './other-side.tsx';
import { SpeakerNote } from './speaker-note.tsx';
import { contentOf, speakerName } from './speakers.ts';
import { inManner, type Stop } from './tour.ts';
import { Words } from './words.tsx';

/** The claim's place on the page, its source and cue included, and its text twin. */
export function claimStop(brief: Brief, claim: Claim): Stop {
  const around = [claim.source, claim.cue].filter(span => span !== null);
  const against = brief.claims.filter(it => claim.disputedBy.includes(it.id));
  return {
    id: claim.id,
    spans: [
      ...contentOf(brief, claim),
      ...inManner('source', around),
      ...inManner('hedge', claim.hedges),
      ...inManner(
        'other',
        against.flatMap(it => contentOf(brief, it)),
      ),
    ],
    label: t(
      'stopClaim',
      brief.claims.indexOf(claim) + 1,
      brief.claims.length,
      speakerName(brief, claim),
      claimKindWords(claim.kind),
      paragraphOf(brief.article, claim.content[0]!),
    ),
  };
}

type Props = {
  brief: Brief;
  claim: Claim;
  tools: Tools;
  id?: string; // where the claim can be gone to
  onShow: () => void;
  onGoTo: (claim: Claim) => void; // to another claim's place in the list
  withSpeaker?: boolean;
};

/** Who says it, with which cue, in which words, how surely, and who disputes it. */
export function ClaimItem({ brief, claim, tools, id, onShow, onGoTo, withSpeaker = true }: Props) {
  const { article } = brief;
  return (
    <Item
      {...(id === undefined ? {} : { id })}
      class="claim-item"
      lit={tools.shown === claim.id}
      paragraph={paragraphOf(article, claim.content[0]!)}
      about={claimItem(brief, claim)}
      onShow={onShow}
      onReport={tools.report}
      cite={() => citeClaim(brief, claim)}
      onVerify={tools.verify && (() => tools.verify?.(claim))}
      head={
        <>
          {withSpeaker && <Speaker brief={brief} claim={claim} />}
          <Cue brief={brief} claim={claim} />
        </>
      }
      notes={<ClaimNotes brief={brief} claim={claim} />}
    >
      <div class="pair">
        <Words article={article} spans={contentOf(brief, claim)} marks={claim.hedges} />
        <Disputes brief={brief} claim={claim} onGoTo={onGoTo} />
      </div>
    </Item>
  );
}

function Speaker({ brief, claim }: { brief: Brief; claim: Claim }) {
  return (
    <>
      <span class={claim.source ? 'speaker' : 'speaker nobody'} dir="auto">
        {speakerName(brief, claim)}
      </span>
      <SpeakerNote brief={brief} claim={claim} />
    </>
  );
}

function ClaimNotes({ brief, claim }: { brief: Brief; claim: Claim }) {
  return (
    <>
      {claim.corrected && <span class="note corrected-mark">{t('correctedMark')}</span>}
      <span class="note">
        {claim.kind === 'direct' && <QuotedIcon />}
        {claim.kind === 'indirect' && <ParaphrasedIcon />}
        {claim.kind === 'mixed' && <MixedIcon />}
        {claimKindWords(claim.kind)}
      </span>
      {claim.certainty === 'hedged' && (
        <span class="note hedged">
          <HedgedIcon />
          {hedgedWords(brief, claim)}
        </span>
      )}
      <Status brief={brief} claim={claim} />
      {isWorthChecking(claim) && <WorthChecking claim={claim} />}
    </>
  );
}

function WorthChecking({ claim }: { claim: Claim }) {
  const reasons = checkReasons(claim);
  return (
    <span class="note">
      <CheckIcon />
      {reasons.length > 0 ? t('worthCheckingFor', formatList(reasons)) : t('worthChecking')}
    </span>
  );
}

function Status({ brief, claim }: { brief: Brief; claim: Claim }) {
  const words = statusWords(brief, claim);
  if (words === null) return null;
  const isDispute =
    claim.status !== 'confirmed' && claim.status !== 'unconfirmed' && !isOtherView(brief, claim);
  return (
    <span class={isDispute ? 'note disputed' : 'note'}>
      {claim.status === 'unconfirmed' && <UnconfirmedIcon />}
      {claim.status === 'confirmed' && <ConfirmedIcon />}
      {isDispute && <DisputedIcon />}
      {words}
    </span>
  );
}

/** The other side, in its own words, a click away. */
function Disputes({ brief, claim, onGoTo }: Pick<Props, 'brief' | 'claim' | 'onGoTo'>) {
  const against = claim.disputedBy
    .map(id => brief.claims.find(it => it.id === id))
    .filter(it => it !== undefined);
  const disputed = brief.claims.filter(it => it.disputedBy.includes(claim.id) && !against.includes(it));
  return (
    <>
      {against.map(other => (
        <OtherSide
          key={other.id}
          brief={brief}
          claim={other}
          lead={claim.otherViews?.includes(other.id) ? 'otherView' : 'disputedBy'}
          onPress={() => onGoTo(other)}
        />
      ))}
      {disputed.map(other => (
        <OtherSide
          key={other.id}
          brief={brief}
          claim={other}
          lead={other.otherViews?.includes(claim.id) ? 'otherView' : 'disputes'}
          onPress={() => onGoTo(other)}
        />
      ))}
    </>
  );
}
