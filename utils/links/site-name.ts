// The name that a host was registered under, for looking hosts up in lists: the last two labels, three under co.uk and its like.

/** Of `www.courier.test:8080` it is `courier.test`; of any Google it is `google`, which has a name in every country. */
export function siteNameOf(host: string): string {
  const colon = host.indexOf(':');
  const name = colon < 0 ? host : host.slice(0, colon);
  const last = name.lastIndexOf('.');
  const second = name.lastIndexOf('.', last - 1);
  if (second < 0) return name.startsWith('google.') ? 'google' : name;
  // amazon.co.uk: a short label before a country's is not yet a name.
  const isSuffix = name.length - last === 3 && last - second <= 4;
  const site = name.slice((isSuffix ? name.lastIndexOf('.', second - 1) : second) + 1);
  return site.startsWith('google.') ? 'google' : site;
}
