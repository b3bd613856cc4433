-- The lives of the upstreams' databases: one that was reset gives its numbers once more. Kept for ever, since old hooks may be replayed.
create table upstream_lives (
    instance   text primary key,
    lives      text        not null,
    changed_at timestamptz not null default now()
);
