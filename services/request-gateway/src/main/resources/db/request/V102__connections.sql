-- What the owner chose for the hooks of an instance. With mode replace-and-forward: where they went before, what that receiver has to be shown
-- (authorization and previous hold secrets), and the types of hooks that it wants, with commas.
create table connection (
    instance      text primary key,
    mode          text        not null,
    changed_at    timestamptz not null default now(),
    target        text,
    place         text,
    authorization_header text,
    types         text,
    previous      text
);

-- Each copy that is to be sent on, and how that went: WAITING, SENT, GIVEN_UP.
create table forward_copy (
    receipt    uuid primary key,
    instance   text        not null,
    place      text        not null,
    state      text        not null default 'WAITING',
    attempts   integer     not null default 0,
    last_error text,
    changed_at timestamptz not null default now()
);
create index forward_copy_instance on forward_copy (instance, state);
