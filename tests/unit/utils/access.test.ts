// Which permissions the browser still lacks for the user's choices.
import { describe, expect, it, vi } from 'vitest';
import { isReadingAllowed, readMissingOrigins } from '../../../utils/access.ts';
import { browser } from '../../../utils/browser.ts';

function grant(...granted: string[]): void {
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async ({ origins = [] }) =>
    origins.every((origin) => granted.includes(origin)),
  );
}

describe('reading in the chosen mode', () => {
  it.each([
    ['every-site', ['*://*/*'], true],
    ['every-site', ['*://*.one.test/*'], false],
    ['chosen-sites', [], true],
    ['on-click', [], true],
  ] as const)('%s with %j: %s', async (mode, granted, isAllowed) => {
    grant(...granted);
    expect(await isReadingAllowed(mode)).toBe(isAllowed);
  });
});

it('lists the hosts of chosen feeds that are not granted', async () => {
  grant('https://one.test/*');
  const answer = { ok: true, value: ['https://one.test/*', 'https://two.test/*'] };
  vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(answer as never);
  expect(await readMissingOrigins()).toEqual(['https://two.test/*']);
});
