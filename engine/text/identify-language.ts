// Which language a text is written in.
//
// The n-gram tables are a megabyte and take longer to set up than the rest of the engine together, so they are loaded on
// first use: a worker that only looks up a URL never loads them.
import type { IdentifyLanguage } from '../article/article-text.ts';
import { loadOnce } from '../load-once.ts';

/** Scripts that only one language of ours uses; each pattern matches one letter. The dot in 唐納德・川普 is no kana. */
const OWN_SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3041-\u30fa\u30fc-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7af]/g, 'ko'],
  [/[\u0e00-\u0e7f]/g, 'th'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0370-\u03ff]/g, 'el'],
];
const HAN = /[\u4e00-\u9fff]/g;
/** Kana, except の, which Chinese brand names use too, and frequent characters in forms that only Japanese has. */
const JAPANESE =
  /[\u3041-\u306d\u306f-\u30fa\u30fc-\u30ff発県検戦権総円経済実変転関広売応労営観駅験鉄気価歳込働対団両増満続薬読険収払伝処庁圧帰児拡拠択黒脳]/g;
const LETTER = /\p{L}/gu;
/** A quick test for any of the above: most texts have none. */
const OWN_LETTER = /[\u0370-\u03ff\u0590-\u05ff\u0e00-\u0e7f\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;

/** Least share of a text's letters: a name in brackets, "Kim Tae-ri (김태리)", does not make a text Korean. */
const SHARE_LEAST = 0.2;
/** From this many Han characters on, a text without signs of Japanese is Chinese; of a shorter one, the feed's label knows more. */
const HAN_SURE = 20;
/** Signs that make a text Japanese: Japanese headlines may have few kana, but one or two may also be a name in a Chinese text. */
const JAPANESE_SURE = 3;
/** Least number of signs as a share of the Han characters; fewer belong to a quoted name. */
const JAPANESE_SHARE = 0.06;

/** Longer texts only cost time: a hundred words decide as well as a thousand. */
const READ_CHARACTERS = 600;

/** The answers are BCP 47 primary subtags, `und` where there is nothing to go by. */
export async function loadLanguageIdentifier(): Promise<IdentifyLanguage> {
  const eld = await statistics.get();
  return (text) => {
    const head = text.slice(0, READ_CHARACTERS);
    const byScript = identifyByScript(head);
    if (byScript) return byScript;
    const found = eld.detect(head);
    return found.language
      ? { lang: found.language, isReliable: found.isReliable() }
      : { lang: 'und', isReliable: false };
  };
}

const statistics = loadOnce(async () => {
  const { eld } = await import('eld');
  if (!('load' in eld)) throw new Error('eld cannot load statistics.');
  await eld.load('extrasmall');
  return eld;
});

function identifyByScript(text: string): ReturnType<IdentifyLanguage> | null {
  if (!OWN_LETTER.test(text)) return null;
  const least = SHARE_LEAST * countOf(LETTER, text);
  for (const [script, lang] of OWN_SCRIPTS) if (countOf(script, text) > least) return { lang, isReliable: true };
  const han = countOf(HAN, text);
  if (han <= least) return null;
  const japanese = countOf(JAPANESE, text);
  return japanese > 0 && japanese > han * JAPANESE_SHARE
    ? { lang: 'ja', isReliable: japanese >= JAPANESE_SURE }
    : { lang: 'zh', isReliable: han >= HAN_SURE };
}

function countOf(letter: RegExp, text: string): number {
  return text.match(letter)?.length ?? 0;
}
