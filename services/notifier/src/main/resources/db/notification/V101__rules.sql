-- A delivery's id may have the person as a third part: "<event id>|<channel>|<person>". What was only a channel is a target now.
update delivery set state = jsonb_set(
        state::jsonb,
        '{letter}',
        (state::jsonb -> 'letter') - 'channel'
            || jsonb_build_object(
                'target', jsonb_build_object('channel', state::jsonb -> 'letter' -> 'channel'),
                'origin', jsonb_build_object('parts', '[]'::jsonb)))::text
    where state::jsonb -> 'letter' -> 'channel' is not null;

-- What the owner set through the API, as JSON: "rules", "mutes", "person:<reference>", "text:<event>|<channel>|<language>"; and "started-at",
-- when the notifier first ran on this database: what happened before is not told.
create table setting (
    name       text primary key,
    body       text        not null,
    changed_at timestamptz not null default now()
);
insert into setting (name, body)
    select 'started-at', to_json(date_trunc('second', coalesce(min(seen_at), now())))::text from delivery;

-- Events that are collected for one target.
create table bundle (
    id         text primary key,
    kind       text        not null,
    state      text        not null,
    changed_at timestamptz not null,
    version    bigint      not null
);
create index bundle_collecting on bundle (changed_at) where kind = 'Collecting';

-- Troubles that are told when they last.
create table hold (
    id         text primary key,
    kind       text        not null,
    state      text        not null,
    changed_at timestamptz not null,
    version    bigint      not null
);
create index hold_suspected on hold (changed_at) where kind = 'Suspected';

-- Who asked for what; a person is the opaque reference that events carry.
create table requester (
    media  text not null,
    person text not null,
    primary key (media, person)
);

create index delivery_unsettled on delivery (kind, seen_at) where kind not in ('Sent', 'Suppressed');

-- To find where an event went before.
create index inbox_event on inbox (event_id);
