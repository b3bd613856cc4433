-- Every event of every topic once, in the order in which we got to know it. seq is given out under the lock of event_log_head, which is held
-- until the commit: a reader who has seen one number has seen all lower ones. There may be gaps in the numbers, never in the events.
create table event_log (
    seq         bigint primary key,
    event_id    uuid        not null unique,
    at          timestamptz not null,
    recorded_at timestamptz not null,
    topic       text        not null,
    kind        text        not null,
    about       text        not null,
    via         text        not null,
    doc         text        not null
);
create index event_log_about on event_log (about, seq);
create index event_log_kind on event_log (kind, seq);
create index event_log_topic on event_log (topic, seq);
create index event_log_recorded on event_log (recorded_at);

create table event_log_head (
    only_one boolean primary key default true check (only_one),
    seq      bigint  not null
);
insert into event_log_head (seq) values (0);
