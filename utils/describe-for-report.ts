// The text that "Copy details" puts on the clipboard: what a bug report needs, and nothing about what was read.
import { browser } from './browser.ts';
import type { SyncState } from './sync-state.ts';

type ReportFacts = {
  failure: string;
  sync: SyncState | null;
  /** Null when the device is the source. `isPolling`: feeds are read in addition to the server. */
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

/** Error texts may contain a page's address, or the extension's own, which in Firefox identifies the installation. */
function withoutAddresses(text: string): string {
  return text.replace(/\b[a-z][a-z-]*:\/\/\S+/gi, '(address)');
}
