-- What a task adds to the statistics: one row, computed from the task and its history, never counted up.
create table task_stats (
  task_id      uuid primary key,
  project_id   uuid not null,
  -- The version of the task that this was computed from.
  version      integer not null,
  created_by   uuid,
  -- Days on the calendar of the person, in the zone that he had then.
  created_on   date,
  completed_by uuid,
  completed_on date,
  -- Null where nothing was due.
  on_time      boolean
);
create index task_stats_created   on task_stats (created_by, created_on) include (project_id)
  where created_on is not null;
create index task_stats_completed on task_stats (completed_by, completed_on) include (project_id, on_time)
  where completed_on is not null;

-- Which zone a person was in, so that a day can be told again as it was.
create table timezones (
  user_id  uuid not null,
  since    timestamptz not null,
  timezone text not null,
  primary key (user_id, since)
);
insert into timezones (user_id, since, timezone) select user_id, created_at, timezone from preferences;

alter table task_stats enable row level security, force row level security;
alter table timezones  enable row level security, force row level security;

create function remember_timezone() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'UPDATE' and old.timezone = new.timezone then return null; end if;
  insert into timezones (user_id, since, timezone) values (new.user_id, now(), new.timezone)
  on conflict (user_id, since) do update set timezone = excluded.timezone;
  return null;
end $$;
grant select, insert, update on timezones to zerodo_membership;
grant create on schema public to zerodo_membership;
alter function remember_timezone() owner to zerodo_membership;
revoke create on schema public from zerodo_membership;
create trigger remember_timezone after insert or update of timezone on preferences
  for each row execute function remember_timezone();

create policy own on task_stats for select to zerodo_app
  using (created_by = current_user_id() or completed_by = current_user_id());
create policy own on timezones for select to zerodo_app using (user_id = current_user_id());
grant select on task_stats, timezones to zerodo_app;

create policy work on task_stats for all    to zerodo_worker using (true) with check (true);
create policy work on timezones  for select to zerodo_worker using (true);
grant select, insert, update, delete on task_stats to zerodo_worker;
grant select on timezones to zerodo_worker;
