// Headlines that can be read from the addresses of links, and those that only the page has.
import { expect, it } from 'vitest';
import { readAddressTitles } from '../../../../utils/badges/address-titles.ts';
import { directoryOf } from '../../../support/invented-outlets.ts';

const directory = directoryOf({ courier: ['en'], vestnik: ['ru'] });
const read = (...urls: string[]) => readAddressTitles(urls, directory);
const textOf = (url: string) => read(url).links.map(({ text }) => text);

it.each([
  ['https://courier.test/news/2026/03/04/Harbor-bridge-closed-for-repairs.html', 'harbor bridge closed for repairs'],
  ['https://courier.test/harbor-bridge-closed-for-repairs/a-1234567', 'harbor bridge closed for repairs'],
  ['https://courier.test/harbor_bridge_closed_12_hours?ref=home', 'harbor bridge closed 12 hours'],
  [
    'https://vestnik.test/%D0%BC%D0%BE%D1%81%D1%82-%D0%B7%D0%B0%D0%BA%D1%80%D1%8B%D1%82-%D0%BD%D0%B0-%D0%B3%D0%BE%D0%B4',
    'мост закрыт на год',
  ],
  [
    'https://courier.test/%E6%B8%AF%E6%B9%BE%E5%A4%A7%E6%A1%A5%E5%9B%A0%E7%BB%B4%E4%BF%AE%E5%85%B3%E9%97%AD',
    '港湾大桥因维修关闭',
  ],
])('the words of %s are told', (url, text) => {
  expect(read(url)).toEqual({ links: [{ url, text }], isPartial: false });
});

it.each([
  ['a number', 'https://courier.test/news/48213377'],
  ['a code', 'https://courier.test/news/articles/c4gq3z5y7pdo'],
  ['a number in the question', 'https://courier.test/story.php?id=48213'],
  ['a day', 'https://courier.test/2026/03/04/bridge'],
  ['words in other letters than its headlines', 'https://vestnik.test/most-zakryt-na-god'],
])('of an article whose address has %s alone, only the page tells', (_, url) => {
  expect(read(url)).toEqual({ links: [], isPartial: true });
});

it.each([
  ['front pages', 'https://courier.test/en'],
  ['sections', 'https://courier.test/news/europe-and-asia/'],
  ['sections of a year', 'https://courier.test/sport/world-cup-2026/'],
  ['pages of no outlet', 'https://shop.test/a-thing-to-buy-for-less'],
  ['what was written wrongly', 'https://courier .test/harbor-bridge-closed-for-repairs'],
])('of %s nothing is compared', (_, url) => {
  expect(read(url)).toEqual({ links: [], isPartial: false });
});

it('one link without words does not affect the others', () => {
  const told = read('http://', 'https://courier.test/news/48213377', 'https://courier.test/harbor-bridge-closed-again');
  expect(told).toMatchObject({ links: [{ text: 'harbor bridge closed again' }], isPartial: true });
});

it('a headline from an address is limited in length', () => {
  expect(textOf(`https://courier.test/${'bridge-'.repeat(200)}`)[0]?.length).toBeLessThanOrEqual(400);
});
