// Runs a generator in slices, so that it never blocks the page's thread for long.

/** A quarter of the 50 ms that make a long task, to leave room for the page's own work. */
const SLICE_MS = 12;

/** Null if aborted. The steps themselves have to be short, because it pauses only between them. */
export async function runInSlices<Value>(steps: Generator<void, Value>, signal: AbortSignal): Promise<Value | null> {
  let until = performance.now() + SLICE_MS;
  for (;;) {
    if (signal.aborted) return null;
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await yieldToPage();
    until = performance.now() + SLICE_MS;
  }
}

function yieldToPage(): Promise<void> {
  const scheduler: { yield?: () => Promise<void> } | undefined = Reflect.get(globalThis, 'scheduler');
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}
