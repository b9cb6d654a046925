// Where pages are read: the settings limited by the browser's grants.
import { describe, expect, test } from 'vitest';
import { findReadableSites, isOnSite, toMatchPattern, toSiteHost } from '../../../../utils/reading/readable-sites.ts';

const settings = { readingMode: 'every-site', chosenSites: ['one.test', 'two.test'], sitesOff: ['off.test'] } as const;
const find = (readingMode: 'every-site' | 'chosen-sites' | 'on-click', granted: string[]) =>
  findReadableSites(
    { ...settings, chosenSites: [...settings.chosenSites], sitesOff: ['off.test'], readingMode },
    granted,
  );

describe('findReadableSites', () => {
  test.each([
    ['every site, granted', 'every-site', ['*://*/*'], ['*://*/*']],
    ['every site wanted, nothing granted', 'every-site', [], []],
    ['every site wanted and refused, a chosen site granted', 'every-site', ['*://*.one.test/*'], ['*://*.one.test/*']],
    ['chosen sites, one of them granted', 'chosen-sites', ['*://*.two.test/*'], ['*://*.two.test/*']],
    [
      'chosen sites, every site granted',
      'chosen-sites',
      ['*://*/*', '*://*.one.test/*', '*://*.two.test/*'],
      ['*://*.one.test/*', '*://*.two.test/*'],
    ],
    ['on a click only, whatever is granted', 'on-click', ['*://*/*'], []],
  ] as const)('%s', (_, mode, granted, matches) => {
    expect(find(mode, [...granted]).matches).toEqual(matches);
  });

  test('sites switched off are left out in every mode', () => {
    for (const mode of ['every-site', 'chosen-sites', 'on-click'] as const) {
      expect(find(mode, ['*://*/*']).excludeMatches).toEqual(['*://*.off.test/*']);
    }
  });
});

test.each([
  ['one.test', '*://*.one.test/*'],
  ['192.168.1.10', '*://*.192.168.1.10/*'],
  ['[::1]', '*://[::1]/*'],
])('the pattern of %s is one that browsers take', (host, pattern) => {
  expect(toMatchPattern(host)).toBe(pattern);
});

describe('isOnSite', () => {
  test.each([
    ['https://off.test/a', true],
    ['https://www.off.test/', true],
    ['http://deep.sub.off.test/a?b#c', true],
    ['https://www.off.test./a', true],
    ['https://notoff.test/', false],
    ['https://off.test.evil.test/', false],
    ['chrome://settings', false],
    ['not an address', false],
  ])('%s → %s', (url, expected) => {
    expect(isOnSite(url, ['off.test'])).toBe(expected);
  });
});

test('www is not a site of its own', () => {
  expect(toSiteHost('https://www.one.test/a')).toBe('one.test');
  expect(toSiteHost('https://news.one.test/a')).toBe('news.one.test');
  expect(toSiteHost('about:blank')).toBeNull();
});

test('www is the name of a site if only a country domain follows', () => {
  expect(toSiteHost('https://www.test/a')).toBe('www.test');
  expect(toSiteHost('https://www.test./a')).toBe('www.test');
  expect(isOnSite('https://one.test/a', ['www.test'])).toBe(false);
});
