-- The ledger: one row per event and channel ("<event id>|<channel>"). Rows are kept for as long as the topics are, because a row is what
-- keeps a replayed event from being told again.
create table delivery (
    id         text primary key,
    kind       text        not null,
    state      text        not null,
    seen_at    timestamptz not null default now(),
    changed_at timestamptz not null,
    version    bigint      not null
);
create index delivery_newest on delivery (seen_at desc, id);
create index delivery_retrying on delivery (changed_at) where kind = 'Retrying';

-- What a media id is called; few events carry a title.
create table title (
    media text primary key,
    name  text not null,
    year  integer
);
