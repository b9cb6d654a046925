// A process of its own for the load, so that the server that is measured has its thread for itself.
import { runLoad } from './load.ts';

process.on('message', async (load) => {
  process.send?.(await runLoad(load as Parameters<typeof runLoad>[0])); // sent by start-process.ts
});
