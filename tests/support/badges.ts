// What the browser tests of badges read from a page: badges, text that they must not cover, layout shifts.
import type { Page } from '@playwright/test';

export const HOST = 'parallax-badges';

export const placedBadges = (page: Page) => page.locator(`${HOST} .badge.placed`);
export const openCard = (page: Page) => page.locator(`${HOST} [role="dialog"]`);
export const badgeOf = (page: Page, headline: string) =>
  page.locator(`${HOST} .badge.placed[aria-description="${headline.replaceAll('"', '\\"')}"]`);

/** Waits as long as a badge takes to appear or disappear, if nothing else shows when that is over. */
export const waitFor = (page: Page, ms: number) =>
  page.evaluate(async (during) => {
    const until = performance.now() + during;
    while (performance.now() < until) await new Promise(requestAnimationFrame);
  }, ms);

/** Call it before the page is opened. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const seen = window as unknown as { shifts: number };
        seen.shifts += (entry as unknown as { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export const readShifts = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { shifts: number }).shifts);

export type BadgeFacts = {
  readonly headline: string;
  readonly width: number;
  readonly height: number;
  readonly fontSize: string;
  readonly isInside: boolean;
  /** Texts of the page that are under the badge. */
  readonly covers: readonly string[];
};

/** For every badge that is visible in the window. */
export const readBadges = (page: Page): Promise<BadgeFacts[]> =>
  page.evaluate((hostName) => {
    const texts: { text: string; rects: DOMRect[] }[] = [];
    /** Text that the page's own boxes clip cannot be covered. */
    const seenPart = (rect: DOMRect, parent: Element | null): DOMRect => {
      let { left, top, right, bottom } = rect;
      for (let at = parent; at !== null && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflowX === 'visible') continue;
        const box = at.getBoundingClientRect();
        [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
        [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };
    const collect = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
      for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
        if (node instanceof Element && node.shadowRoot !== null && node.localName !== hostName)
          collect(node.shadowRoot);
        if (!(node instanceof Text) || node.data.trim() === '') continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const rects = [...range.getClientRects()].map((rect) => seenPart(rect, node.parentElement));
        texts.push({ text: node.data.trim(), rects: rects.filter(({ width, height }) => width > 0 && height > 0) });
      }
    };
    collect(document.body);
    const badges = document.querySelector(hostName)?.shadowRoot?.querySelectorAll<HTMLElement>('.badge.placed') ?? [];
    return [...badges].map((badge) => {
      const pill = badge.querySelector('.badge-pill')?.getBoundingClientRect() ?? new DOMRect();
      const box = badge.getBoundingClientRect();
      const isOn = (rect: DOMRect) =>
        rect.left < pill.right - 1 &&
        pill.left < rect.right - 1 &&
        rect.top < pill.bottom - 4 &&
        pill.top < rect.bottom - 4;
      return {
        headline: badge.getAttribute('aria-description') ?? '',
        width: box.width,
        height: box.height,
        fontSize: getComputedStyle(badge).fontSize,
        isInside: box.left >= -1 && box.right <= innerWidth + 1,
        covers: texts.filter(({ rects }) => rects.some(isOn)).map(({ text }) => text),
      };
    });
  }, HOST);
