// Headlines with the site's name around them: it goes by evidence, not by a separator.
import { describe, expect, it } from 'vitest';
import { stripSiteName } from '../../../../utils/page/title.ts';

const SITE = { siteName: 'The Northport Courier', host: 'www.courier.test', heading: '' };

describe('stripSiteName', () => {
  it.each([
    ['Harbour wall falls | The Northport Courier', 'Harbour wall falls'],
    ['Harbour wall falls - The Northport Courier', 'Harbour wall falls'],
    ['Harbour wall falls – Courier', 'Harbour wall falls'],
    ['Harbour wall falls | courier.test', 'Harbour wall falls'],
    ['The Northport Courier: Harbour wall falls', 'Harbour wall falls'],
    ['The Northport Courier | Harbour wall falls', 'Harbour wall falls'],
    ['Harbour wall falls', 'Harbour wall falls'],
    ['Storm: harbour wall falls', 'Storm: harbour wall falls'],
    ['Wall – a history', 'Wall – a history'],
    ['What the Courier said - and did not', 'What the Courier said - and did not'],
  ])('%s', (title, expected) => {
    expect(stripSiteName(title, SITE)).toBe(expected);
  });

  it('keeps what the visible heading has', () => {
    const site = { ...SITE, heading: 'Harbour wall falls – Courier' };
    expect(stripSiteName('Harbour wall falls – Courier', site)).toBe('Harbour wall falls – Courier');
  });
});
