-- A row that the broker refuses for good: it waits for a person, and lets the others pass.
alter table outbox add column parked_at timestamptz, add column parked_reason text;
drop index outbox_pending;
create index outbox_pending on outbox (seq) where sent_at is null and parked_at is null;
create index outbox_place on outbox (topic, partition, "offset") where sent_at is not null;

-- Which topic it is that carries the name: a topic that was deleted and made again has another id, and holds nothing of ours.
create table topic_identity (
    topic text primary key,
    id    text not null
);

-- Inputs that could never be handled, as they are on the dead-letter topic, and what became of them.
create table dead_letter (
    id         uuid        primary key,
    topic      text        not null,
    partition  integer     not null,
    "offset"   bigint      not null,
    key        text,
    headers    text        not null,
    value      bytea,
    reason     text        not null,
    buried_at  timestamptz not null default now(),
    settled_at timestamptz,
    outcome    text,
    note       text
);
create index dead_letter_newest on dead_letter (buried_at desc);
