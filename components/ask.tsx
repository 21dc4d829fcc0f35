import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Article } from '../lib/article/article.ts';
import { type Answer, QUESTION_MAX, type Suggestion } from '../lib/brief/answer.ts';
import type { Brief, Offer } from '../lib/brief/brief.ts';
import { t, tn } from '../lib/browser/i18n.ts';
import { citePassage } from './citation.ts';
import type { QuestionsDesk } from './desk.ts';
import { Item, type Tools } from './item.tsx';
import { Nothing } from './nothing.tsx';
import { paragraphOf } from './passages.ts';
import { answerItem } from './report-items.ts';
import { Section } from './section.tsx';
import { inManner, type Stop } from './tour.ts';
import { Words } from './words.tsx';

const MAX_SHOWN = 3;

type Props = {
  brief: Brief;
  tools: Tools;
  desk: QuestionsDesk;
  start: string; // the question asked last, to be answered again
  onAsk: (question: string) => void;
  onReadAgain: () => void; // the page has changed since it was read
};

/** A question box and what the article answers, in its own sentences. */
export function Ask({ brief, tools, desk, start, onAsk, onReadAgain }: Props) {
  const { article, offered } = brief;
  const [text, setText] = useState(start);
  const { asked, ask } = useAsking(desk, article, start);
  const suggestions = useSuggestions(desk, article);

  const askAnew = (question: string, shown = question) => {
    tools.clear(); // what is lit answered another question
    onAsk(question);
    ask(question, shown);
  };
  const submit = () => {
    if (text.trim() !== '') askAnew(text.trim());
  };
  const choose = (suggestion: Suggestion) => {
    const shown = suggestionWords(suggestion);
    setText(shown);
    askAnew(suggestion.question, shown);
  };

  if (offered.ask === 'none') return <Nothing text={t('askNothing')} offer="none" />;
  return (
    <>
      <QuestionForm text={text} isPartial={offered.ask === 'partial'} onText={setText} onSubmit={submit} />
      <output class="finding">{asked && findingWords(asked, offered.ask)}</output>
      {asked?.answers === null && (
        <button type="button" class="primary" onClick={onReadAgain}>
          {t('readAgain')}
        </button>
      )}
      {asked?.answers && <Answers brief={brief} tools={tools} asked={asked} answers={asked.answers} />}
      {suggestions.length > 0 && <Suggestions suggestions={suggestions} onChoose={choose} />}
    </>
  );
}

/** A question, as the reader was shown it, on its way to its answers in an article. */
interface Asked {
  readonly article: Article;
  readonly shown: string;
  readonly answers: readonly Answer[] | null | undefined; // null: the tab has another text by now; undefined: on its way
}

/**
 * The question that was asked last; the reader may be shown it in other words than the engine. `lastQuestion` is asked
 * of every other article that is shown.
 */
function useAsking(desk: QuestionsDesk, article: Article, lastQuestion: string) {
  const [last, setLast] = useState<Asked | null>(null);
  const asked = last?.article === article ? last : null; // places in another text mean other words
  const latest = useRef(lastQuestion);
  latest.current = lastQuestion;

  const ask = useCallback(
    (question: string, shown: string) => {
      const mine: Asked = { article, shown, answers: undefined };
      setLast(mine);
      const settle = (answers: readonly Answer[] | null) =>
        setLast(now => (now === mine ? { ...mine, answers } : now)); // something else may be asked by then
      desk.answer(article, question).then(settle, () => settle(null));
    },
    [desk, article],
  );
  // At once, not after the next paint: what the reader asks by then is asked last.
  useLayoutEffect(() => {
    if (latest.current !== '') ask(latest.current, latest.current);
  }, [ask]);
  return { asked, ask };
}

function useSuggestions(desk: QuestionsDesk, article: Article): readonly Suggestion[] {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    let isShown = true;
    desk.suggest(article).then(
      found => isShown && setSuggestions(found),
      () => undefined, // nothing to suggest: the box is there
    );
    return () => void (isShown = false);
  }, [desk, article]);
  return suggestions;
}

type QuestionProps = {
  text: string;
  isPartial: boolean; // questions in this language are answered in part
  onText: (text: string) => void;
  onSubmit: () => void;
};

function QuestionForm({ text, isPartial, onText, onSubmit }: QuestionProps) {
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form class="ask" onSubmit={submit}>
      <label for="ask-question">{t('askLabel')}</label>
      <div class="ask-line">
        <input
          id="ask-question"
          type="text"
          dir="auto"
          autocomplete="off"
          enterkeyhint="search"
          maxLength={QUESTION_MAX}
          aria-describedby="ask-hint"
          value={text}
          onInput={event => onText(event.currentTarget.value)}
        />
        <button type="submit" class="primary">
          {t('askButton')}
        </button>
      </div>
      <p id="ask-hint" class="aside">
        {t('askHint')}
        {isPartial && ` ${t('askPartial')}`}
      </p>
    </form>
  );
}

type SuggestionsProps = {
  suggestions: readonly Suggestion[];
  onChoose: (suggestion: Suggestion) => void;
};

function Suggestions({ suggestions, onChoose }: SuggestionsProps) {
  return (
    <Section title={t('askSuggestions')}>
      <ul class="suggestions">
        {suggestions.map(suggestion => (
          <li key={suggestion.kind + suggestion.question}>
            <button type="button" class="suggestion" onClick={() => onChoose(suggestion)}>
              {suggestionWords(suggestion)}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What came of it, in a sentence. */
function findingWords({ answers }: Asked, offer: Offer): string {
  if (answers === undefined) return t('askLooking');
  if (answers === null) return t('askGone');
  const outright = answers.slice(0, MAX_SHOWN).filter(answer => answer.isOutright).length;
  if (answers.length === 0) return t(offer === 'full' ? 'askNothing' : 'askNotFound');
  return outright > 0 ? tn('askFound', outright) : t('askClosest');
}

type AnswersProps = Pick<Props, 'brief' | 'tools'> & { asked: Asked; answers: readonly Answer[] };

/** The answers given outright, else the passages that come closest; without any, what to do next. */
function Answers({ brief, tools, asked, answers }: AnswersProps) {
  const { article } = brief;
  const first = answers.slice(0, MAX_SHOWN);
  const outright = first.filter(answer => answer.isOutright);
  const shown = outright.length > 0 ? outright : first;
  const stops = shown.map((answer, i): Stop => ({
    id: `answer-${answer.sentence.start}`,
    spans: [...inManner('words', [answer]), answer.sentence],
    label: t('stopAnswer', i + 1, shown.length, paragraphOf(article, answer)),
  }));
  return (
    <>
      <ol class="items answers">
        {shown.map((answer, i) => (
          <li key={stops[i]!.id}>
            <Item
              class="answer-item"
              lit={tools.shown === stops[i]!.id}
              paragraph={paragraphOf(article, answer)}
              about={answerItem(brief, asked.shown, answer)}
              cite={() => citePassage(article, answer.sentence)}
              onShow={() => tools.show(stops, i)}
              onReport={tools.report}
            >
              <Words
                article={article}
                spans={[answer.sentence]}
                marks={isWhole(answer) ? [] : [answer]}
                markClass="answer-words"
              />
            </Item>
          </li>
        ))}
      </ol>
      {outright.length === 0 && (
        <p class="aside">
          {t('askTry')}{' '}
          <button
            type="button"
            class="link"
            onClick={() => tools.report(answerItem(brief, asked.shown, null))}
          >
            {t('askItSays')}
          </button>
        </p>
      )}
    </>
  );
}

function isWhole({ start, end, sentence }: Answer): boolean {
  return start === sentence.start && end === sentence.end;
}

function suggestionWords({ kind, names }: Suggestion): string {
  switch (kind) {
    case 'said':
      return t('askSaid', ...names);
    case 'said-about':
      return t('askSaidAbout', ...names);
    case 'about':
      return t('askAbout', ...names);
    case 'who-disputes':
      return t('askWhoDisputes', ...names);
    case 'next':
      return t('askNext');
    case 'who-is':
      return t('askWhoIs', ...names);
    case 'left-open':
      return t('askLeftOpen', ...names);
  }
}
