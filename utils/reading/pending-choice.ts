// Where pages are to be read once the browser has allowed it: the choice waits for an answer that may close the popup.
//
//   popup asks the browser ──▶ the choice waits ──granted──▶ written to the settings, by the popup or, without it, the worker
//                                              └──refused──▶ dropped by the popup or, without it, never written
//
// Written before the answer it would outlive a refusal.
import * as z from 'zod/mini';
import { browser } from '../browser.ts';
import { changeSetting, writeSetting } from '../settings.ts';
import { EVERY_SITE, toMatchPattern } from './readable-sites.ts';

/** A host, or null for every site. */
type Site = string | null;

const KEY = 'pendingChoice';
const PendingChoice = z.object({ site: z.nullable(z.string()), askedAt: z.number() });

/** Nobody thinks longer about the browser's question; a later grant of the same sites is about something else. */
const PENDING_MAX_MS = 5 * 60_000;

export const toOriginOf = (site: Site): string => (site === null ? EVERY_SITE : toMatchPattern(site));

export async function holdChoice(site: Site): Promise<void> {
  await browser.storage.session.set({ [KEY]: { site, askedAt: Date.now() } });
}

export async function dropChoice(): Promise<void> {
  await browser.storage.session.remove(KEY);
}

export async function makeChoice(site: Site): Promise<void> {
  if (site === null) return writeSetting('readingMode', 'every-site');
  await changeSetting('chosenSites', (sites) => (sites.includes(site) ? sites : [...sites, site]));
  await changeSetting('readingMode', (mode) => (mode === 'on-click' ? 'chosen-sites' : mode));
}

/** After any new permission: makes the choice that waited for it. */
export async function settleChoice(): Promise<void> {
  const pending = PendingChoice.safeParse((await browser.storage.session.get(KEY))[KEY]);
  if (!pending.success) return;
  const { site, askedAt } = pending.data;
  // Another sign would be that of a clock that was set back: for as long, an old choice would count.
  if (Math.abs(Date.now() - askedAt) > PENDING_MAX_MS) return;
  if (!(await browser.permissions.contains({ origins: [toOriginOf(site)] }))) return;
  await makeChoice(site);
  await dropChoice();
}
