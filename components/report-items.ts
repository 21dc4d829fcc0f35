import type { Answer } from '../lib/brief/answer.ts';
import type { Brief, Claim, Expectation, Flag, Player, TimelineEntry } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import { LABEL_MAX, WORDS_MAX, type ProblemKind, type ReportItem } from '../lib/report/report.ts';
import type { Span } from '../lib/text/span.ts';
import { flagTitle } from './flag-words.ts';
import { excerpt, joinWords, wordsOf } from './passages.ts';
import { claimWords, speakerName } from './speakers.ts';

/** A selection names an item; a screen reader reads that name out at each of its buttons. */
const NAME_MAX = 100;

function item(type: ReportItem['type'], label: string, words?: string, id?: string): ReportItem {
  return {
    type,
    ...(id === undefined ? {} : { id }),
    label: label.slice(0, LABEL_MAX),
    ...(words === undefined ? {} : { words: words.slice(0, WORDS_MAX) }),
  };
}

/** What a report is about, named as the reader saw it. */

export function briefItem(): ReportItem {
  return item('brief', t('itemBrief'));
}

export function pageItem(): ReportItem {
  return item('page', t('itemPage'));
}

export function claimItem(brief: Brief, claim: Claim): ReportItem {
  const number = brief.claims.indexOf(claim) + 1;
  return item('claim', t('itemClaim', number, speakerName(brief, claim)), claimWords(brief, claim), claim.id);
}

export function playerItem(brief: Brief, player: Player): ReportItem {
  const words = player.role ? wordsOf(brief.article, player.role) : undefined;
  return item('player', player.name, words, player.id);
}

export function summaryItem(brief: Brief, index: number): ReportItem {
  return item('summary', t('itemSummary', index + 1), wordsOf(brief.article, brief.summary[index]!));
}

export function timelineItem(brief: Brief, entry: TimelineEntry | Expectation): ReportItem {
  return item('timeline', wordsOf(brief.article, entry), wordsOf(brief.article, entry.sentence));
}

export function flagItem(brief: Brief, flag: Flag): ReportItem {
  return item('flag', flagTitle(flag.kind), wordsOf(brief.article, flag));
}

export function evidenceItem(brief: Brief, selection: string, spans: readonly Span[]): ReportItem {
  return item('evidence', excerpt(selection, NAME_MAX), joinWords(brief.article, spans));
}

/** An answer to a question; without one, that the article was said not to say. */
export function answerItem(brief: Brief, question: string, answer: Answer | null): ReportItem {
  return item('answer', question, answer ? wordsOf(brief.article, answer.sentence) : undefined);
}

const KINDS: Record<ReportItem['type'], readonly ProblemKind[]> = {
  brief: ['missing_claim', 'bad_summary', 'not_an_article', 'text_incomplete', 'page_broken', 'other'],
  page: ['missed_article', 'text_incomplete', 'page_broken', 'other'],
  player: ['wrong_person', 'wrong_role', 'other'],
  role: ['wrong_role', 'wrong_person', 'other'],
  claim: ['wrong_source', 'not_a_quotation', 'wrong_certainty', 'wrong_status', 'other'],
  summary: ['bad_summary', 'text_incomplete', 'other'],
  timeline: ['wrong_date', 'other'],
  flag: ['wrong_evidence', 'other'],
  answer: ['wrong_evidence', 'text_incomplete', 'other'],
  evidence: ['wrong_evidence', 'wrong_source', 'wrong_status', 'other'],
};

/** What can be wrong with an item of this type; the likeliest first. */
export function kindsFor(type: ReportItem['type']): readonly ProblemKind[] {
  return KINDS[type];
}

/** What can be wrong, in words. */
export function kindWords(kind: ProblemKind): string {
  switch (kind) {
    case 'wrong_person':
      return t('kindWrongPerson');
    case 'wrong_role':
      return t('kindWrongRole');
    case 'wrong_source':
      return t('kindWrongSource');
    case 'not_a_quotation':
      return t('kindNotAQuotation');
    case 'wrong_certainty':
      return t('kindWrongCertainty');
    case 'wrong_status':
      return t('kindWrongStatus');
    case 'missing_claim':
      return t('kindMissingClaim');
    case 'bad_summary':
      return t('kindBadSummary');
    case 'wrong_date':
      return t('kindWrongDate');
    case 'wrong_evidence':
      return t('kindWrongEvidence');
    case 'not_an_article':
      return t('kindNotAnArticle');
    case 'missed_article':
      return t('kindMissedArticle');
    case 'text_incomplete':
      return t('kindTextIncomplete');
    case 'page_broken':
      return t('kindPageBroken');
    case 'other':
      return t('kindOther');
  }
}
