import type { Answer } from './answer.ts';
import { answeringWords, asksOfAName } from './ask-answer-words.ts';
import { findAnswerCandidates } from './ask-features.ts';
import { indexForQuestions } from './ask-index.ts';
import type { AskIndex } from './ask-index.ts';
import type { WordMeanings } from './meanings.ts';
import { readQuestion } from './ask-question.ts';
import { rankAnswers } from './ask-rank.ts';
import { answerFromClaims } from './ask-claims.ts';
import { answerFromBrief } from './ask-facts.ts';
import type { Brief } from './brief.ts';

/** An article made ready for questions. */
export type Questions = AskIndex;

/** At most so many answers are given. */
const MAX_ANSWERS = 5;

/** Reads an article once for any number of questions; with word vectors words of like meaning meet too. */
export function prepareQuestions(brief: Brief, meanings: WordMeanings | null = null): Questions {
  return indexForQuestions(brief, meanings);
}

/** The sentences that answer a question, best first; none where the article does not say. */
export function answer(questions: Questions, text: string): Answer[] {
  const question = readQuestion(text);
  const facts = answerFromBrief(questions, question);
  const known = [...(facts ?? []), ...answerFromClaims(questions, question)];
  // the words of “what happens next” say nothing of what that may be
  const isAllKnown = question.words.length === 0 || facts !== undefined;
  if (known.length > 0 || isAllKnown) return known.slice(0, MAX_ANSWERS);
  return rankAnswers(findAnswerCandidates(questions, question))
    .slice(0, MAX_ANSWERS)
    .map(({ sentence, score, isOutright }) => {
      const { start, end } = questions.doc.sentences[sentence]!;
      const words = answeringWords(questions, question, sentence);
      const isWhole = words.start === start && words.end === end;
      const isOpen = asksOfAName(question) || (question.doing !== null && isWhole) || question.asksWhatIsSaid;
      return {
        ...words,
        sentence: { start, end },
        score,
        isOutright: isOutright && !isOpen, // who that is, did it or said it the brief does not know
      };
    });
}
