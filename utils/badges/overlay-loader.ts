// Loads the overlay's script into the page once there is something to show, together with the answer that says so.
//
//   coming, if the scout has found a covered link
//   none ── links are looked up ─▶ asked ── none is covered ─▶ none
//     │                              └───── some are covered ─▶ coming
//     └── a badge is to be shown ─▶ script requested ─────────▶ coming
//   coming, but not there when everything is looked up again ─▶ none
//
// Invariant: at most one lookup at a time may bring the script, so that it is not added to the page twice.
import type { MessageInput } from '../messages.ts';
import type { WorkerLine } from './ask-worker.ts';
import type { BadgeDensity, LinksAnswer } from './badge-schema.ts';
import { type BadgeOverlay, findPart, whenOffered } from './overlay/overlay-port.ts';

export type OverlayLoader = {
  /** Null when the worker does not answer. */
  lookUp(question: Omit<MessageInput<'links/lookup'>, 'needsOverlay'>): Promise<LinksAnswer | null>;
  /** Resolves when the script has run, which never happens if the browser keeps it out of the page. */
  open(density: BadgeDensity): Promise<BadgeOverlay>;
  /** Before everything is looked up again: a script that has not come by now may be brought again. */
  renew(): void;
};

export function createOverlayLoader(line: WorkerLine, { isComing }: { readonly isComing: boolean }): OverlayLoader {
  const isThere = () => findPart('__parallaxOverlay') !== null;
  let script: 'none' | 'asked' | 'coming' = isComing || isThere() ? 'coming' : 'none';
  return {
    async lookUp(question) {
      const needsOverlay = script === 'none';
      if (needsOverlay) script = 'asked';
      const answer = await line.ask('links/lookup', { ...question, needsOverlay });
      if (needsOverlay) script = answer === null || answer.found.length === 0 ? 'none' : 'coming';
      return answer;
    },
    open(density) {
      if (script !== 'coming') void line.ask('links/script', { part: 'overlay' });
      script = 'coming';
      return new Promise((resolve) => {
        // In a task of its own, because compiling the script has blocked the page long enough.
        whenOffered('__parallaxOverlay', (create) => setTimeout(() => resolve(create({ line, density })), 0));
      });
    },
    renew() {
      if (script === 'coming' && !isThere()) script = 'none';
    },
  };
}
