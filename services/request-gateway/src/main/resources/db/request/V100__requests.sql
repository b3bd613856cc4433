-- One request in one Seerr: <instance>/<number>.
create table request (
    id         text primary key,
    kind       text        not null,
    state      text        not null,
    changed_at timestamptz not null,
    version    bigint      not null
);
create index request_open on request (id) where kind = 'Open';

-- The only place where the names of people are; everywhere else they are references.
create table person (
    ref  text primary key,
    name text not null
);

-- Every hook that was accepted, as it came in. receipt is a version 7 UUID: its order is the order of receipt. headers is JSON.
create table hook (
    receipt     uuid primary key,
    instance    text        not null,
    received_at timestamptz not null,
    remote      text        not null,
    headers     text        not null,
    body        bytea       not null,
    sha256      text        not null,
    type        text        not null,
    verdict     text        not null,
    reason      text
);
create index hook_instance on hook (instance, receipt desc);
