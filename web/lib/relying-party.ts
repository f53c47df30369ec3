const isNumber = (host: string): boolean => /^[\d.]+$|^\[/.test(host);

/**
 * The name that passkeys are bound to (WebAuthn, "RP ID"): the host of the configured address, never of a request's
 * header. A browser makes none for a number, so that `localhost` stands in for 127.0.0.1 where both are ours.
 */
export function relyingPartyId(publicUrl: string, origins: readonly string[]): string {
  const hosts = [publicUrl, ...origins].map((address) => new URL(address).hostname);
  return hosts.find((host) => !isNumber(host)) ?? hosts[0]!;
}
