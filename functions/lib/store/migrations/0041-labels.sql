-- What a label has of its own, for the person who gave it that; the tasks carry its name.
create table labels (
  user_id    uuid not null,
  name       text not null,
  color      text,
  -- Null: after those with a place, by name.
  position   double precision,
  created_at timestamptz not null default now(),
  primary key (user_id, name)
);

alter table labels enable row level security, force row level security;
create policy own on labels for all to zerodo_app
  using (user_id = current_user_id()) with check (user_id = current_user_id());
grant select, insert, update, delete on labels to zerodo_app;

-- Numbers beside every list, and all labels in use, are read from these and from nothing else.
create index tasks_counted on tasks (project_id, due_at) include (due_date, due_time)
  where status = 'open' and deleted_at is null;
create index tasks_labelled on tasks (project_id) include (status, labels)
  where deleted_at is null and labels <> '{}';
