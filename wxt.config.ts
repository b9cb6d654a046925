// The extension's manifest and build, with the reason for every permission.
import preact from '@preact/preset-vite';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { bareScripts } from './scripts/setup/bare-scripts.ts';
import { compileAtOnce } from './scripts/setup/compile-at-once.ts';
import { fetchLanguageStatistics } from './scripts/setup/fetch-language-statistics.ts';
import { OLDEST_FIREFOX } from './scripts/setup/find-firefox.ts';

const ICONS = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/icon-${size}.png`]));

export default defineConfig({
  imports: false,
  vite: () => ({
    plugins: [
      preact(),
      fetchLanguageStatistics(),
      bareScripts(),
      compileAtOnce(['coverage.js', 'badge-scout.js', 'badges.js', 'badge-overlay.js']),
    ],
    // Otherwise `Text.prototype`, a remnant of an unused getter, stays in scripts and makes the browser set up that interface.
    build: { rolldownOptions: { treeshake: { propertyReadSideEffects: false } } },
  }),
  hooks: {
    // What pages share is one script and one style sheet, since the popup waits for each of its files.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.length === 1) return; // scripts are built one by one
      const codeSplitting = { groups: [{ name: 'shared', minShareCount: 2 }] };
      config.build = mergeConfig(config.build ?? {}, { rolldownOptions: { output: { codeSplitting } } }, false);
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab', // reads the page in front of the user when they click the toolbar button; no install warning
      'alarms', // wakes the worker to poll feeds and to drop old stories
      'scripting', // registers the content script on the sites that the user allowed, and nowhere else
      'storage', // settings, and the state of open tabs in memory
      'unlimitedStorage', // two weeks of headlines are more than the default quota of some browsers
    ],
    // Nothing is requested at install: sites to read and feeds to poll are granted in onboarding, host by host or all at once.
    optional_host_permissions: ['*://*/*'],
    icons: ICONS,
    action: {
      default_title: '__MSG_extensionName__',
      default_icon: ICONS,
      // By default Firefox hides the button behind its puzzle piece, and nobody sees the count. In Chromium only the user can pin it.
      ...(browser === 'firefox' ? { default_area: 'navbar' } : {}),
    },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+P' } } },
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'parallax@parallax.invalid',
              strict_min_version: `${OLDEST_FIREFOX}.0`,
              // Requested when a server, or sending it headlines, is switched on (utils/data-consent.ts).
              data_collection_permissions: { required: ['none'], optional: ['browsingActivity', 'websiteContent'] },
            },
          },
        }
      : {
          minimum_chrome_version: '120',
          // What an organisation may set for its users; Firefox takes the same values without a schema.
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
});
