package conveyarr.library.core;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a library item can be told: by an *arr, by ourselves, by the clock, or by a look at a media server. */
public sealed interface Signal {
    MediaId media();

    /** What an *arr says of its files. */
    sealed interface AtArr extends Signal {
        Occurrence occurrence();

        /** The same, as something that had happened before we first looked. */
        AtArr asPast();
    }

    /** An *arr put a file into the library. */
    record Imported(Occurrence occurrence, MediaId media, String title, Optional<String> download, File file)
            implements AtArr {
        String instance() {
            return occurrence.source();
        }

        @Override
        public Imported asPast() {
            return new Imported(occurrence.asPast(), media, title, download, file);
        }

        /** One that nobody told of does not say that it is a better file of a title which is one file, and which its *arr had. */
        Imported inPlaceOf(Shelf shelf) {
            boolean had = occurrence.via() == Via.POLL
                    && media.isOneFile()
                    && shelf.files().stream()
                            .anyMatch(one -> one.instance().equals(instance()) && one.id() != file.id());
            return had ? new Imported(occurrence, media, title, download, file.asUpgrade()) : this;
        }

        boolean after(Occurrence other) {
            int order = occurrence.at().compareTo(other.at());
            return order > 0 || order == 0 && occurrence.id().compareTo(other.id()) > 0;
        }
    }

    /** An *arr took a file out of the library, or found it gone; {@code confirmed} when nothing else explains that it is not seen. */
    record Deleted(Occurrence occurrence, MediaId media, Gone file, boolean confirmed) implements AtArr {
        @Override
        public Deleted asPast() {
            return new Deleted(occurrence.asPast(), media, file, confirmed);
        }

        public Deleted asConfirmed() {
            return new Deleted(occurrence, media, file, true);
        }
    }

    /** The title is off the list of an *arr, which deleted all that it had of it from the disk. */
    record Emptied(Occurrence occurrence, MediaId media) implements AtArr {
        @Override
        public Emptied asPast() {
            return new Emptied(occurrence.asPast(), media);
        }
    }

    /** {@code reason} is as in {@link conveyarr.events.LibraryEvent.FileDeleted}. */
    record Gone(String path, String reason, Optional<Episodes> episodes) {}

    /** An *arr gave a file another path. */
    record Renamed(Occurrence occurrence, MediaId media, String from, String path) implements AtArr {
        @Override
        public Renamed asPast() {
            return new Renamed(occurrence.asPast(), media, from, path);
        }
    }

    /** The clock: a scan may be due. */
    record Due(Instant at, MediaId media) implements Signal {}

    /** A media server took our wish for a scan of {@code path}, as it sees it. */
    record Asked(Occurrence occurrence, Call.Scan scan, String path) implements Signal {
        @Override
        public MediaId media() {
            return scan.media();
        }
    }

    /** No library of the media server holds {@code path}, as it sees it. */
    record Outside(Occurrence occurrence, Call.Scan scan, String path) implements Signal {
        @Override
        public MediaId media() {
            return scan.media();
        }
    }

    /** The media server itself lists it; {@code found} are those of what lacked. */
    record Listed(Occurrence occurrence, MediaId media, String item, List<Part> found) implements Signal {
        String server() {
            return occurrence.source();
        }
    }

    /** The media server answers, and does not list it. */
    record Missing(Instant at, MediaId media, String server) implements Signal {}

    /** The media server does not answer, or not us. */
    record Unanswered(Instant at, MediaId media, String server, Trouble trouble) implements Signal {}

    /** {@code code} is as in {@link conveyarr.events.LibraryEvent.LibraryOverdue}. */
    record Trouble(String code, String words) {}

    /** What the *arr has and knows of a series, because of {@code count}. */
    record Counted(Occurrence occurrence, Call.Count count, Airings airings) implements Signal {
        @Override
        public MediaId media() {
            return count.media();
        }
    }

    /** The *arr that was asked to count does not have the series any more. */
    record Unlisted(Occurrence occurrence, Call.Count count) implements Signal {
        @Override
        public MediaId media() {
            return count.media();
        }
    }

    /** {@code path} is as the *arr sees it; of a series, {@code episodes} are those that the file holds. */
    record File(
            long id, String path, long bytes, Optional<String> quality, boolean upgrade, Optional<Episodes> episodes) {
        File asUpgrade() {
            return new File(id, path, bytes, quality, true, episodes);
        }

        String folder() {
            return Paths.folder(path);
        }
    }
}
