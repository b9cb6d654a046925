// Waits until somebody rings or the time is over; a ring while nobody waits is not lost.

export type Alarm = { readonly ring: () => void; readonly wait: (maxMs: number) => Promise<void> };

export function createAlarm(): Alarm {
  let isRung = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      isRung = true;
      wake?.();
    },
    async wait(maxMs) {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, maxMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = null;
      isRung = false;
    },
  };
}
