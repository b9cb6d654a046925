// Decides the language: the declared one, unless the text's script rules it out.
import { languageMeantBy } from '../../engine/text/language-labels.ts';
import { metaOf } from './meta.ts';
import type { PageEvidence } from './page-facts.ts';

/** Scripts and their languages, tried in this order: Japanese text also has Chinese characters. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7af]/g, 'ko'],
  [/[\u4e00-\u9fff]/g, 'zh ja yue'],
  [/[\u0400-\u04ff]/g, 'ru uk bg sr mk be kk ky mn'],
  [/[\u0600-\u06ff]/g, 'ar fa ur ps ckb'],
  [/[\u0590-\u05ff]/g, 'he yi'],
  [/[\u0370-\u03ff]/g, 'el'],
  [/[\u0e00-\u0e7f]/g, 'th'],
  [/[\u0900-\u097f]/g, 'hi mr ne'],
  [/[\u0980-\u09ff]/g, 'bn'],
  [/[\u0b80-\u0bff]/g, 'ta'],
  [/[\u0c00-\u0c7f]/g, 'te'],
  [/[\u10a0-\u10ff]/g, 'ka'],
  [/[\u0530-\u058f]/g, 'hy'],
];
/** Languages never written in Latin script. Serbian, Kazakh and Mongolian may be. */
const OTHER_SCRIPT = new Set(
  SCRIPTS.flatMap(([, langs]) => langs.split(' ')).filter((lang) => !['sr', 'kk', 'mn'].includes(lang)),
);

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
  const fills = (script: RegExp) => (sample.match(script)?.length ?? 0) > sample.length / 5;
  return SCRIPTS.find(([script]) => fills(script))?.[1].split(' ') ?? [];
}
