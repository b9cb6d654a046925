// The size limit of each part of the built extension, and its reason.

export type EntryLimit = {
  readonly entry: string;
  /** Relative to the built extension. */
  readonly file: string;
  /** Uncompressed, with everything that the entry loads before it can work. */
  readonly maxBytes: number;
  readonly reason: string;
};

const KB = 1000;

export const ENTRY_LIMITS: readonly EntryLimit[] = [
  {
    entry: 'worker',
    file: 'background.js',
    maxBytes: 790 * KB,
    reason:
      'it starts whenever a page is opened after a pause; a service worker cannot load parts of itself later, ' +
      'and most of it is word lists in many languages',
  },
  {
    entry: 'content gate',
    file: 'coverage.js',
    maxBytes: 10 * KB,
    reason: 'it runs in every page of the sites that the user allowed: 10 kB are 4 kB compressed',
  },
  {
    entry: 'reader',
    file: 'reader.js',
    maxBytes: 81.5 * KB,
    reason: 'it is injected into each page that passed the gate; it contains words in about fifty languages',
  },
  {
    entry: 'badge scout',
    file: 'badge-scout.js',
    maxBytes: 10 * KB,
    reason: 'it runs in every page of the sites that the user allowed, as the gate does',
  },
  {
    entry: 'badges',
    file: 'badges.js',
    maxBytes: 45 * KB,
    reason: 'it is injected into each page that may have a badge, and the first badge must appear within 300 ms',
  },
  {
    entry: 'badge overlay',
    file: 'badge-overlay.js',
    maxBytes: 35 * KB,
    reason: 'it is injected into each page that has a badge, and the first badge must appear within 300 ms',
  },
  {
    entry: 'card',
    file: 'card.js',
    maxBytes: 70 * KB,
    reason: 'it is injected when a badge is pointed at, and the card must open within 100 ms of that',
  },
  {
    entry: 'popup',
    file: 'popup.html',
    maxBytes: 200 * KB,
    reason: 'its first content must appear within 100 ms of the click',
  },
];
