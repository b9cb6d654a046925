// A timeout that counts only the time in which this process could have received an answer, not wall-clock time.
//
// While the process is starved or busy, answers that have arrived stay unread, and timers fire before they are read. The time is
// therefore counted in slices, each of which takes a turn of the event loop to end:
//
//   20 s, busy from second 2 to 30   AbortSignal.timeout  fires at 30, before the answer that arrived at 3 is read
//                                    startTimeout         18 of 20 slices are left at 30: the answer is read

const SLICES = 20;

export function startTimeout(ms: number): AbortSignal {
  const ending = new AbortController();
  let left = SLICES;
  const timer = setInterval(() => {
    left -= 1;
    if (left > 0) return;
    clearInterval(timer);
    ending.abort(new DOMException('No answer in time', 'TimeoutError'));
  }, ms / SLICES).unref();
  return ending.signal;
}
