// Aborting a controller creates no error object.
import { expect, it } from 'vitest';
import { endSignal } from '../../../../utils/page/end-signal.ts';

it('ends a signal without an error that says why', () => {
  const controller = new AbortController();
  endSignal(controller);
  expect(controller.signal.aborted).toBe(true);
  expect(controller.signal.reason).not.toBeInstanceOf(Error);
});
