// Runs a stepwise computation without ever holding the page's thread for long.

/** A quarter of the 50 ms that make a long task: the page's own work has to fit beside it. */
const SLICE_MS = 12;

/** Null when aborted. The steps themselves have to be short; between them the page gets its turn. */
export async function runInSlices<Value>(steps: Generator<void, Value>, signal: AbortSignal): Promise<Value | null> {
  let until = performance.now() + SLICE_MS;
  for (;;) {
    if (signal.aborted) return null;
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await giveWay();
    until = performance.now() + SLICE_MS;
  }
}

function giveWay(): Promise<void> {
  const scheduler: { yield?: () => Promise<void> } | undefined = Reflect.get(globalThis, 'scheduler');
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}
