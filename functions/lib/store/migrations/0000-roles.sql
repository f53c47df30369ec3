-- Roles belong to the server, not to one database, so a second database finds them there.
do $$ begin create role zerodo_app login;
exception when duplicate_object or unique_violation then null; end $$;

do $$ begin create role zerodo_worker login;
exception when duplicate_object or unique_violation then null; end $$;

do $$ begin create role zerodo_web login;
exception when duplicate_object or unique_violation then null; end $$;

-- May not log in and sees through row security: it owns nothing but the functions that policies ask.
do $$ begin create role zerodo_membership nologin bypassrls;
exception when duplicate_object or unique_violation then null; end $$;

-- A statement that outlives its function holds locks for nobody.
alter role zerodo_app    set statement_timeout = '10s';
alter role zerodo_worker set statement_timeout = '20s';
alter role zerodo_web    set statement_timeout = '10s';
