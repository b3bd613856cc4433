-- One title in the library, whichever instance imported it; the id is the media id.
create table library_item (
    id         text primary key,
    kind       text        not null,
    state      text        not null,
    changed_at timestamptz not null,
    version    bigint      not null
);
create index library_item_kind on library_item (kind);
