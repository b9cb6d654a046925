// Keeps a copy of the organisation's policy in storage.local, because the browser's first answer about it takes seconds.
//
//   worker starts ──▶ (copy is used) ──managed.get() after about 2 s──▶ same: nothing; other: copy is written, listeners run
//
// The first start under a new policy therefore uses the device, which sends nothing, and switches once the policy is known.
import { browser } from '../browser.ts';
import { reportFailure } from '../report-failure.ts';
import { type Policy, parsePolicy } from './policy.ts';

const KEY = 'policy';

export async function readPolicy(): Promise<Policy> {
  return parsePolicy((await browser.storage.local.get(KEY))[KEY] ?? {});
}

/** Slow: never await it on the way to something that a reader waits for. */
export async function refreshPolicy(): Promise<void> {
  const [managed, before] = await Promise.all([readManaged(), readPolicy()]);
  const policy = parsePolicy(managed);
  if (JSON.stringify(policy) !== JSON.stringify(before)) await browser.storage.local.set({ [KEY]: policy });
}

/** What Firefox says if no policy is set. After any other failure, such as during a shutdown, the copy stays in force. */
const NO_POLICY = /manifest not found/i;

async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch (cause) {
    if (NO_POLICY.test(String(cause))) return {};
    throw cause;
  }
}

/** Also reacts to the browser's own event; returns a function that stops it. */
export function onPolicyChanged(listener: () => void): () => void {
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'managed') refreshPolicy().catch((cause: unknown) => reportFailure('reading the policy', cause));
    if (area === 'local' && Object.hasOwn(changes, KEY)) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
