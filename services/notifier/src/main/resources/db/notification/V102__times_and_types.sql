-- What is looked for has columns of its own. A state holds the words of others, and not all JSON is JSON to PostgreSQL (U+0000 is not).
alter table delivery add column due_at timestamptz;
alter table delivery add column type text;
alter table bundle add column due_at timestamptz;
alter table hold add column due_at timestamptz;

update delivery set due_at = (state::jsonb ->> 'dueAt')::timestamptz where kind = 'Retrying' and strpos(state, '\u0000') = 0;
update delivery set type = state::jsonb -> 'letter' -> 'origin' -> 'news' ->> 'type' where strpos(state, '\u0000') = 0;
update bundle set due_at = (state::jsonb ->> 'dueAt')::timestamptz where kind = 'Collecting' and strpos(state, '\u0000') = 0;
update hold set due_at = (state::jsonb ->> 'dueAt')::timestamptz where kind = 'Suspected' and strpos(state, '\u0000') = 0;
-- What cannot be read here is looked at now, and told.
update delivery set due_at = now() where kind = 'Retrying' and due_at is null;
update bundle set due_at = now() where kind = 'Collecting' and due_at is null;
update hold set due_at = now() where kind = 'Suspected' and due_at is null;

drop index delivery_retrying, bundle_collecting, hold_suspected;
create index delivery_retrying on delivery (due_at) where kind = 'Retrying';
create index bundle_collecting on bundle (due_at) where kind = 'Collecting';
create index hold_suspected on hold (due_at) where kind = 'Suspected';
create index delivery_type on delivery (type, seen_at desc) where type is not null;
