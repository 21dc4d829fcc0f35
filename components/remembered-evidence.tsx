import { t, tn } from '../lib/browser/i18n.ts';
import type { LibraryEvidence, LibraryFinding } from '../lib/verify/library.ts';
import { differenceWords } from './difference-words.ts';
import { formatList, formatMoment } from './language.ts';
import { Section } from './section.tsx';

/** What the articles the reader remembered say to the same, in their own words. */
export function RememberedEvidence({ evidence }: { evidence: LibraryEvidence }) {
  return (
    <Section title={t('rungLibrary')}>
      {evidence.status === 'not_measured' && (
        <p class="aside">
          {evidence.reason === 'unreadable' ? t('libraryUnreadable') : t('libraryNothingYet')}
        </p>
      )}
      {evidence.status === 'empty' && <p>{tn('libraryEmpty', evidence.looked)}</p>}
      {evidence.status === 'ok' && (
        <ol class="findings">
          {evidence.findings.map(finding => (
            <li key={`${finding.address} ${finding.words}`}>
              <Finding finding={finding} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Finding({ finding }: { finding: LibraryFinding }) {
  const { title, address, siteName, date, words, source, cue } = finding;
  return (
    <article class="finding-item" dir="auto">
      <p class="finding-lead">{comparison(finding)}</p>
      <blockquote>{words}</blockquote>
      <p class="aside">
        {source ?? t('sourceNotGiven')} {cue !== null && <span class="cue">{cue}</span>}
      </p>
      <p class="finding-title">
        <a href={address} target="_blank" rel="noopener noreferrer">
          {title || address}
        </a>
      </p>
      <p class="aside">
        {[siteName, date && formatMoment(date.slice(0, 10))].filter(Boolean).join(' · ')}{' '}
        {t('sharedWords', formatList(finding.reasons))}
      </p>
    </article>
  );
}

/** Whether it says the same: never which of the two is right. */
function comparison({ match, differences }: LibraryFinding): string {
  if (match === 'related') return t('libraryRelated');
  return differences.length === 0
    ? t('libraryAgrees')
    : t('libraryDiffers', formatList(differences.map(differenceWords)));
}
