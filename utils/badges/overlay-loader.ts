// Has the overlay's script added to the page once there is something to show, together with the answer that says so.
//
//   coming, where the scout has found a link that is covered
//   none ── links are asked for ─▶ asked ── nobody covers them ─▶ none
//     │                              └───── some are covered ──▶ coming
//     └── a badge is to be shown ─▶ script asked for ──────────▶ coming
//
// Invariant: at most one question at a time may bring the script, so that it is not added to the page twice.
import type { MessageInput } from '../messages.ts';
import type { WorkerLine } from './ask-worker.ts';
import type { BadgeDensity, FoundBadges } from './badge-schema.ts';
import { type BadgeOverlay, findPart, whenOffered } from './overlay/overlay-port.ts';

export type OverlayLoader = {
  /** Null when the worker did not answer. */
  lookUp(question: Omit<MessageInput<'links/lookup'>, 'needsOverlay'>): Promise<FoundBadges | null>;
  /** Answers when the script has run, which it never does where the browser keeps it out of the page. */
  open(density: BadgeDensity): Promise<BadgeOverlay>;
};

export function createOverlayLoader(line: WorkerLine, { isComing }: { readonly isComing: boolean }): OverlayLoader {
  let script: 'none' | 'asked' | 'coming' = isComing || findPart('__parallaxOverlay') !== null ? 'coming' : 'none';
  return {
    async lookUp(question) {
      const needsOverlay = script === 'none';
      if (needsOverlay) script = 'asked';
      const found = await line.ask('links/lookup', { ...question, needsOverlay });
      if (needsOverlay) script = found === null || found.length === 0 ? 'none' : 'coming';
      return found;
    },
    open(density) {
      if (script !== 'coming') void line.ask('links/script', { part: 'overlay' });
      script = 'coming';
      return new Promise((resolve) => {
        // In a turn of its own: compiling the script has held the page long enough.
        whenOffered('__parallaxOverlay', (create) => setTimeout(() => resolve(create({ line, density })), 0));
      });
    },
  };
}
