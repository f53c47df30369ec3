-- Notifications on every channel: each is tried by itself, and the ledger says how far it got.

-- What stands between us and a target that keeps failing. Shared here because functions go to zero.
create table circuit_breakers (
  target     text primary key,
  state      text not null default 'closed' check (state in ('closed', 'open', 'half-open')),
  -- In a row; a success forgets them.
  failures   integer not null default 0,
  opened_at  timestamptz,
  -- When the next caller may try; while one does, when it is given up.
  probe_at   timestamptz,
  last_error text
);

alter table notifications
  -- Digests and tests are about no task, notices about no reminder.
  alter column reminder_id drop not null,
  alter column task_id     drop not null,
  alter column project_id  drop not null,
  -- Why it exists, in words that are the same whoever finds out, however often.
  add column cause           text not null default gen_random_uuid()::text,
  -- The browser that a push goes to: each is tried by itself.
  add column subscription_id uuid,
  -- Who did what a notice is about; the name as it was then.
  add column actor_id        uuid,
  add column actor_name      text,
  add column attempts        integer not null default 0,
  -- While an attempt is under way nobody else makes one.
  add column lease_until     timestamptz,
  -- When it is announced again, should nothing have come of it.
  add column next_attempt_at timestamptz,
  add column last_error      text,
  drop constraint notifications_kind_check,
  drop constraint notifications_channel_check,
  drop constraint notifications_state_check,
  drop constraint notifications_reminder_id_fire_at_channel_key,
  add check (kind in ('reminder', 'due-soon', 'overdue', 'task-created', 'task-updated', 'task-completed', 'digest', 'test')),
  add check (channel in ('in-app', 'email', 'push')),
  add check (state in ('planned', 'sending', 'sent', 'failed', 'late', 'cancelled'));
update notifications
  set cause = 'reminder ' || reminder_id || ' ' || to_char(fire_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
alter table notifications
  add unique nulls not distinct (user_id, cause, channel, subscription_id);
create index notifications_waiting on notifications (next_attempt_at) where state in ('planned', 'sending');
create index notifications_reminder on notifications (reminder_id) where reminder_id is not null;
create index notifications_task    on notifications (task_id, user_id) where task_id is not null;

-- When a person's zone or quiet hours change, what is planned moves.
create index reminders_person on reminders (user_id) where state = 'planned';

-- The due time that a notice has been given of. A task that moves is due for another one; one that
-- has had its own leaves the index.
alter table tasks
  add column due_soon_for timestamptz,
  add column overdue_for  timestamptz;
create index tasks_due_soon on tasks (due_at)
  where status = 'open' and deleted_at is null and due_at is not null and due_soon_for is distinct from due_at;
create index tasks_overdue on tasks (due_at)
  where status = 'open' and deleted_at is null and due_at is not null and overdue_for is distinct from due_at;

alter table preferences
  -- When the person's next digest is to come; null: never.
  add column digest_next_at  timestamptz,
  -- Unsubscribed by the link in a mail; turning mail on in the settings is the later word.
  add column mail_refused_at timestamptz;
create index preferences_digest on preferences (digest_next_at) where digest_next_at is not null;

alter table circuit_breakers enable row level security, force row level security;
-- Whether mail and push get through is everybody's to know, other people's addresses are not.
create policy see  on circuit_breakers for select to zerodo_app using (target not like 'webhook:%');
create policy work on circuit_breakers for all to zerodo_worker using (true) with check (true);
grant select on circuit_breakers to zerodo_app;
grant select, insert, update, delete on circuit_breakers to zerodo_worker;

drop policy own on notifications;
create policy own on notifications for all to zerodo_app
  using (user_id = current_user_id())
  with check (user_id = current_user_id() and (project_id is null or project_id in (select my_projects())));

-- Who may only look is reminded all the same, and may put it off.
create policy snooze on reminders for insert to zerodo_app
  with check (user_id = current_user_id() and project_id in (select my_projects()));
create policy tell on events for insert to zerodo_app
  with check (user_id = current_user_id() and project_id in (select my_projects())
              and (type like 'dev.zerodo.notification.%' or type = 'dev.zerodo.reminder.snoozed.v1'));

grant update (digest_next_at) on preferences to zerodo_worker;
create policy work_on_digests on preferences for update to zerodo_worker using (true) with check (true);
