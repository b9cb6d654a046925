// Decides the language: the declared one, unless the text's script rules it out.
import { languageMeantBy } from '../../engine/text/language-labels.ts';
import { metaOf } from './meta.ts';
import type { PageEvidence } from './page-facts.ts';

/** Ranges of letters and the languages written in them, tried in this order: Japanese text also has Chinese characters. */
const SCRIPTS = (
  '3040-30ff ja,ac00-d7af ko,4e00-9fff zh ja yue,0400-04ff ru uk bg sr mk be kk ky mn,0600-06ff ar fa ur ps ckb,' +
  '0590-05ff he yi,0370-03ff el,0e00-0e7f th,0900-097f hi mr ne,0980-09ff bn,0b80-0bff ta,0c00-0c7f te,10a0-10ff ka,' +
  '0530-058f hy'
)
  .split(',')
  .map((row) => row.split(' '));
/** Languages never written in Latin script. Serbian, Kazakh and Mongolian may be. */
const OTHER_SCRIPT = new Set(SCRIPTS.flat().filter((lang) => !['sr', 'kk', 'mn'].includes(lang)));

export function decideLanguage({ declaredLang, meta, main }: PageEvidence, text: string): string {
  const declared = [
    declaredLang,
    metaOf(meta, 'og:locale', 'content-language', 'language', 'dc.language'),
    main?.lang ?? '',
  ]
    .map((value) => /^[a-z]{2,3}(?=$|[-_])/i.exec(value.trim())?.[0].toLowerCase() ?? '')
    .filter((lang) => lang !== '')
    .map(languageMeantBy);
  const possible = scriptLanguages(text);
  if (possible === null) return declared[0] ?? 'und';
  const fitting = declared.find((lang) => (possible.length === 0 ? !OTHER_SCRIPT.has(lang) : possible.includes(lang)));
  return fitting ?? possible[0] ?? 'und';
}

/**
 * The languages of the script that makes up over a fifth of the text. Empty for Latin, null if there is too little
 * text.
 */
function scriptLanguages(text: string): readonly string[] | null {
  const sample = text.slice(0, 600);
  if (sample.length < 40) return null;
  const fills = (range: string) =>
    (sample.match(new RegExp(`[\\u${range.replace('-', '-\\u')}]`, 'g'))?.length ?? 0) > sample.length / 5;
  return SCRIPTS.find(([range = '']) => fills(range))?.slice(1) ?? [];
}
