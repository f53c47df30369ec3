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

create table auth.acts (
  id bigint not null generated always as identity,
  at timestamp with time zone not null default now(),
  "userId" uuid,
  act text not null,
  constraint acts_userId_fkey FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE SET NULL,
  constraint acts_pkey PRIMARY KEY (id)
);
CREATE INDEX "acts_userId_idx" ON auth.acts USING btree ("userId", at DESC);
grant insert, select on auth.acts to zerodo_web;

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

create table auth.failed_sign_ins (
  address bytea not null,
  failures integer not null,
  last_at timestamp with time zone not null default now(),
  constraint failed_sign_ins_pkey PRIMARY KEY (address)
);
CREATE INDEX failed_sign_ins_last_at ON auth.failed_sign_ins USING btree (last_at);
grant delete, insert, select, update on auth.failed_sign_ins to zerodo_web;

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

create table auth.passkey (
  id uuid not null default gen_random_uuid(),
  name text,
  "publicKey" text not null,
  "userId" uuid not null,
  "credentialID" text not null,
  counter integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  transports text,
  "createdAt" timestamp with time zone,
  aaguid text,
  constraint passkey_userId_fkey FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint passkey_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "passkey_credentialID_idx" ON auth.passkey USING btree ("credentialID");
CREATE INDEX "passkey_userId_idx" ON auth.passkey USING btree ("userId");
grant delete, insert, select, update on auth.passkey to zerodo_web;

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

create table auth.tried_codes (
  code bytea not null,
  tried_at timestamp with time zone not null default now(),
  constraint tried_codes_pkey PRIMARY KEY (code)
);
CREATE INDEX tried_codes_tried_at ON auth.tried_codes USING btree (tried_at);
grant delete, insert, select on auth.tried_codes to zerodo_web;

create table auth.twoFactor (
  id uuid not null default gen_random_uuid(),
  secret text not null,
  "backupCodes" text not null,
  "userId" uuid not null,
  verified boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamp with time zone,
  constraint twoFactor_userId_fkey FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint twoFactor_pkey PRIMARY KEY (id)
);
CREATE INDEX "twoFactor_secret_idx" ON auth."twoFactor" USING btree (secret);
CREATE UNIQUE INDEX "twoFactor_userId_idx" ON auth."twoFactor" USING btree ("userId");
grant delete, insert, select, update on auth.twoFactor to zerodo_web;

create table auth.user (
  id uuid not null default gen_random_uuid(),
  name text not null,
  email text not null,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  locale text,
  "twoFactorEnabled" boolean default false,
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

create table circuit_breakers (
  target text not null,
  state text not null default 'closed'::text,
  failures integer not null default 0,
  opened_at timestamp with time zone,
  probe_at timestamp with time zone,
  last_error text,
  constraint circuit_breakers_state_check CHECK ((state = ANY (ARRAY['closed'::text, 'open'::text, 'half-open'::text]))),
  constraint circuit_breakers_pkey PRIMARY KEY (target)
);
create policy see on circuit_breakers for select to zerodo_app using ((target !~~ 'webhook:%'::text));
create policy work on circuit_breakers for all to zerodo_worker using (true) with check (true);
grant select on circuit_breakers to zerodo_app;
grant delete, select on circuit_breakers to zerodo_eraser;
grant delete, insert, select, update on circuit_breakers to zerodo_worker;

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
CREATE INDEX dead_letters_replayed ON public.dead_letters USING btree (replayed_at) WHERE (replayed_at IS NOT NULL);
grant delete, select on dead_letters to zerodo_eraser;
grant delete, insert, select, update on dead_letters to zerodo_worker;

create table erasures (
  user_id uuid not null,
  erased_at timestamp with time zone not null,
  constraint erasures_pkey PRIMARY KEY (user_id)
);
CREATE TRIGGER forget_operator AFTER INSERT OR UPDATE ON public.erasures FOR EACH ROW EXECUTE FUNCTION forget_operator();
create policy own on erasures for select to zerodo_app using ((user_id = current_user_id()));
grant select on erasures to zerodo_app;
grant insert, select, update on erasures to zerodo_eraser;

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
CREATE INDEX events_cause ON public.events USING btree (cause_id) WHERE (type ~~ 'dev.zerodo.series.%'::text);
CREATE INDEX events_subject ON public.events USING btree (subject, sequence DESC);
CREATE INDEX events_time ON public.events USING brin ("time");
CREATE INDEX events_waiting ON public.events USING btree (sequence) WHERE (log_position IS NULL);
create policy add on events for insert to zerodo_app with check (((user_id = current_user_id()) AND ((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)) OR ((type = 'dev.zerodo.notification.sent.v1'::text) AND (project_id IN ( SELECT my_projects() AS my_projects))))));
create policy announce on events for insert to zerodo_app with check (((user_id = current_user_id()) AND (type ~~ 'dev.zerodo.project.%'::text) AND ((project_id IN ( SELECT my_projects() AS my_projects)) OR (project_id IN ( SELECT my_ended_memberships() AS my_ended_memberships)))));
create policy see on events for select to zerodo_app using ((project_id IN ( SELECT my_projects() AS my_projects)));
create policy tell on events for insert to zerodo_app with check (((user_id = current_user_id()) AND (project_id IN ( SELECT my_projects() AS my_projects)) AND ((type ~~ 'dev.zerodo.notification.%'::text) OR (type = 'dev.zerodo.reminder.snoozed.v1'::text))));
create policy work on events for all to zerodo_worker using (true) with check (true);
grant insert, select on events to zerodo_app;
grant select, update on events to zerodo_eraser;
grant insert, select on events to zerodo_worker;

create table filters (
  id uuid not null,
  user_id uuid not null,
  name text not null,
  color text,
  query jsonb not null,
  "position" double precision not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint filters_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX filters_name ON public.filters USING btree (user_id, lower(name));
create policy own on filters for all to zerodo_app using ((user_id = current_user_id())) with check ((user_id = current_user_id()));
grant delete, insert, select, update on filters to zerodo_app;

create table former_members (
  project_id uuid not null,
  user_id uuid not null,
  role text not null,
  with_project boolean not null,
  ended_at timestamp with time zone not null default now(),
  constraint former_members_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint former_members_pkey PRIMARY KEY (project_id, user_id)
);
create policy own on former_members for select to zerodo_app using ((user_id = current_user_id()));
create policy sweep on former_members for all to zerodo_worker using ((ended_at < (now() - '30 days'::interval)));
grant select on former_members to zerodo_app;
grant delete, select on former_members to zerodo_eraser;
grant delete, insert, select, update on former_members to zerodo_membership;
grant delete, select on former_members to zerodo_worker;

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
create policy sweep on inbox for delete to zerodo_worker using ((seen_at < (now() - '14 days'::interval)));
create policy sweep_see on inbox for select to zerodo_worker using ((seen_at < (now() - '14 days'::interval)));
create policy work on inbox for all to zerodo_worker using ((user_id IS NULL)) with check ((user_id IS NULL));
grant insert, select, update on inbox to zerodo_app;
grant delete, select on inbox to zerodo_eraser;
grant delete, insert, select, update on inbox to zerodo_worker;

create table invitations (
  id uuid not null,
  project_id uuid not null,
  email text not null,
  role text not null,
  invited_by uuid not null,
  code_digest bytea not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  constraint invitations_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'editor'::text, 'viewer'::text]))),
  constraint invitations_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint invitations_pkey PRIMARY KEY (id),
  constraint invitations_project_id_email_key UNIQUE (project_id, email)
);
CREATE INDEX invitations_email ON public.invitations USING btree (email);
create policy own on invitations for all to zerodo_app using ((project_id IN ( SELECT my_owned_projects() AS my_owned_projects))) with check (((invited_by = current_user_id()) AND (project_id IN ( SELECT my_owned_projects() AS my_owned_projects))));
create policy sweep on invitations for all to zerodo_worker using ((expires_at < now()));
create policy tell on invitations for select to zerodo_worker using (true);
grant delete, insert, select, update on invitations to zerodo_app;
grant delete, select on invitations to zerodo_eraser;
grant delete, insert, select, update on invitations to zerodo_membership;
grant delete, select on invitations to zerodo_worker;

create table labels (
  user_id uuid not null,
  name text not null,
  color text,
  "position" double precision,
  created_at timestamp with time zone not null default now(),
  constraint labels_pkey PRIMARY KEY (user_id, name)
);
create policy own on labels for all to zerodo_app using ((user_id = current_user_id())) with check ((user_id = current_user_id()));
grant delete, insert, select, update on labels to zerodo_app;
grant delete, select on labels to zerodo_eraser;

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
  reminder_id uuid,
  task_id uuid,
  project_id uuid,
  user_id uuid not null,
  kind text not null,
  channel text not null,
  state text not null,
  fire_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  read_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  cause text not null default (gen_random_uuid())::text,
  subscription_id uuid,
  actor_id uuid,
  actor_name text,
  attempts integer not null default 0,
  lease_until timestamp with time zone,
  next_attempt_at timestamp with time zone,
  last_error text,
  about text,
  constraint notifications_channel_check CHECK ((channel = ANY (ARRAY['in-app'::text, 'email'::text, 'push'::text]))),
  constraint notifications_kind_check CHECK ((kind = ANY (ARRAY['reminder'::text, 'due-soon'::text, 'overdue'::text, 'task-created'::text, 'task-updated'::text, 'task-completed'::text, 'digest'::text, 'test'::text, 'webhook-off'::text, 'invitation'::text]))),
  constraint notifications_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'late'::text, 'cancelled'::text]))),
  constraint notifications_task_id_project_id_fkey FOREIGN KEY (task_id, project_id) REFERENCES tasks(id, project_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint notifications_pkey PRIMARY KEY (id),
  constraint notifications_user_id_cause_channel_subscription_id_key UNIQUE NULLS NOT DISTINCT (user_id, cause, channel, subscription_id)
);
CREATE INDEX notifications_reminder ON public.notifications USING btree (reminder_id) WHERE (reminder_id IS NOT NULL);
CREATE INDEX notifications_task ON public.notifications USING btree (task_id, user_id) WHERE (task_id IS NOT NULL);
CREATE INDEX notifications_user ON public.notifications USING btree (user_id, fire_at DESC, id);
CREATE INDEX notifications_waiting ON public.notifications USING btree (next_attempt_at) WHERE (state = ANY (ARRAY['planned'::text, 'sending'::text]));
create policy own on notifications for all to zerodo_app using ((user_id = current_user_id())) with check (((user_id = current_user_id()) AND ((project_id IS NULL) OR (project_id IN ( SELECT my_projects() AS my_projects)))));
create policy work on notifications for all to zerodo_worker using (true) with check (true);
grant insert, select, update on notifications to zerodo_app;
grant delete, select on notifications to zerodo_eraser;
grant delete, insert, select, update on notifications to zerodo_worker;

create table operator_actions (
  id bigint not null generated always as identity,
  at timestamp with time zone not null default now(),
  user_id uuid,
  action text not null,
  subject text not null,
  outcome text,
  constraint operator_actions_pkey PRIMARY KEY (id)
);
create policy work on operator_actions for all to zerodo_worker using (true) with check (true);
grant select on operator_actions to zerodo_eraser;
grant insert, select on operator_actions to zerodo_worker;

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
  digest_next_at timestamp with time zone,
  mail_refused_at timestamp with time zone,
  version integer not null default 1,
  constraint preferences_pkey PRIMARY KEY (user_id)
);
CREATE INDEX preferences_digest ON public.preferences USING btree (digest_next_at) WHERE (digest_next_at IS NOT NULL);
CREATE INDEX preferences_email ON public.preferences USING btree (lower(email)) WHERE email_verified;
CREATE TRIGGER remember_timezone AFTER INSERT OR UPDATE OF timezone ON public.preferences FOR EACH ROW EXECUTE FUNCTION remember_timezone();
create policy own on preferences for all to zerodo_app using ((user_id = current_user_id())) with check ((user_id = current_user_id()));
create policy work on preferences for select to zerodo_worker using (true);
create policy work_on_digests on preferences for update to zerodo_worker using (true) with check (true);
grant insert, select, update on preferences to zerodo_app;
grant delete, select on preferences to zerodo_eraser;
grant select on preferences to zerodo_worker;

create table project_members (
  project_id uuid not null,
  user_id uuid not null,
  role text not null,
  joined_at timestamp with time zone not null default now(),
  constraint project_members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'editor'::text, 'viewer'::text]))),
  constraint project_members_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint project_members_pkey PRIMARY KEY (project_id, user_id)
);
CREATE INDEX project_members_user ON public.project_members USING btree (user_id);
create policy add on project_members for insert to zerodo_app with check (((user_id = current_user_id()) AND (role = 'owner'::text) AND (project_id IN ( SELECT my_new_projects() AS my_new_projects))));
create policy change on project_members for update to zerodo_app using ((project_id IN ( SELECT my_owned_projects() AS my_owned_projects))) with check ((project_id IN ( SELECT my_owned_projects() AS my_owned_projects)));
create policy see on project_members for select to zerodo_app using ((project_id IN ( SELECT my_projects() AS my_projects)));
create policy work on project_members for select to zerodo_worker using (true);
grant insert, select on project_members to zerodo_app;
grant delete, select on project_members to zerodo_eraser;
grant delete, insert, select, update on project_members to zerodo_membership;
grant select on project_members to zerodo_worker;

create table projects (
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  is_inbox boolean not null default false,
  created_at timestamp with time zone not null default now(),
  color text,
  description text not null default ''::text,
  "position" double precision not null default 0,
  sections text[] not null default '{}'::text[],
  default_view text not null default 'list'::text,
  archived_at timestamp with time zone,
  deleted_at timestamp with time zone,
  version integer not null default 1,
  updated_at timestamp with time zone not null default now(),
  constraint projects_default_view_check CHECK ((default_view = ANY (ARRAY['list'::text, 'board'::text]))),
  constraint projects_pkey PRIMARY KEY (id)
);
CREATE INDEX projects_deleted ON public.projects USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);
create policy add on projects for insert to zerodo_app with check ((owner_id = current_user_id()));
create policy change on projects for update to zerodo_app using ((id IN ( SELECT my_projects() AS my_projects))) with check ((id IN ( SELECT my_editable_projects() AS my_editable_projects)));
create policy see on projects for select to zerodo_app using (((id IN ( SELECT my_projects() AS my_projects)) OR (id IN ( SELECT my_new_projects() AS my_new_projects)) OR (id IN ( SELECT my_deleted_projects() AS my_deleted_projects))));
create policy sweep on projects for delete to zerodo_worker using (((NOT is_inbox) AND (deleted_at < (now() - '30 days'::interval))));
create policy work on projects for select to zerodo_worker using (true);
grant insert, select on projects to zerodo_app;
grant delete, select on projects to zerodo_eraser;
grant select, update on projects to zerodo_membership;
grant delete, select on projects to zerodo_worker;

create table push_subscriptions (
  id uuid not null,
  user_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  created_at timestamp with time zone not null default now(),
  last_success_at timestamp with time zone,
  disabled_at timestamp with time zone,
  disabled_reason text,
  constraint push_subscriptions_pkey PRIMARY KEY (id),
  constraint push_subscriptions_user_id_endpoint_key UNIQUE (user_id, endpoint)
);
CREATE INDEX push_subscriptions_endpoint ON public.push_subscriptions USING hash (endpoint);
create policy own on push_subscriptions for all to zerodo_app using ((user_id = current_user_id())) with check ((user_id = current_user_id()));
create policy work on push_subscriptions for all to zerodo_worker using (true) with check (true);
grant delete, insert, select, update on push_subscriptions to zerodo_app;
grant delete, select on push_subscriptions to zerodo_eraser;
grant select, update on push_subscriptions to zerodo_worker;

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
CREATE INDEX reminders_person ON public.reminders USING btree (user_id) WHERE (state = 'planned'::text);
CREATE INDEX reminders_planned ON public.reminders USING btree (fire_at) WHERE (state = 'planned'::text);
CREATE INDEX reminders_task ON public.reminders USING btree (task_id, user_id, ordinal);
create policy add on reminders for insert to zerodo_app with check ((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)));
create policy change on reminders for update to zerodo_app using (((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)) OR (user_id = current_user_id()))) with check (((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)) OR (user_id = current_user_id())));
create policy remove on reminders for delete to zerodo_app using ((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)));
create policy see on reminders for select to zerodo_app using ((project_id IN ( SELECT my_projects() AS my_projects)));
create policy snooze on reminders for insert to zerodo_app with check (((user_id = current_user_id()) AND (project_id IN ( SELECT my_projects() AS my_projects))));
create policy work on reminders for all to zerodo_worker using (true) with check (true);
grant delete, insert, select, update on reminders to zerodo_app;
grant delete, select on reminders to zerodo_eraser;
grant delete, select on reminders to zerodo_membership;
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
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  section text,
  assignee_id uuid,
  duration_minutes integer,
  until text,
  state text not null default 'active'::text,
  tzdata text,
  deleted_at timestamp with time zone,
  is_active boolean generated always as ((state = 'active'::text)) stored,
  constraint series_catch_up_check CHECK ((catch_up = ANY (ARRAY['latest'::text, 'each'::text]))),
  constraint series_mode_check CHECK ((mode = ANY (ARRAY['schedule'::text, 'completion'::text]))),
  constraint series_spawn_check CHECK ((spawn = ANY (ARRAY['completion'::text, 'schedule'::text]))),
  constraint series_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'ended'::text, 'finished'::text]))),
  constraint series_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint series_pkey PRIMARY KEY (id)
);
CREATE INDEX series_listed ON public.series USING btree (project_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX series_next ON public.series USING btree (next_due_at) WHERE (is_active AND (spawn = 'schedule'::text));
CREATE INDEX series_tzdata ON public.series USING btree (tzdata) WHERE (is_active AND (next_due_at IS NOT NULL));
create policy add on series for insert to zerodo_app with check ((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)));
create policy change on series for update to zerodo_app using ((project_id IN ( SELECT my_projects() AS my_projects))) with check ((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)));
create policy see on series for select to zerodo_app using ((project_id IN ( SELECT my_projects() AS my_projects)));
create policy sweep on series for delete to zerodo_worker using ((project_id IN ( SELECT projects.id
   FROM projects
  WHERE (projects.deleted_at < (now() - '30 days'::interval)))));
create policy work on series for all to zerodo_worker using (true) with check (true);
grant insert, select, update on series to zerodo_app;
grant delete, select on series to zerodo_eraser;
grant delete, insert, select on series to zerodo_worker;

create unlogged table steps (
  id bigint not null generated always as identity,
  function text not null,
  event_id text not null,
  type text not null,
  trace_id text not null,
  began_at timestamp with time zone not null,
  ms real not null,
  outcome text not null,
  code text,
  seen integer,
  cold_ms integer,
  omitted integer not null default 0,
  noted_at timestamp with time zone not null default clock_timestamp(),
  constraint steps_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'unreadable'::text, 'unavailable'::text, 'fault'::text])))
);
CREATE INDEX steps_noted_at ON public.steps USING btree (noted_at);
create policy note on steps for insert to zerodo_app with check (true);
create policy work on steps for all to zerodo_worker using (true) with check (true);
grant insert on steps to zerodo_app;
grant delete, insert, select on steps to zerodo_worker;

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
grant select, update on task_event_log to zerodo_eraser;
grant insert, select on task_event_log to zerodo_worker;

create table task_stats (
  task_id uuid not null,
  project_id uuid not null,
  version integer not null,
  created_by uuid,
  created_on date,
  completed_by uuid,
  completed_on date,
  on_time boolean,
  constraint task_stats_pkey PRIMARY KEY (task_id)
);
CREATE INDEX task_stats_completed ON public.task_stats USING btree (completed_by, completed_on) INCLUDE (project_id, on_time) WHERE (completed_on IS NOT NULL);
CREATE INDEX task_stats_created ON public.task_stats USING btree (created_by, created_on) INCLUDE (project_id) WHERE (created_on IS NOT NULL);
create policy own on task_stats for select to zerodo_app using (((created_by = current_user_id()) OR (completed_by = current_user_id())));
create policy work on task_stats for all to zerodo_worker using (true) with check (true);
grant select on task_stats to zerodo_app;
grant delete, select, update on task_stats to zerodo_eraser;
grant delete, insert, select, update on task_stats to zerodo_worker;

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
  slot_local text,
  slot_at timestamp with time zone,
  taken_back boolean not null default false,
  due_soon_for timestamp with time zone,
  overdue_for timestamp with time zone,
  search tsvector generated always as (search_words(title, labels, notes)) stored,
  constraint tasks_check CHECK (((due_date IS NULL) = (due_at IS NULL))),
  constraint tasks_check1 CHECK (((slot_local IS NULL) = (slot_at IS NULL))),
  constraint tasks_status_check CHECK ((status = ANY (ARRAY['open'::text, 'completed'::text]))),
  constraint tasks_parent_id_project_id_fkey FOREIGN KEY (parent_id, project_id) REFERENCES tasks(id, project_id) ON UPDATE CASCADE,
  constraint tasks_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint tasks_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id),
  constraint tasks_pkey PRIMARY KEY (id),
  constraint tasks_id_project_id_key UNIQUE (id, project_id)
);
CREATE INDEX tasks_assigned ON public.tasks USING btree (project_id, assignee_id) WHERE ((assignee_id IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX tasks_completed ON public.tasks USING btree (project_id, status, COALESCE(completed_at, '-infinity'::timestamp with time zone), id) WHERE (deleted_at IS NULL);
CREATE INDEX tasks_counted ON public.tasks USING btree (project_id, due_at) INCLUDE (due_date, due_time) WHERE ((status = 'open'::text) AND (deleted_at IS NULL));
CREATE INDEX tasks_created ON public.tasks USING btree (project_id, status, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX tasks_done_recurring ON public.tasks USING btree (completed_at) WHERE ((series_id IS NOT NULL) AND (status = 'completed'::text) AND (deleted_at IS NULL));
CREATE INDEX tasks_due ON public.tasks USING btree (project_id, status, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (deleted_at IS NULL);
CREATE INDEX tasks_due_soon ON public.tasks USING btree (due_at) WHERE ((status = 'open'::text) AND (deleted_at IS NULL) AND (due_at IS NOT NULL) AND (due_soon_for IS DISTINCT FROM due_at));
CREATE INDEX tasks_labelled ON public.tasks USING btree (project_id) INCLUDE (status, labels) WHERE ((deleted_at IS NULL) AND (labels <> '{}'::text[]));
CREATE INDEX tasks_labels ON public.tasks USING gin (project_id, labels) WITH (gin_pending_list_limit='256') WHERE (deleted_at IS NULL);
CREATE INDEX tasks_overdue ON public.tasks USING btree (due_at) WHERE ((status = 'open'::text) AND (deleted_at IS NULL) AND (due_at IS NOT NULL) AND (overdue_for IS DISTINCT FROM due_at));
CREATE INDEX tasks_parent ON public.tasks USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX tasks_position ON public.tasks USING btree (project_id, status, "position", id) WHERE (deleted_at IS NULL);
CREATE INDEX tasks_priority ON public.tasks USING btree (project_id, status, priority, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE ((deleted_at IS NULL) AND (priority < 4));
CREATE INDEX tasks_recurring ON public.tasks USING btree (project_id, status, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE ((deleted_at IS NULL) AND (series_id IS NOT NULL));
CREATE INDEX tasks_search ON public.tasks USING gin (project_id, search) WITH (gin_pending_list_limit='256') WHERE (deleted_at IS NULL);
CREATE INDEX tasks_section ON public.tasks USING btree (project_id, section) WHERE ((deleted_at IS NULL) AND (section IS NOT NULL));
CREATE INDEX tasks_series ON public.tasks USING btree (series_id, due_at) WHERE (series_id IS NOT NULL);
CREATE INDEX tasks_title ON public.tasks USING gin (project_id, fold(title) gin_trgm_ops) WITH (gin_pending_list_limit='256') WHERE (deleted_at IS NULL);
CREATE INDEX tasks_tzdata ON public.tasks USING btree (tzdata) WHERE ((status = 'open'::text) AND (deleted_at IS NULL) AND (due_at IS NOT NULL));
CREATE STATISTICS public.tasks_completed_key ON COALESCE(completed_at, '-infinity'::timestamp with time zone) FROM tasks;
CREATE STATISTICS public.tasks_due_key ON COALESCE(due_at, 'infinity'::timestamp with time zone) FROM tasks;
create policy add on tasks for insert to zerodo_app with check ((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)));
create policy change on tasks for update to zerodo_app using ((project_id IN ( SELECT my_projects() AS my_projects))) with check ((project_id IN ( SELECT my_editable_projects() AS my_editable_projects)));
create policy see on tasks for select to zerodo_app using ((project_id IN ( SELECT my_projects() AS my_projects)));
create policy sweep on tasks for delete to zerodo_worker using ((project_id IN ( SELECT projects.id
   FROM projects
  WHERE (projects.deleted_at < (now() - '30 days'::interval)))));
create policy work on tasks for all to zerodo_worker using (true) with check (true);
grant insert, select, update on tasks to zerodo_app;
grant delete, select, update on tasks to zerodo_eraser;
grant select on tasks to zerodo_membership;
grant delete, insert, select, update on tasks to zerodo_worker;

create table timezones (
  user_id uuid not null,
  since timestamp with time zone not null,
  timezone text not null,
  constraint timezones_pkey PRIMARY KEY (user_id, since)
);
create policy own on timezones for select to zerodo_app using ((user_id = current_user_id()));
create policy work on timezones for select to zerodo_worker using (true);
grant select on timezones to zerodo_app;
grant delete, select on timezones to zerodo_eraser;
grant insert, select, update on timezones to zerodo_membership;
grant select on timezones to zerodo_worker;

create table webhook_deliveries (
  id uuid not null,
  webhook_id uuid not null,
  user_id uuid not null,
  event_id uuid not null,
  type text not null,
  state text not null default 'planned'::text,
  attempts integer not null default 0,
  next_at timestamp with time zone not null default now(),
  announced_at timestamp with time zone not null default now(),
  leased_until timestamp with time zone,
  status smallint,
  error text,
  created_at timestamp with time zone not null default now(),
  attempted_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint webhook_deliveries_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'sent'::text, 'failed'::text, 'cancelled'::text]))),
  constraint webhook_deliveries_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhooks(id) ON DELETE CASCADE,
  constraint webhook_deliveries_pkey PRIMARY KEY (id),
  constraint webhook_deliveries_webhook_id_event_id_key UNIQUE (webhook_id, event_id)
);
CREATE INDEX webhook_deliveries_created ON public.webhook_deliveries USING brin (created_at);
CREATE INDEX webhook_deliveries_latest ON public.webhook_deliveries USING btree (webhook_id, created_at DESC, id);
CREATE INDEX webhook_deliveries_next ON public.webhook_deliveries USING btree (next_at) WHERE (state = 'planned'::text);
create policy own on webhook_deliveries for all to zerodo_app using ((user_id = current_user_id())) with check ((user_id = current_user_id()));
create policy work on webhook_deliveries for all to zerodo_worker using (true) with check (true);
grant delete, insert, select, update on webhook_deliveries to zerodo_app;
grant delete, select on webhook_deliveries to zerodo_eraser;
grant delete, insert, select, update on webhook_deliveries to zerodo_worker;

create table webhooks (
  id uuid not null,
  user_id uuid not null,
  url text not null,
  description text not null default ''::text,
  types text[] not null,
  project_id uuid,
  secret bytea not null,
  previous_secret bytea,
  previous_until timestamp with time zone,
  failures integer not null default 0,
  failing_since timestamp with time zone,
  last_success_at timestamp with time zone,
  disabled_at timestamp with time zone,
  disabled_reason text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint webhooks_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
  constraint webhooks_pkey PRIMARY KEY (id)
);
CREATE INDEX webhooks_project ON public.webhooks USING btree (project_id) WHERE (project_id IS NOT NULL);
CREATE INDEX webhooks_user ON public.webhooks USING btree (user_id);
create policy own on webhooks for all to zerodo_app using ((user_id = current_user_id())) with check ((user_id = current_user_id()));
create policy work on webhooks for all to zerodo_worker using (true) with check (true);
grant delete, insert, select, update on webhooks to zerodo_app;
grant delete, select on webhooks to zerodo_eraser;
grant select, update on webhooks to zerodo_worker;

create view my_tasks as
 SELECT id,
    project_id,
    series_id,
    parent_id,
    title,
    notes,
    priority,
    labels,
    status,
    due_date,
    due_time,
    due_at,
    "position",
    created_at,
    completed_at,
    section,
    assignee_id,
    deadline,
    search
   FROM tasks
  WHERE ((deleted_at IS NULL) AND (project_id = ANY (ARRAY( SELECT my_projects() AS my_projects))));
-- columns: id, project_id, series_id, parent_id, title, notes, priority, labels, status, due_date, due_time, due_at, position, created_at, completed_at, section, assignee_id, deadline, search
-- owner: zerodo_membership
grant select on my_tasks to zerodo_app;

CREATE OR REPLACE FUNCTION public.accept_invitation(invitation uuid, digest bytea)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$
-- owner: zerodo_membership

CREATE OR REPLACE FUNCTION public.close_project(project uuid, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$
-- owner: zerodo_membership

CREATE OR REPLACE FUNCTION public.current_user_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
    select nullif(current_setting('zerodo.user_id', true), '')::uuid
$function$
-- owner: whoever migrates

CREATE OR REPLACE FUNCTION public.decline_invitation(invitation uuid, digest bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  delete from invitations i
  where i.id = invitation and (i.code_digest = digest or i.id in (select m.id from my_invitations() m));
  return found;
end $function$
-- owner: zerodo_membership

CREATE OR REPLACE FUNCTION public.end_membership(project uuid, person uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$
-- owner: zerodo_membership

CREATE OR REPLACE FUNCTION public.erase_person()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  me       uuid := current_user_id();
  personal uuid[];
  left_now uuid[];
begin
  if me is null then return; end if;
  -- Both kinds of membership: his, and in the trash those that come back with the project.
  personal := array(
    select m.project_id from project_members m where m.user_id = me
      and not exists (select from project_members o where o.project_id = m.project_id and o.user_id <> me)
    union
    select f.project_id from former_members f where f.user_id = me and f.with_project
      and not exists (select from former_members o
                      where o.project_id = f.project_id and o.with_project and o.user_id <> me)
  );
  left_now := array(select project_id from former_members where user_id = me and ended_at = now());

  create temporary table erased_events on commit drop as
    select e.id from events e join tasks t on e.subject = t.id::text
    where t.project_id = any (personal) or (t.project_id = any (left_now) and e.project_id = any (personal))
    union
    select e.id from events e join series s on e.subject = s.id::text where s.project_id = any (personal)
    union
    select e.id from events e where e.subject = any (personal::text[]);
  update events e set data = without_words(e.data) from erased_events x where e.id = x.id;
  update task_event_log l set salt = null from erased_events x where l.event_id = x.id;
  delete from dead_letters d where d.attributes ->> 'userid' = me::text;

  delete from task_stats s using tasks t where t.id = s.task_id and t.project_id = any (personal);
  update task_stats set created_by = null, created_on = null where created_by = me;
  update task_stats set completed_by = null, completed_on = null, on_time = null where completed_by = me;
  delete from notifications where user_id = me;
  delete from reminders where user_id = me;
  update tasks set series_id = null
  where series_id in (select id from series where project_id = any (personal)) and project_id <> all (personal);
  delete from tasks where project_id = any (personal);
  delete from series where project_id = any (personal);
  delete from circuit_breakers where target in (select 'webhook:' || id from webhooks where user_id = me);
  delete from webhooks where user_id = me;
  delete from push_subscriptions where user_id = me;
  delete from projects where id = any (personal);
  delete from former_members where user_id = me and ended_at < now();
  delete from invitations where invited_by = me
    or email = (select lower(p.email) from preferences p where p.user_id = me);
  delete from labels where user_id = me;
  delete from timezones where user_id = me;
  delete from preferences where user_id = me;
  delete from inbox where user_id = me;
  insert into erasures (user_id, erased_at) values (me, now())
  on conflict (user_id) do update set erased_at = excluded.erased_at;
end $function$
-- owner: zerodo_eraser

CREATE OR REPLACE FUNCTION public.erase_traces()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$
-- owner: zerodo_eraser

CREATE OR REPLACE FUNCTION public.fold(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (octet_length(words) = char_length(words)) THEN lower(words) ELSE lower(regexp_replace(NORMALIZE(words, NFKD), '[\u0300-\u036f]'::text, ''::text, 'g'::text)) END
-- owner: whoever migrates

CREATE OR REPLACE FUNCTION public.forget_operator()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update operator_actions set user_id = null where user_id = new.user_id;
  return null;
end $function$
-- owner: whoever migrates

CREATE OR REPLACE FUNCTION public.habits_of(person uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select jsonb_build_object('timezone', p.timezone, 'quietHours', p.settings -> 'quietHours')
    from preferences p
    where p.user_id = person
      and (p.user_id = current_user_id() or session_user = 'zerodo_worker' or exists (
        select from project_members mine join project_members theirs using (project_id)
        where mine.user_id = current_user_id() and theirs.user_id = person))
$function$
-- owner: zerodo_membership

CREATE OR REPLACE FUNCTION public.members_of(project uuid)
 RETURNS TABLE(user_id uuid, name text, email text, role text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select m.user_id, p.name,
           case when m.user_id = current_user_id() or project in (select my_owned_projects()) then p.email end,
           m.role
    from project_members m left join preferences p on p.user_id = m.user_id
    where m.project_id = project and project in (select my_projects())
$function$
-- owner: zerodo_membership

CREATE OR REPLACE FUNCTION public.my_deleted_projects()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select project_id from former_members where user_id = current_user_id() and with_project and role = 'owner'
$function$
-- owner: zerodo_membership

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

CREATE OR REPLACE FUNCTION public.my_ended_memberships()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select project_id from former_members where user_id = current_user_id() and ended_at = now()
$function$
-- owner: zerodo_membership

CREATE OR REPLACE FUNCTION public.my_invitations()
 RETURNS TABLE(id uuid, project_id uuid, project_name text, invited_by text, role text, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select i.id, i.project_id, p.name, inviter.name, i.role, i.expires_at
    from preferences me
    join invitations i on i.email = lower(me.email) and i.expires_at > now()
    join projects p on p.id = i.project_id and p.deleted_at is null
    left join preferences inviter on inviter.user_id = i.invited_by
    where me.user_id = current_user_id() and me.email_verified
$function$
-- owner: zerodo_membership

CREATE OR REPLACE FUNCTION public.my_new_projects()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select id from projects p
    where owner_id = current_user_id()
      and (is_inbox or not exists (select from project_members m where m.project_id = p.id)
                   and not exists (select from former_members f where f.project_id = p.id))
$function$
-- owner: zerodo_membership

CREATE OR REPLACE FUNCTION public.my_owned_projects()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select m.project_id from project_members m join projects p on p.id = m.project_id
    where m.user_id = current_user_id() and m.role = 'owner' and not p.is_inbox
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

CREATE OR REPLACE FUNCTION public.project_is_shared(project uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select (select count(*) from project_members where project_id = project)
         + (select count(*) from former_members where project_id = project and with_project) > 1
$function$
-- owner: zerodo_membership

CREATE OR REPLACE FUNCTION public.remember_timezone()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if tg_op = 'UPDATE' and old.timezone = new.timezone then return null; end if;
  insert into timezones (user_id, since, timezone) values (new.user_id, now(), new.timezone)
  on conflict (user_id, since) do update set timezone = excluded.timezone;
  return null;
end $function$
-- owner: zerodo_membership

CREATE OR REPLACE FUNCTION public.reopen_project(project uuid, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$
-- owner: zerodo_membership

CREATE OR REPLACE FUNCTION public.search_query(words text, phrases text[], beginning text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    select plainto_tsquery('simple', fold(words))
        && coalesce((select tsquery(string_agg('(' || phraseto_tsquery('simple', fold(phrase))::text || ')', ' & '))
                     from unnest(phrases) phrase where numnode(phraseto_tsquery('simple', fold(phrase))) > 0), '')
        && coalesce((select to_tsquery('simple', string_agg(quote_literal(lexeme) || ':*', ' & '))
                     from unnest(to_tsvector('simple', fold(beginning)))), '')
$function$
-- owner: whoever migrates

CREATE OR REPLACE FUNCTION public.search_words(title text, labels text[], notes text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((setweight(to_tsvector('simple'::regconfig, fold(title)), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, fold(array_to_string(labels, ' '::text))), 'B'::"char")) || setweight(to_tsvector('simple'::regconfig, fold(notes)), 'C'::"char"))
-- owner: whoever migrates

CREATE OR REPLACE FUNCTION public.without_words(data jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public'
AS $function$
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
$function$
-- owner: whoever migrates
