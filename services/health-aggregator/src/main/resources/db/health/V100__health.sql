-- The newest timeline of each media id, as the topology told it. Found by what the pages and the API ask for; doc is the record itself.
create table timeline (
    request_id   text primary key,
    media_id     text        not null unique,
    title        text        not null,
    stage        text        not null,
    tone         text        not null,
    requested_by text,
    words        text        not null,
    since        timestamptz not null,
    updated_at   timestamptz not null,
    doc          text        not null,
    partition    integer     not null,
    "offset"     bigint      not null
);
create index timeline_newest on timeline (updated_at desc, request_id);
create index timeline_stage on timeline (stage);

-- One program of the stack: whether it answers.
create table component (
    id         text primary key,
    kind       text        not null,
    state      text        not null,
    changed_at timestamptz not null,
    version    bigint      not null
);

-- One VPN tunnel: whether it carries traffic.
create table tunnel (
    id         text primary key,
    kind       text        not null,
    state      text        not null,
    changed_at timestamptz not null,
    version    bigint      not null
);
