import type { Brief, TimelineEntry } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import { Item, type Tools } from './item.tsx';
import { formatDate, formatDayOf } from './language.ts';
import { Nothing } from './nothing.tsx';
import { paragraphOf, wordsOf } from './passages.ts';
import { timelineItem } from './report-items.ts';
import type { Stop } from './tour.ts';
import { Words } from './words.tsx';

type Props = { brief: Brief; tools: Tools };

/** What is still to come, then what has been, each on its own line of time. */
export function WhatsNext({ brief, tools }: Props) {
  const upcoming = chronological(brief.timeline.filter(entry => entry.tense === 'upcoming'));
  const published = brief.article.publishedTime;
  const past = chronological(brief.timeline.filter(entry => entry.tense === 'past'));
  if (brief.timeline.length === 0) return <Nothing text={t('nothingTimeline')} offer="full" />;
  return (
    <>
      {upcoming.length === 0 && <p class="nothing">{t('nothingUpcoming')}</p>}
      {upcoming.length > 0 && (
        <Entries
          title={t('upcomingTitle')}
          note={published === undefined ? null : t('asOf', formatDayOf(published))}
          tense="upcoming"
          entries={upcoming}
          brief={brief}
          tools={tools}
        />
      )}
      {past.length > 0 && (
        <Entries title={t('pastTitle')} tense="past" entries={past} brief={brief} tools={tools} />
      )}
    </>
  );
}

/** Dated entries by their dates, then those the article gives no date for. ISO dates compare as text. */
function chronological(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const dated = entries.filter(entry => entry.date !== undefined);
  const undated = entries.filter(entry => entry.date === undefined);
  return [...dated.toSorted((a, b) => (a.date! < b.date! ? -1 : 1)), ...undated];
}

type EntriesProps = Props & {
  title: string;
  note?: string | null;
  tense: TimelineEntry['tense'];
  entries: readonly TimelineEntry[];
};

function Entries({ title, note, tense, entries, brief, tools }: EntriesProps) {
  const { article } = brief;
  const stops = entries.map((entry, i): Stop => ({
    id: `${tense}-${i}`,
    spans: [entry, entry.sentence],
    label: t('stopDate', wordsOf(article, entry), i + 1, entries.length, paragraphOf(article, entry)),
  }));
  return (
    <section class="section" aria-labelledby={`${tense}-title`}>
      <h2 id={`${tense}-title`}>{title}</h2>
      {note && <p class="aside">{note}</p>}
      <ol class={`items timeline ${tense}`}>
        {entries.map((entry, i) => (
          <li key={stops[i]!.id}>
            <Item
              class="date-item"
              lit={tools.shown === stops[i]!.id}
              paragraph={paragraphOf(article, entry)}
              about={timelineItem(brief, entry)}
              onShow={() => tools.show(stops, i)}
              onReport={tools.report}
              head={<DateHead brief={brief} entry={entry} />}
            >
              <Words article={article} spans={[entry.sentence]} marks={[entry]} markClass="date-words" />
            </Item>
          </li>
        ))}
      </ol>
    </section>
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
