package conveyarr.library;

import conveyarr.library.core.Findings;
import conveyarr.library.core.Query;
import conveyarr.library.core.Stocked;
import conveyarr.library.core.TitleFiles;
import conveyarr.library.out.LibraryFiles;
import conveyarr.library.out.LibraryIndex;
import conveyarr.library.out.LibrarySearch;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The index of all titles and files: what it is asked, and what a stocktaking tells it. */
@Singleton
public class LibraryCatalogue {
    private final LibrarySearch search;
    private final LibraryFiles files;
    private final LibraryIndex index;

    LibraryCatalogue(LibrarySearch search, LibraryFiles files, LibraryIndex index) {
        this.search = search;
        this.files = files;
        this.index = index;
    }

    public Uni<Findings> find(Query query) {
        return search.find(query);
    }

    public Uni<Optional<TitleFiles>> of(String media) {
        return files.of(media);
    }

    public Uni<Instant> lastTaken(String instance) {
        return index.lastTaken(instance);
    }

    public Uni<Void> keep(List<Stocked> stock, Instant seenAt) {
        return index.keep(stock, seenAt);
    }

    /** The end of a stocktaking that began {@code at}. */
    public Uni<Void> taken(String instance, Instant at, int count) {
        return index.taken(instance, at, count);
    }
}
