import { render } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Ask } from '../../components/ask.tsx';
import { freshView } from '../../components/brief-view.tsx';
import type { QuestionsDesk } from '../../components/desk.ts';
import type { Tools } from '../../components/item.tsx';
import { Onix } from '../../components/onix.tsx';
import type { Answer, Suggestion } from '../../lib/brief/answer.ts';
import type { Brief } from '../../lib/brief/brief.ts';
import type { Reading } from '../../lib/brief/reading.ts';
import type { Span } from '../../lib/text/span.ts';
import { fakeDesk, READ } from './fake-desk.ts';
import { BRIEF, find } from './fixture.ts';
import { article, onTab, open } from './opened.tsx';
import { button, faults, show, speak, wordsIn } from './stage.tsx';

const SENTENCE = find('The ferry line opened in 1931 and was last refitted in 2008.');
const ANSWER: Answer = { ...find('1931'), sentence: SENTENCE, score: 0.9, isOutright: true };
const OTHER: Answer = {
  ...find('Northstrand denied this.'),
  sentence: find('Northstrand denied this.'),
  score: 0.1,
  isOutright: false,
};
const TOOLS: Tools = {
  show: () => undefined,
  clear: () => undefined,
  report: () => undefined,
  verify: () => undefined,
  letterKeys: false,
  shown: null,
};
const SUGGESTIONS: Suggestion[] = [
  {
    kind: 'said-about',
    names: ['Daniel Okoro', 'Merrow'],
    question: 'What does Daniel Okoro say about Merrow?',
  },
  { kind: 'next', names: [], question: 'What happens next?' },
];

/** What was asked, and the view with its Ask tab open. */
async function openAsk(answers: Answer[] | null, label = 'Ask this article') {
  const asked: string[] = [];
  const { desk, notes } = fakeDesk({
    questions: {
      suggest: async () => SUGGESTIONS,
      answer: async (_article, question) => {
        asked.push(question);
        return answers;
      },
    },
  });
  notes.view = { ...freshView(BRIEF.article.url!), tab: 'ask' };
  show(<Onix desk={desk} />);
  await expect.element(page.getByRole('textbox', { name: label })).toBeVisible();
  return { asked, notes };
}
const box = () => page.getByRole('textbox', { name: 'Ask this article' });

beforeEach(async () => {
  speak();
  await page.viewport(360, 600);
});

describe('asking', () => {
  it('stands last among the tabs', async () => {
    await openAsk([]);
    const names = [...document.querySelectorAll('[role=tab]')].map(tab =>
      tab.textContent.replace(/[\d\s]+$/, ''),
    );
    expect(names).toEqual(['Summary', 'Players', 'Claims', 'What’s next', 'Ask']);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });

  it('answers a typed question with a sentence of the article, its answering words marked', async () => {
    const { asked, notes } = await openAsk([ANSWER, OTHER]);
    await userEvent.fill(box(), '  When did the line open?  ');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('The article answers in 1 place.')).toBeVisible();
    expect(asked).toEqual(['When did the line open?']);
    expect(wordsIn('.answers')).toContain('The ferry line opened in 1931');
    expect(wordsIn('.answers')).not.toContain('Northstrand denied this');
    expect(wordsIn('.answer-words')).toBe('1931');
    await button(/Show on page/).click();
    expect(notes.calls.at(-1)).toMatch(/^reveal 1931 \| The ferry line opened/);
    expect(await faults()).toEqual([]);
  });

  it('clears the last answer from the page when something else is asked', async () => {
    const { notes } = await openAsk([ANSWER]);
    await button('What happens next?').click();
    await button(/Show on page/).click();
    await expect.poll(() => wordsIn('.tour-label')).toContain('Answer 1 of 1');
    await userEvent.fill(box(), 'When did the line open?');
    expect(wordsIn('.tour-label')).toContain('Answer 1 of 1'); // not before it is asked
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => wordsIn('.tour-label')).toBe('');
    expect(notes.calls.at(-1)).toBe('clearMarks');
  });

  it('offers questions in the words of the interface, and asks the engine in its own', async () => {
    speak('de');
    const { asked } = await openAsk([], 'Diesen Artikel fragen');
    await button('Was sagt Daniel Okoro über Merrow?').click();
    await expect.poll(() => asked).toEqual(['What does Daniel Okoro say about Merrow?']);
    await expect.element(page.getByRole('textbox')).toHaveValue('Was sagt Daniel Okoro über Merrow?');
  });

  it('tells the closest passages from an answer', async () => {
    await openAsk([OTHER]);
    await button('What happens next?').click();
    await expect.element(page.getByText(/found no outright answer/)).toBeVisible();
    expect(wordsIn('.answers')).toContain('Northstrand denied this');
    expect(await faults()).toEqual([]);
  });

  it('says where the article does not say, and takes a report that it does', async () => {
    await openAsk([]);
    await userEvent.fill(box(), 'What colour is the boat?');
    await button('Ask').click();
    await expect.element(page.getByRole('status').first()).toHaveTextContent('The article does not say.');
    expect(wordsIn('#tabpanel')).toContain('Try other words');
    expect(await faults()).toEqual([]);
    await button('Report that the article does say').click();
    await expect.element(page.getByText('What colour is the boat?').first()).toBeVisible();
    expect(page.getByRole('radio').elements()).toHaveLength(3);
  });

  it('asks nothing where nothing is written', async () => {
    const { asked } = await openAsk([]);
    await userEvent.fill(box(), '   ');
    await userEvent.keyboard('{Enter}');
    expect(asked).toEqual([]);
    expect(wordsIn('.finding')).toBe('');
  });

  it('reads an article that has changed, and asks once more', async () => {
    const { asked, notes } = await openAsk(null);
    await button('What happens next?').click();
    await expect.element(page.getByText(/may have changed/)).toBeVisible();
    await button('Read the page again').click();
    await expect.poll(() => asked).toEqual(['What happens next?', 'What happens next?']);
    expect(notes.calls).toContain('read anyway');
  });

  it('asks anew, and shows no answer of before, when the article changes under it', async () => {
    const before = 'It was repainted last year. ';
    const longer = { ...BRIEF.article, text: before + BRIEF.article.text };
    const readings = [READ, { ...READ, brief: { ...BRIEF, article: longer } } as Reading];
    const askedOf: string[] = [];
    const { desk, notes } = fakeDesk({
      read: async () => readings[0]!,
      questions: {
        suggest: async () => SUGGESTIONS,
        answer: async ({ text }) => {
          askedOf.push(text);
          const by = text.startsWith(before) ? before.length : 0;
          const moved = ({ start, end }: Span) => ({ start: start + by, end: end + by });
          return [{ ...ANSWER, ...moved(ANSWER), sentence: moved(ANSWER.sentence) }];
        },
      },
    });
    notes.view = { ...freshView(BRIEF.article.url!), tab: 'ask', question: 'When did the line open?' };
    show(<Onix desk={desk} />);
    const shown = new Set<string>();
    const watch = new MutationObserver(() => shown.add(wordsIn('.answers .words')));
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    const sentence = 'The ferry line opened in 1931 and was last refitted in 2008.';
    await expect.poll(() => wordsIn('.answers .words')).toBe(sentence);
    readings.shift();
    notes.changeTab('content');
    await expect.poll(() => askedOf).toEqual([BRIEF.article.text, longer.text]);
    await expect.poll(() => wordsIn('.answers .words')).toBe(sentence);
    watch.disconnect();
    expect([...shown].filter(Boolean)).toEqual([sentence]);
  });

  it('asks a changed article what was asked last, not what was asked at first', async () => {
    const longer = { ...BRIEF.article, text: `It was repainted. ${BRIEF.article.text}` };
    const readings = [READ, { ...READ, brief: { ...BRIEF, article: longer } } as Reading];
    const asked: string[] = [];
    const { desk, notes } = fakeDesk({
      read: async () => readings[0]!,
      questions: {
        suggest: async () => [],
        answer: async (_article, question) => (asked.push(question), []),
      },
    });
    notes.view = { ...freshView(BRIEF.article.url!), tab: 'ask', question: 'When did it open?' };
    show(<Onix desk={desk} />);
    await userEvent.fill(box(), 'Who owns it?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => asked).toEqual(['When did it open?', 'Who owns it?']);
    readings.shift();
    notes.changeTab('content');
    await expect.poll(() => asked.slice(2)).toEqual(['Who owns it?']);
  });

  it.each([
    ['before anything was asked', '', ['Who owns it?']],
    ['after another question', 'When did it open?', ['When did it open?', 'Who owns it?']],
  ])('answers what is asked in the moment an article has changed, %s', async (_case, start, expected) => {
    const asked: string[] = [];
    const questions: QuestionsDesk = {
      suggest: async () => [],
      answer: async ({ text }, question) => {
        if (text !== BRIEF.article.text) asked.push(question);
        return [question === 'Who owns it?' ? OTHER : ANSWER];
      },
    };
    const longer = {
      ...BRIEF,
      article: { ...BRIEF.article, text: `${BRIEF.article.text} It was repainted.` },
    };
    const view = (brief: Brief) => (
      <Ask
        brief={brief}
        tools={TOOLS}
        desk={questions}
        start={start}
        onAsk={() => undefined}
        onReadAgain={() => undefined}
      />
    );
    show(view(BRIEF));
    await userEvent.fill(box(), 'Who owns it?');
    render(view(longer), document.getElementById('app')!);
    document.querySelector('form')!.requestSubmit(); // before anything that waits for a paint
    await expect.poll(() => wordsIn('.answers')).toContain('Northstrand denied this');
    expect(asked).toEqual(expected);
  });

  it('remembers the question when it is opened again', async () => {
    const { asked, notes } = await openAsk([ANSWER]);
    await userEvent.fill(box(), 'When did the line open?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => notes.view?.question).toBe('When did the line open?');
    const { desk, notes: later } = fakeDesk({
      questions: {
        suggest: async () => [],
        answer: async (_article, question) => {
          asked.push(question);
          return [ANSWER];
        },
      },
    });
    later.view = notes.view;
    show(<Onix desk={desk} />);
    await expect.element(box()).toHaveValue('When did the line open?');
    await expect.poll(() => asked).toHaveLength(2);
  });

  it.each([
    ['partial', /matches words alone/],
    ['none', /cannot do this yet/],
  ] as const)('says what it can do in other languages: %s', async (ask, words) => {
    open({ ...article({}, { offered: { ...BRIEF.offered, ask } }), ...onTab('ask') });
    await expect.element(page.getByText(words)).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  it('does not say that the article does not say where questions are matched by words alone', async () => {
    open({ ...article({}, { offered: { ...BRIEF.offered, ask: 'partial' } }), ...onTab('ask') });
    await box().fill('Wie viele Boote fehlen?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => wordsIn('.finding')).toBe('Onix found no answer in the article.');
  });

  it('leaves the letters of a question to the box: j moves no focus', async () => {
    await openAsk([ANSWER]);
    await userEvent.click(box());
    await userEvent.keyboard('jk');
    await expect.element(box()).toHaveValue('jk');
  });
});
