import { BlockList, isIP } from 'node:net';

/**
 * IPv4 that is nobody's public address (IANA special-purpose registry): this network, private, shared
 * by carriers (CGNAT), loopback, link-local with the clouds' metadata, documentation, benchmarks,
 * relays, multicast, reserved and broadcast.
 */
const inner4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/**
 * Of IPv6 only global unicast is public, so that loopback, link-local, unique-local, multicast and
 * whatever stands for an IPv4 address (mapped, translated) are left out; these lie within it: Teredo
 * and protocol assignments, documentation twice, 6to4.
 */
const global6 = ['2000::/3'];
const inner6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    if (bits === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(bits), family(address));
  }
  return list;
}

type Lists = { closed4: BlockList; open6: BlockList; closed6: BlockList };
let made: Lists | undefined;

/** Made for the first address that is looked at: most starts of a function that could call one never do. */
function lists(): Lists {
  made ??= { closed4: listOf(inner4), open6: listOf(global6), closed6: listOf(inner6) };
  return made;
}

function isPublic(address: string): boolean {
  const { closed4, open6, closed6 } = lists();
  if (isIP(address) === 6) return open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
  return isIP(address) === 4 && !closed4.check(address, 'ipv4');
}

/** What `ZERODO_OUTBOUND_ALLOW` opens: names of hosts, addresses and networks. */
export type Allowed = { host: (name: string) => boolean; address: (address: string) => boolean };

export function allowedTargets(entries: readonly string[]): Allowed {
  const isNetwork = (entry: string) => isIP(entry.split('/', 1)[0]!) > 0;
  const hosts = new Set(entries.filter((entry) => !isNetwork(entry)).map((host) => host.toLowerCase()));
  const networks = entries.filter(isNetwork);
  // One list a family: a list with both takes an IPv4 address for its mapped form.
  const four = listOf(networks.filter((entry) => !entry.includes(':')));
  const six = listOf(networks.filter((entry) => entry.includes(':')));
  return {
    host: (name) => hosts.has(name.toLowerCase()),
    address: (address) =>
      isIP(address) === 4 ? four.check(address, 'ipv4') : isIP(address) === 6 && six.check(address, 'ipv6'),
  };
}

export const mayReach = (address: string, allowed: Allowed): boolean =>
  isPublic(address) || allowed.address(address);

/** The name or address in a URL, without the brackets that an IPv6 address stands in. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/**
 * What can be told from the words alone; what a name stands for is seen when it is connected to.
 *
 * @returns in words why `text` cannot be a target, or null
 */
export function complaintAbout(text: string, allowed: Allowed): string | null {
  if (!URL.canParse(text)) return 'It is no address: write it as https://host/path.';
  const url = new URL(text);
  const host = hostOf(url);
  const opened = allowed.host(host) || allowed.address(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && opened)) {
    return 'Only https addresses are called.';
  }
  if (url.username || url.password) return 'An address with a name or password in it is not called.';
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (port < 1024 && port !== 80 && port !== 443)
    return `Port ${port} is not called: use 443 or one from 1024 up.`;
  if (opened) return null;
  const inside = isIP(host) > 0 ? !isPublic(host) : /(^|\.)localhost\.?$/i.test(host);
  return inside ? 'It lies within a private network, which is not called.' : null;
}
