-- What a person has chosen; what is left out is as usual (lib/domain/preferences.ts).
alter table preferences
  add column settings       jsonb   not null default '{}',
  -- Mail goes only to an address whose owner has confirmed it.
  add column email_verified boolean not null default false;
