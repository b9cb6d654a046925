// Copies of the builds for browser tests, so that a new build during a run does not change what is tested.
import path from 'node:path';

export const TESTED_EXTENSION = path.resolve(import.meta.dirname, '../../test-results/extension');
export const TESTED_FIREFOX_EXTENSION = path.resolve(import.meta.dirname, '../../test-results/extension-firefox');
