// The on-device source, with the real engine and an in-memory IndexedDB, fulfils the contract.
import { startWorker } from '../support/on-device-fixtures.ts';
import { coverageSourceContract } from './coverage-source.ts';
import { createOnDeviceContractIndex, realEngine } from './on-device-index.ts';

coverageSourceContract('the on-device source', createOnDeviceContractIndex);

coverageSourceContract('the on-device source after a restart of the worker', async () => {
  const { merge } = await createOnDeviceContractIndex();
  return { source: startWorker(realEngine).source, merge };
});
