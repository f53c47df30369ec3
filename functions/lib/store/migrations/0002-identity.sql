-- Who people are: the tables of better-auth, in a schema of their own that only the web may touch.
-- Names and types are the library's; web/lib/identity.test.ts asks it whether anything is missing.

create schema auth;

create table auth."user" (
  id              uuid primary key default gen_random_uuid(),
  name            text not null,
  email           text not null unique,
  "emailVerified" boolean not null,
  image           text,
  "createdAt"     timestamptz not null default current_timestamp,
  "updatedAt"     timestamptz not null default current_timestamp,
  locale          text
);

create table auth.session (
  id          uuid primary key default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  token       text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId"    uuid not null references auth."user" (id) on delete cascade
);
create index "session_userId_idx" on auth.session ("userId");

-- How somebody proves who they are; for a password, `password` is its scrypt hash.
create table auth.account (
  id                      uuid primary key default gen_random_uuid(),
  "accountId"             text not null,
  "providerId"            text not null,
  "userId"                uuid not null references auth."user" (id) on delete cascade,
  "accessToken"           text,
  "refreshToken"          text,
  "idToken"               text,
  "accessTokenExpiresAt"  timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope                   text,
  password                text,
  "createdAt"             timestamptz not null default current_timestamp,
  "updatedAt"             timestamptz not null
);
create index "account_userId_idx" on auth.account ("userId");

create table auth.verification (
  id          uuid primary key default gen_random_uuid(),
  identifier  text not null,
  value       text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index verification_identifier_idx on auth.verification (identifier);

-- The keys that sign what functions check; the private half is encrypted with the web's secret.
create table auth.jwks (
  id           uuid primary key default gen_random_uuid(),
  "publicKey"  text not null,
  "privateKey" text not null,
  "createdAt"  timestamptz not null,
  "expiresAt"  timestamptz,
  alg          text,
  crv          text
);

-- API tokens; `key` is a hash.
create table auth.apikey (
  id                    uuid primary key default gen_random_uuid(),
  "configId"            text not null,
  name                  text,
  start                 text,
  "referenceId"         text not null,
  prefix                text,
  key                   text not null,
  "refillInterval"      integer,
  "refillAmount"        integer,
  "lastRefillAt"        timestamptz,
  enabled               boolean,
  "rateLimitEnabled"    boolean,
  "rateLimitTimeWindow" integer,
  "rateLimitMax"        integer,
  "requestCount"        integer,
  remaining             integer,
  "lastRequest"         timestamptz,
  "expiresAt"           timestamptz,
  "createdAt"           timestamptz not null,
  "updatedAt"           timestamptz not null,
  permissions           text,
  metadata              text
);
create index "apikey_configId_idx" on auth.apikey ("configId");
create index "apikey_referenceId_idx" on auth.apikey ("referenceId");
create index apikey_key_idx on auth.apikey (key);

grant usage on schema auth to zerodo_web;
grant select, insert, update, delete on all tables in schema auth to zerodo_web;

-- On the role and not on the connection: a transaction pooler refuses it there.
alter role zerodo_web set search_path = auth;
