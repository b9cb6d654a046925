// On which sites the finder starts without waiting for a link that is known to be covered.
import { expect, it } from 'vitest';
import { isPortal } from '../../../../utils/badges/portals.ts';

it.each([
  ['https://www.google.co.uk/search?q=bridge', true],
  ['https://news.ycombinator.com/', true],
  ['https://old.reddit.com/r/news', true],
  ['https://www.courier.test/politics', false],
  ['https://google.com.shop.test/', false],
])('%s: %s', (url, expected) => {
  expect(isPortal(url)).toBe(expected);
});
