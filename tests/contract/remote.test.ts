// The remote source fulfils the contract with a fake server that has the API of engine/api.ts.

import { openRemoteFixture, sourceOf } from '../support/remote-fixtures.ts';
import { coverageSourceContract } from './coverage-source.ts';
import { createOnDeviceContractIndex } from './on-device-index.ts';

coverageSourceContract('the remote source', async () => {
  const { source, store, merge } = await createOnDeviceContractIndex();
  const remote = openRemoteFixture({ source, store });
  remote.api.headers = { 'cache-control': 'no-store' };
  return { source: sourceOf(remote), merge };
});

coverageSourceContract('the remote source for a private window', async () => {
  const { source, store, merge } = await createOnDeviceContractIndex();
  const remote = openRemoteFixture({ source, store });
  remote.api.headers = { 'cache-control': 'no-store' };
  return { source: sourceOf(remote, true), merge };
});
