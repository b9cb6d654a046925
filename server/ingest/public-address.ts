// Decides whether an IP address is on the public internet; hosts of feeds may resolve to no other, such as one in our network.
//
// Names are chosen by strangers (redirects, hub links) and may point at 127.0.0.1, a router, or a cloud's metadata service. An
// allowlist is safer than a blocklist:
//   IPv4  ordinary unicast only
//   IPv6  2000::/3 only, without addresses that embed an IPv4 address or are reserved; NAT64 if its IPv4 address is allowed
import ipaddr from 'ipaddr.js';

/** 2000::/3, the only part of IPv6 assigned as global unicast (RFC 4291, IANA): excludes ::/96, fec0::/10, 64:ff9b:1::/48 … */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** RFC 6052: in IPv6-only networks, DNS64 maps each IPv4 address into this range and a gateway translates it. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** For documentation (RFC 9637); not known to the library yet. */
const DOCUMENTATION = ipaddr.IPv6.parseCIDR('3fff::/20');

/** Ordinary public addresses that are a cloud's internal service: Azure's platform serves its machines here. */
const INTERNAL = ['168.63.129.16'];

export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address instanceof ipaddr.IPv6) {
    if (address.match(NAT64)) return isPublicAddress(new ipaddr.IPv4(address.toByteArray().slice(-4)).toString());
    return address.match(GLOBAL_UNICAST) && !address.match(DOCUMENTATION) && address.range() === 'unicast';
  }
  return address.range() === 'unicast' && !INTERNAL.includes(address.toString());
}
