// The shipped registry: it is as large as the documentation says, and every outlet in it is well formed.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ratingFiles, readDataText, readOutlets, readRatings } from '../../support/outlet-data.ts';

const { outlets } = readOutlets();
const byId = new Map<string, (typeof outlets)[number]>(outlets.map((outlet) => [outlet.id, outlet]));

describe('size and coverage of the registry', () => {
  it('has 2,000 outlets with a place between left and right', () => {
    const rated = new Set<string>();
    for (const pack of readRatings().filter(({ rates }) => rates === 'bias')) {
      const placed =
        pack.scale.type === 'axis'
          ? null
          : new Set(pack.scale.steps.filter((step) => step.bias !== undefined).map((step) => step.value));
      for (const [id, entry] of Object.entries(pack.values)) {
        const value = typeof entry === 'object' ? entry.value : entry;
        if (placed === null || placed.has(value)) rated.add(id);
      }
    }
    expect(rated.size).toBeGreaterThanOrEqual(2000);
  });

  it('has 60 countries', () => {
    expect(new Set(outlets.flatMap(({ country }) => country ?? [])).size).toBeGreaterThanOrEqual(60);
  });

  it('has 600 outlets with feeds', () => {
    expect(outlets.filter(({ feeds }) => feeds.length > 0).length).toBeGreaterThanOrEqual(600);
  });

  it('takes at most 400 kB compressed, packs included', () => {
    const files = ['outlets.json', ...ratingFiles.map((file) => `ratings/${file}`)];
    const sizes = files.map((file) => gzipSync(readDataText(file), { level: 9 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(400_000);
  });
});

describe('every outlet', () => {
  it('has an id of its own and stands in order', () => {
    const ids = outlets.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort());
  });

  it('stands on a line of its own', () => {
    const lines = readDataText('outlets.json').split('\n');
    expect(lines.filter((line) => line.startsWith('{"id":')).length).toBe(outlets.length);
  });

  it('has domains that no other outlet claims', () => {
    const claims = new Map<string, string>();
    const twice: string[] = [];
    for (const { id, domains } of outlets) {
      for (const domain of domains) {
        const host = domain.replace(/^=/, '');
        if (claims.has(host)) twice.push(`${host}: ${claims.get(host)} and ${id}`);
        claims.set(host, id);
      }
    }
    expect(twice).toEqual([]);
  });

  it('has domains without www, capitals, ports and protocols', () => {
    const odd = outlets
      .flatMap(({ domains }) => domains)
      .filter((domain) => !/^=?(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^\s]+)?$/.test(domain));
    expect(odd).toEqual([]);
  });

  it('never owns a platform on which anybody publishes', () => {
    const platforms = [
      'blogspot.com',
      'wordpress.com',
      'medium.com',
      'substack.com',
      'tumblr.com',
      'facebook.com',
      'youtube.com',
    ];
    const owners = outlets.filter(({ domains }) => domains.some((domain) => platforms.includes(domain)));
    expect(owners).toEqual([]);
    const hosted = outlets
      .flatMap(({ domains }) => domains)
      .filter((domain) => platforms.some((each) => domain.endsWith(`.${each}`)));
    expect(hosted.filter((domain) => !domain.startsWith('='))).toEqual([]);
  });

  it('has a name without markup, entities and feed words', () => {
    const odd = outlets.filter(
      ({ name }) => name.trim() === '' || name !== name.trim() || /[<>|»]|&\w+;|&#|\bRSS\b/.test(name),
    );
    expect(odd.map(({ id, name }) => `${id}: ${name}`)).toEqual([]);
  });

  it('has an owner by name, not in sentences', () => {
    const sentence = /%|;|\b(is|was|are|owned|held|which|until)\b/;
    const prose = outlets.filter(
      ({ owner }) => owner !== null && (owner === '' || owner.length > 60 || sentence.test(owner)),
    );
    expect(prose.map(({ id, owner }) => `${id}: ${owner}`)).toEqual([]);
  });
});

describe('every feed', () => {
  const feeds = outlets.flatMap((outlet) => outlet.feeds.map((feed) => ({ outlet, feed })));

  it('is listed once', () => {
    const urls = feeds.map(({ feed }) => feed.url);
    expect(urls.filter((url, at) => urls.indexOf(url) !== at)).toEqual([]);
  });

  it("is an outlet's own: no news search, sharing service or video channel", () => {
    const foreign = feeds.filter(({ feed }) =>
      /news\.google\.|reddit\.com|youtube\.com|nitter|podcast/i.test(feed.url),
    );
    expect(foreign).toEqual([]);
  });

  it("is at its outlet's own host, or at a service that carries feeds", () => {
    const services = /(?:^|\.)(?:feedburner\.com|bbci\.co\.uk|uecdn\.es|dowjones\.io)$/;
    const foreign = feeds.filter(({ outlet, feed }) => {
      const { hostname } = new URL(feed.url);
      const isOwn = outlet.domains.some((domain) => `.${hostname}`.endsWith(`.${domain.replace('=', '')}`));
      return !isOwn && !services.test(hostname);
    });
    expect(foreign.map(({ outlet, feed }) => `${outlet.id} ${feed.url}`)).toEqual([]);
  });

  it('comes in at most four an outlet', () => {
    expect(outlets.filter((outlet) => outlet.feeds.length > 4).map(({ id }) => id)).toEqual([]);
  });

  it("names a language only where it is not the outlet's first", () => {
    expect(feeds.filter(({ outlet, feed }) => feed.lang !== undefined && feed.lang === outlet.languages[0])).toEqual(
      [],
    );
  });
});

describe('well-known outlets', () => {
  it.each([
    ['bbc.com', 'BBC News', 'GB', 'public'],
    ['rt.com', 'RT', 'RU', 'government'],
    ['lemonde.fr', 'Le Monde', 'FR', 'independent'],
    ['theguardian.com', 'The Guardian', 'GB', 'independent'],
    ['foxnews.com', 'Fox News', 'US', 'corporation'],
    ['washingtonpost.com', 'The Washington Post', 'US', 'billionaire'],
    ['nbcnews.com', 'NBC News', 'US', 'telecom'],
    ['chicagotribune.com', 'Chicago Tribune', 'US', 'private-equity'],
    ['cnn.com', 'CNN', 'US', 'conglomerate'],
    ['xinhuanet.com', 'Xinhua', 'CN', 'government'],
    ['meduza.io', 'Meduza', 'LV', 'independent'],
    ['timesofindia.indiatimes.com', 'The Times of India', 'IN', 'corporation'],
  ])('%s is %s, %s, %s', (id, name, country, ownership) => {
    expect(byId.get(id)).toMatchObject({ name, country, ownership });
  });

  it('is one outlet for all its domains', () => {
    expect(byId.get('bbc.com')?.domains).toEqual(['bbc.com', 'bbc.co.uk']);
    expect(byId.get('huffpost.com')?.domains).toContain('huffingtonpost.com');
  });

  it('is there though the lists have no feed of its own', () => {
    expect(byId.get('interia.pl')).toMatchObject({
      name: 'Interia',
      domains: ['interia.pl'],
      country: 'PL',
      feeds: [],
    });
  });

  it('keeps the feed of its own language where a site in another joined it', () => {
    expect(byId.get('nation.africa')?.feeds).toEqual([
      { url: 'https://nation.africa/kenya/rss.xml' },
      { url: 'https://taifaleo.nation.co.ke/feed/', lang: 'sw' },
    ]);
  });
});
