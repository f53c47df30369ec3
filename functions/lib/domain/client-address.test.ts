import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

describe('the address that a request is counted against', () => {
  it.each<[what: string, forwarded: string | null, peer: string | undefined, address: string]>([
    ['one proxy', '203.0.113.9', '127.0.0.1', '203.0.113.9'],
    ['the proxies of a cluster', '203.0.113.9, 10.0.3.7, 10.0.9.1', '127.0.0.1', '203.0.113.9'],
    ['what a client wrote there itself', '1.2.3.4, 5.6.7.8, 203.0.113.9, 10.0.3.7', undefined, '203.0.113.9'],
    ['an address inside that a client made up', '10.0.0.1, 203.0.113.9', '10.0.3.7', '203.0.113.9'],
    ['no proxy at all', '1.2.3.4', '203.0.113.9', '203.0.113.9'],
    ['no header', null, '203.0.113.9', '203.0.113.9'],
    ['somebody in the same network', '192.168.1.20, 10.0.3.7', '127.0.0.1', '192.168.1.20'],
    ['words in place of an address', 'nobody, 10.0.3.7', undefined, 'nobody'],
    ['nothing', '', undefined, 'unknown'],
    ['IPv6, by its network', '2606:4700::1:2, fd00::7', '::1', '2606:4700:0000:0000::/64'],
    ['IPv4 within IPv6', '::ffff:203.0.113.9', '::ffff:10.0.0.1', '203.0.113.9'],
    ['a number that is too large', '300.1.1.1', undefined, '300.1.1.1'],
    ['what only looks like IPv6', 'a::b::c', undefined, 'a::b::c'],
  ])('sees through %s', (_, forwarded, peer, address) => {
    expect(clientAddress(forwarded, peer, [])).toBe(address);
  });

  it('is not that of a proxy that it was told of', () => {
    const chain = '203.0.113.9, 198.51.100.7, 2a00:1::9';

    expect(clientAddress(chain, '10.0.0.1', [])).toBe('2a00:0001:0000:0000::/64');
    expect(clientAddress(chain, '10.0.0.1', ['198.51.100.0/24', '2a00:1::/32'])).toBe('203.0.113.9');
    expect(clientAddress(chain, '10.0.0.1', ['198.51.100.7', '2a00:1::9'])).toBe('203.0.113.9');
  });

  it('is one for all addresses that a subscriber has', () => {
    const of = (address: string) => clientAddress(address, undefined, []);

    expect(of('2606:4700:1:2::1')).toBe(of('2606:4700:1:2:ffff:ffff:ffff:ffff'));
    expect(of('2606:4700:1:2::1')).not.toBe(of('2606:4700:1:3::1'));
  });

  it('does not take long over a long header', () => {
    expect(clientAddress(`${'1.1.1.1,'.repeat(100_000)} 203.0.113.9`, undefined, [])).toBe('203.0.113.9');
  });
});
