import { expect, it } from 'vitest';
import { networkOf } from '../../src/domain/network-of.ts';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2:ffff::', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
  ['::not::an::address', '::not::an::address'],
])('%s is of the network %s', (address, network) => expect(networkOf(address)).toBe(network));

it('keeps IPv4 addresses apart that arrive in the form of IPv6', () => {
  expect(networkOf('::ffff:192.0.2.7')).toBe(networkOf('::ffff:c000:207'));
  expect(networkOf('::ffff:192.0.2.7')).not.toBe(networkOf('::ffff:192.0.2.8'));
});
