// What "Copy details" copies to the clipboard: no address, neither a page's nor this installation's.
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { describeForReport } from '../../../utils/describe-for-report.ts';

beforeEach(() => {
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1.0.0' }) });
});

test.each([
  ['of a page', 'https://own.test/news/bridge?id=7'],
  ['of this installation', 'moz-extension://0f8b6c1e-5d1f-4f0e-9d3c-1a2b3c4d5e6f/data/outlets.json'],
  ['of a file', 'FILE:///home/reader/saved.html'],
])('an error that carries the address %s is told without it', (_, address) => {
  const text = describeForReport({ failure: `unexpected: ${address} could not be loaded`, sync: null, server: null });
  expect(text).toContain('Failure: unexpected: (address) could not be loaded');
  expect(text).not.toContain(address);
});
