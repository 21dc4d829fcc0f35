import type { Brief, Claim } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import { wordsOf } from './passages.ts';
import { claimWords, speakerInSentence } from './speakers.ts';

type Props = {
  brief: Brief;
  claim: Claim;
  lead: 'disputedBy' | 'disputes' | 'otherView';
  onPress: () => void;
};

/** What somebody else says to a claim, in the article's words, and a press away. */
export function OtherSide({ brief, claim, lead, onPress }: Props) {
  return (
    <button type="button" class="other-side" onClick={onPress}>
      <span class="other-side-lead">{t(lead, speakerInSentence(brief, claim))}</span>{' '}
      <Cue brief={brief} claim={claim} />{' '}
      <span class="other-side-words" lang={brief.article.language} dir="auto">
        {claimWords(brief, claim)}
      </span>
    </button>
  );
}

/** The words that tell that it is said: without “denied” what is denied would be read as what is said. */
export function Cue({ brief: { article }, claim }: Pick<Props, 'brief' | 'claim'>) {
  if (!claim.cue) return null;
  return (
    <span class="cue" lang={article.language} dir="auto">
      {wordsOf(article, claim.cue)}
    </span>
  );
}
