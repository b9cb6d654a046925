// Broken and hostile feeds: parsing never throws, never expands entities, and always ends.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FEED_TEXT_MAX, parseFeed } from '../../../../engine/feed/parse-feed.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../../../fixtures/feeds');
const SEEDS = ['harbour.rss.xml', 'harbour.atom.xml', 'harbour.json'].map((file) =>
  readFileSync(path.join(FIXTURES, file), 'utf8'),
);
const baseUrl = 'https://example.test/feed';

/** A linear congruential generator, for the same cases in every run. */
function createRandom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function mutate(text: string, random: (below: number) => number): string {
  const at = random(text.length);
  const piece = [
    '<',
    '>',
    '&',
    ']]>',
    '<![CDATA[',
    '<!--',
    '"',
    '</item>',
    '<item>',
    '\0',
    '\ud800',
    '&#xffffffff;',
    '{',
    '<!DOCTYPE',
  ];
  switch (random(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + random(30));
    case 1:
      return text.slice(0, at) + piece[random(piece.length)] + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(random(text.length), at + random(200)) + text.slice(at);
    default:
      return text.slice(0, at);
  }
}

describe('broken feeds', () => {
  it.each(SEEDS)('cut anywhere never throw: %.30s', (seed) => {
    for (let end = 0; end < seed.length; end += 1) {
      expect(typeof parseFeed({ text: seed.slice(0, end), baseUrl }).ok).toBe('boolean');
    }
  });

  it.each(SEEDS)('mutated again and again never throw: %.30s', (seed) => {
    const random = createRandom(3);
    for (let round = 0; round < 150; round += 1) {
      let text = seed;
      for (let step = 0; step < 6; step += 1) {
        text = mutate(text, random) || seed;
        const result = parseFeed({ text, baseUrl });
        if (result.ok) {
          for (const item of result.value.items) expect(item.url).toMatch(/^https?:\/\//);
        }
      }
    }
  });
});

describe('hostile feeds', () => {
  const rss = (items: string) => `<rss><channel>${items}</channel></rss>`;
  const item = (fields: string) => `<item><link>/a</link>${fields}</item>`;

  it('nested 100,000 deep are refused', () => {
    const result = parseFeed({ text: rss('<a>'.repeat(100_000)), baseUrl });
    expect(result).toMatchObject({ ok: false, error: { reason: 'malformed' } });
  });

  it('with HTML nested 100,000 deep keep what stands before it', () => {
    const text = rss(
      item(`<title>Two</title><description><![CDATA[Before ${'<div>'.repeat(100_000)}after]]></description>`),
    );
    const result = parseFeed({ text, baseUrl });
    expect(result.ok && result.value.items[0]?.summary).toBe('Before');
  });

  it('of a million elements are refused', () => {
    expect(parseFeed({ text: rss('<a/>'.repeat(1_000_000)), baseUrl })).toMatchObject({ ok: false });
  });

  it('with a 5 MB attribute, text, comment or run of brackets end', () => {
    const long = 'x'.repeat(FEED_TEXT_MAX - 1000);
    for (const text of [
      rss(item(`<title a="${long}">Two</title>`)),
      rss(item(`<title>Two</title><description>${long}</description>`)),
      rss(`<!--${long}-->${item('<title>Two</title>')}`),
    ]) {
      expect(parseFeed({ text, baseUrl })).toMatchObject({ ok: true, value: { items: [{ title: 'Two' }] } });
    }
    for (const bit of ['<', '<a ', '&', '<![CDATA[', '</a>', '<a b=', '<!', '<?', '{"a":', '[']) {
      const text = bit.repeat(Math.floor((FEED_TEXT_MAX - 1000) / bit.length));
      expect(typeof parseFeed({ text, baseUrl }).ok).toBe('boolean');
      expect(typeof parseFeed({ text: rss(text), baseUrl }).ok).toBe('boolean');
    }
  }, 300_000);

  it('with items inside of one another, and megabytes in the innermost, keep a beginning of each', () => {
    const nested = '<item><link>/a</link><title>Two</title><description> ';
    const text = rss(`${nested.repeat(98)}${'so many words '.repeat(150_000)}${'</description></item>'.repeat(98)}`);
    const result = parseFeed({ text, baseUrl });
    expect(result.ok && result.value.items.length).toBe(98);
  });

  it('with authors of nothing but at signs keep their items', () => {
    const text = rss(item(`<title>Two</title><author>${'@'.repeat(200)}</author>`).repeat(900));
    const result = parseFeed({ text, baseUrl });
    expect(result.ok && result.value.items.length).toBe(900);
  });

  it('that declare entities in terms of entities grow by nothing', () => {
    const entities = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');
    const text = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">${entities}<!ENTITY file SYSTEM "file:///etc/passwd">]>${rss(item('<title>Two &e12; &file;</title>'))}`;
    const result = parseFeed({ text, baseUrl });
    expect(result.ok && result.value.items[0]?.title).toBe('Two &e12; &file;');
  });
});
