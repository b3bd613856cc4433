-- What is being repaired at one *arr, by the name of the instance.
create table repairs (
    id         text primary key,
    kind       text        not null,
    state      text        not null,
    changed_at timestamptz not null,
    version    bigint      not null
);
