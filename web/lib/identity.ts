import { apiKey } from '@better-auth/api-key';
import { addressOf } from '@zerodo/store/address';
import { betterAuth } from 'better-auth';
import { jwt } from 'better-auth/plugins';
import { PostgresJSDialect } from 'kysely-postgres-js';
import postgres from 'postgres';
import { eraseAccount } from './account-end.ts';
import { accountMail } from './account-mail.ts';
import { type Act, noteAct } from './acts.ts';
import { apiTokenPrefix, claims, fullAccess, tokenAccess } from './claims.ts';
import { type Config, config } from './config.ts';
import { guards } from './guards.ts';
import { log } from './identity-log.ts';
import { closedPasskeyPaths, passkeys } from './passkeys.ts';
import { personHooks } from './person-hooks.ts';
import { closedSecondFactorPaths, secondFactor } from './second-factor.ts';
import { takesNoChanges } from './takes-no-changes.ts';

const days = (count: number) => count * 24 * 60 * 60;

/** The options on their own, so that a test can ask for the SQL that they need. */
export const identityOptions = (settings: Config, sql: postgres.Sql) => ({
  baseURL: settings.ZERODO_PUBLIC_URL,
  secret: settings.BETTER_AUTH_SECRET,
  trustedOrigins: settings.ZERODO_ORIGINS,
  telemetry: { enabled: false },
  // Whoever can read the table must not be able to choose somebody's new password.
  verification: { storeIdentifier: 'hashed' as const },
  logger: { level: 'error' as const, log },
  onAPIError: {
    onError: (error: unknown) => {
      log('error', 'request failed', error);
      const trouble = takesNoChanges(error);
      if (trouble) throw trouble;
    },
  },
  database: { dialect: new PostgresJSDialect({ postgres: sql }), type: 'postgres' as const },
  advanced: {
    database: { generateId: 'uuid' as const },
    // Said aloud because the library turns it off in tests by itself.
    disableOriginCheck: false,
    // One address by then (incoming.ts); without it everybody would share one bucket.
    ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
  },
  user: {
    additionalFields: { locale: { type: 'string' as const, required: false, defaultValue: 'en' } },
    deleteUser: { enabled: true, beforeDelete: eraseAccount(settings, sql) },
  },
  databaseHooks: personHooks,
  hooks: guards(sql),
  ...accountMail(settings, (userId) => noteAct(sql, userId, 'password-reset')),
  // Tokens are made at /api/tokens, which says what they may do; the library's own way there stays closed.
  disabledPaths: [
    ...['create', 'update', 'delete', 'list', 'get'].map((verb) => `/api-key/${verb}`),
    ...closedSecondFactorPaths,
    ...closedPasskeyPaths,
  ],
  rateLimit: {
    enabled: true,
    customRules: {
      '/sign-up/email': { window: 10, max: settings.ZERODO_SIGN_UP_LIMIT },
      '/send-verification-email': { window: 60, max: 3 },
      '/request-password-reset': { window: 60, max: 3 },
      '/sign-in/email': { window: 10, max: Math.max(5, settings.ZERODO_SIGN_UP_LIMIT) },
      '/two-factor/*': { window: 10, max: Math.max(5, settings.ZERODO_SIGN_UP_LIMIT) },
      '/passkey/*-registration': { window: 10, max: Math.max(5, settings.ZERODO_SIGN_UP_LIMIT) },
      '/passkey/verify-authentication': { window: 10, max: Math.max(5, settings.ZERODO_SIGN_UP_LIMIT) },
      // Every sign-in page takes one challenge.
      '/passkey/generate-authenticate-options': {
        window: 10,
        max: Math.max(30, settings.ZERODO_SIGN_UP_LIMIT),
      },
    },
  },
  plugins: [
    secondFactor,
    ...passkeys(settings),
    jwt({
      // A page that reads the session has no use for a token.
      disableSettingJwtHeader: true,
      jwks: {
        keyPairConfig: { alg: 'ES256' },
        rotationInterval: days(30),
        gracePeriod: days(7),
      },
      jwt: {
        issuer: settings.ZERODO_JWT_ISSUER,
        audience: settings.ZERODO_JWT_AUDIENCE,
        expirationTime: '2m',
        definePayload: ({ user }) => claims(user, fullAccess),
      },
    }),
    apiKey({
      defaultPrefix: apiTokenPrefix,
      permissions: { defaultPermissions: { api: tokenAccess } },
      maximumNameLength: 100,
      // The prefix, and enough behind it to tell one from another.
      startingCharactersConfig: { charactersLength: apiTokenPrefix.length + 4 },
      // Its own default is ten requests a day; the gateway limits rates.
      rateLimit: { enabled: false },
      // A token must never become a whole session: it could change the password.
      enableSessionForAPIKeys: false,
    }),
  ],
});

const start = () => {
  const settings = config();
  const { url, ...address } = addressOf(settings.ZERODO_WEB_DATABASE_URL);
  const sql = postgres(url, { ...address, max: 5, onnotice: () => {} });
  return { auth: betterAuth(identityOptions(settings, sql)), sql };
};

let started: ReturnType<typeof start> | undefined;
const once = (): ReturnType<typeof start> => {
  started ??= start();
  return started;
};

/** Sign-up, sign-in, sessions and tokens: one instance for the process. */
export const identity = (): ReturnType<typeof start>['auth'] => once().auth;

/** Writes down what a person did with a right that is nobody else's. */
export const note = (userId: string, act: Act) => noteAct(once().sql, userId, act);
