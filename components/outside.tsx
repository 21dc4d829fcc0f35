import { useEffect, useRef, useState } from 'preact/hooks';
import type { Brief } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import type { Span } from '../lib/text/span.ts';
import type { OutsideEvidence, OutsideSource } from '../lib/verify/outside.ts';
import type { OutsidePlan } from '../lib/browser/outside.ts';
import type { OutsideDesk } from './desk.ts';
import { OutsideFindings, OutsideOutcome } from './outside-answer.tsx';
import { rungWords } from './rung-words.ts';
import { Section } from './section.tsx';

type Props = { desk: OutsideDesk; brief: Brief; place: Span };

/**
 * Sources outside the device. Each says where a click leads and what it sends; nothing is asked before, but for those
 * the reader chose to be asked always. Each answers on its own: none waits for another.
 */
export function Outside({ desk, brief, place }: Props) {
  const [chosen, setChosen] = useState<readonly OutsideSource[] | null>(null);
  useEffect(() => {
    desk.chosen().then(setChosen, () => setChosen([]));
  }, [desk]);
  const plan = desk.plan(brief, place);
  return (
    <Section class="outside" title={t('outsideTitle')}>
      {chosen && <p class="aside">{aboutWords(desk.isPrivate, chosen.length > 0)}</p>}
      {chosen && (
        <ul class="sources">
          {plan.map(source => (
            <li key={source.source}>
              <Source desk={desk} plan={source} place={place} isChosen={chosen.includes(source.source)} />
            </li>
          ))}
        </ul>
      )}
      <LinksOut desk={desk} brief={brief} place={place} />
    </Section>
  );
}

/** When which source is asked. */
function aboutWords(isPrivate: boolean, someAlways: boolean): string {
  if (isPrivate) return t('outsidePrivate');
  return someAlways ? t('outsideSomeAlways') : t('outsideAbout');
}

function LinksOut({ desk, brief, place }: Props) {
  const links = desk.links(brief, place);
  if (links.length === 0) return null;
  return (
    <>
      <h3>{t('outsideLinks')}</h3>
      <ul class="links-out">
        {links.map(link => (
          <li key={link.name}>
            {'url' in link ? (
              <a class="link" href={link.url} target="_blank" rel="noopener noreferrer">
                {link.name}
              </a>
            ) : (
              <button type="button" class="link" onClick={() => desk.search(link.words)}>
                {link.name}: <span dir="auto">{link.words}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who is asked, by the name it goes by and wishes to be named with. */
const SERVICES: Record<OutsideSource, { name: string; about: string }> = {
  'fact-checks': { name: 'Google Fact Check Tools', about: 'https://toolbox.google.com/factcheck/about' },
  who: { name: 'Wikidata', about: 'https://www.wikidata.org/wiki/Wikidata:Introduction' },
  papers: { name: 'The GDELT Project', about: 'https://www.gdeltproject.org/' },
  quotation: { name: 'The GDELT Project', about: 'https://www.gdeltproject.org/' },
  archive: { name: 'Wayback Machine', about: 'https://web.archive.org/' },
};

type State = 'waiting' | 'asking' | OutsideEvidence;
type SourceProps = { desk: OutsideDesk; plan: OutsidePlan; place: Span; isChosen: boolean };

function Source({ desk, plan, place, isChosen }: SourceProps) {
  const { source, host, sends } = plan;
  const [state, setState] = useState<State>('waiting');
  const latest = useRef(0);
  const isAsking = state === 'asking';

  const settle = (asked: Promise<OutsideEvidence>) => {
    const turn = ++latest.current;
    setState('asking');
    const answer = (evidence: OutsideEvidence) => turn === latest.current && setState(evidence);
    asked.then(answer, () => answer({ status: 'not_measured', source, reason: 'bad_response' }));
  };
  const stop = () => {
    latest.current++; // whatever still comes is not waited for
    desk.stop(source);
    setState({ status: 'not_measured', source, reason: 'aborted' });
  };
  const asked = useRef('');
  useEffect(() => {
    const about = `${place.start} ${place.end}`;
    if (!isChosen || sends.length === 0 || asked.current === about) return;
    asked.current = about; // once a verification
    settle(desk.lookAsChosen(plan, place));
  }, [desk, source, place, isChosen, sends.length]);

  const nameId = `outside-${source}`;
  return (
    <>
      <div class="source-head">
        <div>
          <h3 id={nameId}>{rungWords(source)}</h3>
          <a class="service" href={SERVICES[source].about} target="_blank" rel="noopener noreferrer">
            {SERVICES[source].name}
          </a>
        </div>
        {sends.length > 0 &&
          (isAsking ? (
            <button type="button" aria-describedby={nameId} onClick={stop}>
              {t('outsideStop')}
            </button>
          ) : (
            <button
              type="button"
              aria-describedby={`${nameId}-sends`}
              onClick={() => settle(desk.look(plan, place))}
            >
              {t('outsideAsk', host)}
            </button>
          ))}
      </div>
      <p id={`${nameId}-sends`} class="aside">
        {sends.length === 0
          ? nothingToAsk(source)
          : t(plan.withKey ? 'outsideSendsKey' : 'outsideSends', sends.join(' · '))}
      </p>
      {sends.length > 0 && !desk.isPrivate && <Always desk={desk} plan={plan} isChosen={isChosen} />}
      <div class="answer" aria-busy={isAsking}>
        <output>
          {isAsking && <span class="aside">{t('outsideAsking')}</span>}
          {typeof state === 'object' && <OutsideOutcome evidence={state} host={host} />}
        </output>
        {typeof state === 'object' && state.status === 'ok' && <OutsideFindings evidence={state} />}
      </div>
    </>
  );
}

/** The standing choice: from the next verification on this source is asked without a press. */
function Always({ desk, plan: { source, host }, isChosen }: Omit<SourceProps, 'place'>) {
  const [isAlways, setIsAlways] = useState(isChosen);
  const [said, setSaid] = useState('');
  const choose = (wanted: boolean) => {
    setIsAlways(wanted);
    desk.choose(source, wanted).then(
      done => {
        if (!done) setIsAlways(!wanted);
        setSaid(
          done ? t(wanted ? 'outsideAlwaysSaved' : 'outsideAlwaysWithdrawn', host) : t('outsideAlwaysNot'),
        );
      },
      () => {
        setIsAlways(!wanted);
        setSaid(t('settingsNotSaved'));
      },
    );
  };
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          checked={isAlways}
          aria-describedby={`outside-${source}`}
          onChange={event => choose(event.currentTarget.checked)}
        />
        {t('outsideAlways')}
      </label>
      <output class="aside">{said}</output>
    </>
  );
}

function nothingToAsk(source: OutsideSource): string {
  switch (source) {
    case 'fact-checks':
      return t('outsideNeedsKey');
    case 'who':
      return t('outsideNobody');
    case 'papers':
      return t('outsideNoWords');
    case 'quotation':
      return t('outsideNoPhrase');
    case 'archive':
      return t('outsideNoAddress');
  }
}
