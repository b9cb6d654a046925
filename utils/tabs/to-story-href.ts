// The address of a story's own page; without an id, of the page with the latest stories.
import { browser } from '../browser.ts';

export const toStoryHref = (id: string | null): string =>
  browser.runtime.getURL(id === null ? '/story.html' : `/story.html?id=${encodeURIComponent(id)}`);
