import type { Config } from '../local/environment.ts';
import type { DatabaseUrls } from './database.ts';
import type { Secrets } from './home.ts';

export type Addresses = { publicUrl: string; innerUrl: string; webUrl: string; port: number };

/** Both names of this machine are ours: people type either. */
const origins = ({ port }: Addresses): string => `http://127.0.0.1:${port},http://localhost:${port}`;

const token = { ZERODO_JWT_ISSUER: 'zerodo', ZERODO_JWT_AUDIENCE: 'zerodo' };

/** What the manifests of this machine refer to: the ConfigMap `zerodo` and the Secret `zerodo-database`. */
export function machineConfig(addresses: Addresses, database: DatabaseUrls, brokers: string[]): Config {
  return {
    configMap: {
      ...token,
      ZERODO_FUNCTION_URL: `${addresses.innerUrl}/{function}`,
      ZERODO_WEB_URL: addresses.webUrl,
      ZERODO_JWKS_URL: `${addresses.webUrl}/api/auth/jwks`,
      ZERODO_ORIGINS: origins(addresses),
      // One machine has one person or a benchmark on it, and neither is to be throttled.
      ZERODO_RATE_LIMIT: '600000',
      ZERODO_RATE_BURST: '200000',
      ...(brokers.length > 0 && { KAFKA_BROKERS: brokers.join(',') }),
    },
    secrets: { 'zerodo-database': { app: database.app, worker: database.worker } },
  };
}

export const webEnvironment = (
  addresses: Addresses,
  database: DatabaseUrls,
  secrets: Secrets,
): Record<string, string> => ({
  ...token,
  ZERODO_WEB_DATABASE_URL: database.web,
  BETTER_AUTH_SECRET: secrets.auth,
  ZERODO_PUBLIC_URL: addresses.publicUrl,
  ZERODO_ORIGINS: origins(addresses),
  ZERODO_API_URL: `${addresses.innerUrl}/api-gateway`,
  // In ten seconds and from one address; the library's three are for the internet.
  ZERODO_SIGN_UP_LIMIT: '100',
  ZERODO_EXIT_WITH_STDIN: '1',
});
