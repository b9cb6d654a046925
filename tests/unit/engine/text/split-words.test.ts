// Words in many scripts, and the rules of their languages.
import { describe, expect, it } from 'vitest';
import { createLanguageRules } from '../../../../engine/text/language-rules.ts';
import {
  createWordRanges,
  findInnerCapitals,
  scanWords,
  splitWords,
  withPlainFigures,
} from '../../../../engine/text/split-words.ts';

describe('splitWords', () => {
  it.each([
    ['initials and numbers', 'U.S. sends 1,000.5 tons', ['U.S', 'sends', '1,000.5', 'tons']],
    ['apostrophes', 'Minister’s l’eau', ['Minister', 's', 'l', 'eau']],
    ['Cyrillic', 'Поезд №5 в Минск', ['Поезд', '5', 'в', 'Минск']],
    ['apostrophes between its letters', "Прем’єр: 'сям'я' п’", ['Прем’єр', "сям'я", 'п']],
    ['Arabic', 'اليابان تفوز', ['اليابان', 'تفوز']],
    ['Hebrew', 'ראש הממשלה', ['ראש', 'הממשלה']],
    ['Hindi with its marks', 'दिल्ली में', ['दिल्ली', 'में']],
    ['Korean', '서울에서 지진', ['서울에서', '지진']],
    ['their signs', '٣٫٥ ١٬٢٠٠ ３．５', ['3.5', '1,200', '3.5']],
    ['figures of other scripts', '٤٧ १२ ۶۹ ๕๐ １２', ['47', '12', '69', '50', '12']],
    ['nothing', '… — !', []],
  ])('%s', (_, text, words) => {
    expect(splitWords(text, 'spaces')).toEqual(words);
  });

  it.each([
    ['特朗普宣布停火', ['特朗', '朗普', '宣布', '停火']],
    ['市長林志遠', ['市長', '林志', '志遠']],
    ['12人が死亡', ['12', '人', 'が', '死亡']],
  ])('takes what the dictionary has not by pairs of characters: %s', (text, words) => {
    expect(splitWords(text, 'dictionary')).toEqual(words);
  });

  it.each([
    ['予算3.5億円', ['予算', '3.5', '億円']],
    ['约1,200人伤亡', ['约', '1,200', '人', '伤亡']],
    ['G7首脳', ['G7', '首脳']],
    ['米Googleが提訴', ['米', 'Google', 'が', '提訴']],
    ['Apple社', ['Apple', '社']],
    ['Cafe\u0301で', ['Cafe\u0301', 'で']],
  ])('keeps figures and Latin words in one piece: %s', (text, words) => {
    expect(splitWords(text, 'dictionary')).toEqual(words);
  });

  it.each([
    ['Chinese', '外交部发言人'],
    ['Japanese', '東京で地震'],
    ['Thai', 'แผ่นดินไหวในกรุงเทพ'],
  ])('cuts %s inside a run without spaces', (_, text) => {
    const words = splitWords(text, 'dictionary');
    expect(words.length).toBeGreaterThan(1);
    expect(words.join('')).toBe(text);
  });

  it('takes any string', () => {
    for (const text of ['\ud800', '\u0000', 'a'.repeat(100_000), '́́', '🙂🙂'])
      expect(() => splitWords(text, 'dictionary')).not.toThrow();
  });
});

describe('createLanguageRules', () => {
  const rules = createLanguageRules();

  it.each([
    ['en', 'ministers', 'minister'],
    ['de', 'ministern', 'minister'],
    ['ru', 'министров', 'министр'],
    ['es', 'ministros', 'ministro'],
  ])('%s brings %s and %s together', (lang, one, other) => {
    const { stem } = rules(lang);
    expect(stem(one)).toBe(stem(other));
  });

  it.each([
    ['pl', 'ministrem', 'ministra'],
    ['sl', 'predsednika', 'predsednik'],
    ['be', 'прэзідэнта', 'прэзідэнт'],
  ])('%s, without a stemmer, brings %s and %s together by their beginnings', (lang, one, other) => {
    const { stem } = rules(lang);
    expect(stem(one).slice(0, 6)).toBe(stem(other).slice(0, 6));
  });

  it('knows function words, and takes unknown languages', () => {
    expect(rules('pl').stopWords.has('przez')).toBe(true);
    expect(rules('xx').stopWords.size).toBe(0);
    expect([...rules('nb').stopWords]).toEqual([...rules('no').stopWords]);
  });
});

// The definition of where words and capitals are; the scanner only finds them faster.
const WORD = /\p{Lu}(?:\.\p{Lu})+|\d+(?:[.,]\d+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*/gu;
const INNER_CAPITAL = /\p{Ll},? (\p{Lu}[\p{L}\p{M}]+)/gu;

const PIECES = [
  ...'U.S. A b Z é É ß Straße New York in iPhone COVID19 Covid 3rd x² ² 1,000.5 7 . , - ’ 😀 𝐀 𝐚'.split(' '),
  ...'Поезд в Минск 東京 서울 नई ǅ ٤ Ⅷ'.split(' '),
  ...[' ', ' ', ' ', ', ', '. ', '\n', '\u0301', '\ud835', '\udc00'],
];

describe('scanWords', () => {
  const random = (seed: number) => {
    let state = seed;
    return (below: number) => {
      state = (Math.imul(state, 1103515245) + 12345) | 0;
      return (state >>> 8) % below;
    };
  };
  const texts = Array.from({ length: 3000 }, (_, seed) => {
    const next = random(seed);
    return Array.from({ length: next(14) }, () => PIECES[next(PIECES.length)]).join('');
  });

  it('finds the words of the pattern in any text', () => {
    for (const text of texts) {
      expect(splitWords(text, 'spaces'), text).toEqual(withPlainFigures(text).match(WORD) ?? []);
    }
  });

  it('and the capitals inside sentences', () => {
    const words = createWordRanges();
    for (const text of texts) {
      scanWords(text, { cut: 'spaces', into: words });
      const found: string[] = [];
      findInnerCapitals({ text, words }, (start, end) => found.push(text.slice(start, end)));
      expect(found, text).toEqual([...text.matchAll(INNER_CAPITAL)].map(([, word]) => word));
    }
  });
});
