// Sequences of countries as headlines in Chinese, Japanese and Korean write them.
import { expect, it } from 'vitest';
import { createSampleReader } from '../../../../engine/cluster/match-among.ts';
import { countryRowsIn } from '../../../../engine/text/country-rows.ts';
import { article } from '../cluster/invented-articles.ts';

it.each([
  ['ja', '日米', ['JP', 'US']],
  ['ja', '英仏独', ['GB', 'FR', 'FR', 'DE']],
  ['ja', '台中', []],
  ['ja', '日中', []],
  ['zh', '俄乌', ['RU', 'UA']],
  ['zh', '俄烏', ['RU', 'UA']],
  ['zh', '印巴', ['IN', 'PK']],
  ['zh', '巴以', ['PS', 'IL']],
  ['zh', '美德', []],
  ['ko', '한미일', ['KR', 'US', 'US', 'JP']],
  ['ko', '미중이', ['US', 'CN']],
  ['ko', '북미', []],
])('%s: %s', (lang, row, codes) => {
  expect(countryRowsIn(lang)?.codesIn(row)).toEqual(codes);
});

it('other languages have none', () => {
  expect(countryRowsIn('de')).toBeNull();
});

it.each([
  ['zh', '俄乌冲突持续', ['^RU', '^UA']],
  ['zh', '中俄联合军演引关注', ['^CN', '^RU']],
  ['zh', '两国增加美国大豆进口', ['^US']],
  ['zh', '合同以美元支付', []],
  ['ja', '日米韓の共同訓練', ['^JP', '^US', '^KR']],
  ['ko', '한미일 외교장관 회담', ['^KR', '^US', '^JP']],
  ['ko', '美 대선, 日 총리', ['^US', '^JP']],
])('%s: “%s” names %j', (lang, title, countries) => {
  const signs = createSampleReader()
    .finish(0)
    .signsOf(article('page', title, { lang, lead: '' }));
  expect(signs.filter((sign) => sign.startsWith('^'))).toEqual(countries);
});
