// The copy of the build that the browser tests load, so that a new build meanwhile cannot change what is being tested.
import path from 'node:path';

export const TESTED_EXTENSION = path.resolve(import.meta.dirname, '../../test-results/extension');
