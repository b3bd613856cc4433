-- sha256 is that of the body as it came in; in how many places of it a secret was masked; the first hook with the same bytes.
alter table hook add column masked integer not null default 0;
alter table hook add column duplicate_of uuid;
create index hook_content on hook (instance, sha256, receipt);

-- Each time that a hook was published once more. job is the same for all that one call replayed.
create table replay (
    id      uuid primary key,
    receipt uuid        not null,
    job     uuid        not null,
    at      timestamptz not null default now()
);
create index replay_receipt on replay (receipt);

-- What the services told because of something that a hook, or a poll in its place, had said: cause is the id of that happening.
create table outcome (
    event_id  uuid primary key,
    cause     uuid        not null,
    type      text        not null,
    topic     text        not null,
    media     text        not null,
    source    text        not null,
    via       text        not null,
    at        timestamptz not null,
    partition integer     not null,
    "offset"  bigint      not null
);
create index outcome_cause on outcome (cause);
create index outcome_at on outcome (at);
