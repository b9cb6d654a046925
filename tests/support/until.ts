// Waits until an expectation holds: on a busy machine this takes longer than a second, after which vi.waitFor gives up.
import { vi } from 'vitest';

const PATIENCE_MS = 30_000;

export const until = <Value>(check: () => Value | Promise<Value>): Promise<Value> =>
  vi.waitFor(check, { timeout: PATIENCE_MS });
