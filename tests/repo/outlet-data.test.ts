// The shipped outlet data equal the builder's output for the sources, so nobody edits them by hand. Skipped without the sources.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../scripts/outlets/build.ts';
import { formatOutlets, formatRatings } from '../../scripts/outlets/format.ts';
import { ratingFiles, readDataText } from '../support/outlet-data.ts';

const sources = path.resolve(import.meta.dirname, '../../../shared/corpora/outlets');

describe.skipIf(!existsSync(sources))('a rebuild from the sources', () => {
  it('gives the committed files, twice the same', { timeout: 300_000 }, () => {
    const first = build(sources);
    const again = build(sources);
    expect(formatOutlets(first.outlets) === readDataText('outlets.json')).toBe(true);
    expect(formatOutlets(again.outlets) === formatOutlets(first.outlets)).toBe(true);
    expect(first.ratings.map(({ id }) => `${id}.json`).sort()).toEqual(ratingFiles);
    for (const pack of first.ratings)
      expect(formatRatings(pack) === readDataText(`ratings/${pack.id}.json`)).toBe(true);
  });
});
