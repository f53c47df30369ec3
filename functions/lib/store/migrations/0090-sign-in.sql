-- Who guesses a password waits, whatever address the guesses come from. The e-mail address is kept as its digest, known
-- here or not, so that the table tells nobody who has an account; a day later nothing is left of it.
create table auth.failed_sign_ins (
  address  bytea primary key,
  failures integer not null,
  last_at  timestamptz not null default now()
);
create index failed_sign_ins_last_at on auth.failed_sign_ins (last_at);

-- What changed how somebody signs in, or was done with a right of the person alone. Who it was goes with the account.
create table auth.acts (
  id        bigint generated always as identity primary key,
  at        timestamptz not null default now(),
  "userId"  uuid references auth."user" (id) on delete set null,
  act       text not null
);
create index "acts_userId_idx" on auth.acts ("userId", at desc);

grant select, insert, update, delete on auth.failed_sign_ins to zerodo_web;
grant select, insert on auth.acts to zerodo_web;
