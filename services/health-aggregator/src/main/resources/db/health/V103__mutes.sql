-- Checks that do not count for a while.
create table check_mute (
    check_id    text primary key,
    muted_until timestamptz not null
);
