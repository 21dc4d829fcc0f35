import type { Article } from '../lib/article/article.ts';
import { outrightDisputes } from '../lib/brief/brief.ts';
import type { Brief, Claim, Flag } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import type { Span } from '../lib/text/span.ts';
import { citePassage } from './citation.ts';
import { flagReason, flagTitle } from './flag-words.ts';
import { AlertIcon } from './icons.tsx';
import { Item, type Tools } from './item.tsx';
import { Nothing } from './nothing.tsx';
import { OtherSide } from './other-side.tsx';
import { paragraphOf } from './passages.ts';
import { flagItem, summaryItem } from './report-items.ts';
import { Section } from './section.tsx';
import { Sourcing } from './sourcing.tsx';
import { speakerInSentence } from './speakers.ts';
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
              cite={() => citePassage(article, span)}
              onShow={() => tools.show(stops, i)}
              onReport={tools.report}
              notes={<Against brief={brief} tools={tools} sentence={span} />}
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

/** Who disputes what a sentence of the summary says, where the summary leaves that out; a press shows the place. */
function Against({ brief, tools, sentence }: Props & { sentence: Span }) {
  const isIn = (claim: Claim, span: Span) =>
    claim.content.some(({ start, end }) => span.start <= start && end <= span.end);
  const disputing = new Set(brief.claims.filter(claim => isIn(claim, sentence)).flatMap(outrightDisputes));
  const against = brief.claims.filter(
    claim => disputing.has(claim.id) && !brief.summary.some(span => isIn(claim, span)),
  );
  return (
    <>
      {against.map(claim => {
        const label = t('disputedBy', speakerInSentence(brief, claim));
        const stop: Stop = { id: `against-${claim.id}`, spans: claim.content, label };
        return (
          <OtherSide
            key={claim.id}
            brief={brief}
            claim={claim}
            lead="disputedBy"
            onPress={() => tools.show([stop], 0)}
          />
        );
      })}
    </>
  );
}

/** The place or headline that does not agree with the flagged one. */
function OtherPlace({ article, flag }: { article: Article; flag: Flag }) {
  if (flag.related === 'title')
    return (
      <p class="words" lang={article.language} dir="auto">
        {article.title}
      </p>
    );
  const isPassage = flag.kind === 'number-mismatch' || flag.kind === 'same-words-two-speakers';
  return isPassage ? <Words article={article} spans={flag.related.slice(0, 1)} /> : null;
}

function Flags({ brief, tools }: Props) {
  const { article, flags } = brief;
  const stops = flags.map((flag, i): Stop => ({
    id: `flag-${i}`,
    spans: flag.related === 'title' ? [flag] : [flag, ...inManner('other', flag.related)],
    label: t('stopFlag', flagTitle(flag.kind), paragraphOf(article, flag)),
  }));
  return (
    <Section title={t('flagsTitle')}>
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
              notes={
                <>
                  <span class="note">{flagReason(flag)}</span>
                  <OtherPlace article={article} flag={flag} />
                </>
              }
            >
              <Words article={article} spans={[flag]} />
            </Item>
          </li>
        ))}
      </ul>
    </Section>
  );
}
