-- One download, by the id that the *arr programs and the client have for it in common.
create table download (
    id         text primary key,
    kind       text        not null,
    state      text        not null,
    changed_at timestamptz not null,
    version    bigint      not null
);
create index download_kind on download (kind);
