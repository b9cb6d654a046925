// Decides what a signal asks of a running server: SIGTERM, SIGINT and SIGHUP to stop in order, a second SIGINT to end at once.
import type { EventEmitter } from 'node:events';

/** `signals` is the process. The answer aborts when the server is to stop. */
export function listenForStop(signals: Pick<EventEmitter, 'on'>, endAtOnce: () => void): AbortSignal {
  const told = new AbortController();
  // A service manager signals every process of a service, and scripts/run.mjs passes its own on: one wish may come twice.
  // SIGHUP comes when the terminal is closed.
  for (const signal of ['SIGTERM', 'SIGHUP']) signals.on(signal, () => told.abort());
  let isInterrupted = false;
  signals.on('SIGINT', () => {
    if (isInterrupted) endAtOnce();
    isInterrupted = true;
    told.abort();
  });
  return told.signal;
}
