-- One approved request on its way to the *arr: <instance>/<number>. due_at is set while it waits.
create table hand_over (
    id         text primary key,
    kind       text        not null,
    state      text        not null,
    due_at     timestamptz,
    changed_at timestamptz not null,
    version    bigint      not null
);
create index hand_over_due on hand_over (due_at) where due_at is not null;
