import { type Config, readConfig } from '@zerodo/runtime/config';
import type { Config as WebConfig } from '../../web/lib/config.ts';

type Told = { meaning: string; who: string };
const every = 'every function';

/** What each setting of a function means, and who has a use for it. A setting without a line here does not compile. */
const functions: Record<keyof Config, Told> = {
  PORT: { meaning: 'A TCP port, or the absolute path of a unix socket', who: every },
  K_SERVICE: { meaning: 'Set by Knative: the name of the function', who: every },
  MAKE_V8_CACHE: {
    meaning: 'Set while a bundle is built: start, warm the code cache, reach nothing',
    who: 'the build',
  },
  KAFKA_BROKERS: {
    meaning: 'Brokers with ports, separated by commas; without them the table `events` is the log',
    who: '`outbox-relay`, `live-stream`',
  },
  ZERODO_KAFKA_PROTOCOL: {
    meaning:
      'How Kafka is spoken to: `SASL_SSL`, `SSL`, `SASL_PLAINTEXT` or `PLAINTEXT`. Brokers on this machine need none; anywhere else it must be said, and `PLAINTEXT` sends everything unencrypted',
    who: 'as KAFKA_BROKERS',
  },
  ZERODO_KAFKA_MECHANISM: {
    meaning:
      'How the user is proven with `SASL_…`: `SCRAM-SHA-512` (unless another is said), `SCRAM-SHA-256` or `PLAIN`',
    who: 'as KAFKA_BROKERS',
  },
  ZERODO_KAFKA_USER: { meaning: 'The user; `SASL_…` must have it', who: 'as KAFKA_BROKERS' },
  ZERODO_KAFKA_PASSWORD: { meaning: 'Its password', who: 'as KAFKA_BROKERS' },
  ZERODO_KAFKA_CA: {
    meaning:
      'The authority that signed the certificates of Kafka: the text of one or several PEM certificates, not a path; without it those that Node knows',
    who: 'as KAFKA_BROKERS',
  },
  ZERODO_HOST: { meaning: 'The address to listen on', who: every },
  ZERODO_APP_DATABASE_URL: {
    meaning: 'Postgres as role `zerodo_app`, which acts for one person at a time',
    who: 'commands, queries and links in mails: must have it',
  },
  ZERODO_WORKER_DATABASE_URL: {
    meaning: 'Postgres as role `zerodo_worker`',
    who: 'reactions, deliveries and ticks: must have it',
  },
  ZERODO_DATABASE_POOL: {
    meaning: 'Connections to Postgres at the most, for each role',
    who: 'whoever has a database',
  },
  ZERODO_DATABASE_PREPARE: {
    meaning: 'Prepared statements; `false` behind a pooler in transaction mode',
    who: 'whoever has a database',
  },
  ZERODO_FUNCTION_URL: {
    meaning: 'Where functions are inside, with `{function}` for the name',
    who: '`api-gateway`, and whoever wakes another after a commit',
  },
  ZERODO_WEB_URL: {
    meaning: 'The web application inside, which exchanges sessions and tokens',
    who: '`api-gateway`, `live-stream`: must have it',
  },
  ZERODO_JWKS_URL: {
    meaning: 'The public keys that people’s JWTs are checked with',
    who: 'commands and queries: must have it',
  },
  ZERODO_JWT_ISSUER: { meaning: 'Who gives the JWTs', who: 'commands and queries' },
  ZERODO_JWT_AUDIENCE: { meaning: 'Whom the JWTs are for', who: 'commands and queries' },
  ZERODO_ORIGINS: {
    meaning: 'Origins of our own pages, separated by commas: a write with a session cookie comes from one',
    who: '`api-gateway`',
  },
  ZERODO_RATE_LIMIT: { meaning: 'Requests a minute for each person', who: '`api-gateway`' },
  ZERODO_RATE_BURST: { meaning: 'How many of them at once', who: '`api-gateway`' },
  ZERODO_TRUSTED_PROXIES: {
    meaning:
      'Addresses and networks of proxies before us, beside those in private networks, separated by commas: who asks them is counted, not they',
    who: '`api-gateway`, `live-stream`; the web',
  },
  ZERODO_OUTBOUND_ALLOW: {
    meaning:
      'Hosts, addresses and networks within a private network that webhooks and web push may reach all the same, separated by commas',
    who: '`settings-update`, `webhook-deliver`, `notification-send`',
  },
  ZERODO_SECRET_KEY: {
    meaning:
      'At least 32 characters: secrets of webhooks are sealed and links in mails are signed with it; whoever loses it has to have them made anew',
    who: '`settings-update`, `webhook-deliver`, `notification-send`, `notification-update`, `digest-send`, `task-query`',
  },
  ZERODO_SECRET_KEY_BEFORE: {
    meaning:
      'What was ZERODO_SECRET_KEY until it was changed: it still opens what it sealed and verifies what it signed ([rotate secrets](../how-to/rotate-secrets.md))',
    who: '`webhook-deliver`, `notification-update`',
  },
  ZERODO_PUBLIC_URL: {
    meaning: 'Where people reach this installation: links in mails and pushes begin with it',
    who: '`notification-send`, `task-query`; the web must have it',
  },
  ZERODO_SMTP_URL: {
    meaning:
      '`smtp://` or `smtps://`, with name and password where the server asks for them; without it there is no mail',
    who: '`notification-send`, and whoever says whether mail is set up; the web',
  },
  ZERODO_MAIL_FROM: {
    meaning: 'Who sends mail, as in `Zerodo <todo@example.com>`',
    who: 'as ZERODO_SMTP_URL',
  },
  ZERODO_VAPID_PUBLIC_KEY: {
    meaning: 'Who sends web push (RFC 8292), the public half; without it there is no web push',
    who: '`notification-send`, `notification-update`, `task-query`',
  },
  ZERODO_VAPID_PRIVATE_KEY: { meaning: 'The private half', who: 'as ZERODO_VAPID_PUBLIC_KEY' },
  ZERODO_VAPID_SUBJECT: {
    meaning: 'A `mailto:` or `https:` address that push services may complain to',
    who: '`notification-send`',
  },
  ZERODO_LOG_LEVEL: {
    meaning:
      '`trace`, `debug`, `info`, `warn`, `error` or `silent`; the signal SIGUSR2 changes it to `debug` and back while it runs',
    who: every,
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    meaning:
      'Where spans and metrics are sent: OTLP over HTTP, such as `http://otel-collector.observability:4318`; without it nothing is measured',
    who: every,
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    meaning: 'Sent along, as in `authorization=Bearer …`',
    who: 'as OTEL_EXPORTER_OTLP_ENDPOINT',
  },
  OTEL_RESOURCE_ATTRIBUTES: {
    meaning: 'What is said of the process, as in `service.version=1.2.3`',
    who: 'as OTEL_EXPORTER_OTLP_ENDPOINT',
  },
  OTEL_TRACES_SAMPLER: {
    meaning:
      'Which traces are sent: `always_on`, `always_off`, `traceidratio`, or `parentbased_` before one of these',
    who: 'as OTEL_EXPORTER_OTLP_ENDPOINT',
  },
  OTEL_TRACES_SAMPLER_ARG: {
    meaning: 'The share of all traces, from 0 to 1, where the sampler is `…traceidratio`',
    who: 'as OTEL_EXPORTER_OTLP_ENDPOINT',
  },
  OTEL_METRIC_EXPORT_INTERVAL: {
    meaning: 'Milliseconds between two pushes of metrics',
    who: 'as OTEL_EXPORTER_OTLP_ENDPOINT',
  },
  OTEL_BSP_SCHEDULE_DELAY: {
    meaning: 'Milliseconds that a span waits for others at the most',
    who: 'as OTEL_EXPORTER_OTLP_ENDPOINT',
  },
  ZERODO_ACCESS_LOG_SHARE: {
    meaning:
      'The share, from 0 to 1, of answered requests that have a line in the log; those that failed always have one',
    who: '`api-gateway`',
  },
  ZERODO_OBSERVED_URL: {
    meaning: 'Where `npm start -- --observe`, which sets it, keeps the latest traces and metrics',
    who: '`flow-query`',
  },
  ZERODO_EXIT_WITH_STDIN: {
    meaning: 'End when stdin closes, because the parent is gone',
    who: 'every function that `npm start` runs',
  },
};

/** Those of the web alone. */
const web: Record<Exclude<keyof WebConfig, keyof Config>, { meaning: string; value: string }> = {
  ZERODO_WEB_DATABASE_URL: {
    meaning: 'Postgres as role `zerodo_web`, whose `search_path` is `auth`',
    value: 'must be given',
  },
  BETTER_AUTH_SECRET: {
    meaning: 'At least 32 characters: signs cookies and encrypts the private key that signs JWTs',
    value: 'must be given',
  },
  ZERODO_API_URL: { meaning: 'The gateway inside; pages read through it', value: 'must be given' },
  ZERODO_OPERATORS: {
    meaning:
      'Who sees the flow page and sends dead letters again: ids or e-mail addresses of accounts, separated by commas, or `first` for the oldest account. Where mail is sent, an address counts once it is confirmed; elsewhere sign up with it before others can',
    value: 'nobody',
  },
  ZERODO_SIGN_UP_LIMIT: {
    meaning: 'Sign-ups from one address until ten seconds pass without one',
    value: '`3`',
  },
};

/** What `npm start` reads; it makes everything else itself. */
const machine: [name: string, meaning: string, value: string][] = [
  ['PORT', 'Where to open Zerodo', '`3000`'],
  ['ZERODO_HOME', 'The folder that everything is kept in', '`.zerodo`'],
  ['DATABASE_URL', 'A Postgres of your own, as its owner', 'the embedded one'],
  ['KAFKA_BROKERS', 'A Kafka that runs', 'none'],
  ['ZERODO_KAFKA_…', 'How it is spoken to: the five settings below', '`PLAINTEXT`, on this machine only'],
  [
    'ZERODO_PUBLIC_URL',
    'Where people reach this machine, if by another address',
    '`http://127.0.0.1:<PORT>`',
  ],
  ['ZERODO_SMTP_URL', 'As below; together with ZERODO_MAIL_FROM', 'no mail'],
  ['ZERODO_MAIL_FROM', 'As below', 'no mail'],
  ['ZERODO_VAPID_SUBJECT', 'As below', 'none'],
  ['ZERODO_OUTBOUND_ALLOW', 'As below', 'none'],
  ['ZERODO_OPERATORS', 'As below', '`first`'],
  ['ZERODO_SIGN_UP_LIMIT', 'As below', '`100`'],
  ['OTEL_…', 'Where telemetry goes and how much of it: as below', 'nothing is measured'],
];

const shown = (value: unknown): string =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? 'none' : `\`${String(value)}\``;

export function renderConfiguration(): string {
  const usual = readConfig({});
  const rows = Object.entries(functions).map(
    ([name, { meaning, who }]) =>
      `| \`${name}\` | ${meaning} | ${shown(usual[name as keyof Config])} | ${who} |`,
  );
  return `<!-- Generated by \`npm run generate\`. Change scripts/render-reference. -->
# Configuration

Settings are environment variables. A function reads them once, before it listens; one that is wrong, missing or called
\`ZERODO_…\` and not known ends it with a sentence that names it and never says its value.

## npm start

| Variable | Meaning | Without it |
|---|---|---|
${machine.map(([name, meaning, value]) => `| \`${name}\` | ${meaning} | ${value} |`).join('\n')}

## Functions

| Variable | Meaning | Default | Who needs it |
|---|---|---|---|
${rows.join('\n')}

## The web

It takes \`ZERODO_PUBLIC_URL\`, \`ZERODO_ORIGINS\`, \`ZERODO_JWT_ISSUER\`, \`ZERODO_JWT_AUDIENCE\`, \`ZERODO_SMTP_URL\`,
\`ZERODO_MAIL_FROM\`, \`ZERODO_EXIT_WITH_STDIN\` and whatever begins with \`OTEL_\` as functions do (the first two must be given),
and of its own:

| Variable | Meaning | Default |
|---|---|---|
${Object.entries(web)
  .map(([name, { meaning, value }]) => `| \`${name}\` | ${meaning} | ${value} |`)
  .join('\n')}
`;
}
