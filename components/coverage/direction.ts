// The writing direction of languages; for unknown languages the browser decides.

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function findDirection(lang: string): 'rtl' | 'ltr' | 'auto' {
  if (lang === 'und' || lang === 'ku') return 'auto'; // Kurdish is written in both directions
  return RIGHT_TO_LEFT.has(lang) ? 'rtl' : 'ltr';
}

/** Attributes for an element with text in that language. */
export function writtenIn(lang: string): { readonly lang: string; readonly dir: 'rtl' | 'ltr' | 'auto' } {
  return { lang: lang === 'und' ? '' : lang, dir: findDirection(lang) };
}
