// Runs the server until a signal tells it to stop.
import { once } from 'node:events';
import { toAddress } from './http/to-address.ts';
import { listenForStop } from './listen-for-stop.ts';
import { type ServerParts, startServer } from './start-server.ts';
import { explainOpening } from './store/explain-opening.ts';

/** Limit for finishing what is under way; longer than any single step takes. */
const STOP_MAX_MS = 60_000;

/** Returns the exit code. */
export async function runServer(parts: ServerParts): Promise<number> {
  const stopSignal = listenForStop(process, () => process.exit(130));
  const started = await startServer(parts);
  if (!started.ok) {
    for (const sentence of started.error) console.error(sentence);
    return 1;
  }
  const { port, lost } = started.value;
  if (port !== null) console.error(`Parallax answers at ${toAddress({ ...parts.settings, port })}`);
  const ending = AbortSignal.any(lost === undefined ? [stopSignal] : [stopSignal, lost]);
  if (!ending.aborted) await once(ending, 'abort');
  const isLost = lost?.aborted === true;
  if (isLost) for (const sentence of explainOpening(lost.reason, parts.settings.dataFolder)) console.error(sentence);
  parts.log.info('server stops');
  const tooLong = setTimeout(() => process.exit(1), STOP_MAX_MS).unref();
  await started.value.stop();
  clearTimeout(tooLong);
  parts.log.info('server stopped');
  return isLost ? 1 : 0;
}
