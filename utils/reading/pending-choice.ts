// A choice of where to read pages that waits for the browser's permission, since the permission dialog may close the popup.
//
//   popup requests ──▶ the choice waits ──granted──▶ written to the settings, by the popup or, if that is closed, the worker
//                                        └─refused──▶ dropped by the popup or, if that is closed, never written
//
// If it were written before the answer, it would survive a refusal.
import * as z from 'zod/mini';
import { browser } from '../browser.ts';
import { changeSetting, writeSetting } from '../settings.ts';
import { EVERY_SITE, toMatchPattern } from './readable-sites.ts';

/** A host, or null for every site. */
type Site = string | null;

const KEY = 'pendingChoice';
const PendingChoice = z.object({ site: z.nullable(z.string()), askedAt: z.number() });

/** Longer than anyone considers the dialog; a later permission for the same sites has another reason. */
const PENDING_MAX_MS = 5 * 60_000;

export const originOf = (site: Site): string => (site === null ? EVERY_SITE : toMatchPattern(site));

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

/**
 * Applies the choice that waited for a permission. Call it after any new permission, and when the worker starts, since the one
 * before may have died first.
 */
export async function settleChoice(): Promise<void> {
  const pending = PendingChoice.safeParse((await browser.storage.session.get(KEY))[KEY]);
  if (!pending.success) return;
  const { site, askedAt } = pending.data;
  // abs(): after the clock was set back, an old choice would otherwise stay valid until the clock catches up.
  if (Math.abs(Date.now() - askedAt) > PENDING_MAX_MS) return;
  if (!(await browser.permissions.contains({ origins: [originOf(site)] }))) return;
  await makeChoice(site);
  await dropChoice();
}
