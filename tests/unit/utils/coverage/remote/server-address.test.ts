// Which addresses of a server are accepted, and which permission each one needs.
import { expect, test } from 'vitest';
import { parseServerAddress } from '../../../../../utils/coverage/remote/server-address.ts';

test.each([
  ['https://news.library.test', 'https://news.library.test/', 'https://news.library.test/*'],
  ['news.library.test', 'https://news.library.test/', 'https://news.library.test/*'],
  ['  https://News.Library.test/parallax ', 'https://news.library.test/parallax/', 'https://news.library.test/*'],
  ['https://library.test:8443/', 'https://library.test:8443/', 'https://library.test/*'],
  ['http://localhost:4000', 'http://localhost:4000/', 'http://localhost/*'],
  ['http://127.0.0.1:4000/api', 'http://127.0.0.1:4000/api/', 'http://127.0.0.1/*'],
  ['http://[::1]:4000', 'http://[::1]:4000/', 'http://[::1]/*'],
])('%s is taken', (text, base, origin) => {
  expect(parseServerAddress(text)).toMatchObject({ ok: true, value: { base, origin } });
});

test.each([
  ['', 'malformed'],
  ['https://', 'malformed'],
  ['two words', 'malformed'],
  ['https://*', 'malformed'],
  ['https://*.library.test', 'malformed'],
  ['ftp://library.test', 'malformed'],
  ['javascript:alert(1)', 'malformed'],
  ['https://user:secret@library.test', 'malformed'],
  ['https://library.test/?key=1', 'malformed'],
  ['https://library.test/#top', 'malformed'],
  [`https://library.test/${'a'.repeat(500)}`, 'malformed'],
  ['http://library.test', 'not-secure'],
  ['http://127.0.0.1.library.test', 'not-secure'],
])('%s is %s', (text, error) => {
  expect(parseServerAddress(text)).toEqual({ ok: false, error });
});
