-- A person who goes takes along what was his alone. What others are in stays with them.

alter table project_members add column joined_at timestamptz not null default now();

-- Who has just gone: what he still had under way must not begin an account anew.
create table erasures (
  user_id   uuid primary key,
  erased_at timestamptz not null
);
alter table erasures enable row level security, force row level security;
create policy own on erasures for select to zerodo_app using (user_id = current_user_id());
grant select on erasures to zerodo_app;

-- May not log in and sees through row security: it owns nothing but the function that erases.
do $$ begin create role zerodo_eraser nologin bypassrls;
exception when duplicate_object or unique_violation then null; end $$;

-- An event without a word of anybody, of the same form.
create function without_words(data jsonb) returns jsonb
  language sql immutable set search_path = public as $$
    select case
      when data ? 'task' then
        jsonb_set(data, '{task}', (data -> 'task') || '{"title": "", "notes": "", "labels": [], "section": null}')
      when data ? 'series' then
        jsonb_set(data, '{series}', (data -> 'series') || '{"title": "", "notes": "", "labels": [], "section": null}')
      when data ? 'project' then
        jsonb_set(data, '{project}', (data -> 'project') || '{"name": "", "description": "", "sections": []}')
      else data
    end
$$;

-- Erases the person whom the transaction is for, who has left every project that others are in. The
-- rows of events stay, and the chain over them: what they said is gone, and with it the salt that
-- would prove it.
create function erase_person() returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me       uuid := current_user_id();
  personal uuid[];
  left_now uuid[];
begin
  if me is null then return; end if;
  -- Both kinds of membership: his, and in the trash those that come back with the project.
  personal := array(
    select m.project_id from project_members m where m.user_id = me
      and not exists (select from project_members o where o.project_id = m.project_id and o.user_id <> me)
    union
    select f.project_id from former_members f where f.user_id = me and f.with_project
      and not exists (select from former_members o
                      where o.project_id = f.project_id and o.with_project and o.user_id <> me)
  );
  left_now := array(select project_id from former_members where user_id = me and ended_at = now());

  create temporary table erased_events on commit drop as
    select e.id from events e join tasks t on e.subject = t.id::text
    where t.project_id = any (personal) or (t.project_id = any (left_now) and e.project_id = any (personal))
    union
    select e.id from events e join series s on e.subject = s.id::text where s.project_id = any (personal)
    union
    select e.id from events e where e.subject = any (personal::text[]);
  update events e set data = without_words(e.data) from erased_events x where e.id = x.id;
  update task_event_log l set salt = null from erased_events x where l.event_id = x.id;
  delete from dead_letters d where d.attributes ->> 'userid' = me::text;

  delete from task_stats s using tasks t where t.id = s.task_id and t.project_id = any (personal);
  update task_stats set created_by = null, created_on = null where created_by = me;
  update task_stats set completed_by = null, completed_on = null, on_time = null where completed_by = me;
  delete from notifications where user_id = me;
  delete from reminders where user_id = me;
  update tasks set series_id = null
  where series_id in (select id from series where project_id = any (personal)) and project_id <> all (personal);
  delete from tasks where project_id = any (personal);
  delete from series where project_id = any (personal);
  delete from circuit_breakers where target in (select 'webhook:' || id from webhooks where user_id = me);
  delete from webhooks where user_id = me;
  delete from push_subscriptions where user_id = me;
  delete from projects where id = any (personal);
  delete from former_members where user_id = me and ended_at < now();
  delete from invitations where invited_by = me
    or email = (select lower(p.email) from preferences p where p.user_id = me);
  delete from labels where user_id = me;
  delete from timezones where user_id = me;
  delete from preferences where user_id = me;
  delete from inbox where user_id = me;
  insert into erasures (user_id, erased_at) values (me, now())
  on conflict (user_id) do update set erased_at = excluded.erased_at;
end $$;

grant create on schema public to zerodo_eraser;
grant zerodo_eraser to current_user;
alter function erase_person() owner to zerodo_eraser;
revoke create on schema public from zerodo_eraser;
do $$ begin
  execute format('grant temporary on database %I to zerodo_eraser', current_database());
end $$;
grant select, update on events, task_event_log to zerodo_eraser;
grant select, update, delete on tasks, task_stats to zerodo_eraser;
grant select, delete on dead_letters, notifications, reminders, series, circuit_breakers, webhooks, webhook_deliveries,
  push_subscriptions, projects, project_members, former_members, invitations, labels, timezones, preferences, inbox
  to zerodo_eraser;
grant select, insert, update on erasures to zerodo_eraser;
