package conveyarr.upstream.readarr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp.ListedTitle;
import conveyarr.upstream.arr.ArrJson;
import conveyarr.upstream.arr.Verbs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Readarr lists and is told; its books cannot be asked for by the id that all the world knows. */
final class ReadarrVerbs implements Verbs {
    @Override
    public String shelf() {
        return "book";
    }

    @Override
    public Map<String, String> pick(MediaId media) {
        return Map.of();
    }

    @Override
    public Optional<ListedTitle> listed(JsonNode title, Instant now) {
        Book b = ArrJson.bind(title, Book.class);
        Optional<Instant> from = Optional.ofNullable(b.releaseDate());
        return b.foreignBookId() == null || b.foreignBookId().isBlank()
                ? Optional.empty()
                : Optional.of(new ListedTitle(
                        b.id(),
                        MediaId.book(b.foreignBookId()),
                        b.monitored(),
                        from.filter(now::isBefore).isEmpty(),
                        from,
                        b.statistics() != null && b.statistics().bookFileCount() > 0));
    }

    @Override
    public Map<String, Object> search(long number) {
        return Map.of("name", "BookSearch", "bookIds", List.of(number));
    }

    @Override
    public Map<String, Object> rescan(long number) {
        return Map.of("name", "RefreshBook", "bookId", number);
    }

    @Override
    public Map<String, String> proposal() {
        return Map.of("authorId", "/author/id", "bookId", "/book/id", "foreignEditionId", "/foreignEditionId");
    }

    record Book(long id, String foreignBookId, boolean monitored, Instant releaseDate, Statistics statistics) {}

    record Statistics(int bookFileCount) {}
}
