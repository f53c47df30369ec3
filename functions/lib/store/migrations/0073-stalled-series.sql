-- Completed occurrences of the last day are looked through for one that nothing has followed.
create index tasks_done_recurring on tasks (completed_at)
  where series_id is not null and status = 'completed' and deleted_at is null;
