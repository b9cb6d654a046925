// What a wide table scrolls in: the keyboard can get there, to scroll it, while there is something to scroll.
//
// Browsers take the keyboard there by themselves since 2024 (Chrome 130); the oldest that are supported do not.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

type WideTableProps = { readonly class: string; readonly label: string; readonly children: ComponentChildren };

export function WideTable({ class: className, label, children }: WideTableProps) {
  const frame = useRef<HTMLElement>(null);
  const [isScrolling, setScrolling] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    // It is told of at once, when what it is folded into is opened, and when window or text become larger.
    const watch = new ResizeObserver(() => setScrolling(element.scrollWidth > element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return (
    <section
      ref={frame}
      class={className}
      aria-label={isScrolling ? label : undefined}
      tabIndex={isScrolling ? 0 : undefined}
    >
      {children}
    </section>
  );
}
