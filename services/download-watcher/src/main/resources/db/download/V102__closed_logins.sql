-- Until when no login is tried at a client that has refused ours; the mark tells whether it is still the same login, and nothing of it.
create table closed_login (
    instance text primary key,
    mark     text        not null,
    banned   boolean     not null,
    words    text        not null,
    until    timestamptz not null,
    pause_s  bigint      not null
);
