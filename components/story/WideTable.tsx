// The scroll container of a wide table, focusable while it overflows, so that the keyboard can scroll it.
//
// Newer browsers make scroll containers focusable by themselves (Chrome since 130, 2024); the oldest supported ones do not.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

type WideTableProps = { readonly class: string; readonly label: string; readonly children: ComponentChildren };

export function WideTable({ class: className, label, children }: WideTableProps) {
  const frame = useRef<HTMLElement>(null);
  const [isScrolling, setScrolling] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    // Fires at once, when the enclosing details element is opened, and when the window or the text size changes.
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
