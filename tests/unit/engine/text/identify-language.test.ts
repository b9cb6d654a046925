// The language of headlines: by script if that is enough, else by statistics.
import { expect, test, vi } from 'vitest';
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
  ['BYD (比亚迪) to open a plant in Dormont next spring', 'en'],
  ['Actress Kim Tae-ri (김태리) returns to the stage after two years', 'en'],
  ['The word שלום was written on the wall of the harbour', 'en'],
  ['唐納德・川普宣布明年春天訪問', 'zh'],
])('%s is %s', (text, lang) => {
  expect(identifyLanguage(text)).toMatchObject({ lang });
});

test.each(['', '12 345', '— …'])('"%s" is of no language that is known', (text) => {
  expect(identifyLanguage(text)).toEqual({ lang: 'und', isReliable: false });
});

test.each([
  ['衆院選公示、与野党党首が第一声　物価高対策や政治改革争点 投開票27日', 'ja', true],
  ['新型肺炎感染者急増、西都県知事緊急事態宣言発令要請検討', 'ja', true],
  ['西都県知事選、現職の山田太郎氏が三選', 'ja', false],
  ['国务院总理在优の良品新厂揭幕仪式上会见外宾并发表讲话', 'zh', true],
  ['國務院總理在優良品新廠揭幕儀式上會見外賓並發表講話', 'zh', true],
])('%s, nearly all Han, is %s', (text, lang, isReliable) => {
  expect(identifyLanguage(text)).toEqual({ lang, isReliable });
});

test('Han alone is Chinese, of a short headline only where no label says Japanese', () => {
  expect(identifyLanguage('首相、辞任表明')).toEqual({ lang: 'zh', isReliable: false });
  expect(identifyLanguage('桥梁主缆出现裂缝后全线封闭交通专家组今天抵达现场检查')).toEqual({
    lang: 'zh',
    isReliable: true,
  });
  expect(identifyLanguage('首相が辞任を表明')).toEqual({ lang: 'ja', isReliable: true });
});

test('statistics that could not be loaded are requested again', async () => {
  vi.resetModules();
  const load = vi.fn(async () => {});
  load.mockRejectedValueOnce(new Error('no such file'));
  const detect = () => ({ language: 'sl', isReliable: () => true });
  vi.doMock('eld', () => ({ eld: { load, detect } }));
  const fresh = await import('../../../../engine/text/identify-language.ts');
  await expect(fresh.loadLanguageIdentifier()).rejects.toThrow('no such file');
  const [first] = await Promise.all([fresh.loadLanguageIdentifier(), fresh.loadLanguageIdentifier()]);
  expect(first('Most so zaprli')).toEqual({ lang: 'sl', isReliable: true });
  expect(load).toHaveBeenCalledTimes(2);
});
