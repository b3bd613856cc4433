package conveyarr.events;

import java.util.Optional;

/** Told by library-indexer on {@link Topics#LIBRARY}. */
public sealed interface LibraryEvent extends DomainEvent {
    @Override
    MediaId about();

    /** The *arr {@code instance} put a file into the library. {@code download} is absent for a manual import. Only a series has {@code episodes}. */
    @Named("library.file-imported.v1")
    record FileImported(
            MediaId about,
            String instance,
            long file,
            String path,
            long bytes,
            Optional<String> quality,
            Optional<String> download,
            boolean upgrade,
            Optional<Episodes> episodes)
            implements LibraryEvent {
        public FileImported(
                MediaId about,
                String instance,
                long file,
                String path,
                long bytes,
                Optional<String> quality,
                Optional<String> download,
                boolean upgrade) {
            this(about, instance, file, path, bytes, quality, download, upgrade, Optional.empty());
        }
    }

    /** We asked the media {@code server} to look at {@code path}. */
    @Named("library.scan-requested.v1")
    record ScanRequested(MediaId about, String server, String path) implements LibraryEvent {}

    /**
     * The media server itself lists the item; without a media server, the import is the proof and {@code server} is absent. Of a series,
     * {@code episodes} are those that can be watched now and could not before.
     */
    @Named("library.available.v1")
    record MediaBecameAvailable(
            MediaId about, Optional<String> server, Optional<String> item, Optional<Episodes> episodes)
            implements LibraryEvent {
        public MediaBecameAvailable(MediaId about, Optional<String> server, Optional<String> item) {
            this(about, server, item, Optional.empty());
        }
    }
}
