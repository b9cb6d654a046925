// Names and countries match across scripts, grammatical cases and languages.
import { describe, expect, it } from 'vitest';
import { countryNamesIn } from '../../../../engine/text/country-names.ts';
import { toCognate, toNameSkeleton } from '../../../../engine/text/name-skeleton.ts';

describe('toNameSkeleton', () => {
  it.each([
    ['Navalny', 'Навальный'],
    ['Navalny', 'Nawalny'],
    ['Zelensky', 'Зеленский'],
    ['Putin', 'Путин'],
    ['Netanyahu', 'נתניהו'],
    ['Martínez', 'Martinez'],
    ['Казлоў', 'Козлов'],
    ['Казлоў', 'Kozlov'],
    ['Bashir', 'البشير'],
    ['Trump', 'トランプ'],
    ['Trump', '트럼프'],
    ['Trump', '트럼프가'],
    ['Trump', 'ट्रम्प'],
    ['Trump', 'ট্রাম্প'],
    ['Trump', 'ტრამპი'],
    ['Trump', 'Թրամփ'],
    ['Putin', '푸틴'],
    ['Zelensky', 'ゼレンスキー'],
    ['Zelensky', '젤렌스키'],
    ['Washington', '워싱턴'],
    ['Sharif', 'شریف'],
    ['Netanyahu', 'नेतन्याहू'],
    ['Albania', 'আলবেনিয়া'],
  ])('%s and %s meet', (one, other) => {
    expect(toNameSkeleton(one)).toBe(toNameSkeleton(other));
    expect(toNameSkeleton(one)).not.toBeNull();
  });

  it('drops what is too short to recognise anybody by', () => {
    for (const word of ['Li', 'Aue', 'Ito', '', 'モディ', '모디', '이', 'मोदी'])
      expect(toNameSkeleton(word)).toBeNull();
  });

  it('knows nothing of scripts it has no letters for', () => {
    expect(toNameSkeleton('外交部')).toBeNull();
    expect(toNameSkeleton('ทรัมป์')).toBeNull();
  });
});

describe('the names of countries, as the host knows them', () => {
  const CODES = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((a) => [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((b) => a + b));
  const namesIn = (lang: string) => {
    const names = new Intl.DisplayNames(lang, { type: 'region', style: 'short', fallback: 'none' });
    return new Map(
      CODES.flatMap((code) => {
        const name = names.of(code);
        return name === undefined || /[\s-]/.test(name) ? [] : [[code, toNameSkeleton(name)] as const];
      }),
    );
  };
  const english = namesIn('en');

  it.each(['ru', 'ar', 'he', 'fa', 'ur', 'el', 'ka', 'hy', 'ja', 'ko', 'hi', 'bn'])(
    'mostly meet those in English, and hardly those of others: %s',
    (lang) => {
      let met = 0;
      let wrong = 0;
      const pairs = [...namesIn(lang)].filter(([code]) => english.get(code) != null);
      for (const [code, skeleton] of pairs) {
        if (skeleton === null) continue;
        if (skeleton === english.get(code)) met += 1;
        else if ([...english.values()].includes(skeleton)) wrong += 1;
      }
      expect(met / pairs.length).toBeGreaterThan(0.5);
      expect(wrong / pairs.length).toBeLessThan(0.1);
    },
  );
});

describe('toCognate', () => {
  it('brings related words of neighbouring languages together', () => {
    expect(new Set(['medalla', 'medalha', 'медаль', 'medal'].map(toCognate))).toEqual(new Set(['medal']));
  });

  it('keeps different words apart', () => {
    expect(toCognate('nation')).not.toBe(toCognate('natation'));
  });

  it('is nothing for scripts whose vowels are unknown', () => {
    for (const word of ['トランプ', '트럼프', 'ट्रम्प']) expect(toCognate(word)).toBeNull();
  });
});

describe('countryNamesIn', () => {
  it.each<[string, string, string | undefined]>([
    ['en', 'Japanese', 'JP'],
    ['es', 'japonesa', 'JP'],
    ['ru', 'японский', 'JP'],
    ['ja', 'アメリカ', 'US'],
    ['ja', '米国', 'US'],
    ['ja', '米', 'US'],
    ['zh', '俄', 'RU'],
    ['ko', '북', 'KP'],
    ['sr', 'Nemačka', 'DE'],
    ['sr', 'Русије', 'RU'],
    ['sr', 'Rusije', 'RU'],
    ['zh', '烏克蘭', 'UA'],
    ['zh', '意大利', 'IT'],
    ['zh', '義大利', 'IT'],
    ['ar', 'اليابان', 'JP'],
    ['de', 'Deutsche', 'DE'],
    ['fr', 'allemand', 'DE'],
    ['sl', 'Nemčija', 'DE'],
    ['zh', '日本', 'JP'],
    ['ja', '中国', 'CN'],
    ['ru', 'Чад', 'TD'],
    ['he', 'סין', 'CN'],
    ['hi', 'भारत', 'IN'],
    ['hi', 'भारतीय', 'IN'],
    ['ko', '일본', 'JP'],
    ['ko', '일본에서', 'JP'],
    ['ko', '우크라이나의', 'UA'],
    ['ko', '일본으로', 'JP'],
    ['ko', '북한으로부터', undefined],
    ['ko', '한국은', 'KR'],
    ['he', 'בגרמניה', 'DE'],
    ['he', 'ולישראל', 'IL'],
    ['he', 'לבנון', 'LB'],
    ['he', 'כפרו', undefined],
    ['ar', 'بألمانيا', 'DE'],
    ['ar', 'وروسيا', 'RU'],
    ['ar', 'لأمريكا', 'US'],
    ['ar', 'ومالي', undefined],
    ['fa', 'آمریکا', 'US'],
    ['hi', 'अमेरिका', 'US'],
    ['th', 'อังกฤษ', 'GB'],
    ['zh', '南韓', 'KR'],
    ['el', 'Βρετανία', 'GB'],
    ['en', 'China', 'CN'],
    ['de', 'chinesische', 'CN'],
    ['fr', 'chinoise', 'CN'],
    ['ar', 'الصين', 'CN'],
    ['uk', 'китайський', 'CN'],
    ['en', 'Austrian', 'AT'],
    ['en', 'Australian', 'AU'],
    ['es', 'austriaco', 'AT'],
    ['en', 'Niger', 'NE'],
    ['en', 'Nigerian', 'NG'],
    ['en', 'Sudan', 'SD'],
    ['en', 'Afghan', 'AF'],
    ['de', 'Finnen', 'FI'],
    ['de', 'italienisch', 'IT'],
    ['pl', 'hiszpański', 'ES'],
    ['ru', 'россиян', 'RU'],
    ['ru', 'китайцы', 'CN'],
    ['en', 'Saudi', 'SA'],
    ['en', 'Zealand', 'NZ'],
    ['en', 'US', 'US'],
    ['en', 'U.S', 'US'],
    ['en', 'Norwegians', 'NO'],
    ['en', 'Danes', 'DK'],
    ['it', 'tedeschi', 'DE'],
    ['it', 'Usa', 'US'],
    ['pt', 'alemães', 'DE'],
    ['es', 'rusos', 'RU'],
    ['es', 'Unidos', 'US'],
    ['nl', 'Noorse', 'NO'],
    ['nl', 'Franse', 'FR'],
    ['pl', 'Włoszech', 'IT'],
    ['ru', 'бразильский', 'BR'],
    ['tr', 'İngiltere', 'GB'],
    ['he', 'האיראני', 'IR'],
    ['he', 'המצרי', 'EG'],
    ['ar', 'الأوكرانية', 'UA'],
    ['fa', 'چینی', 'CN'],
    ['hi', 'ब्रिटेन', 'GB'],
    ['zh', '沙特', 'SA'],
    ['de', 'USA', 'US'],
    ['ru', 'США', 'US'],
    ['en', 'French', 'FR'],
    ['de', 'französische', 'FR'],
    ['ru', 'британского', 'GB'],
    ['ru', 'немецкий', 'DE'],
    ['ru', 'французских', 'FR'],
    ['ru', 'немедленно', undefined],
    ['uk', 'німецький', 'DE'],
    ['be', 'літоўскі', 'LT'],
    ['be', 'польскі', 'PL'],
    ['pl', 'niemiecki', 'DE'],
    ['pl', 'węgierska', 'HU'],
    ['pl', 'włosy', undefined],
    ['sl', 'nemška', 'DE'],
    ['sl', 'rušenje', undefined],
    ['sv', 'tyska', 'DE'],
    ['sv', 'dansa', undefined],
    ['tr', 'Alman', 'DE'],
    ['ar', 'الألمانية', 'DE'],
    ['ar', 'الإسرائيلي', 'IL'],
    ['ar', 'المصرف', undefined],
    ['hi', 'अमेरिकी', 'US'],
    ['hi', 'चीनी', undefined],
  ])('%s: %s is %s', (lang, word, code) => {
    expect(countryNamesIn(lang)(word)).toBe(code);
  });

  it.each([
    ['en', 'minister'],
    ['en', 'an'],
    ['en', 'New'],
    ['es', 'San'],
    ['ko', '일반'],
    ['ko', '일부'],
    ['ko', '영광'],
    ['de', 'Republik'],
    ['en', 'us'],
    ['it', 'usa'],
    ['fr', 'unis'],
    ['nl', 'Britt'],
    ['nl', 'Frans'],
    ['he', 'מצריך'],
    ['he', 'הודיע'],
    ['ar', 'التركيز'],
    ['en', 'children'],
    ['en', 'green'],
    ['en', 'George'],
    ['en', 'liberal'],
    ['en', 'indicted'],
    ['en', 'Francisco'],
    ['en', 'romantic'],
    ['en', 'palace'],
    ['en', 'canal'],
    ['en', 'camera'],
    ['en', 'City'],
    ['en', 'Central'],
    ['en', 'African'],
    ['en', 'Arab'],
    ['es', 'costa'],
    ['fr', 'indemnité'],
    ['ru', 'канал'],
    ['ru', 'индивидуальный'],
    ['not a language', 'Japan'],
  ])('%s: %s is no country', (lang, word) => {
    expect(countryNamesIn(lang)(word)).toBeUndefined();
  });
});
