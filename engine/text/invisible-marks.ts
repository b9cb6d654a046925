// Characters that are not visible.

/** Soft hyphen, zero-width space, word joiner, byte order mark: typesetting that makes equal headlines differ. */
export const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
