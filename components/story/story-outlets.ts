// A context with the shown story's outlets, so that each outlet is described in the same way wherever it is cited.
import { createContext } from 'preact';
import type { Coverage } from '../../engine/schema.ts';

export const StoryOutlets = createContext<Coverage['outlets']>({});
