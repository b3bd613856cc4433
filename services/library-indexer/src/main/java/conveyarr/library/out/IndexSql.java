package conveyarr.library.out;

/** The statements of the index. Lists come as one JSON text, so that any number of files is one statement. */
final class IndexSql {
    private static final String FILES = """
            jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as f(instance text, path text, media text, title text, year integer,
              quality text, release text, edition text, episodes text, bytes bigint, at timestamptz)
            """;

    static final String KEEP_FILES = """
            insert into library.library_file as l
              (instance, path, media, quality, release, edition, episodes, bytes, added_at, seen_at)
            select distinct on (instance, path) instance, path, media, quality, release, edition, episodes, bytes, at, cast(?2 as timestamptz)
            from %s
            on conflict (instance, path) do update set media = excluded.media, bytes = excluded.bytes,
              quality = coalesce(excluded.quality, l.quality), release = coalesce(excluded.release, l.release),
              edition = coalesce(excluded.edition, l.edition), episodes = coalesce(excluded.episodes, l.episodes),
              added_at = least(l.added_at, excluded.added_at), seen_at = greatest(l.seen_at, excluded.seen_at)
            """.formatted(FILES);

    /** A title that nobody told keeps the one that it has; articles do not count for the order. */
    static final String KEEP_TITLES = """
            insert into library.library_title as t (media, kind, title, year, sort, words, files, bytes, since)
            select distinct on (media) media, split_part(media, ':', 1), title, year,
              lower(regexp_replace(title, '^(the|a|an|der|die|das) ', '', 'i')), '', 0, 0, at
            from %s
            on conflict (media) do update set year = coalesce(excluded.year, t.year),
              title = case when excluded.title in ('', excluded.media) then t.title else excluded.title end,
              sort = case when excluded.title in ('', excluded.media) then t.sort else excluded.sort end
            """.formatted(FILES);

    static final String KEEP_WORDS = """
            insert into library.library_word (word)
            select distinct word from %s, regexp_split_to_table(lower(f.title), '[^[:alnum:]]+') word
            where length(word) between 3 and 40
            on conflict do nothing
            """.formatted(FILES);

    private static final String COUNT_OF = """
            update library.library_title t set files = c.files, bytes = c.bytes, since = coalesce(c.since, t.since),
              words = lower(left(concat_ws(' ', t.title, t.year, t.media, c.words), 4000))
            from (
              select t.media, count(l.path) as files, coalesce(sum(l.bytes), 0) as bytes, min(l.added_at) as since,
                string_agg(distinct concat_ws(' ', substring(l.path from '^(.*)[/\\\\]'), l.release, l.edition), ' ') as words
              from library.library_title t left join library.library_file l on l.media = t.media %s
              where t.media in (%s)
              group by t.media) c
            where c.media = t.media
            """;

    static final String COUNT = COUNT_OF.formatted(
            "", "select media from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as f(media text)");

    static final String REMOVE_FILE =
            "delete from library.library_file where instance = ?1 and path = ?2 and added_at <= cast(?3 as timestamptz)";

    static final String REMOVE_FILES =
            "delete from library.library_file where instance = ?1 and media = ?2 and added_at <= cast(?3 as timestamptz)";

    /** Where the new name is known already, by the stocktaking, the old one only goes. */
    static final String RENAME_FILE = """
            with gone as (delete from library.library_file where instance = ?1 and path = ?2 returning *)
            insert into library.library_file
            select instance, ?3, media, quality, release, edition, episodes, bytes, added_at, seen_at from gone
            on conflict (instance, path) do nothing
            """;

    static final String DROP_EMPTY = "delete from library.library_title where media = ?1 and files = 0";

    static final String TAKEN = """
            insert into library.library_stock (instance, taken_at, files) values (?1, cast(?2 as timestamptz), ?3)
            on conflict (instance) do update set taken_at = excluded.taken_at, files = excluded.files
            """;

    private static final String UNSEEN = "instance = ?1 and seen_at < cast(?2 as timestamptz)";

    static final String RECOUNT_UNSEEN = COUNT_OF.formatted(
            "and not (l." + UNSEEN.replace("seen_at", "l.seen_at") + ")",
            "select media from library.library_file where " + UNSEEN);

    static final String DROP_UNSEEN = """
            with gone as (delete from library.library_file where %s returning media)
            delete from library.library_title where files = 0 and media in (select media from gone)
            """.formatted(UNSEEN);

    private IndexSql() {}
}
