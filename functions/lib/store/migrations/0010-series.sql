-- Series as people handle them: what more a template holds, an end of their own, and whether they go on.

drop index series_next;
alter table series
  add column section          text,
  add column assignee_id      uuid,
  add column duration_minutes integer,
  -- The last day or moment on the wall clock, inclusive; what the rules say of their own end holds as well.
  add column until            text,
  -- Ended: by somebody. Finished: its rule has nothing left.
  add column state            text not null default 'active'
    check (state in ('active', 'paused', 'ended', 'finished')),
  -- The time zone rules that next_due_at was computed with.
  add column tzdata           text,
  add column deleted_at       timestamptz;
update series set state = 'ended' where not is_active;
alter table series drop column is_active;
alter table series add column is_active boolean generated always as (state = 'active') stored;

create index series_next   on series (next_due_at) where is_active and spawn = 'schedule';
create index series_listed on series (project_id, created_at desc, id desc) where deleted_at is null;
drop index series_project;

-- The slot that an occurrence was moved away from; null: it is due at its slot.
alter table tasks
  add column slot_local text,
  add column slot_at    timestamptz,
  add check ((slot_local is null) = (slot_at is null));

-- What other time zone rules than today's have computed; empty but for the minutes after an update.
create index tasks_tzdata  on tasks (tzdata)  where status = 'open' and deleted_at is null and due_at is not null;
create index series_tzdata on series (tzdata) where is_active and next_due_at is not null;

-- A series' events are read by what caused them when a change is undone.
create index events_cause on events (cause_id) where type like 'dev.zerodo.series.%';

-- Dropping a column took its grant along.
grant update (next_due_at, state, version, updated_at, tzdata) on series to zerodo_worker;
