/** Whether an address belongs to the open internet, and not to this machine, its networks, or to something special. */
import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose registries: nothing in them is somebody else's server on the internet. */
const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  special.addSubnet(network, prefix, 'ipv4');
}
/** Of IPv6 only 2000::/3 is handed out; of it these are not, or hold an IPv4 address that would have to be judged. */
const specialWithinPublic6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  specialWithinPublic6.addSubnet(network, prefix, 'ipv6');
}
const public6 = new BlockList();
public6.addSubnet('2000::', 3, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  // ::ffff:10.0.0.1 and its kin lie outside 2000::/3, so they are refused with the rest.
  return family === 6 && public6.check(address, 'ipv6') && !specialWithinPublic6.check(address, 'ipv6');
}
