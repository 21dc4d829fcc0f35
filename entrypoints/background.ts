import { defineBackground } from 'wxt/utils/define-background';
import { clearBadge, clearUnwantedBadges, showBadge } from '../lib/browser/badge.ts';
import { lastBrief, questionsOf, readTab, revealInTab } from '../lib/browser/brief.ts';
import { deliverDue, deliverOnAlarm } from '../lib/browser/delivery.ts';
import { speak } from '../lib/browser/i18n.ts';
import { rememberIfWanted } from '../lib/browser/library.ts';
import { addVerifyMenu, onVerifyShortcut } from '../lib/browser/menus.ts';
import { answer } from '../lib/browser/messages.ts';
import { lookOutside, stopLooking } from '../lib/browser/outside.ts';
import { clearPage } from '../lib/browser/reader.ts';
import { loadSettings } from '../lib/browser/settings.ts';
import { forgetClosedTabs } from '../lib/browser/tabs.ts';
import { verifyClaim, verifyInPanel, verifySelection } from '../lib/browser/verify.ts';
import { welcomeAfterInstall } from '../lib/browser/welcome.ts';

export default defineBackground(() => {
  answer({
    pageLooked: async ({ isNews }, sender) => {
      const tabId = sender.tab?.id;
      if (tabId === undefined) return null;
      const { badge, language } = await loadSettings();
      await speak(language);
      await (isNews && badge ? showBadge(tabId) : clearBadge(tabId));
      return null;
    },
    readTab: async ({ tabId, anyway }) => {
      const settings = loadSettings();
      const reading = await readTab(tabId, anyway, settings);
      if (reading.status === 'ok' && !anyway) await rememberIfWanted(reading.brief, tabId, await settings);
      return reading;
    },
    reveal: ({ tabId, places }) => revealInTab(tabId, places),
    clearMarks: async ({ tabId }) => {
      await clearPage(tabId).catch(() => undefined); // no page, no marks
      return null;
    },
    suggestQuestions: async ({ tabId, fingerprint }) => {
      const questions = await questionsOf(tabId, fingerprint);
      const { suggestQuestions } = await import('../lib/brief/suggest.ts');
      return questions ? suggestQuestions(questions) : [];
    },
    answerQuestion: async ({ tabId, fingerprint, question }) => {
      const questions = await questionsOf(tabId, fingerprint);
      const { answer: answerQuestion } = await import('../lib/brief/ask.ts');
      return questions && answerQuestion(questions, question);
    },
    verifySelection: ({ tabId, claim }) => (claim ? verifyClaim(tabId, claim) : verifySelection(tabId)),
    lookOutside: ({ source, tabId, place, sends }) =>
      lookOutside(source, { tabId, brief: lastBrief(tabId), place, sends }),
    stopLooking: async ({ tabId, source }) => {
      stopLooking(source, tabId);
      return null;
    },
    deliverReports: async () => {
      await deliverDue();
      return null;
    },
  });

  addVerifyMenu((info, tab) => verifyInPanel(tab, info.selectionText ?? ''));
  onVerifyShortcut(tab => verifyInPanel(tab, '')); // '': whatever is selected by then

  clearUnwantedBadges();
  welcomeAfterInstall();
  deliverOnAlarm();
  forgetClosedTabs();
});
