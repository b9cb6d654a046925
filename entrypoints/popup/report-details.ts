// The text that "Copy details" puts on the clipboard: what a report needs, and nothing about what is read.
import { browser } from '../../utils/browser.ts';
import type { PopupFacts } from './to-popup-state.ts';

export function describeForReport({ tab, askFailure, sync, server }: PopupFacts): string {
  const failure = tab?.page.status === 'failed' ? `${tab.page.reason}: ${tab.page.detail}` : (askFailure ?? 'none');
  return [
    `Parallax ${browser.runtime.getManifest().version}`,
    `Browser: ${navigator.userAgent}`,
    `Failure: ${withoutAddresses(failure)}`,
    `Source: ${server === null ? 'on this device' : `a server, feeds ${server.isPolling ? 'too' : 'off'}`}`,
    `Feeds: ${sync?.feedsAllowed ?? '?'} allowed, ${sync?.failing ?? '?'} failing`,
    `Stored: ${sync?.articles ?? '?'} articles, ${sync?.stories ?? '?'} stories`,
  ].join('\n');
}

/** Error texts may carry the address of a page; a report must not. */
function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/\S+/g, '(address)');
}
