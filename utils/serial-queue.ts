// Runs one task at a time, in the order of the calls; a task that fails does not stop the next.

export type SerialQueue = <Value>(task: () => Promise<Value>) => Promise<Value>;

export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const running = last.then(task);
    last = running.catch(() => undefined);
    return running;
  };
}
