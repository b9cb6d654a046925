// Valid times: only those that can be formatted, since a server's answers are shown as they are parsed.
import { expect, test } from 'vitest';
import { EpochMs } from '../../../engine/ids.ts';

test.each([0, -8.64e15, 8.64e15])('%d is a time', (at) => {
  expect(EpochMs.safeParse(at).success).toBe(true);
  expect(() => new Date(at).toISOString()).not.toThrow();
});

test.each([8.64e15 + 2, -8.64e15 - 2, 1.5, Number.NaN])('%d is none', (at) => {
  expect(EpochMs.safeParse(at).success).toBe(false);
});
