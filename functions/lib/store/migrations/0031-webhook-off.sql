-- A webhook that was switched off is said in the inbox; which one, in words, since it is about no task.
alter table notifications
  add column about text,
  drop constraint notifications_kind_check,
  add check (kind in ('reminder', 'due-soon', 'overdue', 'task-created', 'task-updated', 'task-completed',
                      'digest', 'test', 'webhook-off'));
