// A timeout of the time in which this process could have seen an answer, instead of the time of the clock.
//
// While the process is starved, or busy with something else, answers that have come lie unread, and timers are looked at
// before them. So the time is counted in slices, each of which takes a turn of the event loop to end:
//
//   of 20 s, busy from second 2 to 30   AbortSignal.timeout  over at 30, before the answer that came at 3 is read
//                                       startTimeout         18 of 20 slices are left at 30: the answer is read

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
