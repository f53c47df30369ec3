-- Passkeys (WebAuthn): names and types are the library's, as in 0002-identity.sql. What is kept is public: the secret half
-- never leaves the device.
create table auth.passkey (
  id             uuid primary key default gen_random_uuid(),
  name           text,
  "publicKey"    text not null,
  "userId"       uuid not null references auth."user" (id) on delete cascade,
  "credentialID" text not null,
  counter        integer not null,
  "deviceType"   text not null,
  "backedUp"     boolean not null,
  transports     text,
  "createdAt"    timestamptz,
  aaguid         text
);
create index "passkey_userId_idx" on auth.passkey ("userId");
-- A device chooses the identifier, and sign-in takes the first that it finds: nobody may register that of somebody else.
create unique index "passkey_credentialID_idx" on auth.passkey ("credentialID");

grant select, insert, update, delete on auth.passkey to zerodo_web;
