-- Questions about tasks that people have given a name.
create table filters (
  id         uuid primary key,
  user_id    uuid not null,
  name       text not null,
  color      text,
  -- The parameters of a list of tasks, by their names.
  query      jsonb not null,
  position   double precision not null,
  version    integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- Two of the same name could not be told apart.
create unique index filters_name on filters (user_id, lower(name));

alter table filters enable row level security, force row level security;
create policy own on filters for all to zerodo_app
  using (user_id = current_user_id()) with check (user_id = current_user_id());
grant select, insert, update, delete on filters to zerodo_app;

-- What a filter asks for are words of a person, too: labels, and what was searched for.
create or replace function without_words(data jsonb) returns jsonb
  language sql immutable set search_path = public as $$
    select case
      when data ? 'task' then
        jsonb_set(data, '{task}', (data -> 'task') || '{"title": "", "notes": "", "labels": [], "section": null}')
      when data ? 'series' then
        jsonb_set(data, '{series}', (data -> 'series') || '{"title": "", "notes": "", "labels": [], "section": null}')
      when data ? 'project' then
        jsonb_set(data, '{project}', (data -> 'project') || '{"name": "", "description": "", "sections": []}')
      when data ? 'filter' then
        jsonb_set(data, '{filter}', (data -> 'filter') || '{"name": "", "query": {}}')
      else data
    end
$$;

-- Few tasks belong to a series; a list of those is not looked for among all.
create index tasks_recurring on tasks (project_id, status, coalesce(due_at, 'infinity'), id)
  where deleted_at is null and series_id is not null;
