import type { Brief } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import { flagTitle } from './flag-words.ts';
import { AlertIcon } from './icons.tsx';
import { Item, type Tools } from './item.tsx';
import { Nothing } from './nothing.tsx';
import { paragraphOf } from './passages.ts';
import { flagItem, summaryItem } from './report-items.ts';
import { Sourcing } from './sourcing.tsx';
import { inManner, type Stop } from './tour.ts';
import { Words } from './words.tsx';

type Props = { brief: Brief; tools: Tools };

/** The article in a few of its own sentences, what is worth a second look, and who gets to speak. */
export function Summary({ brief, tools }: Props) {
  const { article, summary } = brief;
  const stops = summary.map((span, i): Stop => ({
    id: `summary-${i}`,
    spans: [span],
    label: t('stopSummary', i + 1, summary.length, paragraphOf(article, span)),
  }));
  return (
    <>
      {summary.length === 0 && <Nothing text={t('nothingSummary')} offer={brief.offered.summary} />}
      <ol class="items">
        {summary.map((span, i) => (
          <li key={span.start}>
            <Item
              class="summary-item"
              lit={tools.shown === stops[i]!.id}
              paragraph={paragraphOf(article, span)}
              about={summaryItem(brief, i)}
              onShow={() => tools.show(stops, i)}
              onReport={tools.report}
            >
              <Words article={article} spans={[span]} />
            </Item>
          </li>
        ))}
      </ol>
      {brief.flags.length > 0 && <Flags brief={brief} tools={tools} />}
      <Sourcing brief={brief} />
    </>
  );
}

function Flags({ brief, tools }: Props) {
  const { article, flags } = brief;
  const stops = flags.map((flag, i): Stop => ({
    id: `flag-${i}`,
    spans: flag.related === 'title' ? [flag] : [flag, ...inManner('other', flag.related)],
    label: t('stopFlag', flagTitle(flag.kind), paragraphOf(article, flag)),
  }));
  return (
    <section class="section" aria-labelledby="flags-title">
      <h2 id="flags-title">{t('flagsTitle')}</h2>
      <ul class="items">
        {flags.map((flag, i) => (
          <li key={stops[i]!.id}>
            <Item
              class="flag-item"
              lit={tools.shown === stops[i]!.id}
              paragraph={paragraphOf(article, flag)}
              about={flagItem(brief, flag)}
              onShow={() => tools.show(stops, i)}
              onReport={tools.report}
              head={
                <span class="note alert">
                  <AlertIcon />
                  {flagTitle(flag.kind)}
                </span>
              }
            >
              <Words article={article} spans={[flag]} />
            </Item>
          </li>
        ))}
      </ul>
    </section>
  );
}
