// The lists of topic words: whether each can be met in a text at all, and what texts of each language come to.
import { describe, expect, it } from 'vitest';
import { findTopics } from '../../../../engine/context/find-topics.ts';
import { readTokens } from '../../../../engine/context/read-tokens.ts';
import { TOPIC_KEYWORDS } from '../../../../engine/context/topic-keywords.ts';
import { createLanguageRules } from '../../../../engine/text/language-rules.ts';
import { reportsOf } from './invented-reports.ts';

const rules = createLanguageRules();
const languages = Object.keys(TOPIC_KEYWORDS.business);

describe.each(languages)('the topic words of %s', (lang) => {
  it('are there for every topic', () => {
    expect(Object.entries(TOPIC_KEYWORDS).flatMap(([topic, lists]) => (lists[lang] ? [] : [topic]))).toEqual([]);
  });

  it('are words as texts are cut into them', () => {
    const entries = Object.values(TOPIC_KEYWORDS).flatMap((lists) => lists[lang]?.split(' ') ?? []);
    const words = entries.filter((entry) => !entry.endsWith('*'));
    const isOne = (word: string) => readTokens(word, lang, rules(lang))[0]?.surface === word;
    // Sought in the text as it is; one character stands in too many words.
    const canBeMet = rules(lang).cut === 'dictionary' ? (word: string) => word.length > 1 : isOne;
    expect(words.filter((word) => !canBeMet(word))).toEqual([]);
    expect(entries.filter((entry) => !/^[\p{L}\p{M}\d]+\*?$/u.test(entry))).toEqual([]);
  });

  it('stand once in a list', () => {
    for (const lists of Object.values(TOPIC_KEYWORDS)) {
      const list = lists[lang]?.split(' ') ?? [];
      expect(list.filter((word, index) => list.indexOf(word) !== index)).toEqual([]);
    }
  });
});

describe('two headlines that name a topic by different words', () => {
  it.each([
    ['nl', 'disasters', 'Zware aardbeving treft Calderland', 'Tsunami na beving bij Calderland'],
    ['pl', 'justice', 'Prokuratura: wyrok zapadnie w piątek', 'Sędzia odroczył ogłoszenie decyzji'],
    ['sv', 'elections', 'Väljarna går till valet i Norrmark', 'Kandidaterna möttes före omröstningen'],
    ['tr', 'disasters', 'Calder adasında deprem oldu', 'Depremin ardından tsunami uyarısı'],
    ['be', 'elections', 'Выбары ў Калдэры перанесены', 'Галасаванне ў Калдэры пройдзе ў маі'],
    ['sl', 'transport', 'Vlak iztiril pri Kalderju', 'Letališče v Kalderju zaprto'],
    ['ar', 'elections', 'تأجيل الانتخابات في كالدر', 'المرشحين في كالدر ينتظرون الاقتراع'],
    ['he', 'justice', 'השופטת דחתה את המשפט בקלדר', 'הפרקליטות בקלדר תערער'],
    ['fa', 'justice', 'دادگاه کالدر تشکیل شد', 'قاضی کالدر سخن گفت'],
    ['hi', 'elections', 'काल्डर में चुनाव टले', 'काल्डर में मतदान मई में'],
    ['zh', 'disasters', '卡尔德岛发生地震', '卡尔德岛地震引发海啸'],
    ['zh', 'justice', '卡爾德法院宣判', '檢察官起訴卡爾德島主'],
    ['ja', 'justice', 'カルダー地裁で裁判始まる', '被告は無罪を主張、検察は反論'],
    ['ko', 'elections', '칼더 총선이 연기됐다', '칼더 유권자들 투표 마쳐'],
    ['th', 'disasters', 'แผ่นดินไหวที่เกาะคาลเดอร์', 'สึนามิหลังแผ่นดินไหวที่คาลเดอร์'],
  ])('%s: %s', (lang, topic, one, other) => {
    const topics = findTopics(reportsOf(['lefta', one, '', { lang }], ['mid', other, '', { lang }]));
    expect(topics.flatMap((found) => (found.kind === 'general' ? [found.topic] : []))).toEqual([topic]);
  });

  it('are no topic where one word stands in them', () => {
    const topics = findTopics(
      reportsOf(['lefta', '卡尔德岛地震', '', { lang: 'zh' }], ['mid', '卡尔德岛又地震', '', { lang: 'zh' }]),
    );
    expect(topics.filter(({ kind }) => kind === 'general')).toEqual([]);
  });
});
