import { outrightDisputes } from '../lib/brief/brief.ts';
import type { Brief, Claim } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';

/** Whether it belongs to a dispute of the article, on whichever side. */
export function isDisputed(claim: Claim): boolean {
  return claim.status === 'contested' || claim.status === 'denied' || claim.disputedBy.length > 0;
}

/** Whether all that stands against a claim, or that it stands against, may only put it another way. */
export function isOtherView(brief: Brief, claim: Claim): boolean {
  if (!/^(?:contested|stated)$/.test(claim.status) || outrightDisputes(claim).length > 0) return false;
  const disputed = disputedBy(brief, claim);
  return (
    claim.disputedBy.length + disputed.length > 0 && disputed.every(it => it.otherViews?.includes(claim.id))
  );
}

/** How the article reports a claim to stand; null: it only states it. Who disputes is not thereby disputed. */
export function statusWords(brief: Brief, claim: Claim): string | null {
  switch (claim.status) {
    case 'confirmed':
      return t('statusConfirmed');
    case 'unconfirmed':
      return t('statusUnconfirmed');
    case 'denied':
      return t(claim.disputedBy.length > 0 ? 'statusDenied' : 'statusCalledFalse');
    case 'stated':
    case 'contested': {
      if (isOtherView(brief, claim)) return t('statusOtherView');
      if (claim.disputedBy.length === 0 && disputedBy(brief, claim).length > 0) return t('statusDisputes');
      return isDisputed(claim) ? t('statusContested') : null;
    }
  }
}

/** The claims that one disputes. */
function disputedBy({ claims }: Brief, { id }: Claim): Claim[] {
  return claims.filter(it => it.disputedBy.includes(id));
}
