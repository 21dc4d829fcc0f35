import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import { answer, prepareQuestions } from '../../lib/brief/ask.ts';

const TEXT = [
  'The Harrow dam burst in March 2019 after a week of rain. It had been built by Norwegian engineers in 1961.',
  'Lena Brandt, the chief engineer, resigned because two gates had failed before dawn.',
  'About 300 homes in the town of Selby were flooded, and the repair cost nine million pounds.',
  'A new school opened in Ripon in the same year.',
].join('\n\n');
const questions = prepareQuestions(analyse(articleFromText(TEXT)));

describe('a question about the article', () => {
  it.each([
    ['when', 'When did the Harrow dam burst?', 'March 2019', 'The Harrow dam burst'],
    ['who', 'Who resigned as chief engineer?', 'Lena Brandt', 'Lena Brandt'],
    ['where', 'Where were the homes flooded?', 'Selby', 'About 300 homes'],
    ['how many', 'How many homes were flooded?', '300', 'About 300 homes'],
    ['why', 'Why did the chief engineer resign?', 'because two gates had failed before dawn.', 'Lena Brandt'],
    ['subject next door', 'Which engineers built the dam?', 'It had been built', 'It had been built'],
  ])('%s', (_case, question, words, sentence) => {
    const [best] = answer(questions, question);
    expect(best && TEXT.slice(best.sentence.start, best.sentence.end)).toMatch(new RegExp(`^${sentence}`));
    expect(best && TEXT.slice(best.start, best.end)).toMatch(new RegExp(`^${words}`));
  });

  it.each([
    ['about something else', 'Who won the chess championship in Lisbon?'],
    ['without a word of meaning', 'Who was it?'],
    ['that is empty', ''],
    ['made of marks', '?!… “”'],
  ])('%s gets no answer', (_case, question) => {
    expect(answer(questions, question)).toEqual([]);
  });

  it('is answered by words inside their sentence, best first', () => {
    const answers = answer(questions, 'What did the dam and the homes cost?');
    for (const { start, end, sentence } of answers) {
      expect(start).toBeGreaterThanOrEqual(sentence.start);
      expect(end).toBeLessThanOrEqual(sentence.end);
      expect(start).toBeLessThan(end);
    }
    const scores = answers.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(answers.length).toBeGreaterThan(0);
  });
});
