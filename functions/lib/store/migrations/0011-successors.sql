-- What follows an occurrence: taken back with it, and planned on its person's clock.

-- Taken back when what it followed was opened again: it never was, and may come once more. What somebody
-- has deleted does not.
alter table tasks add column taken_back boolean not null default false;

-- How a person wants to be reminded, for whoever of a project makes a task of theirs that reminds them.
create function habits_of(person uuid) returns jsonb
  language sql stable security definer set search_path = public as $$
    select jsonb_build_object('timezone', p.timezone, 'quietHours', p.settings -> 'quietHours')
    from preferences p
    where p.user_id = person
      and (p.user_id = current_user_id() or session_user = 'zerodo_worker' or exists (
        select from project_members mine join project_members theirs using (project_id)
        where mine.user_id = current_user_id() and theirs.user_id = person))
$$;
grant create on schema public to zerodo_membership;
alter function habits_of(uuid) owner to zerodo_membership;
revoke create on schema public from zerodo_membership;
grant select (user_id, timezone, settings) on preferences to zerodo_membership;
