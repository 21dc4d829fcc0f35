import { defineConfig } from 'wxt';

/** Firefox needs a fixed id for storage that survives an update. */
const GECKO_ID = 'onix@onix.invalid';

/** The project's own endpoint for problem reports, if this build has one: the only host Onix can then reach. */
const reportUrl = process.env['WXT_REPORT_URL'] ?? '';
if (reportUrl !== '' && !/^https:\/\/|^http:\/\/127\.0\.0\.1:/.test(reportUrl))
  throw new Error('WXT_REPORT_URL must be an https address');
const reportOrigin = reportUrl === '' ? '' : ` ${new URL(reportUrl).origin}`;

export default defineConfig({
  outDir: process.env['WXT_OUT_DIR'] ?? '.output',
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  targetBrowsers: ['chrome', 'firefox'],
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
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
      extension_pages: `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'${reportOrigin}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
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
                // Reports, where they go anywhere by themselves, leave only after the browser has asked the reader.
                ...(reportUrl === '' ? {} : { optional: ['technicalAndInteraction', 'websiteContent'] }),
              },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }),
  }),
});
