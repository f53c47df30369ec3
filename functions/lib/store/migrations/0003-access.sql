-- Who may see and change what. These functions belong to a role that row security does not bind,
-- because a policy that reads project_members under a policy of its own recurses for ever.
create function current_user_id() returns uuid
  language sql stable set search_path = public as $$
    select nullif(current_setting('zerodo.user_id', true), '')::uuid
$$;

create function my_projects() returns setof uuid
  language sql stable security definer set search_path = public as $$
    select project_id from project_members where user_id = current_user_id()
$$;

create function my_editable_projects() returns setof uuid
  language sql stable security definer set search_path = public as $$
    select project_id from project_members
    where user_id = current_user_id() and role in ('owner', 'editor')
$$;

grant select on project_members to zerodo_membership;
grant create on schema public to zerodo_membership;
grant zerodo_membership to current_user;
alter function my_projects() owner to zerodo_membership;
alter function my_editable_projects() owner to zerodo_membership;
revoke create on schema public from zerodo_membership;

alter table projects        enable row level security, force row level security;
alter table project_members enable row level security, force row level security;
alter table preferences     enable row level security, force row level security;
alter table series          enable row level security, force row level security;
alter table tasks           enable row level security, force row level security;
alter table reminders       enable row level security, force row level security;
alter table notifications   enable row level security, force row level security;
alter table inbox           enable row level security, force row level security;
alter table events          enable row level security, force row level security;
alter table task_event_log  enable row level security, force row level security;

-- People. A person makes a project for himself and joins only what is his own.
create policy see on projects for select to zerodo_app
  using (owner_id = current_user_id() or id in (select my_projects()));
create policy add on projects for insert to zerodo_app with check (owner_id = current_user_id());
create policy see on project_members for select to zerodo_app
  using (project_id in (select my_projects()));
create policy add on project_members for insert to zerodo_app
  with check (user_id = current_user_id() and role = 'owner'
              and project_id in (select id from projects where owner_id = current_user_id()));
create policy own on preferences for all to zerodo_app
  using (user_id = current_user_id()) with check (user_id = current_user_id());

-- A viewer's row can be read and locked, so that a command can refuse by name; writing it cannot.
create policy see    on series for select to zerodo_app using (project_id in (select my_projects()));
create policy add    on series for insert to zerodo_app with check (project_id in (select my_editable_projects()));
create policy change on series for update to zerodo_app
  using (project_id in (select my_projects())) with check (project_id in (select my_editable_projects()));
create policy see    on tasks for select to zerodo_app using (project_id in (select my_projects()));
create policy add    on tasks for insert to zerodo_app with check (project_id in (select my_editable_projects()));
create policy change on tasks for update to zerodo_app
  using (project_id in (select my_projects())) with check (project_id in (select my_editable_projects()));

-- Completing a task calls off everybody's reminders, so its editors may change them all.
create policy see    on reminders for select to zerodo_app using (project_id in (select my_projects()));
create policy add    on reminders for insert to zerodo_app
  with check (project_id in (select my_editable_projects()));
create policy change on reminders for update to zerodo_app
  using (project_id in (select my_editable_projects()) or user_id = current_user_id())
  with check (project_id in (select my_editable_projects()) or user_id = current_user_id());
create policy remove on reminders for delete to zerodo_app using (project_id in (select my_editable_projects()));

create policy own on notifications for all to zerodo_app
  using (user_id = current_user_id())
  with check (user_id = current_user_id() and project_id in (select my_projects()));
create policy own on inbox for all to zerodo_app
  using (user_id = current_user_id()) with check (user_id = current_user_id());

-- Events are added and read, never changed. Who may only look announces nothing but what came to him.
create policy see on events for select to zerodo_app using (project_id in (select my_projects()));
create policy add on events for insert to zerodo_app
  with check (user_id = current_user_id()
              and (project_id in (select my_editable_projects())
                   or (type = 'dev.zerodo.notification.sent.v1' and project_id in (select my_projects()))));

grant select, insert on projects, project_members to zerodo_app;
grant select, insert, update on preferences, series, tasks, notifications, inbox to zerodo_app;
grant select, insert, update, delete on reminders to zerodo_app;
grant select, insert on events to zerodo_app;

-- Workers: each table by its own policy, and only what a tick, the relay or the audit does with it.
create policy work on project_members for select to zerodo_worker using (true);
create policy work on projects        for select to zerodo_worker using (true);
create policy work on preferences     for select to zerodo_worker using (true);
create policy work on series          for all    to zerodo_worker using (true) with check (true);
create policy work on tasks           for all    to zerodo_worker using (true) with check (true);
create policy work on reminders       for all    to zerodo_worker using (true) with check (true);
create policy work on notifications   for all    to zerodo_worker using (true) with check (true);
create policy work on inbox           for all    to zerodo_worker using (user_id is null) with check (user_id is null);
create policy work on events          for all    to zerodo_worker using (true) with check (true);
create policy work on task_event_log  for all    to zerodo_worker using (true) with check (true);

grant select on projects, project_members, preferences to zerodo_worker;
grant select, insert on series, tasks, events, task_event_log to zerodo_worker;
grant select, insert, update on notifications, inbox, log_shards, log_cursors, dead_letters to zerodo_worker;
grant select, insert, update, delete on reminders to zerodo_worker;
grant update (log_position) on events to zerodo_worker;
grant update (next_due_at, is_active, version, updated_at) on series to zerodo_worker;
grant update on tasks to zerodo_worker;
