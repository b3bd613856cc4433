package conveyarr.upstream;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestId;
import conveyarr.events.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that an upstream says has happened, in our words. The hook and the history give sightings with the same
 * {@code occurrence.id()}; they may differ in time and in {@code via}.
 */
public sealed interface Sighting {
    Occurrence occurrence();

    MediaId media();

    /** A request in a Seerr, in the given state, {@code since} then as far as Seerr says; the occurrence is dated when it was seen so. */
    record RequestSeen(
            Occurrence occurrence,
            MediaId media,
            RequestId request,
            RequestState state,
            Asked asked,
            Optional<Instant> since)
            implements Sighting {
        public RequestSeen(Occurrence occurrence, MediaId media, RequestId request, RequestState state, Asked asked) {
            this(occurrence, media, request, state, asked, Optional.empty());
        }
    }

    /** Who asked for what, and when as far as we know. {@code requestedBy} is the name that Seerr shows. */
    record Asked(
            String title,
            Optional<Integer> year,
            String requestedBy,
            boolean uhd,
            List<Integer> seasons,
            Instant askedAt) {}

    enum RequestState {
        PENDING,
        APPROVED,
        AUTO_APPROVED,
        DECLINED,
        FAILED,
        AVAILABLE
    }

    /** What an *arr says. Whoever remembers the lives of its database adds the one that this belongs to. */
    sealed interface AtArr extends Sighting {
        Trace trace();

        AtArr with(Trace trace);

        @Override
        default Occurrence occurrence() {
            return trace().occurrence();
        }
    }

    /** A title is on the list of an *arr. */
    record TitleAdded(Trace trace, MediaId media, Title title) implements AtArr {
        @Override
        public TitleAdded with(Trace other) {
            return new TitleAdded(other, media, title);
        }
    }

    /** Somebody took a title off the list of an *arr; {@code filesDeleted}: and what it had of it from the disk. */
    record TitleRemoved(Trace trace, MediaId media, boolean filesDeleted) implements AtArr {
        @Override
        public TitleRemoved with(Trace other) {
            return new TitleRemoved(other, media, filesDeleted);
        }
    }

    /** An *arr chose a release and handed it to its download client. */
    record Grabbed(Trace trace, MediaId media, Title title, String download, Release release) implements AtArr {
        @Override
        public Grabbed with(Trace other) {
            return new Grabbed(other, media, title, download, release);
        }
    }

    record Title(String title, Optional<Integer> year) {}

    /** Of a series, {@code episodes} are those that the release holds. */
    record Release(String name, long bytes, Optional<String> indexer, Optional<Episodes> episodes) {}

    /** An *arr gave a download up. */
    record DownloadGivenUp(Trace trace, MediaId media, String download, String reason) implements AtArr {
        @Override
        public DownloadGivenUp with(Trace other) {
            return new DownloadGivenUp(other, media, download, reason);
        }
    }

    /** An *arr will not import a complete download by itself. */
    record ImportRefused(Trace trace, MediaId media, String download, List<String> reasons) implements AtArr {
        @Override
        public ImportRefused with(Trace other) {
            return new ImportRefused(other, media, download, reasons);
        }
    }

    /** An *arr put a file into the library. */
    record Imported(Trace trace, MediaId media, Title title, Optional<String> download, ImportedFile file)
            implements AtArr {
        @Override
        public Imported with(Trace other) {
            return new Imported(other, media, title, download, file);
        }
    }

    /** Of a series, {@code episodes} are those that the file holds. */
    record ImportedFile(
            long id, String path, long bytes, Optional<String> quality, boolean upgrade, Optional<Episodes> episodes) {}

    /** An *arr took a file out of the library, or found it gone. */
    record FileRemoved(Trace trace, MediaId media, RemovedFile file) implements AtArr {
        @Override
        public FileRemoved with(Trace other) {
            return new FileRemoved(other, media, file);
        }
    }

    /** {@code reason} is {@code upgrade}, {@code by-hand}, {@code missing}, or the program's own word. */
    record RemovedFile(String path, String reason, Optional<Episodes> episodes) {}

    /** An *arr gave a file of the library another path. */
    record FileMoved(Trace trace, MediaId media, String from, String path) implements AtArr {
        @Override
        public FileMoved with(Trace other) {
            return new FileMoved(other, media, from, path);
        }
    }
}
