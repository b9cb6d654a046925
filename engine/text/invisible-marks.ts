// Marks in a text that nobody sees.

/** Soft hyphens and zero-width marks are typesetting: with them, equal headlines differ. */
export const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
