// Runs the load in a separate process, so that the measured server has its thread to itself.
import { runLoad } from './load.ts';

process.on('message', async (load) => {
  process.send?.(await runLoad(load as Parameters<typeof runLoad>[0])); // sent by start-process.ts
});
