// What the user consents to besides permissions, which only Firefox manages.
import { expect, test, vi } from 'vitest';
import { browser } from '../../../utils/browser.ts';
import { consentTo, hasConsent } from '../../../utils/data-consent.ts';

const FIREFOX = { gecko: { data_collection_permissions: { required: ['none'], optional: ['browsingActivity'] } } };

function openIn(settings: object | undefined, agreed: boolean) {
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ browser_specific_settings: settings } as never);
  const contains = vi.fn(async () => agreed);
  Object.assign(browser, { permissions: { contains } });
  return contains;
}

test.each([true, false])('in Firefox it is asked for, and counts: %s', async (agreed) => {
  const contains = openIn(FIREFOX, agreed);
  expect(consentTo('browsingActivity')).toEqual({ data_collection: ['browsingActivity'] });
  expect(await hasConsent('browsingActivity')).toBe(agreed);
  expect(contains).toHaveBeenCalledWith({ data_collection: ['browsingActivity'] });
});

test('other browsers would reject the request, and are not asked', async () => {
  const contains = openIn(undefined, false);
  expect(consentTo('browsingActivity')).toEqual({});
  expect(await hasConsent('browsingActivity')).toBe(true);
  expect(contains).not.toHaveBeenCalled();
});
