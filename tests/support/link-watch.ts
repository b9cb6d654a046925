// Watches the story links of the test's document, with time under the test's control, and records what it reports.
import { findSiteHints } from '../../utils/links/site-hints.ts';
import type { StoryLink } from '../../utils/links/story-link.ts';
import { watchStoryLinks } from '../../utils/links/watch-story-links.ts';
import { fakeNearWindow, type NearWindow } from './near-window.ts';

export type LinkWatch = {
  /** "+ address" for found links, "- address" for removed ones, without the site's own origin; "dead". */
  readonly told: string[];
  readonly found: StoryLink[];
  readonly window: NearWindow;
  /** Number of scheduled scans; one that continues in another time slice counts once. */
  looks(): number;
  /** Lets observers run, and everything they schedule, until nothing is pending. */
  settle(): Promise<void>;
  /** Simulates that the extension is disabled, updated or removed while the page stays open. */
  die(): void;
  stop(): void;
};

export function openLinkWatch(): LinkWatch {
  let pending: (() => void)[] = [];
  let looks = 0;
  let isAlive = true;
  const told: string[] = [];
  const found: StoryLink[] = [];
  const name = ({ address }: StoryLink) => address.replace(location.origin, '');
  const window = fakeNearWindow();
  const { stop } = watchStoryLinks({
    root: document,
    hints: findSiteHints(location.hostname),
    onFound: (links) => {
      found.push(...links);
      told.push(...links.map((link) => `+ ${name(link)}`));
    },
    onGone: (links) => told.push(...links.map((link) => `- ${name(link)}`)),
    isAlive: () => isAlive,
    onDead: () => told.push('dead'),
    schedule: (work, delayMs) => {
      if (delayMs > 0) looks += 1;
      pending.push(work);
      return () => {
        pending = pending.filter((other) => other !== work);
      };
    },
  });
  const observersSpoke = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    told,
    found,
    window,
    looks: () => looks,
    async settle() {
      await observersSpoke();
      while (pending.length > 0) {
        pending.shift()?.();
        await observersSpoke();
      }
    },
    die() {
      isAlive = false;
    },
    stop,
  };
}
