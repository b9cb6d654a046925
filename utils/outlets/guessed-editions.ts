// The editions to begin with, from the languages of the user's browser.
import { guessEditions } from '../../engine/outlet/editions.ts';

export const guessedEditions = (): string[] => [...guessEditions(navigator.languages)];
