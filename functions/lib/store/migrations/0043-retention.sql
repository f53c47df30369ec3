-- What the sweep may delete, and nothing sooner.
create policy sweep_see on inbox for select to zerodo_worker using (seen_at < now() - interval '14 days');
create policy sweep     on inbox for delete to zerodo_worker using (seen_at < now() - interval '14 days');
create policy sweep on invitations    for all to zerodo_worker using (expires_at < now());
create policy sweep on former_members for all to zerodo_worker using (ended_at < now() - interval '30 days');
create policy sweep on projects for delete to zerodo_worker
  using (not is_inbox and deleted_at < now() - interval '30 days');
create policy sweep on tasks  as restrictive for delete to zerodo_worker
  using (project_id in (select id from projects where deleted_at < now() - interval '30 days'));
create policy sweep on series as restrictive for delete to zerodo_worker
  using (project_id in (select id from projects where deleted_at < now() - interval '30 days'));

grant select, delete on invitations, former_members to zerodo_worker;
grant delete on inbox, projects, tasks, series, notifications, dead_letters to zerodo_worker;
create index dead_letters_replayed on dead_letters (replayed_at) where replayed_at is not null;
