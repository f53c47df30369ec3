// Whose request it is, where others pass requests on.

/** Where proxies of our own are: private networks, those of carriers, loopback and link-local. */
const nearby = [
  ...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'],
  ...['fc00::/7', 'fe80::/10', '::1/128'],
];

type Address = { bits: 32 | 128; value: bigint };

function ipv4(text: string): bigint | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (!parts?.every((part) => part < 256)) return null;
  return parts.reduce((value, part) => value * 256n + BigInt(part), 0n);
}

/** The address in numbers, one that stands for IPv4 as that; null for what is none. */
function parsed(text: string): Address | null {
  const four = ipv4(text);
  if (four !== null) return { bits: 32, value: four };
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(text) ?? [];
  if (mapped) return parsed(mapped);
  const [head = '', tail, ...more] = text.split('::');
  if (!/^[\da-f:]{2,39}$/i.test(text) || more.length > 0) return null;
  const [before, after] = [head, tail ?? ''].map((part) => (part ? part.split(':') : []));
  const missing = 8 - before!.length - after!.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before!, ...Array<string>(missing).fill('0'), ...after!];
  if (groups.some((group) => !/^[\da-f]{1,4}$/i.test(group))) return null;
  return { bits: 128, value: groups.reduce((value, group) => value * 65_536n + BigInt(`0x${group}`), 0n) };
}

function lies(address: Address, network: string): boolean {
  const [base = '', length] = network.split('/');
  const of = parsed(base);
  if (!of || of.bits !== address.bits) return false;
  const ignored = BigInt(of.bits - Number(length ?? of.bits));
  return address.value >> ignored === of.value >> ignored;
}

/** What one subscriber has: an address of IPv4, a network of 64 bits of IPv6. */
function subscriber(text: string): string {
  const address = parsed(text);
  if (!address || address.bits === 32) return text.replace(/^::ffff:/i, '').slice(0, 64);
  return `${(address.value >> 64n)
    .toString(16)
    .padStart(16, '0')
    .replace(/(.{4})(?!$)/g, '$1:')}::/64`;
}

/**
 * Who a request comes from, to count against: the last address of X-Forwarded-For that is none of a proxy's. What
 * stands before it anybody could have written there. Where all of them are proxies or nearby, the first.
 *
 * @param forwarded X-Forwarded-For as it came: each proxy adds at its end whom it was asked by
 * @param peer whom the connection is with, where that is known
 * @param proxies addresses and networks of proxies, beside those nearby
 */
export function clientAddress(
  forwarded: string | null | undefined,
  peer: string | undefined,
  proxies: readonly string[],
): string {
  const passed = (forwarded ?? '').slice(-1_000).split(',');
  const chain = [...passed, peer ?? ''].map((one) => one.trim()).filter(Boolean);
  const isProxy = (text: string): boolean => {
    const address = parsed(text);
    return address !== null && [...nearby, ...proxies].some((network) => lies(address, network));
  };
  return subscriber(chain.findLast((one) => !isProxy(one)) ?? chain[0] ?? 'unknown');
}
