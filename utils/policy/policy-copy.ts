// Keeps a copy of the organisation's policy in storage.local, because the browser takes seconds for the first question about it.
//
//   worker starts ──▶ (copy is used) ──managed.get() after about 2 s──▶ (same: nothing) or (other: copy is written, listeners run)
//
// The first start under a new policy therefore begins on the device, which sends nothing, and changes over when it is known.
import { browser } from '../browser.ts';
import { reportFailure } from '../report-failure.ts';
import { type Policy, parsePolicy } from './policy.ts';

const KEY = 'policy';

export async function readPolicy(): Promise<Policy> {
  return parsePolicy((await browser.storage.local.get(KEY))[KEY] ?? {});
}

/** Never to be awaited by what a reader waits for. */
export async function refreshPolicy(): Promise<void> {
  const [managed, before] = await Promise.all([readManaged(), readPolicy()]);
  const policy = parsePolicy(managed);
  if (JSON.stringify(policy) !== JSON.stringify(before)) await browser.storage.local.set({ [KEY]: policy });
}

/** Firefox has no managed storage at all where nobody has set any. */
async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return {};
  }
}

/** Listens to the browser's own notice too; returns how to stop. */
export function onPolicyChanged(listener: () => void): () => void {
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'managed') refreshPolicy().catch((cause: unknown) => reportFailure('reading the policy', cause));
    if (area === 'local' && Object.hasOwn(changes, KEY)) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
