-- What operators watch: which function handled which message, when, for how long and with what outcome. Ids, types and
-- times, nothing that anybody has written. A crash may lose it, so it costs the write-ahead log nothing: what truly
-- happened is in events and inbox.
create unlogged table steps (
  id        bigint generated always as identity,
  function  text not null,
  event_id  text not null,
  type      text not null,
  trace_id  text not null,
  began_at  timestamptz not null,
  ms        real not null,
  outcome   text not null check (outcome in ('done', 'refused', 'unreadable', 'unavailable', 'fault')),
  -- Why it was not done: a key of lib/domain/errors.ts.
  code      text,
  -- How often the message had come by then, where the function claims what it handles.
  seen      integer,
  -- The first message of a process: milliseconds from its start until it could be asked.
  cold_ms   integer,
  -- Steps that went before this one in a burst and were not written down.
  omitted   integer not null default 0,
  noted_at  timestamptz not null default clock_timestamp()
);
create index steps_noted_at on steps (noted_at);
-- The latest events without an index entry for each: they are written in the order of their times.
create index events_time on events using brin (time);

-- What operators did that others may not, and to what.
create table operator_actions (
  id       bigint generated always as identity primary key,
  at       timestamptz not null default now(),
  -- Null for the command line, and for an account that is gone.
  user_id  uuid,
  action   text not null,
  subject  text not null,
  -- Null until it is over, and where the process died before.
  outcome  text
);

alter table steps            enable row level security, force row level security;
alter table operator_actions enable row level security, force row level security;

-- Functions that act for people leave their steps here and read none.
create policy note on steps for insert to zerodo_app    with check (true);
create policy work on steps for all    to zerodo_worker using (true) with check (true);
create policy work on operator_actions for all to zerodo_worker using (true) with check (true);
grant insert on steps to zerodo_app;
grant select, insert, delete on steps to zerodo_worker;
grant select, insert, update (outcome) on operator_actions to zerodo_worker;

-- What somebody did as an operator stays, who it was goes with the account.
create function forget_operator() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  update operator_actions set user_id = null where user_id = new.user_id;
  return null;
end $$;
create trigger forget_operator after insert or update on erasures for each row execute function forget_operator();
grant select, update (user_id) on operator_actions to zerodo_eraser;
