// An intersection observer for a DOM without layout: the test decides what is near the window.

type Entry = Pick<IntersectionObserverEntry, 'target' | 'isIntersecting' | 'boundingClientRect'>;

export type NearWindow = {
  /** Sets where every element is. */
  place(placeOf: (element: Element) => 'near' | 'far' | 'boxless'): void;
};

/** At first every element is near. */
export function fakeNearWindow(): NearWindow {
  const observers = new Set<FakeObserver>();
  let placeOf: (element: Element) => 'near' | 'far' | 'boxless' = () => 'near';

  class FakeObserver {
    readonly targets = new Map<Element, string>();
    readonly tell: (entries: Entry[]) => void;
    constructor(tell: (entries: Entry[]) => void) {
      this.tell = tell;
      observers.add(this);
    }
    observe(target: Element) {
      if (this.targets.has(target)) return;
      this.targets.set(target, '');
      queueMicrotask(() => this.look());
    }
    unobserve(target: Element) {
      this.targets.delete(target);
    }
    disconnect() {
      this.targets.clear();
    }
    look() {
      const entries: Entry[] = [];
      for (const [target, before] of this.targets) {
        const place = target.isConnected ? placeOf(target) : 'boxless';
        if (place === before) continue;
        this.targets.set(target, place);
        const size = place === 'boxless' ? 0 : 100;
        const boundingClientRect = new DOMRect(0, 0, size, size);
        entries.push({ target, isIntersecting: place === 'near', boundingClientRect });
      }
      if (entries.length > 0) this.tell(entries);
    }
  }
  Object.assign(globalThis, { IntersectionObserver: FakeObserver });
  return {
    place(next) {
      placeOf = next;
      for (const observer of observers) observer.look();
    },
  };
}
