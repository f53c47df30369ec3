import type { KafkaAddress } from '@zerodo/log/kafka-address';
import type { Config } from '../local/environment.ts';
import type { DatabaseUrls } from './database.ts';
import type { Secrets } from './home.ts';
import { kafkaVariables } from './kafka-settings.ts';

/** What `npm start` was told of the world outside, as it was told: a mail server, exceptions for outbound calls. */
export type Outside = Record<string, string>;

export type Addresses = { publicUrl: string; innerUrl: string; webUrl: string; port: number };

/** Where people reach it: an address of their own in front of this machine, or the machine itself. */
const publicUrlOf = ({ publicUrl }: Addresses, { ZERODO_PUBLIC_URL }: Outside): string =>
  ZERODO_PUBLIC_URL ?? publicUrl;

/** Both names of this machine are ours, people type either, and so is the one that it is reached by. */
const origins = (addresses: Addresses, outside: Outside): string =>
  [
    ...new Set([
      `http://127.0.0.1:${addresses.port}`,
      `http://localhost:${addresses.port}`,
      new URL(publicUrlOf(addresses, outside)).origin,
    ]),
  ].join(',');

const token = { ZERODO_JWT_ISSUER: 'zerodo', ZERODO_JWT_AUDIENCE: 'zerodo' };

/** What the manifests of this machine refer to: the ConfigMap `zerodo` and its Secrets. */
export function machineConfig(
  addresses: Addresses,
  database: DatabaseUrls,
  kafka: KafkaAddress | undefined,
  secrets?: Secrets,
  outside: Outside = {},
): Config {
  const {
    ZERODO_SMTP_URL: smtp,
    ZERODO_MAIL_FROM: from,
    ZERODO_VAPID_SUBJECT: subject,
    // The web says who is an operator; functions believe its token.
    ZERODO_OPERATORS: _operators,
    ZERODO_SIGN_UP_LIMIT: _limit,
    ...settings
  } = outside;
  return {
    configMap: {
      ...token,
      ZERODO_FUNCTION_URL: `${addresses.innerUrl}/{function}`,
      ZERODO_WEB_URL: addresses.webUrl,
      ZERODO_JWKS_URL: `${addresses.webUrl}/api/auth/jwks`,
      ZERODO_ORIGINS: origins(addresses, outside),
      ...settings,
      ZERODO_PUBLIC_URL: publicUrlOf(addresses, outside),
      // One machine has one person or a benchmark on it, and neither is to be throttled.
      ZERODO_RATE_LIMIT: '600000',
      ZERODO_RATE_BURST: '200000',
      ...(kafka && kafkaVariables(kafka)),
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
  outside: Outside = {},
): Record<string, string> => ({
  ...token,
  ZERODO_WEB_DATABASE_URL: database.web,
  BETTER_AUTH_SECRET: secrets.auth,
  // The links in its mails, to confirm an address or to choose a new password, begin with it.
  ZERODO_PUBLIC_URL: publicUrlOf(addresses, outside),
  ZERODO_ORIGINS: origins(addresses, outside),
  ZERODO_API_URL: `${addresses.innerUrl}/api-gateway`,
  // The usual three are for the internet.
  ZERODO_SIGN_UP_LIMIT: outside.ZERODO_SIGN_UP_LIMIT ?? '100',
  // Whoever starts it is the first to sign up.
  ZERODO_OPERATORS: outside.ZERODO_OPERATORS ?? 'first',
  ...mailOf(outside),
  ...telemetryOf(outside),
  ZERODO_EXIT_WITH_STDIN: '1',
});

const telemetryOf = (outside: Outside): Record<string, string> =>
  Object.fromEntries(Object.entries(outside).filter(([name]) => name.startsWith('OTEL_')));

const mailOf = ({ ZERODO_SMTP_URL: smtp, ZERODO_MAIL_FROM: from }: Outside): Record<string, string> =>
  smtp && from ? { ZERODO_SMTP_URL: smtp, ZERODO_MAIL_FROM: from } : {};
