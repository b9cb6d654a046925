// Dates as pages declare and write them, in many languages. Impossible dates are refused.
import { describe, expect, it } from 'vitest';
import { findWrittenDate, parseDeclaredDate } from '../../../../utils/page/date-text.ts';

const NOW = Date.parse('2026-05-20T12:00:00Z');
const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());

describe('parseDeclaredDate', () => {
  it.each([
    ['2026-05-19', '2026-05-19T00:00:00.000Z'],
    ['2026-05-19T18:30:00Z', '2026-05-19T18:30:00.000Z'],
    ['2026-05-19T18:30:00+02:00', '2026-05-19T16:30:00.000Z'],
    ['2026-05-19T18:30:00-0500', '2026-05-19T23:30:00.000Z'],
    ['2026-05-19 18:30:00 +0200', '2026-05-19T16:30:00.000Z'],
    ['2026-05-19T18:30', '2026-05-19T18:30:00.000Z'],
    ['20260519T183000Z', '2026-05-19T18:30:00.000Z'],
    ['2026-05-19T18:30:00.123456Z', '2026-05-19T18:30:00.000Z'],
    ['Tue, 19 May 2026 18:30:00 GMT', '2026-05-19T18:30:00.000Z'],
    ['Tue, 19 May 2026 18:30:00 +0200', '2026-05-19T16:30:00.000Z'],
    ['May 19, 2026 6:30 PM EDT', '2026-05-19T22:30:00.000Z'],
    ['2026-05-19 18:30:00 PDT', '2026-05-20T01:30:00.000Z'],
    ['2026-05-19 18:30 CEST', '2026-05-19T16:30:00.000Z'],
    ['2026-05-19 18:30 America/New_York', '2026-05-19T22:30:00.000Z'],
    ['2026-05-19T18:30:00[America/New_York]', '2026-05-19T22:30:00.000Z'],
    ['2026-05-19T18:30:00+02:00[Europe/Berlin]', '2026-05-19T16:30:00.000Z'],
    ['2026-05-19T18:30:00[No/Where]', '2026-05-19T18:30:00.000Z'],
    ['2026-05-19 18:30 GMT+2', '2026-05-19T16:30:00.000Z'],
    ['19. Mai 2026, 18:30 Uhr MESZ', '2026-05-19T16:30:00.000Z'],
    ['2026-05-19, 6:30 p.m.', '2026-05-19T18:30:00.000Z'],
    ['2026-05-19 12:15 a. m.', '2026-05-19T00:15:00.000Z'],
    ['2026-05-19 下午 06:30:00', '2026-05-19T18:30:00.000Z'],
    ['2026-5-19T18:30:00+08:00', '2026-05-19T10:30:00.000Z'],
    ['2026-05-19T25:30:00Z', '2026-05-19T00:00:00.000Z'],
    ['202605192530', '2026-05-19T00:00:00.000Z'],
    ['20260519183000', '2026-05-19T18:30:00.000Z'],
    ['202605191830', '2026-05-19T18:30:00.000Z'],
    ['1779215400', '2026-05-19T18:30:00.000Z'],
    ['1779215400000', '2026-05-19T18:30:00.000Z'],
  ])('%s', (declared, expected) => {
    expect(iso(parseDeclaredDate(declared, { now: NOW }))).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '0000-00-00',
    '1970-01-01T00:00:00Z',
    '2026-13-45',
    '2027-01-01',
    '9999-12-31',
    'NaN',
    '32 May 2026',
  ])('refuses "%s"', (declared) => {
    expect(parseDeclaredDate(declared, { now: NOW })).toBeNull();
  });

  it('allows for clocks that are a little ahead, not for tomorrow’s news', () => {
    expect(parseDeclaredDate('2026-05-21T11:00:00Z', { now: NOW })).not.toBeNull();
    expect(parseDeclaredDate('2026-05-21T13:00:00Z', { now: NOW })).toBeNull();
  });
});

describe('findWrittenDate', () => {
  it.each([
    ['2026年5月3日 18時30分', 'ja'],
    ['2026年5月3日（日）午後6時30分', 'ja'],
    ['2026年5月3日 下午6:30', 'zh'],
    ['입력 2026.05.03. 오후 6:30', 'ko'],
    ['2026년 5월 3일 18시 30분', 'ko'],
    ['2026년 5월 3일 오후 6시 30분', 'ko'],
    ['الأحد، 3 مايو 2026 06:30 م', 'ar'],
    ['یکشنبه ۱۳ اردیبهشت ۱۴۰۵ - ۱۸:۳۰', 'fa'],
    ['3 พ.ค. 2569 18:30 น.', 'th'],
    ['3 พฤษภาคม ค.ศ. 2026 เวลา 18:30', 'th'],
    ['3 de mayo de 2026, 6:30 p. m.', 'es'],
    ['3 de mayo de 2026, 6:30 p.\u00a0m.', 'es'],
    ['3 Μαΐου 2026 6:30 μμ', 'el'],
    ['3 Μαΐου 2026, 6:30 μ.μ.', 'el'],
    ['3 maj 2026 në 6:30 m.d.', 'sq'],
    ['3 Mei 2026, 6:30 PTG', 'ms'],
    ['3/5/2026 6:30:00 CH', 'vi'],
    ['18:30 Chủ Nhật, 3 tháng 5, 2026', 'vi'],
    ['3 mai 2026 à 18 h 30', 'fr-CA'],
    ['3 مايو 2026 06:30 مساءً', 'ar'],
    ['3 مايو 2026 - 6:30 مساء', 'ar'],
    ['۱۳ اردیبهشت ۱۴۰۵ ۶:۳۰ ب.ظ', 'fa'],
    ['৩ মে ২০২৬, সন্ধ্যা ৬:৩০', 'bn'],
    ['৩ মে ২০২৬, ০৬:৩০ পিএম', 'bn'],
    ['3 मई 2026, शाम 6:30 बजे', 'hi'],
    ['2026年5月3日 晚上6:30', 'zh'],
    ['2026年5月3日 傍晚6點30分', 'zh-TW'],
    ['2026年5月3日 18：30', 'zh'],
    ['Published: 2026-05-03T18:30:00.000Z', 'en'],
    ['发布时间 2026-05-04T02:30:00+08:00', 'zh'],
  ])('%s is half past six in the evening', (text, lang) => {
    expect(iso(findWrittenDate(text, { now: NOW, lang }))).toBe('2026-05-03T18:30:00.000Z');
  });

  it.each([
    ['3 de mayo de 2026, 12:15 a. m.', 'es', '00:15'],
    ['3 Μαΐου 2026, 12:15 π.μ.', 'el', '00:15'],
    ['3 maj 2026 në 12:15 p.d.', 'sq', '00:15'],
    ['3 Mei 2026, 12:15 PG', 'ms', '00:15'],
    ['3 مايو 2026 | 12:15 صباحًا', 'ar', '00:15'],
    ['2026年5月3日 凌晨12:15', 'zh-TW', '00:15'],
    ['2026年5月3日 中午12:15', 'zh-TW', '12:15'],
    ['2026年5月3日 中午11:45', 'zh-TW', '11:45'],
    ['৩ মে ২০২৬, দুপুর ১:১৫', 'bn', '13:15'],
    ['৩ মে ২০২৬, রাত ১২:১৫', 'bn', '00:15'],
    ['৩ মে ২০২৬, রাত ২:১৫', 'bn', '02:15'],
    ['৩ মে ২০২৬, রাত ৯:১৫', 'bn', '21:15'],
    ['3 May 2026, 18:30 SA time', 'en', '18:30'],
    ['3 May 2026, 45.30 km', 'en', '00:00'],
    ['Day 45:30, 3 May 2026, 99:30', 'en', '00:00'],
    ['Od 03.05.2026 – 19.05.2026', 'hr', '00:00'],
    ['3.5.2026, muutettu 19.5.2026 10:00', 'fi', '00:00'],
  ])('%s in %s is at %s', (text, lang, clock) => {
    expect(iso(findWrittenDate(text, { now: NOW, lang }))).toBe(`2026-05-03T${clock}:00.000Z`);
  });

  it('knows the leap years of Persia', () => {
    expect(iso(findWrittenDate('30 اسفند 1403', { now: NOW, lang: 'fa' }))).toBe('2025-03-20T00:00:00.000Z');
    expect(iso(findWrittenDate('1 فروردین 1404', { now: NOW, lang: 'fa' }))).toBe('2025-03-21T00:00:00.000Z');
  });

  it.each(['12 students 2026', '12 Prozent 2026', '5 travaux 2026', '3時間', '12 พ.ค.'])('%s is no date', (text) => {
    expect(findWrittenDate(text, { now: NOW })).toBeNull();
  });

  it.each(
    'Marken Siege Gründe Meister Augen Jungen Outfits Genres Teams Temas Decken Junior Martin Mayor Dubai Nissan Elokuvaa Setting Agora Lisbon серий новых версий марок جديدة'.split(
      ' ',
    ),
  )('the 10 %s of a year are no day of a month that begins like them', (word) => {
    expect(findWrittenDate(`10 ${word} 2024`, { now: NOW })).toBeNull();
  });

  it.each([
    ['10 spalvų 2024', 'lt'],
    ['10 projekata 2024', 'hr'],
    ['10 краін 2024', 'be'],
  ])('%s is no date in %s either, which begins a month so', (text, lang) => {
    expect(findWrittenDate(text, { now: NOW, lang })).toBeNull();
  });

  it.each(['30 February 2026', '31.04.2026', '29 février 2025', '2026-02-30', '2026-02-30T10:00:00Z', '0 May 2026'])(
    '%s is no day of any month',
    (text) => {
      expect(parseDeclaredDate(text, { now: NOW })).toBeNull();
    },
  );

  it('looks on behind a number, a word and a year that are no date', () => {
    expect(iso(findWrittenDate('Die 10 Marken 2024, Stand 3. Mai 2026', { now: NOW }))?.slice(0, 10)).toBe(
      '2026-05-03',
    );
  });

  it.each([
    ['3 فوریه 2026', '2026-02-03'],
    ['۳ آوریل ۲۰۲۶', '2026-04-03'],
    ['۳ مه ۲۰۲۶', '2026-05-03'],
    ['3 می 2026', '2026-05-03'],
    ['۳ ژوئیه ۲۰۲۵', '2025-07-03'],
    ['۳ دسامبر ۲۰۲۵', '2025-12-03'],
  ])('reads our months in Persian: %s', (text, day) => {
    expect(iso(findWrittenDate(text, { now: NOW, lang: 'fa' }))?.slice(0, 10)).toBe(day);
  });

  it('reads our months in Persian, of a whole year', () => {
    const format = new Intl.DateTimeFormat('fa-u-ca-gregory', { dateStyle: 'long', timeZone: 'UTC' });
    const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 14)));
    expect(
      days.filter((day) => findWrittenDate(format.format(day), { now: NOW, lang: 'fa' }) !== day.getTime()),
    ).toEqual([]);
  });

  it.each([
    ['Published on May 3, 2026 by Ada Fictional', 'en'],
    ['Sunday 3rd May 2026', 'en'],
    ['Stand: 3. Mai 2026, 14 Absätze', 'de'],
    ['Publié le 3 mai 2026', 'fr'],
    ['3 de mayo de 2026', 'es'],
    ['3 maggio 2026', 'it'],
    ['3 de maio de 2026', 'pt'],
    ['3 mei 2026', 'nl'],
    ['3 maja 2026', 'pl'],
    ['3. května 2026', 'cs'],
    ['3. květen 2026', 'cs'],
    ['3 maj 2026', 'sv'],
    ['3. mai 2026', 'no'],
    ['3. toukokuuta 2026', 'fi'],
    ['3 Mayıs 2026', 'tr'],
    ['3 мая 2026 года', 'ru'],
    ['3. мај 2026.', 'sr'],
    ['3 май 2026', 'bg'],
    ['3. svibnja 2026.', 'hr'],
    ['3 במאי 2026', 'he'],
    ['۱۳ اردیبهشت ۱۴۰۵', 'fa'],
    ['۱۴۰۵/۰۲/۱۳', 'fa'],
    ['3 พ.ค. 2569', 'th'],
    ['๓ พฤษภาคม ๒๕๖๙', 'th'],
    ['3/5/2569', 'th'],
    ['٣ مايو ٢٠٢٦', 'ar'],
    ['३ मई २०२६', 'hi'],
    ['２０２６年５月３日', 'ja'],
    ['3 травня 2026', 'uk'],
    ['3 Μαΐου 2026', 'el'],
    ['2026年5月3日', 'ja'],
    ['2026年05月03日', 'zh'],
    ['令和8年5月3日', 'ja'],
    ['中華民國115年5月3日', 'zh-TW'],
    ['3 tháng 5 năm 2026', 'vi'],
    ['৩ মে ২০২৬', 'bn'],
    ['3 مئی 2026ء', 'ur'],
    ['2026년 5월 3일', 'ko'],
    ['3 مايو 2026', 'ar'],
    ['3 मई 2026', 'hi'],
    ['03.05.2026', 'de'],
    ['03/05/2026', 'fr'],
    ['05/03/2026', 'en-US'],
    ['05/03/2026', 'en_US'],
    ['2026-05-03', ''],
  ])('finds the day in "%s"', (text, lang) => {
    expect(iso(findWrittenDate(text, { now: NOW, lang }))?.slice(0, 10)).toBe('2026-05-03');
  });

  const LANGS =
    'en de de-AT fr es it pt nl pl cs hu sv nb da fi tr ru uk el ja zh ko hi ar ar-LB ar-MA ar-TN he fa th sr bg mk ro be ur sl hr bs sk et lv lt sq ka hy bn vi id ms gl is'.split(
      ' ',
    );

  // All months, with their full and short names.
  it.each(LANGS)('finds the days of a whole year in %s', (lang) => {
    const missed = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 14))).flatMap((date) =>
      (['long', 'medium'] as const)
        .map((dateStyle) => new Intl.DateTimeFormat(`${lang}-u-nu-latn`, { dateStyle, timeZone: 'UTC' }).format(date))
        .filter((text) => findWrittenDate(text, { now: NOW, lang }) !== date.getTime()),
    );
    expect(missed).toEqual([]);
  });

  // The twelve-hour clocks of some, and those that only countries have.
  it.each([...LANGS, ...'en-AU en-CA es-AR es-CO es-MX fr-CA ar-EG zh-HK zh-TW'.split(' ')])(
    'finds the time after midnight, after noon and in the evening in %s',
    (lang) => {
      const missed = ['00:15', '12:15', '18:30'].flatMap((clock) => {
        const date = new Date(`2026-05-14T${clock}Z`);
        return (['latn', 'native'] as const)
          .map((figures) =>
            new Intl.DateTimeFormat(`${lang}-u-ca-gregory-nu-${figures}`, {
              dateStyle: 'long',
              timeStyle: 'short',
              timeZone: 'UTC',
            }).format(date),
          )
          .filter((text) => findWrittenDate(text, { now: NOW, lang }) !== date.getTime());
      });
      expect(missed).toEqual([]);
    },
  );

  it.each(['14 Février 2024', '14 फरवरी 2024', '14 ŞUBAT 2024', '2024. FEBRUÁR 14.', '14 شباط 2024'])(
    'finds the day in "%s", however it is written',
    (text) => {
      expect(iso(findWrittenDate(text, { now: NOW }))?.slice(0, 10)).toBe('2024-02-14');
    },
  );

  it.each([
    ['March 9, 2024 at 6:15 PM ET', '2024-03-09T23:15'],
    ['March 10, 2024 at 6:15 PM ET', '2024-03-10T22:15'],
    ['9 March 2024, 18:15 WIB', '2024-03-09T11:15'],
    ['March 9, 2024 at 6:15 PM AEDT', '2024-03-09T07:15'],
    ['November 2, 2024 at 6:15 PM CT', '2024-11-02T23:15'],
    ['November 3, 2024 at 6:15 PM CT', '2024-11-04T00:15'],
    ['July 4, 2024 at 6:15 PM MT', '2024-07-05T00:15'],
    ['July 4, 2024 at 6:15 PM PT', '2024-07-05T01:15'],
    ['14 juillet 2024 à 18:15 et mis à jour', '2024-07-14T18:15'],
    ['14/07/2024 18:15 (GMT+7)', '2024-07-14T11:15'],
    ['14 July 2024 18:15 +0530', '2024-07-14T12:45'],
  ])('takes a zone of the USA at its time of the year: %s', (text, expected) => {
    expect(iso(findWrittenDate(text, { now: NOW }))?.slice(0, 16)).toBe(expected);
  });

  it('takes the clock time and zone that follow', () => {
    expect(iso(findWrittenDate('May 3, 2026 at 6:15 p.m. EDT', { now: NOW }))).toBe('2026-05-03T22:15:00.000Z');
    expect(iso(findWrittenDate('03.05.2026, 18:15 Uhr', { now: NOW }))).toBe('2026-05-03T18:15:00.000Z');
  });

  it('reads two digits for the year where a clock follows, and nowhere else', () => {
    expect(iso(findWrittenDate('Do 03.05.26 | 14:07 Uhr', { now: NOW }))).toBe('2026-05-03T14:07:00.000Z');
    expect(findWrittenDate('Version 03.05.26 of the plan', { now: NOW })).toBeNull();
  });

  it('reads a name of which two languages make two months by the language', () => {
    expect(iso(findWrittenDate('14. listopada 2024.', { now: NOW, lang: 'hr' }))?.slice(0, 10)).toBe('2024-10-14');
    expect(iso(findWrittenDate('14 listopada 2024', { now: NOW, lang: 'pl' }))?.slice(0, 10)).toBe('2024-11-14');
  });

  it.each([
    ['12. červen 2024', '06'],
    ['12. června 2024', '06'],
    ['12. červenec 2024', '07'],
    ['12. července 2024', '07'],
    ['12. prosince 2024', '12'],
  ])('tells Czech months apart by more than their beginnings: %s', (text, month) => {
    expect(iso(findWrittenDate(text, { now: NOW, lang: 'cs' }))?.slice(5, 7)).toBe(month);
  });

  it('swaps day and month where only that can be', () => {
    expect(iso(findWrittenDate('05/23/2025', { now: NOW, lang: 'de' }))?.slice(0, 10)).toBe('2025-05-23');
  });

  it.each(['call 555 12 2026', 'The 12 labours', 'version 1.2.2026.4', '3 reasons 2026', '3 May 2036'])(
    'finds none in "%s"',
    (text) => {
      expect(findWrittenDate(text, { now: NOW })).toBeNull();
    },
  );
});
