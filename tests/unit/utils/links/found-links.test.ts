// How much work remembered links make on a page that is built to stall its readers.
// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { createFoundLinks } from '../../../../utils/links/found-links.ts';
import type { FoundLink } from '../../../../utils/links/story-link.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

it('repeating two addresses hundreds of times costs a limited number of looks per link', () => {
  const addLinks = (): FoundLink[] =>
    Array.from({ length: 600 }, (_, at) => {
      const link = document.createElement('a');
      link.href = `https://courier.test/news/story-${at % 2}-of-the-long-winter`;
      document.body.append(link);
      return { link, anchor: link, address: link.href, text: `Story ${at % 2} of the long winter` };
    });
  const onFound = vi.fn();
  const found = createFoundLinks({ onFound, onGone: vi.fn() });
  const [first, second] = [addLinks(), addLinks()];
  found.take(first, new Set(first.map(({ link }) => link)));
  const contains = vi.spyOn(Node.prototype, 'contains').mockImplementation(() => true);
  const query = vi.spyOn(Element.prototype, 'querySelectorAll');
  Object.assign(Element.prototype, { checkVisibility: () => true });
  found.take(second, new Set(second.map(({ link }) => link)));
  expect(onFound).toHaveBeenLastCalledWith(second);
  expect(contains.mock.calls.length).toBeLessThanOrEqual(600 * 100);
  expect(query.mock.calls.length).toBeLessThanOrEqual(1);
});
