-- What every service keeps beside its own state. The schema is the service's own.

-- Inputs that were handled, so that the second sighting of the same event changes nothing.
create table inbox (
    aggregate   text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    primary key (aggregate, event_id)
);

-- Records on their way to Kafka, written in the transaction of the state that they follow from. seq is the order of the queue; the lock on
-- the record key is taken before seq is drawn, so that the order of one key is the order of its commits. batch is the claim of the relay:
-- what was claimed under one number is published in one Kafka transaction.
create table outbox (
    seq       bigserial primary key,
    event_id  uuid        not null unique,
    topic     text        not null,
    key       text        not null,
    headers   text        not null,
    value     bytea       not null,
    written_at timestamptz not null default now(),
    batch     bigint,
    sent_at   timestamptz,
    partition integer,
    "offset"  bigint
);
create index outbox_pending on outbox (seq) where sent_at is null;
create sequence outbox_batch;

-- Who may do what only one may do at a time. epoch grows with every change of the holder; times are the database's own.
create table lease (
    name   text primary key,
    holder text        not null,
    epoch  bigint      not null,
    until  timestamptz not null
);

-- Calls to upstreams that a decision asked for; carried out after the commit, at least once.
create table call (
    id         bigserial primary key,
    kind       text        not null,
    body       text        not null,
    written_at timestamptz not null default now(),
    due_at     timestamptz not null default now(),
    attempts   integer     not null default 0,
    last_error text,
    done_at    timestamptz
);
create index call_due on call (due_at) where done_at is null;

-- How far a poll has read at an upstream.
create table poll_cursor (
    instance text primary key,
    position text not null,
    moved_at timestamptz not null default now()
);
