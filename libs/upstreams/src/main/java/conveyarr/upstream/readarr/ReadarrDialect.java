package conveyarr.upstream.readarr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.MediaId;
import conveyarr.upstream.arr.ArrJson;
import conveyarr.upstream.arr.ArrWords;
import conveyarr.upstream.arr.Dialect;
import conveyarr.upstream.arr.Verbs;
import conveyarr.upstream.arr.Work;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Readarr's words for its hooks, its history and its books. */
final class ReadarrDialect implements Dialect {
    private static final ReadarrVerbs VERBS = new ReadarrVerbs();
    private static final String ID = "[\\w-]{1,80}";
    private static final Map<String, String> INCLUDE =
            new TreeMap<>(Map.of("includeAuthor", "true", "includeBook", "true"));

    @Override
    public Verbs verbs() {
        return VERBS;
    }

    @Override
    public String app() {
        return "Readarr";
    }

    @Override
    public String version() {
        return "v1";
    }

    @Override
    public Map<String, String> include() {
        return INCLUDE;
    }

    @Override
    public String unknownToo() {
        return "includeUnknownAuthorItems";
    }

    @Override
    public String files() {
        return "bookFiles";
    }

    @Override
    public boolean holdsSeveral() {
        return true;
    }

    @Override
    public String deletedFile() {
        return "bookFile";
    }

    @Override
    public Optional<FilesOf> filesOf() {
        return Optional.of(new FilesOf("bookfile", "bookId"));
    }

    @Override
    public Optional<HookWord> hook(String type, JsonNode body) {
        return switch (type) {
            case "BookDelete", "AuthorDelete" -> Optional.of(HookWord.REMOVED);
            case "Grab" -> Optional.of(HookWord.GRABBED);
            case "Download" -> Optional.of(HookWord.IMPORTED);
            case "BookFileDelete" -> Optional.of(HookWord.DELETED);
            case "Test", "Rename", "Retag", "AuthorAdded", "Health", "HealthRestored", "ApplicationUpdate" ->
                Optional.of(HookWord.NOTHING_OF_OURS);
            default -> Optional.empty();
        };
    }

    @Override
    public RowWord row(String eventType) {
        return switch (eventType) {
            case "grabbed" -> RowWord.GRABBED;
            case "bookFileImported" -> RowWord.IMPORTED;
            case "downloadFailed" -> RowWord.GIVEN_UP;
            case "downloadIgnored" -> RowWord.IGNORED;
            case "bookFileDeleted" -> RowWord.DELETED;
            case "bookFileRenamed" -> RowWord.RENAMED;
            default -> RowWord.NOTHING_OF_OURS;
        };
    }

    @Override
    public List<Work> works(JsonNode about) {
        Form form = ArrJson.bind(about, Form.class);
        var listed = form.books() == null ? List.<Book>of() : form.books();
        return Stream.concat(listed.stream(), Stream.ofNullable(form.book()))
                .filter(Objects::nonNull)
                .flatMap(book -> work(book, form.bookId()).stream())
                .toList();
    }

    private static Optional<Work> work(Book book, long number) {
        return Stream.of(book.goodreadsId(), book.foreignBookId())
                .filter(id -> id != null && id.matches(ID))
                .findFirst()
                .map(id -> Work.whole(
                        book.id() > 0 ? book.id() : number,
                        MediaId.book(id),
                        ArrWords.title(book.title(), ArrWords.year(book.releaseDate()))));
    }

    record Form(List<Book> books, Book book, long bookId) {}

    /** The hook says {@code goodreadsId}, the API {@code foreignBookId}. */
    record Book(long id, String goodreadsId, String foreignBookId, String title, String releaseDate) {}
}
