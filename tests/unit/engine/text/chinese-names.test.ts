// Foreign names in Chinese texts match the same names in other languages, and ordinary words are not names.
import { describe, expect, it } from 'vitest';
import { findChineseNames } from '../../../../engine/text/chinese-names.ts';
import { toNameSkeleton } from '../../../../engine/text/name-skeleton.ts';

const skeletonsIn = (text: string) => findChineseNames(text).map(({ latin }) => toNameSkeleton(latin));

describe('findChineseNames', () => {
  it.each([
    ['特朗普', 'Trump'],
    ['泽连斯基', 'Zelensky'],
    ['澤連斯基', 'Zelensky'],
    ['内塔尼亚胡', 'Netanyahu'],
    ['马克龙', 'Macron'],
    ['卢卡申科', 'Lukashenko'],
    ['奥巴马', 'Obama'],
    ['布林肯', 'Blinken'],
    ['佛罗里达', 'Florida'],
    ['阿尔巴尼亚', 'Albania'],
  ])('%s is %s', (chinese, english) => {
    expect(skeletonsIn(`昨日${chinese}表示`)).toEqual([toNameSkeleton(english)]);
  });

  it('finds first and last names, in the order of the text', () => {
    expect(skeletonsIn('弗拉基米尔·泽连斯基会见特朗普')).toEqual(['prkmr', 'srns', 'trmp']);
  });

  it.each(['外交部发言人', '东南亚', '基本工资', '特别会议', '马上开始', '百分之二', ''])('%s holds none', (text) => {
    expect(findChineseNames(text)).toEqual([]);
  });
});
