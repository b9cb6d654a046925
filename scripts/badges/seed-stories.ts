// Stores invented coverage of given links in the extension's index, so that badges can be shown and measured on any page.
//
// The outlets are from the registry, because their ratings make the spread; their reports are invented, say so, and are at
// addresses that do not exist.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { canonicalizeUrl } from '../../engine/article/canonical-url.ts';
import { toArticleId } from '../../engine/ids.ts';
import { createOutletDirectory } from '../../engine/outlet/outlet-directory.ts';
import { resolveOutletId } from '../../engine/outlet/resolve-outlet-id.ts';

export type SeededLink = { readonly url: string; readonly text: string };

const DATA = path.resolve(import.meta.dirname, '../../public/data');
const readData = (file: string) => JSON.parse(readFileSync(path.join(DATA, file), 'utf8'));
const REPORTS_MIN = 3;
const REPORTS_SPAN = 24;
const MINUTE_MS = 60_000;

/** Every link becomes a story of 3 to 26 outlets, from varying sides. */
export async function seedStories(control: Page, links: readonly SeededLink[]): Promise<number> {
  const now = Date.now();
  const directory = createOutletDirectory([readData('outlets.json')]);
  const rated = Object.keys(readData('ratings/mbfc-2024-bias.json').values).filter((id) => directory.get(id) !== null);
  const unrated = directory.outlets
    .filter(({ id, feeds }) => feeds.length > 0 && !rated.includes(id))
    .map(({ id }) => id);
  const rows = links.flatMap(({ url, text }, index) => {
    const own = canonicalizeUrl(url);
    const ownOutlet = own === null ? null : resolveOutletId(directory, own);
    if (own === null || ownOutlet === null) return [];
    const count = REPORTS_MIN + ((index * 7) % REPORTS_SPAN);
    const outlets = Array.from({ length: count }, (_, member) =>
      pick(member % 4 === 3 ? unrated : rated, index * 31 + member * 17),
    );
    const articles = [
      { url: own, outletId: ownOutlet, title: text, minutes: 30 },
      ...[...new Set(outlets)].map((outletId, member) => ({
        url: `https://${outletId.replace(/[^a-z0-9.]/gi, '-')}.test/${new URL(own).hostname}/story-${index}`,
        outletId,
        title: `Invented report number ${member + 1} on the same event as the link on this page`,
        minutes: 40 + member * 13,
      })),
    ];
    return articles.map((article) => toRow({ ...article, storyId: `seeded-${new URL(own).hostname}-${index}`, now }));
  });
  await control.evaluate(writeRows, rows);
  return rows.length;
}

function pick(ids: readonly string[], at: number): string {
  return ids[at % ids.length] ?? '';
}

type RowParts = { url: string; outletId: string; title: string; minutes: number; storyId: string; now: number };

function toRow({ url, outletId, title, minutes, storyId, now }: RowParts) {
  const id = toArticleId(url);
  const at = now - minutes * MINUTE_MS;
  return {
    id,
    url,
    link: url,
    outletId,
    title: title.slice(0, 400),
    lead: '',
    lang: 'en',
    kind: 'report',
    publishedAt: at,
    firstSeenAt: at,
    credit: null,
    storyId,
    familyId: id,
    formerTitles: [],
  };
}

/** Runs in a page of the extension. */
async function writeRows(rows: readonly object[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('parallax');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction('articles', 'readwrite');
  for (const row of rows) transaction.objectStore('articles').put(row);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}
