// Handles the signals of a running server: SIGTERM, SIGINT and SIGHUP stop it in order, a second SIGINT ends it at once.
import type { EventEmitter } from 'node:events';

/** `signals` is the process. The returned signal aborts when the server is to stop. */
export function listenForStop(signals: Pick<EventEmitter, 'on'>, endAtOnce: () => void): AbortSignal {
  const stopping = new AbortController();
  // A service manager signals every process of a service, and scripts/run.mjs forwards its own signals: one request to stop may
  // arrive twice. SIGHUP arrives when the terminal is closed.
  for (const signal of ['SIGTERM', 'SIGHUP']) signals.on(signal, () => stopping.abort());
  let isInterrupted = false;
  signals.on('SIGINT', () => {
    if (isInterrupted) endAtOnce();
    isInterrupted = true;
    stopping.abort();
  });
  return stopping.signal;
}
