-- Where a person is told of things outside: browsers that take web push, and addresses that take signed webhooks.

-- Answers to changes of preferences carry it as ETag.
alter table preferences add column version integer not null default 1;

create table push_subscriptions (
  id              uuid primary key,
  user_id         uuid not null,
  endpoint        text not null,
  p256dh          text not null,
  auth            text not null,
  created_at      timestamptz not null default now(),
  last_success_at timestamptz,
  disabled_at     timestamptz,
  disabled_reason text,
  unique (user_id, endpoint)
);

create table webhooks (
  id              uuid primary key,
  user_id         uuid not null,
  url             text not null,
  description     text not null default '',
  types           text[] not null,
  -- Only what happens in this project; null: in all of the person's projects.
  project_id      uuid references projects on delete cascade,
  -- Sealed with a key that the database does not hold.
  secret          bytea not null,
  -- Signs as well until then, so that a receiver can change over.
  previous_secret bytea,
  previous_until  timestamptz,
  -- Deliveries given up on, one after the other, without one that arrived.
  failures        integer not null default 0,
  failing_since   timestamptz,
  last_success_at timestamptz,
  disabled_at     timestamptz,
  disabled_reason text,
  version         integer not null default 1,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now()
);
create index webhooks_user on webhooks (user_id);
create index webhooks_project on webhooks (project_id) where project_id is not null;

-- One row an event and webhook, whoever plans it, however often.
create table webhook_deliveries (
  id          uuid primary key,
  webhook_id  uuid not null references webhooks on delete cascade,
  user_id     uuid not null,
  event_id    uuid not null,
  type        text not null,
  state       text not null default 'planned' check (state in ('planned', 'sent', 'failed', 'cancelled')),
  attempts    integer not null default 0,
  -- Not tried again before; what the log brings earlier is left alone.
  next_at     timestamptz not null default now(),
  -- The last time that its event said so; where nothing came of that, it is said again.
  announced_at timestamptz not null default now(),
  -- While an attempt is under way nobody else makes one.
  leased_until timestamptz,
  -- What the receiver answered last, or in words why it did not.
  status      smallint,
  error       text,
  created_at  timestamptz not null default now(),
  attempted_at timestamptz,
  finished_at timestamptz,
  unique (webhook_id, event_id)
);
create index webhook_deliveries_latest on webhook_deliveries (webhook_id, created_at desc, id);
create index webhook_deliveries_next on webhook_deliveries (next_at) where state = 'planned';
create index webhook_deliveries_created on webhook_deliveries using brin (created_at);

alter table push_subscriptions enable row level security, force row level security;
alter table webhooks           enable row level security, force row level security;
alter table webhook_deliveries enable row level security, force row level security;

create policy own on push_subscriptions for all to zerodo_app
  using (user_id = current_user_id()) with check (user_id = current_user_id());
create policy own on webhooks for all to zerodo_app
  using (user_id = current_user_id()) with check (user_id = current_user_id());
create policy own on webhook_deliveries for all to zerodo_app
  using (user_id = current_user_id()) with check (user_id = current_user_id());
grant select, insert, update, delete on push_subscriptions, webhooks, webhook_deliveries to zerodo_app;

-- Fanning out reads everybody's webhooks; what is switched off is written where it is sent from.
create policy work on push_subscriptions for all to zerodo_worker using (true) with check (true);
create policy work on webhooks           for all to zerodo_worker using (true) with check (true);
create policy work on webhook_deliveries for all to zerodo_worker using (true) with check (true);
grant select, update on push_subscriptions, webhooks to zerodo_worker;
grant select, insert, update, delete on webhook_deliveries to zerodo_worker;
