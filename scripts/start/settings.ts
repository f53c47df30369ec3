import type { Config } from '../local/environment.ts';
import type { DatabaseUrls } from './database.ts';
import type { Secrets } from './home.ts';

/** What `npm start` was told of the world outside, as it was told: a mail server, exceptions for outbound calls. */
export type Outside = Record<string, string>;

export type Addresses = { publicUrl: string; innerUrl: string; webUrl: string; port: number };

/** Both names of this machine are ours: people type either. */
const origins = ({ port }: Addresses): string => `http://127.0.0.1:${port},http://localhost:${port}`;

const token = { ZERODO_JWT_ISSUER: 'zerodo', ZERODO_JWT_AUDIENCE: 'zerodo' };

/** What the manifests of this machine refer to: the ConfigMap `zerodo` and its Secrets. */
export function machineConfig(
  addresses: Addresses,
  database: DatabaseUrls,
  brokers: string[],
  secrets?: Secrets,
  outside: Outside = {},
): Config {
  const {
    ZERODO_SMTP_URL: smtp,
    ZERODO_MAIL_FROM: from,
    ZERODO_VAPID_SUBJECT: subject,
    ...settings
  } = outside;
  return {
    configMap: {
      ...token,
      ZERODO_FUNCTION_URL: `${addresses.innerUrl}/{function}`,
      ZERODO_WEB_URL: addresses.webUrl,
      ZERODO_JWKS_URL: `${addresses.webUrl}/api/auth/jwks`,
      ZERODO_ORIGINS: origins(addresses),
      ZERODO_PUBLIC_URL: addresses.publicUrl,
      ...settings,
      // One machine has one person or a benchmark on it, and neither is to be throttled.
      ZERODO_RATE_LIMIT: '600000',
      ZERODO_RATE_BURST: '200000',
      ...(brokers.length > 0 && { KAFKA_BROKERS: brokers.join(',') }),
    },
    secrets: {
      'zerodo-database': { app: database.app, worker: database.worker },
      ...(smtp && from && { 'zerodo-mail': { url: smtp, from } }),
      ...(secrets && {
        'zerodo-key': { key: secrets.sealing },
        'zerodo-push': {
          public: secrets.vapid.public,
          private: secrets.vapid.private,
          ...(subject && { subject }),
        },
      }),
    },
  };
}

export const webEnvironment = (
  addresses: Addresses,
  database: DatabaseUrls,
  secrets: Secrets,
  { ZERODO_SMTP_URL: smtp, ZERODO_MAIL_FROM: from }: Outside = {},
): Record<string, string> => ({
  ...token,
  ZERODO_WEB_DATABASE_URL: database.web,
  BETTER_AUTH_SECRET: secrets.auth,
  ZERODO_PUBLIC_URL: addresses.publicUrl,
  ZERODO_ORIGINS: origins(addresses),
  ZERODO_API_URL: `${addresses.innerUrl}/api-gateway`,
  // In ten seconds and from one address; the library's three are for the internet.
  ZERODO_SIGN_UP_LIMIT: '100',
  ...(smtp && from && { ZERODO_SMTP_URL: smtp, ZERODO_MAIL_FROM: from }),
  ZERODO_EXIT_WITH_STDIN: '1',
});
