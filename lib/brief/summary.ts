import { withoutDateline } from '../text/datelines.ts';
import type { Span } from '../text/span.ts';
import type { SummaryLength } from './brief.ts';
import { IMPORTANCE_WEIGHTS } from './importance.ts';
import type { Story } from './story.ts';
import { findSummaryCandidates } from './summary-candidates.ts';
import { SENTENCE_WEIGHTS } from './summary-choice.ts';
import { pickShort } from './summary-short.ts';
import { pickStory } from './summary-story.ts';

/** What summaries are weighed by; those who learn the weights hand in their own. */
export const WEIGHTS = { importance: IMPORTANCE_WEIGHTS, sentences: SENTENCE_WEIGHTS };

/** Whole sentences of the article, in reading order, that together tell the story. */
export function summarise(story: Story, length: SummaryLength = 'normal', weights = WEIGHTS): Span[] {
  const candidates = findSummaryCandidates(story);
  const picked =
    length === 'short'
      ? pickShort(story, candidates, weights)
      : pickStory(candidates, length, weights.sentences);
  return picked.map(({ sentence }) => {
    const { end } = sentence;
    const told = withoutDateline(story.doc, sentence).start;
    const start = BEGINS.test(story.doc.text.charAt(told)) ? told : sentence.start;
    // “Harrow, Conn. -- It rained”, “• It rained”: neither the dash nor the mark of a list is of the sentence
    const mark = /^[—–•·-]{0,2}\s*/.exec(story.doc.text.slice(start, start + 4))![0].length;
    return { start: start + mark, end };
  });
}

/** What a sentence begins with, a dateline left out; “Mayor Roe (Labour) — | a nurse — left” has none. */
const BEGINS = /[^a-z]/;
