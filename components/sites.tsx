import { useState } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';
import { siteOf } from '../lib/text/address.ts';
import { CloseIcon } from './icons.tsx';

/** Called with a site to be left alone from now on, or no longer. */
export type LeaveSite = (site: string, isLeft: boolean) => void;

type Props = { sites: readonly string[]; onChange: LeaveSite };

/** Where detection is off: one site a line, with all that is part of it. */
export function Sites({ sites, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);

  const add = (event: Event) => {
    event.preventDefault();
    const site = siteIn(typed);
    setWrong(site === null);
    if (site === null) return;
    setTyped('');
    onChange(site, true);
  };

  return (
    <div class="sites">
      <h3>{t('settingsSites')}</h3>
      {sites.length === 0 && <p class="aside">{t('settingsSitesNone')}</p>}
      <ul class="site-list">
        {sites.map(site => (
          <li key={site}>
            <span>{site}</span>
            <button
              type="button"
              class="icon-button"
              aria-label={t('settingsSiteRemove', site)}
              onClick={() => onChange(site, false)}
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
      <form class="site-form" onSubmit={add}>
        <label for="site">{t('settingsSiteAdd')}</label>
        <input
          id="site"
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={wrong}
          aria-describedby="site-wrong"
          value={typed}
          onInput={event => setTyped(event.currentTarget.value)}
        />
        <button type="submit">{t('settingsAdd')}</button>
      </form>
      <p id="site-wrong" role="alert">
        {wrong && t('settingsSiteWrong')}
      </p>
    </div>
  );
}

/** The site in what the reader typed: "https://www.News.example/x" and "news.example" alike; null if none. */
function siteIn(typed: string): string | null {
  const text = typed.trim();
  const address = URL.parse(text.includes('://') ? text : `https://${text}`);
  return address?.hostname.includes('.') || address?.hostname === 'localhost'
    ? siteOf(address.hostname)
    : null;
}
