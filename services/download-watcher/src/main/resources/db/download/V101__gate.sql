-- What keeps the downloads of one client back, by the name of the client.
create table gate (
    id         text primary key,
    kind       text        not null,
    state      text        not null,
    changed_at timestamptz not null,
    version    bigint      not null
);
