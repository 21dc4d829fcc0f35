import type { Brief } from '../brief/brief.ts';
import type { Span } from '../text/span.ts';
import type { OutsideEvidence, OutsideSource } from '../verify/outside.ts';
import { askToLook, mayLook } from './consent.ts';
import { ask } from './messages.ts';
import { type OutsidePlan, planOutside } from './outside.ts';
import { linksOut, searchPhrase } from './outside-links.ts';
import { askAlways, loadSettings } from './settings.ts';

/** The tab a view is about, as far as a look outside goes. */
interface OutsideOf {
  readonly tabId: () => number;
  readonly hasKey: () => boolean; // the reader's own, for the fact-check search
  readonly isPrivate: boolean;
}

/** What a view can ask of sources outside the device. Consent comes first: the browser asks for it only in a click. */
export function openOutsideDesk({ tabId, hasKey, isPrivate }: OutsideOf) {
  const look = ({ source, sends }: OutsidePlan, place: Span): Promise<OutsideEvidence> =>
    ask('lookOutside', { tabId: tabId(), source, place, sends: [...sends] });

  return {
    plan: (brief: Brief, place: Span) => planOutside(brief, place, hasKey()),
    links: linksOut,
    look: (plan: OutsidePlan, place: Span): Promise<OutsideEvidence> =>
      askToLook(plan.source).then(given =>
        given ? look(plan, place) : { status: 'not_measured', source: plan.source, reason: 'aborted' },
      ),
    lookAsChosen: async (plan: OutsidePlan, place: Span): Promise<OutsideEvidence> =>
      (await mayLook(plan.source))
        ? look(plan, place)
        : { status: 'not_measured', source: plan.source, reason: 'no_permission' },
    stop: (source: OutsideSource) =>
      void ask('stopLooking', { tabId: tabId(), source }).catch(() => undefined), // a worker that has gone asks nothing
    chosen: async () => (isPrivate ? [] : (await loadSettings()).askAlways),
    choose: (source: OutsideSource, isAlways: boolean): Promise<boolean> => {
      const consent = isAlways ? askToLook(source) : Promise.resolve(true);
      return consent.then(given => given && askAlways(source, isAlways).then(() => true));
    },
    isPrivate,
    search: searchPhrase,
  };
}
