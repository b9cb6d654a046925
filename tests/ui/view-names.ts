// The names of all views, for tests that go through every one of them.
import { POPUP_STATES } from '../support/ui/popup-states.ts';

export const VIEW_NAMES: readonly string[] = Object.keys(POPUP_STATES).map((name) => `popup/${name}`);
