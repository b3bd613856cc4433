-- Who takes nothing from us, since when and with which words; settings tells those that were asked with from others.
create table refusal (
    target   text primary key,
    since    timestamptz not null,
    asked_at timestamptz not null,
    words    text        not null,
    settings text        not null
);
