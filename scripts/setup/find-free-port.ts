// A currently unused port of this machine; another program may take it before the caller does.
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // on a TCP port it is never a path
  await new Promise((resolve) => server.close(resolve));
  return port;
}
