// The language of headlines: by script where it tells, by statistics where it does not.
import { expect, test } from 'vitest';
import { loadLanguageIdentifier } from '../../../../engine/text/identify-language.ts';

const identifyLanguage = await loadLanguageIdentifier();

test.each([
  ['Bridge closed after inspectors find cracks in the main cable', 'en'],
  ['Brücke nach Rissen im Hauptkabel für den Verkehr gesperrt', 'de'],
  ['Le pont fermé après la découverte de fissures dans le câble', 'fr'],
  ['El puente se cierra tras hallarse grietas en el cable principal', 'es'],
  ['Мост закрыли после того, как нашли трещины в главном тросе', 'ru'],
  ['Міст закрили після того, як знайшли тріщини у головному тросі', 'uk'],
  ['الجسر مغلق بعد العثور على شقوق في الكابل الرئيسي', 'ar'],
  ['橋が閉鎖、主ケーブルに亀裂', 'ja'],
  ['大桥因主缆裂缝关闭', 'zh'],
  ['주 케이블 균열로 다리 폐쇄', 'ko'],
  ['הגשר נסגר לאחר שנמצאו סדקים', 'he'],
  ['สะพานปิดหลังพบรอยร้าว', 'th'],
])('%s is %s', (text, lang) => {
  expect(identifyLanguage(text)).toMatchObject({ lang });
});

test.each(['', '12 345', '— …'])('"%s" is of no language that is known', (text) => {
  expect(identifyLanguage(text)).toEqual({ lang: 'und', isReliable: false });
});
