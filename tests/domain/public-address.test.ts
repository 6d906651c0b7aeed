import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/domain/public-address.ts';

describe('an address on the public internet', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '193.43.12.1',
    '2a00:1450:4001:81b::200e',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
  ])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '[::1]',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::10.0.0.1',
    '2001:db8::1',
    '2002:7f00:1::',
    'ff02::1',
    '0177.0.0.1',
    '0x7f000001',
    '2130706433',
    'localhost',
    '',
    '1.2.3',
    '1:2:3',
    ':::1',
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
