import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import { answer, prepareQuestions } from '../../lib/brief/ask.ts';
import { readTaggers } from '../../scripts/models.ts';
import articles from './questions.json' with { type: 'json' };

/**
 * Four articles with ten questions each that they answer, and ten about the same matter that they do not: the hard
 * kind. The figures are floors under what was measured, so that a change for the worse is seen.
 */
const taggers = readTaggers()!;
const asked = articles.map(article => {
  const { text, title } = article;
  const published = { title, publishedTime: '2026-02-24T10:00:00Z' };
  const brief = analyse(articleFromText(text, published), { taggers });
  return { ...article, questions: prepareQuestions(brief, taggers.vectors) };
});

describe('forty questions that the articles answer', () => {
  const best = asked.flatMap(({ text, answerable, questions }) =>
    answerable.map(([question, gold]) => {
      const [first] = answer(questions, question!);
      const words = first ? text.slice(first.start, first.end) : '';
      const sentence = first ? text.slice(first.sentence.start, first.sentence.end) : '';
      return {
        right: sentence.includes(gold!),
        marked: words.includes(gold!) || gold!.includes(words || '?'),
      };
    }),
  );
  it('get the right sentence first, all but two of them', () =>
    expect(best.filter(({ right }) => right).length).toBeGreaterThanOrEqual(38));
  it('have the right words marked in it, all but two', () =>
    expect(best.filter(({ right, marked }) => right && marked).length).toBeGreaterThanOrEqual(38));
});

describe('forty questions that the articles leave open', () => {
  const outright = asked.flatMap(({ unanswerable, questions }) =>
    unanswerable.filter(question => answer(questions, question)[0]?.isOutright),
  );
  it('get no answer outright, all but two', () => expect(outright.length).toBeLessThanOrEqual(2));
});
