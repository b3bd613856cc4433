-- One title in one *arr instance, from wanted to imported; the id is "<instance>|<media id>".
create table acquisition (
    id         text primary key,
    kind       text        not null,
    state      text        not null,
    changed_at timestamptz not null,
    version    bigint      not null
);
create index acquisition_kind on acquisition (kind);
