import { useEffect, useId, useState } from 'preact/hooks';
import type { Article } from '../lib/article/article.ts';
import type { Brief } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import type { Correction } from '../lib/report/corrections.ts';
import type { ReportItem } from '../lib/report/report.ts';
import type { CorrectionsDesk } from './desk.ts';
import { joinWords } from './passages.ts';
import { Section } from './section.tsx';

type CorrectProps = { desk: CorrectionsDesk; brief: Brief; item: ReportItem; onChange: () => void };

/** After a report: the reader's own view of the article can be put right at once. */
export function CorrectHere({ desk, brief, item, onChange }: CorrectProps) {
  const [said, setSaid] = useState('');
  const selectId = useId();
  const choices = choicesFor(brief, item);
  const sources = item.type === 'claim' ? brief.players.filter(({ type }) => type !== 'place') : [];
  if (choices.length === 0) return null;

  const make = (correction: Correction) =>
    desk.add(brief.article, correction).then(
      () => {
        setSaid(t('correctedNow'));
        onChange();
      },
      () => setSaid(t('correctedNot')),
    );

  return (
    <Section class="correct" title={t('correctTitle')}>
      <div class="actions">
        {choices.map(({ label, correction }) => (
          <button key={label} type="button" onClick={() => void make(correction)}>
            {label}
          </button>
        ))}
      </div>
      {sources.length > 0 && (
        <div class="field">
          <label for={selectId}>{t('correctSource')}</label>
          <select
            id={selectId}
            onChange={({ currentTarget: { value } }) => {
              if (value !== '') void make(sourceOf(brief, item, value === NOBODY ? null : value));
            }}
          >
            <option value="">{t('correctChoose')}</option>
            <option value={NOBODY}>{t('correctNobody')}</option>
            {sources.map(({ id, name }) => (
              <option key={id} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <output class="aside">{said}</output>
    </Section>
  );
}

/** No name is a single control character. */
const NOBODY = '\u0001';

interface Choice {
  label: string;
  correction: Correction;
}

/** What can be put right with one press. */
function choicesFor(brief: Brief, { type, id, words }: ReportItem): Choice[] {
  switch (type) {
    case 'claim':
      return [
        { label: t('correctDropClaim'), correction: { type: 'hide_claim', words: wordsOfClaim(brief, id) } },
      ];
    case 'player':
    case 'role':
      return choicesForPlayer(brief, id);
    case 'summary':
      return hide('hide_sentence', words);
    case 'timeline':
      return hide('hide_date', words);
    case 'flag':
      return hide('hide_flag', words);
    case 'brief':
    case 'page':
    case 'answer':
    case 'evidence':
      return [];
  }
}

/** A reader who kept the words out of the report has left nothing to know the item by. */
const hide = (type: 'hide_sentence' | 'hide_date' | 'hide_flag', words: string | undefined): Choice[] =>
  words === undefined ? [] : [{ label: t('correctHide'), correction: { type, words } }];

function choicesForPlayer(brief: Brief, id: string | undefined): Choice[] {
  const player = brief.players.find(candidate => candidate.id === id);
  if (!player) return [];
  const { name, aliases } = player;
  return [
    { label: t('correctHidePlayer'), correction: { type: 'hide_player', name } },
    ...(player.role
      ? [{ label: t('correctHideRole'), correction: { type: 'hide_role' as const, name } }]
      : []),
    ...aliases.map(alias => ({
      label: t('correctSplit', alias),
      correction: { type: 'split_player' as const, name, alias },
    })),
  ];
}

const sourceOf = (brief: Brief, { id }: ReportItem, name: string | null): Correction => ({
  type: 'set_source',
  words: wordsOfClaim(brief, id),
  name,
});

/** As a correction knows a claim: its pieces as they stand in the article. */
function wordsOfClaim({ article, claims }: Brief, id: string | undefined): string {
  const claim = claims.find(candidate => candidate.id === id);
  return claim ? joinWords(article, claim.content) : '';
}

type CorrectedProps = { desk: CorrectionsDesk; article: Article; onChange: () => void };

/** Over a corrected brief: what the reader has put right, each to be undone. */
export function Corrected({ desk, article, onChange }: CorrectedProps) {
  const [corrections, setCorrections] = useState<readonly Correction[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let isShown = true;
    desk.list(article).then(
      found => isShown && setCorrections(found),
      () => isShown && setCorrections([]),
    );
    return () => void (isShown = false);
  }, [desk, article]);
  if (corrections.length === 0) return null;

  const undo = (correction: Correction) =>
    desk.undo(article, correction).then(
      left => {
        setCorrections(left);
        setSaid('');
        onChange();
      },
      () => setSaid(t('correctedNot')),
    );
  return (
    <details class="corrected">
      <summary>{t('correctedByYou', corrections.length)}</summary>
      <ul>
        {corrections.map(correction => (
          <li key={JSON.stringify(correction)}>
            <span dir="auto">{correctionWords(correction)}</span>{' '}
            <button type="button" class="link" onClick={() => void undo(correction)}>
              {t('correctUndo')}
              <span class="visually-hidden"> {correctionWords(correction)}</span>
            </button>
          </li>
        ))}
      </ul>
      <output class="aside">{said}</output>
    </details>
  );
}

function correctionWords(correction: Correction): string {
  switch (correction.type) {
    case 'hide_player':
      return t('correctionHidden', correction.name);
    case 'hide_role':
      return t('correctionRole', correction.name);
    case 'hide_claim':
    case 'hide_sentence':
    case 'hide_date':
    case 'hide_flag':
      return t('correctionHidden', correction.words);
    case 'set_source':
      return t('correctionSource', correction.words, correction.name ?? t('correctNobody'));
    case 'split_player':
      return t('correctionSplit', correction.name, correction.alias);
  }
}
