// Foreign names in Chinese texts, in Latin letters: 泽连斯基 is "zelianski", which has the consonants of Zelensky.
//
// Newsrooms write names with some three hundred characters, each for a syllable. Three or more of these in a row are usually
// a name. Segmentation does not help: dictionaries cut unknown names into pieces. Where a character of the next word is taken
// along ("特朗普内阁": Trump's cabinet), the name simply matches no other.
import { toSimplified } from './simplified-chinese.ts';

/** A syllable in its most frequent original form, then the characters that are used for it. */
const SYLLABLES =
  'a阿亚雅 ai艾 an安昂 au奥澳 ba巴芭 bai拜 ban班邦 bau鲍 be贝倍别 ben本 ber伯柏 bi比毕 bin宾 bo波博玻 bu布 burg堡 cha查恰 che切彻 chi奇契芝 chin钦 ' +
  'chu楚丘 da达 dai戴 dan丹 de德得 den登邓 di迪 din丁 do多 don敦唐 du杜 e埃厄 er尔 fa法 fan凡范 fe费菲 fen芬 fo佛福 fu弗富 ga盖 gan甘 ge格 gen根 ' +
  'go戈 gon贡 gu古 gua瓜 ha哈 han汉翰 he海赫黑 hen亨 hi希 ho霍豪 hu胡 in因英 i伊 jan詹 je杰 jen珍 ji吉 jo乔约若 ju朱 ka卡加喀 kan坎 kau考 kai凯 ke克 ' +
  'ken肯 ki基 kin金 ko科柯哥 kon康 ku库 kun昆 kva夸奎 la拉 lai莱赖 lan兰朗 lau劳 le勒雷列 li里利莉丽黎 lian连廉 lin林琳 lon隆仑龙 lo罗洛 lu卢鲁 ' +
  'lun伦 ma马玛 mai迈麦 man曼 mau毛 me梅 men门 mer默 mi米密 min明 mo莫墨摩 mon蒙 mu姆穆慕 n恩 na纳娜拿那 nai奈 nan南 ne内涅 ni尼妮 nin宁 nu努纽 no诺 ' +
  'o欧敖 pa帕 pai派 pan潘 pe佩珀 pen彭 pi皮彼 po坡破 pon蓬庞 pu普浦 re热 ri瑞 sa萨 sai赛 san桑圣 se塞 sen森 sha沙莎夏 shu舒 shan尚 she舍谢 shen申 shi什施 shau肖绍 shin辛盛 sho朔 ' +
  's斯丝思士史 so索 su苏 sun逊 ta塔 tai泰 tan坦 tau陶 te特 ten腾 ti蒂提 tin廷汀 ton顿通 to托 tom汤 tu图土 tsi齐锡 va瓦娃 van万旺 ve韦维威 ven文温 ' +
  'vo沃 vu乌武 v夫伏 von冯翁 wa华 wi惠 ya扬杨 ye耶叶 yu尤于 si西 za扎 ze泽 zi兹茨治 zo佐卓 zon宗 zu祖';

const SOUNDS: ReadonlyMap<string, string> = new Map(
  SYLLABLES.split(' ').flatMap((entry) => {
    const sound = /^[a-z]+/.exec(entry)?.[0] ?? '';
    return [...entry.slice(sound.length)].map((character) => [character, sound] as const);
  }),
);

const NAMES = new RegExp(`[${[...SOUNDS.keys()].join('')}]{3,}`, 'g');

/** Each name as written and in Latin letters, in the order of the text. */
export function findChineseNames(text: string): { readonly written: string; readonly latin: string }[] {
  return [...toSimplified(text).matchAll(NAMES)].map(({ 0: name, index }) => ({
    written: text.slice(index, index + name.length), // simplifying does not change the length
    latin: [...name]
      .map((character) => SOUNDS.get(character) ?? '')
      .join('')
      .replace(/n(?=p)/g, 'm'),
  }));
}
