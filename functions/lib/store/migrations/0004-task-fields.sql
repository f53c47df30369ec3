-- Where in its project a task stands, who is to do it, until when it is of use, and how long it takes.
alter table tasks
  add column section          text,
  add column assignee_id      uuid,
  add column deadline         date,
  add column duration_minutes integer;
