import { defineConfig } from 'wxt';
import { FACT_CHECK_HOST } from './lib/network/fact-check-tools.ts';
import { GDELT_HOST } from './lib/network/gdelt.ts';
import { ARCHIVE_HOST } from './lib/network/wayback.ts';
import { WIKIDATA_HOST } from './lib/network/wikidata.ts';
import { GECKO_ID } from './scripts/gecko-id.ts';

/** The project's own endpoint for problem reports, if this build has one: the only host Onix can then reach. */
const reportUrl = process.env['WXT_REPORT_URL'] ?? '';
if (reportUrl !== '' && !/^https:\/\/|^http:\/\/127\.0\.0\.1:/.test(reportUrl))
  throw new Error('WXT_REPORT_URL must be an https address');

/** Everything Onix can ever reach; each host only after a reader's click that names it. */
const reachable = [
  "'self'",
  ...[ARCHIVE_HOST, FACT_CHECK_HOST, GDELT_HOST, WIKIDATA_HOST].map(host => `https://${host}`),
  ...(reportUrl === '' ? [] : [new URL(reportUrl).origin]),
];

export default defineConfig({
  outDir: process.env['WXT_OUT_DIR'] ?? '.output',
  // The sources that go with the extension to a store: nothing that a command makes.
  zip: { excludeSources: ['out/**', '.browsers/**', '.output/**'] },
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  targetBrowsers: ['chrome', 'firefox'],
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // What each is for stands in docs/threat-model.md.
    permissions: [
      'activeTab',
      'contextMenus',
      'scripting',
      'search',
      'storage',
      'unlimitedStorage',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
      ...(reportUrl === '' ? [] : ['alarms']),
    ],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_commandOpen__' },
      'verify-selection': { suggested_key: { default: 'Alt+Shift+V' }, description: '__MSG_commandVerify__' },
    },
    host_permissions: ['http://*/*', 'https://*/*'],
    content_scripts: [
      { matches: ['http://*/*', 'https://*/*'], js: ['detect.js'], run_at: 'document_idle' as const },
    ],
    content_security_policy: {
      // 'wasm-unsafe-eval': the taggers' inner loop runs as WebAssembly where the processor's vectors pay.
      extension_pages: `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src ${reachable.join(' ')}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
    },
    ...(browser === 'chrome'
      ? { minimum_chrome_version: '120' }
      : {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '142.0',
              data_collection_permissions: {
                required: ['none'],
                // Asked in the reader's click: for a look outside, and for reports where a build sends them.
                optional: [
                  'searchTerms',
                  'websiteContent',
                  'browsingActivity',
                  ...(reportUrl === '' ? [] : ['technicalAndInteraction' as const]),
                ],
              },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }),
  }),
});
