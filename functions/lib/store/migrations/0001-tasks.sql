-- Tasks, who may see them, and what every function shares: what came in, what is announced.

create extension if not exists pg_trgm;

create table projects (
  id         uuid primary key,
  owner_id   uuid not null,
  name       text not null,
  is_inbox   boolean not null default false,
  created_at timestamptz not null default now()
);

create table project_members (
  project_id uuid not null references projects on delete cascade,
  user_id    uuid not null,
  role       text not null check (role in ('owner', 'editor', 'viewer')),
  primary key (project_id, user_id)
);
create index project_members_user on project_members (user_id);

create table preferences (
  user_id    uuid primary key,
  email      text,
  name       text,
  locale     text,
  timezone   text not null default 'UTC',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table series (
  id          uuid primary key,
  project_id  uuid not null references projects on delete cascade,
  created_by  uuid not null,
  title       text not null,
  notes       text not null,
  priority    smallint not null,
  labels      text[] not null,
  reminders   jsonb not null,
  rrules      text[] not null,
  exdates     text[] not null,
  rdates      text[] not null,
  -- The first slot on the wall clock; text, because a wall clock has no instant.
  dtstart     text not null,
  all_day     boolean not null,
  timezone    text not null,
  floating    boolean not null,
  mode        text not null check (mode in ('schedule', 'completion')),
  spawn       text not null check (spawn in ('completion', 'schedule')),
  catch_up    text not null check (catch_up in ('latest', 'each')),
  next_due_at timestamptz,
  is_active   boolean not null default true,
  version     integer not null default 1,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now()
);
create index series_project on series (project_id);
create index series_next on series (next_due_at) where is_active and spawn = 'schedule';

create table tasks (
  id           uuid primary key,
  project_id   uuid not null references projects on delete cascade,
  series_id    uuid references series,
  parent_id    uuid,
  created_by   uuid not null,
  title        text not null,
  notes        text not null default '',
  priority     smallint not null default 4,
  labels       text[] not null default '{}',
  status       text not null default 'open' check (status in ('open', 'completed')),
  due_date     date,
  due_time     time(0),
  timezone     text,
  floating     boolean not null default false,
  -- Computed from the four above with the time zone rules named by tzdata.
  due_at       timestamptz,
  tzdata       text,
  position     double precision not null default 0,
  version      integer not null default 1,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  completed_at timestamptz,
  deleted_at   timestamptz,
  check ((due_date is null) = (due_at is null)),
  unique (id, project_id),
  -- What belongs to a task is in its project, and moves there with it.
  foreign key (parent_id, project_id) references tasks (id, project_id) on update cascade
);
-- A page of a list is read in the order of these, project by project; nothing due sorts last.
create index tasks_due       on tasks (project_id, status, coalesce(due_at, 'infinity'), id) where deleted_at is null;
create index tasks_completed on tasks (project_id, status, coalesce(completed_at, '-infinity'), id) where deleted_at is null;
create index tasks_series    on tasks (series_id, due_at) where series_id is not null;
create index tasks_parent    on tasks (parent_id) where parent_id is not null;
create index tasks_title     on tasks using gin (title gin_trgm_ops);
create index tasks_labels    on tasks using gin (labels);

create table reminders (
  id         uuid primary key,
  task_id    uuid not null,
  project_id uuid not null,
  user_id    uuid not null,
  ordinal    smallint not null,
  spec       jsonb not null,
  fire_at    timestamptz,
  state      text not null check (state in ('planned', 'due', 'sent', 'late', 'cancelled', 'past')),
  claimed_at timestamptz,
  sent_at    timestamptz,
  foreign key (task_id, project_id) references tasks (id, project_id) on update cascade on delete cascade
);
create index reminders_task    on reminders (task_id, user_id, ordinal);
create index reminders_planned on reminders (fire_at) where state = 'planned';
create index reminders_claimed on reminders (claimed_at) where state = 'due';

-- The ledger: what became of every reminder on every channel. One row whoever tries, however often.
create table notifications (
  id          uuid primary key,
  reminder_id uuid not null,
  task_id     uuid not null,
  project_id  uuid not null,
  user_id     uuid not null,
  kind        text not null check (kind in ('reminder')),
  channel     text not null check (channel in ('in-app')),
  state       text not null check (state in ('planned', 'sent', 'failed', 'late', 'cancelled')),
  fire_at     timestamptz not null,
  sent_at     timestamptz,
  read_at     timestamptz,
  created_at  timestamptz not null default now(),
  unique (reminder_id, fire_at, channel),
  foreign key (task_id, project_id) references tasks (id, project_id) on update cascade on delete cascade
);
create index notifications_user on notifications (user_id, fire_at desc, id);

create table inbox (
  function text not null,
  source   text not null,
  event_id text not null,
  user_id  uuid,
  digest   text not null,
  seen     integer not null default 1,
  -- json and not jsonb: a repetition is given the same words, in the same order.
  answer   json,
  seen_at  timestamptz not null default now(),
  primary key (function, source, event_id)
);
create index inbox_seen_at on inbox using brin (seen_at);

-- The history of everything. A row without a log_position is waiting for the relay, which alone
-- gives positions: insert order is not commit order. Rows of one task are written under that task's
-- row lock, so among them sequence is commit order.
create table events (
  id           uuid primary key,
  sequence     bigint generated always as identity,
  log_position bigint unique,
  type         text not null,
  source       text not null,
  subject      text not null,
  time         timestamptz not null,
  user_id      uuid not null,
  project_id   uuid not null,
  recurring    boolean not null,
  shared       boolean not null,
  traceparent  text,
  cause_id     text not null,
  data         jsonb not null
);
create index events_waiting on events (sequence) where log_position is null;
create index events_subject on events (subject, sequence desc);

-- The numbers of one log: the last position given, and the last one that Kafka has acknowledged.
create table log_shards (
  shard     smallint primary key,
  numbered  bigint not null default 0,
  published bigint not null default 0
);
insert into log_shards (shard) values (0);

-- Where each consumer group has got to when the events table is the log.
create table log_cursors (
  consumer_group text primary key,
  position       bigint not null,
  updated_at     timestamptz not null default now()
);

create table dead_letters (
  id           uuid primary key default gen_random_uuid(),
  subscription text not null,
  reason       jsonb not null,
  attributes   jsonb not null,
  data         jsonb not null,
  failed_at    timestamptz not null default now(),
  replayed_at  timestamptz
);

-- Every event once more, as a hash chain: what a row says can be blanked, what it said stays proven.
create table task_event_log (
  sequence     bigint primary key,
  event_id     uuid not null unique,
  log_position bigint not null,
  type         text not null,
  subject      text not null,
  salt         bytea,
  digest       bytea not null,
  chain        bytea not null,
  recorded_at  timestamptz not null default now()
);
create index task_event_log_position on task_event_log (log_position);
