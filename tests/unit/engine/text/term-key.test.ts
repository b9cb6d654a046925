// Numbers as terms: equal in every language's notation, and different numbers have different terms.
import { describe, expect, it } from 'vitest';
import { createLanguageRules } from '../../../../engine/text/language-rules.ts';
import { toPlainNumber, toTermKey } from '../../../../engine/text/term-key.ts';

describe('toTermKey: a word in capitals is the word', () => {
  const rules = createLanguageRules();
  const keyOf = (word: string, lang: string) => toTermKey(word, { lang, rule: rules(lang) });

  it.each([
    ['el', 'ΠΑΠΑΔΟΠΟΥΛΟΣ', 'Παπαδόπουλος'],
    ['el', 'ΚΥΒΕΡΝΗΣΗ', 'κυβέρνηση'],
    ['tr', 'IŞIK', 'ışık'],
    ['tr', 'İZMİR', 'İzmir'],
    ['de', 'BRÜCKE', 'Brücke'],
  ])('%s: %s and %s', (lang, capitals, word) => {
    expect(keyOf(capitals, lang)).not.toBeNull();
    expect(keyOf(capitals, lang)).toBe(keyOf(word, lang));
  });

  it.each([
    ['el', 'είναι', 'ΕΙΝΑΙ', 'της', 'από'],
    ['tr', 'için', 'İçin'],
    ['ru', 'ещё', 'еще'],
  ])('%s: %s and %s say nothing', (lang, ...words) => {
    for (const word of words) expect(keyOf(word, lang)).toBeNull();
  });

  it.each([
    ['ar', 'الإمارات', 'الامارات'],
    ['ar', 'القاهرة', 'القاهره'],
    ['ar', 'المصرى', 'المصري'],
    ['ar', 'مُحَمَّد', 'محمد'],
    ['be', 'ўрад', 'урад'],
    ['en', 'Erdoğan', 'Erdogan'],
    ['en', 'labour', 'labor'],
    ['en', 'organised', 'organized'],
    ['en', 'organisations', 'organization'],
    ['en', 'centre', 'center'],
    ['en', 'defence', 'defense'],
    ['en', 'programmes', 'program'],
    ['en', 'analyse', 'analyze'],
    ['fa', 'ايران', 'ایران'],
    ['fa', 'كابل', 'کابل'],
    ['fr', 'Etats-Unis', 'États-Unis'],
    ['fr', 'oeuvre', 'œuvre'],
    ['hi', 'क़ानून', 'कानून'],
    ['ja', 'ＮＡＴＯ', 'NATO'],
    ['ja', 'ｱﾒﾘｶ', 'アメリカ'],
    ['pt', 'econômico', 'económico'],
    ['ro', 'președintele', 'preşedintele'],
    ['ru', 'Королёв', 'Королев'],
    ['sr', 'председник', 'predsednik'],
    ['sr', 'Љубљана', 'Ljubljana'],
    ['vi', 'Vie\u0323\u0302t', 'Việt'],
    ['zh', '臺灣', '台湾'],
  ])('%s: %s and %s are one word', (lang, one, other) => {
    expect(keyOf(one, lang)).not.toBeNull();
    expect(keyOf(one, lang)).toBe(keyOf(other, lang));
  });

  it.each([
    ['en', 'four', 'for'],
    ['en', 'hour', 'horror'],
    ['en', 'acre', 'acer'],
    ['fr', 'pêché', 'péché'],
    ['pt', 'avó', 'ave'],
    ['be', 'лёд', 'лед'],
  ])('%s: %s and %s are two', (lang, one, other) => {
    expect(keyOf(one, lang)).not.toBe(keyOf(other, lang));
  });
});

describe('toPlainNumber', () => {
  it.each([
    ['1,000', '1000'],
    ['1.000', '1000'],
    ['1,234,567', '1234567'],
    ['1.000,5', '1000.5'],
    ['1,000.5', '1000.5'],
    ['7,2', '7.2'],
    ['7.2', '7.2'],
    ['0.125', '0.125'],
    ['2026', '2026'],
    ['12.05.2026', '12.05.2026'],
  ])('%s is %s', (written, figure) => {
    expect(toPlainNumber(written)).toBe(figure);
  });
});
