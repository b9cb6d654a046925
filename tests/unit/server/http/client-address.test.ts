// Which client a request is counted for: by connection or trusted proxies, and never by a header that the client set itself.
import { describe, expect, it } from 'vitest';
import {
  findClientAddress,
  isOwnNetwork,
  NO_PROXY,
  parseTrustedProxies,
  type TrustedProxies,
  toClientName,
} from '../../../../server/http/client-address.ts';

const nameOf = (peer: string | null, forwardedFor: string | undefined, trust: TrustedProxies) =>
  toClientName(findClientAddress({ peer, forwardedFor }, trust));

function trustOf(text: string): TrustedProxies {
  const trust = parseTrustedProxies(text);
  if (trust === null) throw new Error(`${text} is not understood`);
  return trust;
}

describe('the address of a client', () => {
  it('is that of the connection where no proxy is trusted, whatever is written', () => {
    expect(nameOf('203.0.113.1', '198.51.100.1', NO_PROXY)).toBe('203.0.113.1');
  });

  it.each([
    ['1', '198.51.100.1', '198.51.100.1'],
    ['1', '192.0.2.1, 198.51.100.1', '198.51.100.1'],
    ['2', '192.0.2.1, 198.51.100.1', '192.0.2.1'],
    ['2', '198.51.100.1', '198.51.100.1'],
    ['1', undefined, '10.0.0.2'],
    ['1', '', '10.0.0.2'],
    ['1', 'made up', '10.0.0.2'],
    ['2', 'made up, 198.51.100.1', '198.51.100.1'],
    ['1', '198.51.100.1:4711', '198.51.100.1'],
    ['1', '[2001:db8::1]:4711', '20010db800000000'],
    ['1', '::ffff:198.51.100.1', '198.51.100.1'],
    ['1', '1', '10.0.0.2'],
    ['10.0.0.0/8', '192.0.2.1, 198.51.100.1', '198.51.100.1'],
    ['10.0.0.0/8', '192.0.2.1, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
    ['10.0.0.2', '10.0.0.3', '10.0.0.3'],
    ['2001:db8::/32', '198.51.100.1', '10.0.0.2'],
  ])('with %s trusted and "%s" written by the proxies is %s', (trusted, forwardedFor, expected) => {
    expect(nameOf('10.0.0.2', forwardedFor, trustOf(trusted))).toBe(expected);
  });

  it('of IPv6 is its /64, of which a household has one', () => {
    expect(nameOf('2001:db8:0:1::5', undefined, NO_PROXY)).toBe(nameOf('2001:db8:0:1:ffff::9', undefined, NO_PROXY));
    expect(nameOf('2001:db8:0:1::5', undefined, NO_PROXY)).not.toBe(nameOf('2001:db8:0:2::5', undefined, NO_PROXY));
  });

  it('is the same for all clients of unknown address', () => {
    expect(nameOf(null, '198.51.100.1', trustOf('1'))).toBe('-');
  });
});

describe('trusted proxies', () => {
  it.each(['ten', '10.0.0.0/33', '10.0.0.1;10.0.0.2', '100'])('are not "%s"', (text) => {
    expect(parseTrustedProxies(text)).toBeNull();
  });
});

it.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['192.168.1.5', true],
  ['::ffff:10.0.0.1', true],
  ['fd00::1', true],
  ['203.0.113.1', false],
  ['2001:4860::1', false],
  [null, false],
])('%s is of the own network: %s', (peer, expected) => {
  expect(isOwnNetwork(peer)).toBe(expected);
});
