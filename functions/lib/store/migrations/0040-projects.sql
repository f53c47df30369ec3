-- Projects in full, who belongs to them, and how somebody comes and goes.

alter table projects
  add column color        text,
  add column description  text             not null default '',
  add column position     double precision not null default 0,
  add column sections     text[]           not null default '{}',
  add column default_view text             not null default 'list' check (default_view in ('list', 'board')),
  add column archived_at  timestamptz,
  add column deleted_at   timestamptz,
  add column version      integer          not null default 1,
  add column updated_at   timestamptz      not null default now();
create index projects_deleted on projects (deleted_at) where deleted_at is not null;

-- Whose membership has ended, when, and whether it comes back with the project.
create table former_members (
  project_id   uuid not null references projects on delete cascade,
  user_id      uuid not null,
  role         text not null,
  with_project boolean not null,
  ended_at     timestamptz not null default now(),
  primary key (project_id, user_id)
);

create table invitations (
  id          uuid primary key,
  project_id  uuid not null references projects on delete cascade,
  -- In lower case.
  email       text not null,
  role        text not null check (role in ('owner', 'editor', 'viewer')),
  invited_by  uuid not null,
  -- SHA-256 of what whoever holds it may accept with.
  code_digest bytea not null,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz not null,
  unique (project_id, email)
);
create index invitations_email on invitations (email);

create index tasks_assigned on tasks (project_id, assignee_id) where assignee_id is not null and deleted_at is null;

alter table former_members enable row level security, force row level security;
alter table invitations    enable row level security, force row level security;

grant select, insert, update, delete on project_members, former_members, invitations to zerodo_membership;
grant select, update on projects to zerodo_membership;
grant select (user_id, name, email, email_verified) on preferences to zerodo_membership;
grant select (id, project_id, status, deleted_at) on tasks to zerodo_membership;
grant select, update (state), delete on reminders to zerodo_membership;

-- Nobody owns his inbox in the sense of giving it away: it has no other members and does not end.
create function my_owned_projects() returns setof uuid
  language sql stable security definer set search_path = public as $$
    select m.project_id from project_members m join projects p on p.id = m.project_id
    where m.user_id = current_user_id() and m.role = 'owner' and not p.is_inbox
$$;

-- What a person has just made and nobody belongs to yet; whoever made a project may have left it since.
create function my_new_projects() returns setof uuid
  language sql stable security definer set search_path = public as $$
    select id from projects p
    where owner_id = current_user_id()
      and (is_inbox or not exists (select from project_members m where m.project_id = p.id)
                   and not exists (select from former_members f where f.project_id = p.id))
$$;

create function my_deleted_projects() returns setof uuid
  language sql stable security definer set search_path = public as $$
    select project_id from former_members where user_id = current_user_id() and with_project and role = 'owner'
$$;

-- Where this very transaction has ended the person's membership: the last thing to say there.
create function my_ended_memberships() returns setof uuid
  language sql stable security definer set search_path = public as $$
    select project_id from former_members where user_id = current_user_id() and ended_at = now()
$$;

create function project_is_shared(project uuid) returns boolean
  language sql stable security definer set search_path = public as $$
    select (select count(*) from project_members where project_id = project)
         + (select count(*) from former_members where project_id = project and with_project) > 1
$$;

-- Members see each other's names; addresses are for owners.
create function members_of(project uuid)
  returns table (user_id uuid, name text, email text, role text)
  language sql stable security definer set search_path = public as $$
    select m.user_id, p.name,
           case when m.user_id = current_user_id() or project in (select my_owned_projects()) then p.email end,
           m.role
    from project_members m left join preferences p on p.user_id = m.user_id
    where m.project_id = project and project in (select my_projects())
$$;

-- An invitation is for whoever has confirmed its address; others need its code.
create function my_invitations()
  returns table (id uuid, project_id uuid, project_name text, invited_by text, role text, expires_at timestamptz)
  language sql stable security definer set search_path = public as $$
    select i.id, i.project_id, p.name, inviter.name, i.role, i.expires_at
    from preferences me
    join invitations i on i.email = lower(me.email) and i.expires_at > now()
    join projects p on p.id = i.project_id and p.deleted_at is null
    left join preferences inviter on inviter.user_id = i.invited_by
    where me.user_id = current_user_id() and me.email_verified
$$;

-- The project that the person belongs to from now on; null when there is no such invitation for him.
create function accept_invitation(invitation uuid, digest bytea) returns uuid
  language plpgsql security definer set search_path = public as $$
declare accepted invitations;
begin
  select i.* into accepted from invitations i join projects p on p.id = i.project_id
  where i.id = invitation and i.expires_at > now() and p.deleted_at is null and current_user_id() is not null
    and (i.code_digest = digest or i.id in (select m.id from my_invitations() m))
  for update of i;
  if accepted.id is null then return null; end if;
  insert into project_members (project_id, user_id, role)
  values (accepted.project_id, current_user_id(), accepted.role) on conflict do nothing;
  delete from former_members f where f.project_id = accepted.project_id and f.user_id = current_user_id();
  delete from invitations i where i.id = accepted.id;
  return accepted.project_id;
end $$;

create function decline_invitation(invitation uuid, digest bytea) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  delete from invitations i
  where i.id = invitation and (i.code_digest = digest or i.id in (select m.id from my_invitations() m));
  return found;
end $$;

-- An owner removes anyone, anyone leaves; nobody leaves a project without an owner.
create function end_membership(project uuid, person uuid) returns text
  language plpgsql security definer set search_path = public as $$
declare theirs text;
begin
  -- Two owners who leave at the same moment would each see the other.
  perform from projects p where p.id = project and not p.is_inbox for update;
  if not found or not (person is not distinct from current_user_id() or project in (select my_owned_projects())) then
    return 'not-found';
  end if;
  select m.role into theirs from project_members m where m.project_id = project and m.user_id = person;
  if theirs is null then return 'not-found'; end if;
  if theirs = 'owner' and not exists (
    select from project_members m where m.project_id = project and m.user_id <> person and m.role = 'owner'
  ) then return 'last-owner'; end if;
  delete from reminders r
  where r.user_id = person and r.task_id in (select t.id from tasks t where t.project_id = project);
  insert into former_members as f (project_id, user_id, role, with_project) values (project, person, theirs, false)
  on conflict (project_id, user_id) do update set role = excluded.role, with_project = false, ended_at = now();
  delete from project_members m where m.project_id = project and m.user_id = person;
  return 'ended';
end $$;

-- A project without members is seen by nobody, nor are its tasks; nothing of it is rewritten.
create function close_project(project uuid, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  perform from projects p where p.id = project for update;
  if project not in (select my_owned_projects()) then return false; end if;
  insert into former_members (project_id, user_id, role, with_project)
  select m.project_id, m.user_id, m.role, true from project_members m where m.project_id = project
  on conflict (project_id, user_id) do update set role = excluded.role, with_project = true, ended_at = now();
  delete from project_members m where m.project_id = project;
  update reminders r set state = 'cancelled'
  where r.state in ('planned', 'due') and r.task_id in (select t.id from tasks t where t.project_id = project);
  update projects set deleted_at = moment, updated_at = moment, version = version + 1 where id = project;
  return true;
end $$;

-- Everybody who belonged to it does again, and reminders that still lie ahead come.
create function reopen_project(project uuid, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  perform from projects p where p.id = project and p.deleted_at is not null for update;
  if not found or project not in (select my_deleted_projects()) then return false; end if;
  insert into project_members (project_id, user_id, role)
  select f.project_id, f.user_id, f.role from former_members f where f.project_id = project and f.with_project
  on conflict do nothing;
  delete from former_members f where f.project_id = project and f.with_project;
  update reminders r set state = 'planned'
  where r.state = 'cancelled' and r.fire_at > moment and r.task_id in (
    select t.id from tasks t where t.project_id = project and t.status = 'open' and t.deleted_at is null
  );
  update projects set deleted_at = null, updated_at = moment, version = version + 1 where id = project;
  return true;
end $$;

grant create on schema public to zerodo_membership;
alter function my_owned_projects()                  owner to zerodo_membership;
alter function my_new_projects()                    owner to zerodo_membership;
alter function my_deleted_projects()                owner to zerodo_membership;
alter function my_ended_memberships()               owner to zerodo_membership;
alter function project_is_shared(uuid)              owner to zerodo_membership;
alter function members_of(uuid)                     owner to zerodo_membership;
alter function my_invitations()                     owner to zerodo_membership;
alter function accept_invitation(uuid, bytea)       owner to zerodo_membership;
alter function decline_invitation(uuid, bytea)      owner to zerodo_membership;
alter function end_membership(uuid, uuid)           owner to zerodo_membership;
alter function close_project(uuid, timestamptz)     owner to zerodo_membership;
alter function reopen_project(uuid, timestamptz)    owner to zerodo_membership;
revoke create on schema public from zerodo_membership;

drop policy see on projects;
create policy see on projects for select to zerodo_app
  using (id in (select my_projects()) or id in (select my_new_projects()) or id in (select my_deleted_projects()));
create policy change on projects for update to zerodo_app
  using (id in (select my_projects())) with check (id in (select my_editable_projects()));
grant update (name, color, description, position, sections, default_view, archived_at, version, updated_at)
  on projects to zerodo_app;

drop policy add on project_members;
create policy add on project_members for insert to zerodo_app
  with check (user_id = current_user_id() and role = 'owner' and project_id in (select my_new_projects()));
create policy change on project_members for update to zerodo_app
  using (project_id in (select my_owned_projects())) with check (project_id in (select my_owned_projects()));
grant update (role) on project_members to zerodo_app;

create policy own on invitations for all to zerodo_app
  using (project_id in (select my_owned_projects()))
  with check (invited_by = current_user_id() and project_id in (select my_owned_projects()));
grant select, insert, update, delete on invitations to zerodo_app;

create policy own on former_members for select to zerodo_app using (user_id = current_user_id());
grant select on former_members to zerodo_app;

-- What somebody was to do who has left is to be done by nobody.
grant update (labels, section, assignee_id) on series to zerodo_worker;

-- Who comes or goes says so himself, whatever his role is or was.
create policy announce on events for insert to zerodo_app
  with check (user_id = current_user_id() and type like 'dev.zerodo.project.%'
              and (project_id in (select my_projects()) or project_id in (select my_ended_memberships())));
