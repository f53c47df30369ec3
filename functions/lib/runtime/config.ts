import * as z from 'zod';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
const count = z.coerce.number().int().positive();

/** How OpenTelemetry calls the ways of choosing what is traced. */
const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/** Everything that a function can be told, and what it takes when it is not told. */
const environment = z.object({
  /** A TCP port, or the absolute path of a unix socket. */
  PORT: z.string().default('8080'),
  K_SERVICE: z.string().optional(),
  /** While a bundle is built: the function starts to warm its code cache, and reaches nothing. */
  MAKE_V8_CACHE: z.string().optional(),
  KAFKA_BROKERS: list.optional(),
  /** Whether they go together is lib/log's to say (kafkaAddress). */
  ZERODO_KAFKA_PROTOCOL: z.enum(['PLAINTEXT', 'SASL_PLAINTEXT', 'SSL', 'SASL_SSL']).optional(),
  ZERODO_KAFKA_MECHANISM: z.enum(['SCRAM-SHA-512', 'SCRAM-SHA-256', 'PLAIN']).optional(),
  ZERODO_KAFKA_USER: z.string().optional(),
  ZERODO_KAFKA_PASSWORD: z.string().optional(),
  ZERODO_KAFKA_CA: z.string().optional(),
  ZERODO_HOST: z.string().default('0.0.0.0'),
  ZERODO_APP_DATABASE_URL: z.url().optional(),
  ZERODO_WORKER_DATABASE_URL: z.url().optional(),
  ZERODO_DATABASE_POOL: count.default(10),
  /** Off behind a pooler in transaction mode. */
  ZERODO_DATABASE_PREPARE: z.stringbool().default(true),
  ZERODO_FUNCTION_URL: z.string().includes('{function}').optional(),
  ZERODO_WEB_URL: z.url().optional(),
  ZERODO_JWKS_URL: z.url().optional(),
  ZERODO_JWT_ISSUER: z.string().default('zerodo'),
  ZERODO_JWT_AUDIENCE: z.string().default('zerodo'),
  ZERODO_ORIGINS: list.default([]),
  /** Addresses and networks of proxies before us, beside those in private networks: who asks them is a client. */
  ZERODO_TRUSTED_PROXIES: list.default([]),
  /** Requests a minute and person, and how many of them at once. */
  ZERODO_RATE_LIMIT: count.default(600),
  ZERODO_RATE_BURST: count.default(200),
  /** Hosts, addresses and networks within a private network that webhooks and web push may reach all the same. */
  ZERODO_OUTBOUND_ALLOW: list.default([]),
  /** What secrets of people are sealed with; whoever loses it has to have them made anew. */
  ZERODO_SECRET_KEY: z.string().min(32).optional(),
  /** What was ZERODO_SECRET_KEY until it was changed: it opens and verifies, and neither seals nor signs. */
  ZERODO_SECRET_KEY_BEFORE: z.string().min(32).optional(),
  /** Where people reach this installation: what links in mails begin with. */
  ZERODO_PUBLIC_URL: z.url().optional(),
  /** smtp:// or smtps://, with name and password where the server asks for them; without it there is no mail. */
  ZERODO_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** As in `Zerodo <todo@example.com>`. */
  ZERODO_MAIL_FROM: z.string().min(3).optional(),
  /** Who sends web push (RFC 8292): a pair of keys, and a mailto: or https: address to complain to. */
  ZERODO_VAPID_PUBLIC_KEY: z.string().optional(),
  ZERODO_VAPID_PRIVATE_KEY: z.string().optional(),
  ZERODO_VAPID_SUBJECT: z.string().optional(),
  ZERODO_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Where spans and metrics are sent (OTLP over HTTP); without it nothing is measured. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Read by the exporters themselves, as in `authorization=Bearer …`. */
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  /** Read by the SDK itself, as in `service.version=1.2.3`. */
  OTEL_RESOURCE_ATTRIBUTES: z.string().optional(),
  OTEL_TRACES_SAMPLER: z.enum(samplers).default('parentbased_always_on'),
  /** Of `traceidratio`: which share of all traces. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  /** Milliseconds between two pushes. */
  OTEL_METRIC_EXPORT_INTERVAL: count.default(15_000),
  OTEL_BSP_SCHEDULE_DELAY: count.default(2_000),
  /** Of the requests that the gateway answers, which share is logged, beside those that failed. */
  ZERODO_ACCESS_LOG_SHARE: z.coerce.number().min(0).max(1).default(0.01),
  /** Where `npm start -- --observe` keeps traces and metrics. */
  ZERODO_OBSERVED_URL: z.url().optional(),
  /** The parent holds the other end of stdin: when it closes, the parent is gone. */
  ZERODO_EXIT_WITH_STDIN: z.stringbool().default(false),
});

export type Config = z.infer<typeof environment>;
type Setting = keyof Config;

/**
 * Reads the environment; `needed` are the settings that this function cannot do without.
 *
 * @throws Error naming each variable that is missing, wrong or unknown
 */
export function readConfig(
  env: Record<string, string | undefined> = process.env,
  needed: readonly Setting[] = [],
): Config {
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith('ZERODO_') && !(name in environment.shape),
  );
  const parsed = environment.safeParse(env);
  const wrong = parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  const missing = env.MAKE_V8_CACHE ? [] : needed.filter((name) => !env[name]);
  const complaints = [
    ...unknown.map((name) => `${name} is no setting of a function`),
    ...wrong,
    ...missing.map((name) => `${name} is missing`),
  ];
  if (!parsed.success || complaints.length > 0) throw new Error(complaints.join('; '));
  return parsed.data;
}
