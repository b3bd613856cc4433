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

    /**
     * People wait for what was imported, and {@code server} does not show it. {@code code} is for machines, such as {@code NOT_LISTED};
     * {@code words} are for people; {@code certain} when it will stay so until somebody acts. Of a series, {@code episodes} are those that lack.
     */
    @Named("library.overdue.v1")
    record LibraryOverdue(
            MediaId about,
            Optional<String> server,
            String code,
            String words,
            boolean certain,
            Optional<Episodes> episodes)
            implements LibraryEvent {}

    /** The *arr {@code instance} gave a file of the library another name. */
    @Named("library.file-renamed.v1")
    record FileRenamed(MediaId about, String instance, String from, String path) implements LibraryEvent {}

    /**
     * A file is gone. {@code reason} is {@code upgrade} (a better one took its place), {@code by-hand}, {@code missing} (it was found gone, and
     * the folder that holds the library was there), or the *arr's own word. {@code nothingLeft} when the title has no file any more.
     */
    @Named("library.file-deleted.v1")
    record FileDeleted(
            MediaId about,
            String instance,
            String path,
            String reason,
            boolean nothingLeft,
            Optional<Episodes> episodes)
            implements LibraryEvent {}

    /** The first episodes of a series that people can watch. */
    @Named("library.first-episode-available.v1")
    record FirstEpisodeAvailable(MediaId about, Episodes episodes) implements LibraryEvent {}

    /** The season has been aired whole, and every one of its {@code aired} episodes can be watched. */
    @Named("library.season-completed.v1")
    record SeasonCompleted(MediaId about, int season, int aired) implements LibraryEvent {}

    /** All {@code aired} episodes so far can be watched, specials apart; {@code ended} when there will be no more. */
    @Named("library.series-completed.v1")
    record SeriesCompleted(MediaId about, int aired, boolean ended) implements LibraryEvent {}

    /** Nothing of the series lacks that was aired and is wanted, specials apart; {@code episodes} can be watched by now. */
    @Named("library.series-caught-up.v1")
    record SeriesCaughtUp(MediaId about, int episodes) implements LibraryEvent {}
}
