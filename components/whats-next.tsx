import type { Brief, Expectation, TimelineEntry } from '../lib/brief/brief.ts';
import { datedIn } from './dated-sentences.ts';
import type { DatedSentence } from './dated-sentences.ts';
import { t } from '../lib/browser/i18n.ts';
import type { Span } from '../lib/text/span.ts';
import { citePassage } from './citation.ts';
import { Item, type Tools } from './item.tsx';
import { expectationWords } from './expectation-words.ts';
import { formatDate, formatDayOf } from './language.ts';
import { Nothing } from './nothing.tsx';
import { paragraphOf, wordsOf } from './passages.ts';
import { timelineItem } from './report-items.ts';
import { Section } from './section.tsx';
import { speakerInSentence } from './speakers.ts';
import type { Stop } from './tour.ts';
import { Words } from './words.tsx';

type Props = { brief: Brief; tools: Tools };

/** What is still to come, then what has been, each on its own line of time. */
export function WhatsNext({ brief, tools }: Props) {
  const upcoming = datedIn(brief.timeline, 'upcoming');
  const published = brief.article.publishedTime;
  const isUndated = published === undefined && brief.timeline.some(({ date }) => date === undefined);
  const past = datedIn(brief.timeline, 'past');
  const expected = brief.expected ?? [];
  if (brief.timeline.length + expected.length === 0)
    return <Nothing text={t('nothingTimeline')} offer={brief.offered.claims === 'full' ? 'full' : 'none'} />;
  return (
    <>
      {isUndated && <p class="aside">{t('undatedNote')}</p>}
      {upcoming.length + expected.length === 0 && <p class="nothing">{t('nothingUpcoming')}</p>}
      {upcoming.length > 0 && (
        <Entries
          title={t('upcomingTitle')}
          note={published === undefined ? null : t('asOf', formatDayOf(published))}
          tense="upcoming"
          sentences={upcoming}
          brief={brief}
          tools={tools}
        />
      )}
      {expected.length > 0 && <Expected brief={brief} expected={expected} tools={tools} />}
      {past.length > 0 && (
        <Entries title={t('pastTitle')} tense="past" sentences={past} brief={brief} tools={tools} />
      )}
    </>
  );
}

type EntriesProps = Props & {
  title: string;
  note?: string | null;
  tense: TimelineEntry['tense'];
  sentences: readonly DatedSentence[];
};

function Entries({ title, note, tense, sentences, brief, tools }: EntriesProps) {
  const { article } = brief;
  const stops = sentences.map(({ sentence, entries, lead }, i): Stop => ({
    id: `${tense}-${i}`,
    spans: [...entries, sentence],
    label: t('stopDate', wordsOf(article, lead), i + 1, sentences.length, paragraphOf(article, sentence)),
  }));
  return (
    <Section title={title}>
      {note && <p class="aside">{note}</p>}
      <ol class={`items timeline ${tense}`}>
        {sentences.map(({ sentence, entries, lead }, i) => (
          <li key={stops[i]!.id}>
            <Item
              class="date-item"
              lit={tools.shown === stops[i]!.id}
              paragraph={paragraphOf(article, sentence)}
              about={timelineItem(brief, lead)}
              cite={() => citePassage(article, sentence)}
              onShow={() => tools.show(stops, i)}
              onReport={tools.report}
              head={<DateHead brief={brief} entry={lead} />}
              notes={tense === 'upcoming' && <SaidBy brief={brief} place={lead} />}
            >
              <Words article={article} spans={[sentence]} marks={entries} markClass="date-words" />
            </Item>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What is to come at no known time. */
function Expected({ brief, expected, tools }: Props & { expected: readonly Expectation[] }) {
  const { article } = brief;
  const stops = expected.map((entry, i): Stop => ({
    id: `expected-${i}`,
    spans: [entry, entry.sentence],
    label: t('stopExpected', i + 1, expected.length, paragraphOf(article, entry)),
  }));
  return (
    <Section title={t('expectedTitle')}>
      <ol class="items">
        {expected.map((entry, i) => (
          <li key={stops[i]!.id}>
            <Item
              class="expected-item"
              lit={tools.shown === stops[i]!.id}
              paragraph={paragraphOf(article, entry)}
              about={timelineItem(brief, entry)}
              cite={() => citePassage(article, entry.sentence)}
              onShow={() => tools.show(stops, i)}
              onReport={tools.report}
              head={<span class="date">{expectationWords(entry.kind)}</span>}
              notes={<SaidBy brief={brief} place={entry} />}
            >
              <Words article={article} spans={[entry.sentence]} marks={[entry]} markClass="date-words" />
            </Item>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Who says so, where it is part of what somebody is reported to have said; else the article says it itself. */
function SaidBy({ brief, place }: { brief: Brief; place: Span }) {
  const claim = brief.claims.find(
    ({ source, content }) =>
      source !== null && content.some(({ start, end }) => start <= place.start && place.end <= end),
  );
  if (!claim) return null;
  return (
    <span class="note" dir="auto">
      {t('nextSaidBy', speakerInSentence(brief, claim))}
    </span>
  );
}

function DateHead({ brief, entry }: { brief: Brief; entry: TimelineEntry }) {
  const date = formatDate(entry);
  if (date === null) {
    return (
      <span class="date" lang={brief.article.language} dir="auto">
        {wordsOf(brief.article, entry)}
      </span>
    );
  }
  return (
    <time class="date" dateTime={entry.date}>
      {date}
    </time>
  );
}
