-- Written by `npm run generate` from the migrations. Change those.

create table auth.account (
  id uuid not null default gen_random_uuid(),
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null,
  constraint account_userId_fkey FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint account_pkey PRIMARY KEY (id)
);
CREATE INDEX "account_userId_idx" ON auth.account USING btree ("userId");
grant delete, insert, select, update on auth.account to zerodo_web;

create table auth.apikey (
  id uuid not null default gen_random_uuid(),
  "configId" text not null,
  name text,
  start text,
  "referenceId" text not null,
  prefix text,
  key text not null,
  "refillInterval" integer,
  "refillAmount" integer,
  "lastRefillAt" timestamp with time zone,
  enabled boolean,
  "rateLimitEnabled" boolean,
  "rateLimitTimeWindow" integer,
  "rateLimitMax" integer,
  "requestCount" integer,
  remaining integer,
  "lastRequest" timestamp with time zone,
  "expiresAt" timestamp with time zone,
  "createdAt" timestamp with time zone not null,
  "updatedAt" timestamp with time zone not null,
  permissions text,
  metadata text,
  constraint apikey_pkey PRIMARY KEY (id)
);
CREATE INDEX "apikey_configId_idx" ON auth.apikey USING btree ("configId");
CREATE INDEX "apikey_referenceId_idx" ON auth.apikey USING btree ("referenceId");
CREATE INDEX apikey_key_idx ON auth.apikey USING btree (key);
grant delete, insert, select, update on auth.apikey to zerodo_web;

create table auth.jwks (
  id uuid not null default gen_random_uuid(),
  "publicKey" text not null,
  "privateKey" text not null,
  "createdAt" timestamp with time zone not null,
  "expiresAt" timestamp with time zone,
  alg text,
  crv text,
  constraint jwks_pkey PRIMARY KEY (id)
);
grant delete, insert, select, update on auth.jwks to zerodo_web;

create table auth.session (
  id uuid not null default gen_random_uuid(),
  "expiresAt" timestamp with time zone not null,
  token text not null,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null,
  constraint session_userId_fkey FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token)
);
CREATE INDEX "session_userId_idx" ON auth.session USING btree ("userId");
grant delete, insert, select, update on auth.session to zerodo_web;

create table auth.user (
  id uuid not null default gen_random_uuid(),
  name text not null,
  email text not null,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  locale text,
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email)
);
grant delete, insert, select, update on auth.user to zerodo_web;

create table auth.verification (
  id uuid not null default gen_random_uuid(),
  identifier text not null,
  value text not null,
  "expiresAt" timestamp with time zone not null,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier);
grant delete, insert, select, update on auth.verification to zerodo_web;

create table dead_letters (
  id uuid not null default gen_random_uuid(),
  subscription text not null,
  reason jsonb not null,
  attributes jsonb not null,
  data jsonb not null,
  failed_at timestamp with time zone not null default now(),
  replayed_at timestamp with time zone,
  constraint dead_letters_pkey PRIMARY KEY (id)
);
grant insert, select, update on dead_letters to zerodo_worker;

create table events (
  id uuid not null,
  sequence bigint not null generated always as identity,
  log_position bigint,
  type text not null,
  source text not null,
  subject text not null,
  "time" timestamp with time zone not null,
  user_id uuid not null,
  project_id uuid not null,
  recurring boolean not null,
  shared boolean not null,
  traceparent text,
  cause_id text not null,
  data jsonb not null,
  constraint events_pkey PRIMARY KEY (id),
  constraint events_log_position_key UNIQUE (log_position)
);
CREATE INDEX events_subject ON public.events USING btree (subject, sequence DESC);
CREATE INDEX events_waiting ON public.events USING btree (sequence) WHERE (log_position IS NULL);
create policy add on events for insert to zerodo_app with check (((user_id = current_user_id()) AND ((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)) OR ((type = 'dev.zerodo.notification.sent.v1'::text) AND (project_id IN ( SELECT my_projects() AS my_projects))))));
create policy see on events for select to zerodo_app using ((project_id IN ( SELECT my_projects() AS my_projects)));
create policy work on events for all to zerodo_worker using (true) with check (true);
grant insert, select on events to zerodo_app;
grant insert, select on events to zerodo_worker;

create table inbox (
  function text not null,
  source text not null,
  event_id text not null,
  user_id uuid,
  digest text not null,
  seen integer not null default 1,
  answer json,
  seen_at timestamp with time zone not null default now(),
  constraint inbox_pkey PRIMARY KEY (function, source, event_id)
);
CREATE INDEX inbox_seen_at ON public.inbox USING brin (seen_at);
create policy own on inbox for all to zerodo_app using ((user_id = current_user_id())) with check ((user_id = current_user_id()));
create policy work on inbox for all to zerodo_worker using ((user_id IS NULL)) with check ((user_id IS NULL));
grant insert, select, update on inbox to zerodo_app;
grant insert, select, update on inbox to zerodo_worker;

create table log_cursors (
  consumer_group text not null,
  "position" bigint not null,
  updated_at timestamp with time zone not null default now(),
  constraint log_cursors_pkey PRIMARY KEY (consumer_group)
);
grant insert, select, update on log_cursors to zerodo_worker;

create table log_shards (
  shard smallint not null,
  numbered bigint not null default 0,
  published bigint not null default 0,
  constraint log_shards_pkey PRIMARY KEY (shard)
);
grant insert, select, update on log_shards to zerodo_worker;

create table notifications (
  id uuid not null,
  reminder_id uuid not null,
  task_id uuid not null,
  project_id uuid not null,
  user_id uuid not null,
  kind text not null,
  channel text not null,
  state text not null,
  fire_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  read_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint notifications_channel_check CHECK ((channel = 'in-app'::text)),
  constraint notifications_kind_check CHECK ((kind = 'reminder'::text)),
  constraint notifications_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'sent'::text, 'failed'::text, 'late'::text, 'cancelled'::text]))),
  constraint notifications_task_id_project_id_fkey FOREIGN KEY (task_id, project_id) REFERENCES tasks(id, project_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint notifications_pkey PRIMARY KEY (id),
  constraint notifications_reminder_id_fire_at_channel_key UNIQUE (reminder_id, fire_at, channel)
);
CREATE INDEX notifications_user ON public.notifications USING btree (user_id, fire_at DESC, id);
create policy own on notifications for all to zerodo_app using ((user_id = current_user_id())) with check (((user_id = current_user_id()) AND (project_id IN ( SELECT my_projects() AS my_projects))));
create policy work on notifications for all to zerodo_worker using (true) with check (true);
grant insert, select, update on notifications to zerodo_app;
grant insert, select, update on notifications to zerodo_worker;

create table preferences (
  user_id uuid not null,
  email text,
  name text,
  locale text,
  timezone text not null default 'UTC'::text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  settings jsonb not null default '{}'::jsonb,
  email_verified boolean not null default false,
  constraint preferences_pkey PRIMARY KEY (user_id)
);
create policy own on preferences for all to zerodo_app using ((user_id = current_user_id())) with check ((user_id = current_user_id()));
create policy work on preferences for select to zerodo_worker using (true);
grant insert, select, update on preferences to zerodo_app;
grant select on preferences to zerodo_worker;

create table project_members (
  project_id uuid not null,
  user_id uuid not null,
  role text not null,
  constraint project_members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'editor'::text, 'viewer'::text]))),
  constraint project_members_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint project_members_pkey PRIMARY KEY (project_id, user_id)
);
CREATE INDEX project_members_user ON public.project_members USING btree (user_id);
create policy add on project_members for insert to zerodo_app with check (((user_id = current_user_id()) AND (role = 'owner'::text) AND (project_id IN ( SELECT projects.id
   FROM projects
  WHERE (projects.owner_id = current_user_id())))));
create policy see on project_members for select to zerodo_app using ((project_id IN ( SELECT my_projects() AS my_projects)));
create policy work on project_members for select to zerodo_worker using (true);
grant insert, select on project_members to zerodo_app;
grant select on project_members to zerodo_membership;
grant select on project_members to zerodo_worker;

create table projects (
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  is_inbox boolean not null default false,
  created_at timestamp with time zone not null default now(),
  constraint projects_pkey PRIMARY KEY (id)
);
create policy add on projects for insert to zerodo_app with check ((owner_id = current_user_id()));
create policy see on projects for select to zerodo_app using (((owner_id = current_user_id()) OR (id IN ( SELECT my_projects() AS my_projects))));
create policy work on projects for select to zerodo_worker using (true);
grant insert, select on projects to zerodo_app;
grant select on projects to zerodo_worker;

create table reminders (
  id uuid not null,
  task_id uuid not null,
  project_id uuid not null,
  user_id uuid not null,
  ordinal smallint not null,
  spec jsonb not null,
  fire_at timestamp with time zone,
  state text not null,
  claimed_at timestamp with time zone,
  sent_at timestamp with time zone,
  constraint reminders_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'due'::text, 'sent'::text, 'late'::text, 'cancelled'::text, 'past'::text]))),
  constraint reminders_task_id_project_id_fkey FOREIGN KEY (task_id, project_id) REFERENCES tasks(id, project_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint reminders_pkey PRIMARY KEY (id)
);
CREATE INDEX reminders_claimed ON public.reminders USING btree (claimed_at) WHERE (state = 'due'::text);
CREATE INDEX reminders_planned ON public.reminders USING btree (fire_at) WHERE (state = 'planned'::text);
CREATE INDEX reminders_task ON public.reminders USING btree (task_id, user_id, ordinal);
create policy add on reminders for insert to zerodo_app with check ((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)));
create policy change on reminders for update to zerodo_app using (((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)) OR (user_id = current_user_id()))) with check (((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)) OR (user_id = current_user_id())));
create policy remove on reminders for delete to zerodo_app using ((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)));
create policy see on reminders for select to zerodo_app using ((project_id IN ( SELECT my_projects() AS my_projects)));
create policy work on reminders for all to zerodo_worker using (true) with check (true);
grant delete, insert, select, update on reminders to zerodo_app;
grant delete, insert, select, update on reminders to zerodo_worker;

create table schema_migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (name)
);

create table series (
  id uuid not null,
  project_id uuid not null,
  created_by uuid not null,
  title text not null,
  notes text not null,
  priority smallint not null,
  labels text[] not null,
  reminders jsonb not null,
  rrules text[] not null,
  exdates text[] not null,
  rdates text[] not null,
  dtstart text not null,
  all_day boolean not null,
  timezone text not null,
  floating boolean not null,
  mode text not null,
  spawn text not null,
  catch_up text not null,
  next_due_at timestamp with time zone,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint series_catch_up_check CHECK ((catch_up = ANY (ARRAY['latest'::text, 'each'::text]))),
  constraint series_mode_check CHECK ((mode = ANY (ARRAY['schedule'::text, 'completion'::text]))),
  constraint series_spawn_check CHECK ((spawn = ANY (ARRAY['completion'::text, 'schedule'::text]))),
  constraint series_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint series_pkey PRIMARY KEY (id)
);
CREATE INDEX series_next ON public.series USING btree (next_due_at) WHERE (is_active AND (spawn = 'schedule'::text));
CREATE INDEX series_project ON public.series USING btree (project_id);
create policy add on series for insert to zerodo_app with check ((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)));
create policy change on series for update to zerodo_app using ((project_id IN ( SELECT my_projects() AS my_projects))) with check ((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)));
create policy see on series for select to zerodo_app using ((project_id IN ( SELECT my_projects() AS my_projects)));
create policy work on series for all to zerodo_worker using (true) with check (true);
grant insert, select, update on series to zerodo_app;
grant insert, select on series to zerodo_worker;

create table task_event_log (
  sequence bigint not null,
  event_id uuid not null,
  log_position bigint not null,
  type text not null,
  subject text not null,
  salt bytea,
  digest bytea not null,
  chain bytea not null,
  recorded_at timestamp with time zone not null default now(),
  constraint task_event_log_pkey PRIMARY KEY (sequence),
  constraint task_event_log_event_id_key UNIQUE (event_id)
);
CREATE INDEX task_event_log_position ON public.task_event_log USING btree (log_position);
create policy work on task_event_log for all to zerodo_worker using (true) with check (true);
grant insert, select on task_event_log to zerodo_worker;

create table tasks (
  id uuid not null,
  project_id uuid not null,
  series_id uuid,
  parent_id uuid,
  created_by uuid not null,
  title text not null,
  notes text not null default ''::text,
  priority smallint not null default 4,
  labels text[] not null default '{}'::text[],
  status text not null default 'open'::text,
  due_date date,
  due_time time(0) without time zone,
  timezone text,
  floating boolean not null default false,
  due_at timestamp with time zone,
  tzdata text,
  "position" double precision not null default 0,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  completed_at timestamp with time zone,
  deleted_at timestamp with time zone,
  section text,
  assignee_id uuid,
  deadline date,
  duration_minutes integer,
  constraint tasks_check CHECK (((due_date IS NULL) = (due_at IS NULL))),
  constraint tasks_status_check CHECK ((status = ANY (ARRAY['open'::text, 'completed'::text]))),
  constraint tasks_parent_id_project_id_fkey FOREIGN KEY (parent_id, project_id) REFERENCES tasks(id, project_id) ON UPDATE CASCADE,
  constraint tasks_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint tasks_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id),
  constraint tasks_pkey PRIMARY KEY (id),
  constraint tasks_id_project_id_key UNIQUE (id, project_id)
);
CREATE INDEX tasks_completed ON public.tasks USING btree (project_id, status, COALESCE(completed_at, '-infinity'::timestamp with time zone), id) WHERE (deleted_at IS NULL);
CREATE INDEX tasks_due ON public.tasks USING btree (project_id, status, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (deleted_at IS NULL);
CREATE INDEX tasks_labels ON public.tasks USING gin (labels);
CREATE INDEX tasks_parent ON public.tasks USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX tasks_series ON public.tasks USING btree (series_id, due_at) WHERE (series_id IS NOT NULL);
CREATE INDEX tasks_title ON public.tasks USING gin (title gin_trgm_ops);
create policy add on tasks for insert to zerodo_app with check ((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)));
create policy change on tasks for update to zerodo_app using ((project_id IN ( SELECT my_projects() AS my_projects))) with check ((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)));
create policy see on tasks for select to zerodo_app using ((project_id IN ( SELECT my_projects() AS my_projects)));
create policy work on tasks for all to zerodo_worker using (true) with check (true);
grant insert, select, update on tasks to zerodo_app;
grant insert, select, update on tasks to zerodo_worker;

CREATE OR REPLACE FUNCTION public.current_user_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
    select nullif(current_setting('zerodo.user_id', true), '')::uuid
$function$
-- owner: whoever migrates

CREATE OR REPLACE FUNCTION public.my_editable_projects()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select project_id from project_members
    where user_id = current_user_id() and role in ('owner', 'editor')
$function$
-- owner: zerodo_membership

CREATE OR REPLACE FUNCTION public.my_projects()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select project_id from project_members where user_id = current_user_id()
$function$
-- owner: zerodo_membership
