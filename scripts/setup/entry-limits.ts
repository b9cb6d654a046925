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
    maxBytes: 775 * KB,
    reason:
      'every page that is opened after a pause starts it; a service worker cannot load parts of it later, ' +
      'and most of it are words of many languages',
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
    maxBytes: 80 * KB,
    reason:
      'it is added to each page that passed the gate; names of months, agencies and kinds of some fifty languages are in it',
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
    reason: 'it is added to each page that may have a badge, and first badges have to stand within 300 ms',
  },
  {
    entry: 'badge overlay',
    file: 'badge-overlay.js',
    maxBytes: 35 * KB,
    reason: 'it is added to each page that has a badge, and first badges have to stand within 300 ms',
  },
  {
    entry: 'card',
    file: 'card.js',
    maxBytes: 70 * KB,
    reason: 'it is added when a badge is pointed at, and the card has to open within 100 ms of that',
  },
  {
    entry: 'popup',
    file: 'popup.html',
    maxBytes: 200 * KB,
    reason: 'its first content has to stand within 100 ms of the click',
  },
];
