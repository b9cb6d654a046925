// The outlets of the story that a page shows, as its reports carry them: what stands behind a source is told the same everywhere.
import { createContext } from 'preact';
import type { Coverage } from '../../engine/schema.ts';

export const StoryOutlets = createContext<Coverage['outlets']>({});
