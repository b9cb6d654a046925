// On which pages the headlines of links are worth comparing.
import { expect, it, vi } from 'vitest';
import { mayMatchTitles } from '../../../../utils/badges/may-match-titles.ts';

it('they are where any site links to an outlet’s article, while that can be done', async () => {
  const isKnownOutlet = vi.fn(async (url: string) => url.startsWith('https://courier.test/'));
  const known = { canMatchTitles: () => true, isKnownOutlet };
  expect(await mayMatchTitles(['https://shop.test/a-thing-to-buy', 'https://courier.test/bridge-closed'], known)).toBe(
    true,
  );
  expect(await mayMatchTitles(['https://shop.test/a-thing-to-buy'], known)).toBe(false);
  expect(await mayMatchTitles(['https://courier.test/', 'https://courier.test/en'], known)).toBe(false);
  isKnownOutlet.mockClear();
  expect(await mayMatchTitles(['https://courier.test/bridge-closed'], { ...known, canMatchTitles: () => false })).toBe(
    false,
  );
  expect(isKnownOutlet, 'the registry is loaded for nothing').not.toHaveBeenCalled();
});

it('a link that was written wrongly keeps none of the others from being compared', async () => {
  const known = {
    canMatchTitles: () => true,
    isKnownOutlet: async (url: string) => url.startsWith('https://courier.test/'),
  };
  expect(await mayMatchTitles(['https://courier .test/a', 'https://courier.test/bridge-closed'], known)).toBe(true);
  expect(await mayMatchTitles(['http://'], known)).toBe(false);
});
