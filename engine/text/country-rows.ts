// Countries that Chinese, Japanese and Korean headlines name in a row, by one character each: 俄乌, 日米韓, 한미일.
//
// Alone most of these characters are other words (中 "in", 日 "day", 以 "with"), and so are some rows: 美德 is virtue, 台中 a
// city, 북미 North America, 日中 the daytime. So only listed pairs of neighbours count, and only in rows that are whole words.
import { KOREAN_PARTICLES } from './light-stems.ts';
import { toSimplified } from './simplified-chinese.ts';

/** By language: each character with its country; then the allowed neighbours, with their countries where those differ. */
const ROWS = new Map(
  Object.entries({
    ja: [
      '中CN 仏FR 加CA 印IN 台TW 日JP 朝KP 独DE 米US 英GB 豪AU 露RU 韓KR',
      '中印 中台 中韓 中露 中朝 仏独 印中 日仏 日加 日印 日台 日朝 日独 日米 日英 日豪 日露 日韓 朝露 独仏 米中 米台 米印 米日 米朝 米英 米豪 米露 米韓 英仏 英独 英米 露中 露朝 露米 韓日 韓米',
    ],
    ko: [
      '남KR 독DE 러RU 미US 북KP 불FR 영GB 우UA 일JP 중CN 한KR 中CN 北KP 日JP 美US 韓KR',
      '남북 러북 러우 러중 미러 미북 미일 미중 북러 북일 북중 중러 중일 한독 한러 한미 한불 한영 한일 한중 中日 北中 美中 美北 美日 韓中 韓日 韓美',
    ],
    zh: [
      '中CN 乌UA 以IL 伊IR 俄RU 加CA 印IN 台TW 巴PS 德DE 日JP 朝KP 法FR 澳AU 美US 英GB 韩KR',
      '中俄 中加 中印 中德 中日 中朝 中法 中澳 中美 中英 中韩 乌俄 以伊 以巴 以美 伊以 伊美 俄中 俄乌 俄朝 俄美 俄日 印中 印美 印巴INPK 台美 巴以 巴印PKIN 德法 日美 日韩 日俄 朝俄 朝美 朝韩 法德 澳美 美中 美以 美伊 美俄 美加 美印 美台 美日 美朝 美澳 美英 美韩 英法 英美 韩日 韩朝 韩美',
    ],
  }).map(([lang, [characters = '', neighbors = '']]) => [lang, readRows(characters, neighbors)]),
);

export type CountryRows = {
  /** Whether a word may be part of a row. */
  readonly isPart: (word: string) => boolean;
  /** The codes of the countries in a row. */
  readonly codesIn: (row: string) => readonly string[];
};

/** Null for languages without such rows. */
export function countryRowsIn(lang: string): CountryRows | null {
  const rows = ROWS.get(lang);
  if (rows === undefined) return null;
  const plain = lang === 'zh' ? toSimplified : withoutParticle;
  return {
    isPart: (word) => word.length <= ROW_MOST && [...plain(word)].every((character) => rows.characters.has(character)),
    codesIn: (row) => {
      const bare = plain(row);
      return [...bare].flatMap((_, at) => rows.neighbors.get(bare.slice(at, at + 2)) ?? []);
    },
  };
}

const ROW_MOST = 6;
const PARTICLE = new RegExp(`(?<=^..+)(?:${KOREAN_PARTICLES}|간)$`);

/** Of other languages nothing. */
const withoutParticle = (word: string) => word.replace(PARTICLE, '');

function readRows(characters: string, neighbors: string) {
  const codes = new Map([...characters.matchAll(/(\S)([A-Z]{2})/g)].map(([, one = '', code = '']) => [one, code]));
  const pairs = [...neighbors.matchAll(/([^\sA-Z]{2})([A-Z]{2})?([A-Z]{2})?/g)].map(
    ([, pair = '', first, second]) =>
      [pair, [first ?? codes.get(pair.charAt(0)) ?? '', second ?? codes.get(pair.charAt(1)) ?? '']] as const,
  );
  return { characters: new Set(codes.keys()), neighbors: new Map(pairs) };
}
