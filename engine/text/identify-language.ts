// Which language a text is written in.
//
// The statistics behind it weigh a megabyte and take longer to set up than everything else in the engine together, so
// they are loaded when a host first asks for them: a worker that only looks up a URL never does.
import type { IdentifyLanguage } from '../article/article-text.ts';

/** Scripts that one language of ours has to itself. */
const OWN_SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/, 'ja'],
  [/[\uac00-\ud7af]/, 'ko'],
  [/[\u0e00-\u0e7f]/, 'th'],
  [/[\u0590-\u05ff]/, 'he'],
  [/[\u0370-\u03ff]{3}/, 'el'],
  [/[\u4e00-\u9fff]{2}/, 'zh'],
];

/** Longer texts only cost time: a hundred words decide as well as a thousand. */
const READ_CHARACTERS = 600;

/** The answers are BCP 47 primary subtags, `und` where there is nothing to go by. */
export async function loadLanguageIdentifier(): Promise<IdentifyLanguage> {
  const { eld } = await import('eld/extrasmall');
  return (text) => {
    const head = text.slice(0, READ_CHARACTERS);
    for (const [script, lang] of OWN_SCRIPTS) if (script.test(head)) return { lang, isReliable: true };
    const found = eld.detect(head);
    return found.language
      ? { lang: found.language, isReliable: found.isReliable() }
      : { lang: 'und', isReliable: false };
  };
}
