// The registered name of a host, for look-ups in lists: its last two labels, or three under suffixes like co.uk.

/** For `www.courier.test:8080` it is `courier.test`; for any Google domain it is `google`, which has one per country. */
export function siteNameOf(host: string): string {
  const colon = host.indexOf(':');
  const name = colon < 0 ? host : host.slice(0, colon);
  const last = name.lastIndexOf('.');
  const second = name.lastIndexOf('.', last - 1);
  if (second < 0) return name.startsWith('google.') ? 'google' : name;
  // A short label before a country code, as in amazon.co.uk, belongs to the suffix.
  const isSuffix = name.length - last === 3 && last - second <= 4;
  const site = name.slice((isSuffix ? name.lastIndexOf('.', second - 1) : second) + 1);
  return site.startsWith('google.') ? 'google' : site;
}
