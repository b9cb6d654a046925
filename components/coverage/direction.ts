// Tells in which direction a language is written; unknown languages are left to the browser.

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function findDirection(lang: string): 'rtl' | 'ltr' | 'auto' {
  if (lang === 'und' || lang === 'ku') return 'auto'; // Kurdish is written in either direction
  return RIGHT_TO_LEFT.has(lang) ? 'rtl' : 'ltr';
}

/** What an element of a text in that language says of it. */
export function writtenIn(lang: string): { readonly lang: string; readonly dir: 'rtl' | 'ltr' | 'auto' } {
  return { lang: lang === 'und' ? '' : lang, dir: findDirection(lang) };
}
