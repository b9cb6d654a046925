// The copies of the builds that the browser tests load, so that a new build meanwhile cannot change what is being tested.
import path from 'node:path';

export const TESTED_EXTENSION = path.resolve(import.meta.dirname, '../../test-results/extension');
export const TESTED_FIREFOX_EXTENSION = path.resolve(import.meta.dirname, '../../test-results/extension-firefox');
