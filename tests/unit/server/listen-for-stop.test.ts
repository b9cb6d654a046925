// A server shuts down in order however often a service manager signals it; only a second Ctrl-C ends it at once.
import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { listenForStop } from '../../../server/listen-for-stop.ts';

it.each<[string, readonly string[], boolean]>([
  ['one SIGTERM', ['SIGTERM'], false],
  ['SIGTERM to the whole group, and once more from its leader', ['SIGTERM', 'SIGTERM', 'SIGTERM'], false],
  ['the terminal is closed', ['SIGHUP'], false],
  ['the terminal is closed, and run.mjs passes that on', ['SIGHUP', 'SIGHUP'], false],
  ['one Ctrl-C', ['SIGINT'], false],
  ['Ctrl-C, and SIGTERM by whoever started it', ['SIGINT', 'SIGTERM'], false],
  ['Ctrl-C twice', ['SIGINT', 'SIGINT'], true],
])('%s', (_, sent, isAtOnce) => {
  const signals = new EventEmitter();
  const endAtOnce = vi.fn();
  const stop = listenForStop(signals, endAtOnce);
  expect(stop.aborted).toBe(false);
  for (const signal of sent) signals.emit(signal);
  expect(stop.aborted).toBe(true);
  expect(endAtOnce).toHaveBeenCalledTimes(isAtOnce ? 1 : 0);
});
