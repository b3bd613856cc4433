-- The index of all files, whoever told of them. It can be filled anew from the *arr apps at any time.
create table library_file (
    instance text        not null,
    path     text        not null,
    media    text        not null,
    quality  text,
    release  text,
    edition  text,
    episodes text,
    bytes    bigint      not null,
    added_at timestamptz not null,
    seen_at  timestamptz not null,
    primary key (instance, path)
);
create index library_file_media on library_file (media);

-- One row for each title with files; words is what a search looks through, in small letters.
create table library_title (
    media text primary key,
    kind  text        not null,
    title text        not null,
    year  integer,
    sort  text        not null collate "C",
    words text        not null,
    files integer     not null,
    bytes bigint      not null,
    since timestamptz not null
);
create index library_title_sort on library_title (sort, media);
create index library_title_kind on library_title (kind, sort, media);

create extension if not exists pg_trgm with schema public;
create index library_title_words on library_title using gin (words public.gin_trgm_ops);

-- Every word of a title once: a word with a slip of the finger is looked for among these, by its groups of three letters.
create table library_word (
    word text primary key
);
create index library_word_grams on library_word using gin (word public.gin_trgm_ops);

-- When the library of an *arr was last gone through as a whole.
create table library_stock (
    instance text primary key,
    taken_at timestamptz not null,
    files    integer     not null
);
