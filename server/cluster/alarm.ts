// Waits until it is rung or a time has passed; a ring while nobody waits ends the next wait at once.

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
