// The files of the firehose: their names, their lines, and the limits for hostile ones.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { lastFullMinute, toMinuteFile } from '../../../../server/ingest/firehose/minute-file.ts';
import { readArticleLine } from '../../../../server/ingest/firehose/read-article-line.ts';
import { LINE_LIMITS, readLines } from '../../../../server/ingest/firehose/read-lines.ts';

const NOW = Date.UTC(2026, 4, 3, 12, 0, 59, 999);
const reading = {
  directory: createOutletDirectory([]),
  identifyLanguage: () => ({ lang: 'en', isReliable: true }),
  now: NOW,
};

async function linesOf(text: string, limits = LINE_LIMITS): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  for await (const line of readLines(gzipSync(text), limits)) lines.push(line);
  return lines;
}

describe('minute files', () => {
  it('are named after their minute in UTC', () => {
    expect(toMinuteFile(Date.UTC(2026, 0, 2, 3, 4))).toBe('20260102030400.gal.json.gz');
  });

  it('are there when the minute is over', () => {
    expect(lastFullMinute(NOW)).toBe(Date.UTC(2026, 4, 3, 11, 59));
    expect(lastFullMinute(NOW + 1)).toBe(Date.UTC(2026, 4, 3, 12, 0));
  });
});

describe('readLines', () => {
  it('gives lines whole, across pieces and letters of several bytes', async () => {
    const lines = Array.from({ length: 5_000 }, (_, n) => `${n} ${'漢é'.repeat(n % 40)}`);
    expect(await linesOf(lines.join('\n'))).toEqual(lines);
    expect(await linesOf('a\n\nb\n')).toEqual(['a', '', 'b']);
    expect(await linesOf('')).toEqual([]);
  });

  it('keeps nothing of a line that is too long, and goes on after it', async () => {
    const limits = { bytesMax: 10_000_000, lineMax: 100 };
    const text = `short\n${'x'.repeat(1_000_000)}\n${'y'.repeat(100)}\n${'z'.repeat(101)}`;
    expect(await linesOf(text, limits)).toEqual(['short', null, 'y'.repeat(100), null]);
  });

  it('reads a file that was unpacked on its way, because its server called the compression one of the answer', async () => {
    const lines = Array.from({ length: 5_000 }, (_, n) => `{"n":${n},"title":"${'漢é'.repeat(n % 40)}"}`);
    const read = [];
    for await (const line of readLines(Buffer.from(lines.join('\n')))) read.push(line);
    expect(read).toEqual(lines);
  });

  it('stops at a bomb, at a file that is cut off, and at what is no gzip', async () => {
    await expect(linesOf('x\n'.repeat(1_000), { bytesMax: 1_000, lineMax: 10 })).rejects.toThrow('too much');
    const whole = gzipSync('a line of text\n'.repeat(1_000));
    const read = async (bytes: Uint8Array) => {
      for await (const line of readLines(bytes)) expect(line).not.toBeUndefined();
    };
    await expect(read(whole.subarray(0, whole.length - 20))).rejects.toThrow();
    await expect(read(Buffer.from('<html>'))).rejects.toThrow();
  });
});

describe('readArticleLine', () => {
  const line = {
    date: '2026-05-03T11:55:00Z',
    url: 'https://www.harbour.test/news/bridge?utm_source=x',
    domain: 'harbour.test',
    outletName: 'Harbour Times',
    title: 'A bridge opens | Harbour Times',
    desc: 'The bridge is &amp; stays open.',
    lang: 'en',
  };

  it('makes an article of a line', () => {
    expect(readArticleLine(JSON.stringify(line), reading)).toMatchObject({
      url: 'https://harbour.test/news/bridge',
      outletId: 'host:harbour.test',
      title: 'A bridge opens',
      lead: 'The bridge is & stays open.',
      lang: 'en',
      publishedAt: Date.UTC(2026, 4, 3, 11, 55),
      firstSeenAt: NOW,
    });
  });

  it('needs no more than an address and a title', () => {
    const bare = { url: line.url, title: 'A bridge opens', desc: null, lang: 7, date: 'never' };
    expect(readArticleLine(JSON.stringify(bare), reading)).toMatchObject({ lead: '', publishedAt: null });
  });

  it.each([
    ['no JSON', '{"url":'],
    ['nothing', ''],
    ['a list', '[1]'],
    ['no title', JSON.stringify({ ...line, title: '' })],
    ['a title that is no text', JSON.stringify({ ...line, title: {} })],
    ['no address', JSON.stringify({ ...line, url: 'bridge' })],
    ['another protocol', JSON.stringify({ ...line, url: 'javascript:alert(1)' })],
    ['a front page', JSON.stringify({ ...line, url: 'https://harbour.test/' })],
  ])('refuses %s', (_, text) => {
    expect(readArticleLine(text, reading)).toBeNull();
  });
});
