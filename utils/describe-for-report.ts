// The text that "Copy details" puts on the clipboard: what a report needs, and nothing about what is read.
import { browser } from './browser.ts';
import type { SyncState } from './sync-state.ts';

type ReportFacts = {
  failure: string;
  sync: SyncState | null;
  /** Null when the device answers. `isPolling`: feeds are read beside it. */
  server: { readonly isPolling: boolean } | null;
};

export function describeForReport({ failure, sync, server }: ReportFacts): string {
  return [
    `Parallax ${browser.runtime.getManifest().version}`,
    `Browser: ${navigator.userAgent}`,
    `Failure: ${withoutAddresses(failure)}`,
    `Source: ${server === null ? 'on this device' : `a server, feeds ${server.isPolling ? 'too' : 'off'}`}`,
    `Feeds: ${sync?.feedsAllowed ?? '?'} allowed, ${sync?.failing ?? '?'} failing`,
    `Stored: ${sync?.articles ?? '?'} articles, ${sync?.stories ?? '?'} stories`,
  ].join('\n');
}

/** Error texts may carry the address of a page, or the extension's own, which in Firefox tells installations apart. */
function withoutAddresses(text: string): string {
  return text.replace(/\b[a-z][a-z-]*:\/\/\S+/gi, '(address)');
}
