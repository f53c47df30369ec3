import { z } from 'zod';

/** Comma-separated origins, e.g. `http://localhost:3000,http://127.0.0.1:3000`. */
const origins = z
  .string()
  .transform((value) => value.split(',').map((origin) => origin.trim()))
  .pipe(z.array(z.url()).min(1));

/** Separated by commas, in small letters. */
const words = z.string().transform((value) =>
  value
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter(Boolean),
);

const environment = z.object({
  /** Postgres as role zerodo_web, whose search_path is `auth`. */
  ZERODO_WEB_DATABASE_URL: z.url(),
  /** Signs cookies and encrypts the private key that signs JWTs. */
  BETTER_AUTH_SECRET: z.string().min(32),
  ZERODO_PUBLIC_URL: z.url(),
  ZERODO_ORIGINS: origins,
  ZERODO_JWT_ISSUER: z.string().min(1).default('zerodo'),
  ZERODO_JWT_AUDIENCE: z.string().min(1).default('zerodo'),
  /** The gateway's address inside; server components read through it. */
  ZERODO_API_URL: z.url(),
  /** Addresses and networks of proxies before us, beside those in private networks. */
  ZERODO_TRUSTED_PROXIES: words.default([]),
  /** Sign-ups from one address until ten seconds pass without one. */
  ZERODO_SIGN_UP_LIMIT: z.coerce.number().int().positive().default(3),
  /** Who sees the flow page and sends dead letters again: ids or addresses of accounts, `first` for the oldest. */
  ZERODO_OPERATORS: words.default([]),
  /** Where mail goes out, e.g. `smtp://user:password@host:587`; without it nobody is asked to confirm an address. */
  ZERODO_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  ZERODO_MAIL_FROM: z.string().min(3).optional(),
  /** Where telemetry is sent; without it nothing is measured, in browsers neither. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** `1`: end when stdin closes, because the parent died. */
  ZERODO_EXIT_WITH_STDIN: z.enum(['0', '1']).default('0'),
});

export type Config = z.infer<typeof environment>;

let parsed: Config | undefined;

/**
 * What the process was told, checked the first time that it is asked for (`next build` has no
 * environment). A misspelt ZERODO_ variable is an error, and no message repeats a value.
 */
export function config(): Config {
  if (parsed) return parsed;
  const known = Object.keys(environment.shape);
  const unknown = Object.keys(process.env).filter(
    (name) => name.startsWith('ZERODO_') && !known.includes(name),
  );
  if (unknown.length > 0) throw new Error(`Unknown settings: ${unknown.join(', ')}`);

  const result = environment.safeParse(process.env);
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Settings that cannot be used: ${wrong.join('; ')}`);
  }
  parsed = result.data;
  return parsed;
}
