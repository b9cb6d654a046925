// The lists of topic words: each word can occur in a text at all, and texts of each language get the right topics.
import { describe, expect, it } from 'vitest';
import { findTopics } from '../../../../engine/context/find-topics.ts';
import { readTokens } from '../../../../engine/context/read-tokens.ts';
import { NAMES_IN_TOPICS, TOPIC_KEYWORDS } from '../../../../engine/context/topic-keywords.ts';
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
    const isOne = (word: string) => readTokens(word, { lang, rule: rules(lang) })[0]?.surface === word;
    // Searched in the text as a substring: a single character occurs in too many words.
    const canBeMet = rules(lang).cut === 'dictionary' ? (word: string) => word.length > 1 : isOne;
    expect(words.filter((word) => !canBeMet(word))).toEqual([]);
    expect(entries.filter((entry) => !/^[\p{L}\p{M}\d]+\*?$/u.test(entry))).toEqual([]);
  });

  it('stand once in a list', () => {
    for (const [topic, lists] of Object.entries(TOPIC_KEYWORDS)) {
      const names = Object.entries(NAMES_IN_TOPICS).find(([one]) => one === topic)?.[1] ?? '';
      const list = `${lists[lang]} ${names}`.trim().split(' ');
      expect(list.filter((word, index) => list.indexOf(word) !== index)).toEqual([]);
      const beginnings = list.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
      const isCovered = (word: string) =>
        beginnings.some((beginning) => word !== `${beginning}*` && word.startsWith(beginning));
      expect(list.filter(isCovered)).toEqual([]);
    }
  });

  it('contain no other word of their list if they are searched as substrings', () => {
    const lists = rules(lang).cut === 'dictionary' ? Object.values(TOPIC_KEYWORDS) : [];
    const holdOthers = lists.flatMap((list) => {
      const words = list[lang]?.split(' ') ?? [];
      return words.filter((word) => words.some((other) => other !== word && word.includes(other)));
    });
    expect(holdOthers).toEqual([]);
  });
});

describe('two headlines that name a topic by different words', () => {
  it.each([
    ['nl', 'disasters', 'Zware aardbeving treft Calderland', 'Tsunami na beving bij Calderland'],
    ['pl', 'justice', 'Prokuratura: wyrok zapadnie w piątek', 'Sąd odroczył ogłoszenie decyzji'],
    ['sv', 'elections', 'Väljarna går till valet i Norrmark', 'Kandidaterna möttes före omröstningen'],
    ['tr', 'disasters', 'Calder adasında deprem oldu', 'Depremin ardından tsunami uyarısı'],
    ['be', 'elections', 'Выбары ў Калдэры перанесены', 'Галасаванне ў Калдэры пройдзе ў маі'],
    ['be', 'politics', 'Змены ва ўрадзе Калдэра', 'Міністры Калдэра сышлі'],
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
    ['hi', 'technology', 'Google ने काल्डर में दफ्तर खोला', 'Apple का दफ्तर काल्डर में'],
    ['zh', 'technology', 'Google在卡尔德设分部', 'Apple 在卡尔德设分部'],
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

describe('words of another meaning', () => {
  it.each([
    ['de', 'Neuer Rekord gesetzt', 'Die gesetzten Spieler sind weiter'],
    ['de', 'Christian und Christina gewinnen', 'Christoph und Christopher gratulieren'],
    ['de', 'Das kriegen wir hin', 'Wer kriegt wie viel?'],
    ['de', 'Ausstieg aus fossilen Energien', 'Fossile Energie wird teurer'],
    ['fr', 'La concertation commence', 'Des mesures concertées'],
    ['fr', 'Sortie des énergies fossiles', 'La fin de l’énergie fossile'],
    ['es', 'El fin del combustible fósil', 'Adiós a los combustibles fósiles'],
    ['it', 'Addio ai combustibili fossili', 'Il combustibile fossile costa di più'],
    ['it', 'Nato a Calder, una serie di premi', 'È nato il terzo figlio'],
    ['ru', 'Ремонт дороги закончили', 'Работы закончились раньше срока'],
    ['ru', 'Мебель выбросили во двор', 'Сосед выбросил диван'],
    ['ru', 'Поездка в Калдер', 'Итоги поездки в Калдер'],
    ['ru', 'Первая ракетка мира', 'Она стала второй ракеткой'],
    ['uk', 'Митці допомогли миттєво', 'Мить, яка змінила все'],
    ['uk', 'Поїздка до Калдера', 'Підсумки поїздки'],
    ['uk', 'Залізний аргумент', 'Троє залізних людей'],
    ['uk', 'Вони повінчалися', 'Зірки таємно повінчались'],
    ['nl', 'Blessure aan rechterbeen', 'Schot met de rechtervoet'],
    ['nl', 'Fossiele brandstof duurder', 'Fossielvrij in tien jaar'],
    ['pl', 'Premiera gry w piątek', 'Data premiery ujawniona'],
    ['pl', 'Klimatyzacja w tramwajach', 'Bez klimatyzacji nie da się żyć'],
    ['pl', 'Emisja serialu przesunięta', 'Godzina emisji bez zmian'],
    ['pl', 'Sztuczne ognie zakazane', 'Miasto bez sztucznych ogni'],
    ['pl', 'Sędzia pokazał czerwoną kartkę', 'Decyzja sędziego przesądziła'],
    ['pl', 'Chipsy drożeją', 'Paczka chipsów po nowemu'],
    ['pl', 'Pierwsza rakieta świata', 'Złamała rakietę po secie'],
    ['sv', 'Tre män rymde i natt', 'Fossilfria bussar, fossilt bränsle borta'],
    ['tr', 'Dört mahkûm tahliye edildi', 'Tahliyesine karar verildi'],
    ['tr', 'Futbol camiası üzgün', 'Camiamıza başsağlığı'],
    ['tr', 'Yeni uygulama bugün başladı', 'Yasak uygulaması genişliyor'],
    ['tr', 'Fiziki temas yok', 'Fiziksel mesafe kuralı'],
    ['tr', 'Konserve yiyenler zehirlendi', 'Bozuk konserveler toplatıldı'],
    ['be', 'Ураджай бульбы сабраны', 'Больш ураджаю, чым летась'],
    ['sl', 'Prijetno popoldne v mestu', 'Prijeten večer za vse'],
    ['sl', 'Umetniki odprli vrata', 'Umetnost na ulicah'],
    ['sl', 'Zmaga v Cerknici', 'Cerkno čaka na sneg'],
    ['sl', 'Talce so nato izpustili', 'Pogodba o izpustitvi'],
    ['sl', 'Čips je dražji', 'Čipke iz Idrije'],
    ['sl', 'Železarji slavili', 'Železni mož zmagal'],
    ['fa', 'اتحادیه اروپا اعتراض کرد', 'اتحادیه اروپا بیانیه داد'],
    ['ar', 'إدانة واسعة بعد القمة', 'استئناف المفاوضات في كالدر'],
    ['hi', 'शानदार प्रदर्शन से जीत', 'टीम के प्रदर्शन का विरोध'],
    ['ko', '사퇴 의사를 밝혔다', '출마 의사가 없다'],
    ['ko', '강도 높은 훈련', '훈련 강도가 높다'],
    ['ko', '인수위 출범', '인수위원회 첫 회의'],
    ['ja', 'Thailandの新スマホ', 'Taiwanのスマホ'],
    ['ja', 'Renatoが人質に', 'Renatoは人質だった'],
    ['ja', 'カルダーで総選挙', '総選挙がカルダーで'],
    ['zh', '主教练谈天主教', '主教练去天主教学校'],
    ['th', 'สหภาพยุโรปประท้วง', 'สหภาพยุโรปประท้วงคาลเดอร์'],
  ])('make no topic in %s: %s', (lang, one, other) => {
    const topics = findTopics(reportsOf(['lefta', one, '', { lang }], ['mid', other, '', { lang }]));
    expect(topics.filter(({ kind }) => kind === 'general')).toEqual([]);
  });
});
