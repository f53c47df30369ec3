-- A second factor (RFC 6238): names and types are the library's, as in 0002-identity.sql. `secret` and `backupCodes` are
-- encrypted with the web's secret. `verified` is false until somebody has shown a code of it.
alter table auth."user" add column "twoFactorEnabled" boolean default false;

create table auth."twoFactor" (
  id                        uuid primary key default gen_random_uuid(),
  secret                    text not null,
  "backupCodes"             text not null,
  "userId"                  uuid not null references auth."user" (id) on delete cascade,
  verified                  boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil"             timestamptz
);
create index "twoFactor_secret_idx" on auth."twoFactor" (secret);
-- The library takes the first that it finds.
create unique index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

-- A code that was tried is good no more, although its half minute goes on (RFC 6238, 5.2): kept as a digest with the person,
-- for as long as it could be used.
create table auth.tried_codes (
  code     bytea primary key,
  tried_at timestamptz not null default now()
);
create index tried_codes_tried_at on auth.tried_codes (tried_at);

grant select, insert, update, delete on auth."twoFactor" to zerodo_web;
grant select, insert, delete on auth.tried_codes to zerodo_web;
