-- Who is invited is told, and who goes leaves no name behind in what others were told.

alter table notifications
  drop constraint notifications_kind_check,
  add check (kind in ('reminder', 'due-soon', 'overdue', 'task-created', 'task-updated', 'task-completed',
                      'digest', 'test', 'webhook-off', 'invitation'));

-- Whom an invitation is for is found by whoever tells that person.
create policy tell on invitations for select to zerodo_worker using (true);
create index preferences_email on preferences (lower(email)) where email_verified;

-- What `erase_person` cannot find by what the person has: said by him, or of him, elsewhere. Called after it.
create function erase_traces() returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare me uuid := current_user_id();
begin
  if me is null then return; end if;
  -- Of a project that was deleted and swept away nothing is left but its events.
  with gone as (
    select e.id from events e
    where e.user_id = me and not exists (select from projects p where p.id = e.project_id)
  ), blanked as (
    update events e set data = without_words(e.data) from gone where e.id = gone.id
  )
  update task_event_log l set salt = null from gone where l.event_id = gone.id;
  delete from notifications where kind = 'invitation' and actor_id = me;
  update notifications set actor_name = null where actor_id = me;
end $$;

grant create on schema public to zerodo_eraser;
alter function erase_traces() owner to zerodo_eraser;
revoke create on schema public from zerodo_eraser;
grant update (actor_name) on notifications to zerodo_eraser;
