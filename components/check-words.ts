import type { Claim } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';

/** From here on a claim is more likely worth checking than not, with some room for doubt. */
const WORTH_CHECKING = 0.6;

/** Whether a reader does well to look this one up: something checkable, and of some weight. */
export const isWorthChecking = (claim: Claim): boolean => claim.checkWorthiness >= WORTH_CHECKING;

/** What makes the claim checkable, in a reader's words. */
export function checkReasons(claim: Claim): string[] {
  return claim.checkReasons.map(reasonWords).filter(words => words !== null);
}

function reasonWords(reason: string): string | null {
  switch (reason) {
    case 'number':
      return t('checkNumber');
    case 'money':
      return t('checkMoney');
    case 'comparison':
      return t('checkComparison');
    case 'cause':
      return t('checkCause');
    case 'event':
      return t('checkEvent');
    case 'law':
      return t('checkLaw');
    case 'medicine':
      return t('checkMedicine');
    case 'finding':
      return t('checkFinding');
    case 'names':
      return t('checkNames');
    default:
      return null; // what speaks against it: an opinion, a wish, a courtesy
  }
}
