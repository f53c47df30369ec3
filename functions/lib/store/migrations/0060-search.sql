-- Lists and search that stay fast with a hundred thousand tasks in one account.

create extension if not exists btree_gin;

-- Letters as they are compared: small, without accents. Built in and immutable, which the extension unaccent is
-- not; most text has no letter of more than one byte, and is ten times as fast without the search for accents.
create function fold(words text) returns text
  language sql immutable parallel safe
  return case when octet_length(words) = char_length(words) then lower(words)
              else lower(regexp_replace(normalize(words, nfkd), '[\u0300-\u036f]', '', 'g')) end;

-- What is searched by words: the title first, then labels, then notes.
create function search_words(title text, labels text[], notes text) returns tsvector
  language sql immutable parallel safe
  return setweight(to_tsvector('simple', fold(title)), 'A')
      || setweight(to_tsvector('simple', fold(array_to_string(labels, ' '))), 'B')
      || setweight(to_tsvector('simple', fold(notes)), 'C');

-- All `words`, each of `phrases` in its order, and words that begin with `beginning`, which may still be being typed.
create function search_query(words text, phrases text[], beginning text) returns tsquery
  language sql immutable parallel safe as $$
    select plainto_tsquery('simple', fold(words))
        && coalesce((select tsquery(string_agg('(' || phraseto_tsquery('simple', fold(phrase))::text || ')', ' & '))
                     from unnest(phrases) phrase where numnode(phraseto_tsquery('simple', fold(phrase))) > 0), '')
        && coalesce((select to_tsquery('simple', string_agg(quote_literal(lexeme) || ':*', ' & '))
                     from unnest(to_tsvector('simple', fold(beginning)))), '')
$$;

alter table tasks add column search tsvector generated always as (search_words(title, labels, notes)) stored;

-- Without the project in the index, a word that everybody uses would be read for everybody. The list of what is
-- not yet sorted in is short: whoever finds it full empties it, and every search reads it.
create index tasks_search on tasks using gin (project_id, search)
  with (gin_pending_list_limit = 256) where deleted_at is null;
drop index tasks_title;
create index tasks_title  on tasks using gin (project_id, fold(title) gin_trgm_ops)
  with (gin_pending_list_limit = 256) where deleted_at is null;
drop index tasks_labels;
create index tasks_labels on tasks using gin (project_id, labels)
  with (gin_pending_list_limit = 256) where deleted_at is null;

create index tasks_created  on tasks (project_id, status, created_at desc, id desc) where deleted_at is null;
create index tasks_position on tasks (project_id, status, position, id) where deleted_at is null;
-- Most tasks have no priority, and a list of those that have one is short.
create index tasks_priority on tasks (project_id, status, priority, coalesce(due_at, 'infinity'), id)
  where deleted_at is null and priority < 4;
create index tasks_section  on tasks (project_id, section) where deleted_at is null and section is not null;

-- Of an expression the planner knows nothing from an index that is partial.
create statistics tasks_due_key       on (coalesce(due_at, 'infinity'))        from tasks;
create statistics tasks_completed_key on (coalesce(completed_at, '-infinity')) from tasks;

-- What a person may see, for lists. Row security would come to the same, but before it has been asked no index may
-- be used for words, labels or parts of words, because their operators could tell what they compare.
create view my_tasks as
  select id, project_id, series_id, parent_id, title, notes, priority, labels, status, due_date, due_time, due_at,
         position, created_at, completed_at, section, assignee_id, deadline, search
  from tasks
  where deleted_at is null and project_id = any (array(select my_projects()));

-- All of its columns, because the planner trusts what it knows about an expression to nobody else.
grant select on tasks to zerodo_membership;
grant create on schema public to zerodo_membership;
alter view my_tasks owner to zerodo_membership;
revoke create on schema public from zerodo_membership;
grant select on my_tasks to zerodo_app;
