// Whether an address belongs to the public internet: what outlets' hosts may resolve to, and nothing inside our own network.
//
// Names are the choice of strangers (redirects, hub links), so a name may point at 127.0.0.1, at a router, or at a cloud's
// metadata service. A list of what is allowed is safer than one of what is not:
//   IPv4  ordinary unicast only        IPv6  2000::/3 only, and there nothing that carries an IPv4 address or is reserved;
//                                            of NAT64, what carries an IPv4 address that is allowed
import ipaddr from 'ipaddr.js';

/** 2000::/3, the only part of IPv6 that is given out as global unicast (RFC 4291, IANA): no ::/96, fec0::/10, 64:ff9b:1::/48 … */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** RFC 6052. Where there is no IPv4, name servers give such an address for each IPv4 one, and a gateway goes on to that. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** Documentation (RFC 9637), which the library does not know yet. */
const DOCUMENTATION = ipaddr.IPv6.parseCIDR('3fff::/20');

/** Ordinary addresses by number that are a cloud's internal service: Azure's platform answers its machines here. */
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
