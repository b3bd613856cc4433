-- The watch over one title at one *arr: why it does not move, and when it is looked at again; the id is that of the acquisition.
create table vigil (
    id         text primary key,
    kind       text        not null,
    state      text        not null,
    changed_at timestamptz not null,
    due_at     timestamptz,
    version    bigint      not null
);
create index vigil_due on vigil (due_at);
-- What other services say of the VPN gateways, by the name of the instance.
create table tunnel (
    id         text primary key,
    kind       text        not null,
    state      text        not null,
    changed_at timestamptz not null,
    version    bigint      not null
);
