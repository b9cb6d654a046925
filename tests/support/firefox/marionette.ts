// A client for Marionette, Firefox's own automation protocol: it needs no driver program and, unlike WebDriver, it reaches the
// browser's windows and the pages of extensions.
//
// A message is its length in bytes, a colon, and JSON: [0, id, command, parameters] is a request, [1, id, error, result] its
// answer. First of all, the browser sends an object as a greeting.
import { once } from 'node:events';
import net from 'node:net';

export type Marionette = {
  readonly send: (command: string, parameters?: object) => Promise<unknown>;
  readonly disconnect: () => void;
};

type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (cause: Error) => void };
type Answer = readonly [1, number, { readonly error: string; readonly message: string } | null, unknown];

export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = net.connect(port, '127.0.0.1');
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const end = (cause: Error) => {
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  const greeted = new Promise<void>((resolve) => {
    readMessages(socket, (message) => (isAnswer(message) ? settle(message) : resolve()));
  });
  socket.on('error', end);
  socket.on('close', () => end(new Error('Firefox closed the connection.')));

  function settle([, id, error, result]: Answer): void {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === null) asked?.resolve(result);
    else asked?.reject(new Error(`${error.error}: ${error.message}`));
  }

  await once(socket, 'connect');
  await greeted;
  return {
    send: (command, parameters = {}) => {
      lastId += 1;
      const id = lastId;
      const text = JSON.stringify([0, id, command, parameters]);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      });
    },
    disconnect: () => socket.destroy(),
  };
}

const isAnswer = (message: unknown): message is Answer => Array.isArray(message);

function readMessages(socket: net.Socket, onMessage: (message: unknown) => void): void {
  let held = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    for (;;) {
      const colon = held.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(held.subarray(0, colon).toString('ascii'));
      if (held.length < end) return;
      const text = held.subarray(colon + 1, end).toString('utf8');
      held = held.subarray(end);
      onMessage(JSON.parse(text));
    }
  });
}
