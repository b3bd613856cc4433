-- Who may log in to the pages. The password is salted and stretched; generation is another with each new one.
create table account (
    name       text primary key,
    role       text    not null,
    password   text    not null,
    generation integer not null
);

-- Sessions that somebody ended by logging out, until they would have ended by themselves.
create table ended_session (
    id    text primary key,
    until timestamptz not null
);
