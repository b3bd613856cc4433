package conveyarr.health;

import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.DownloadCompleted;
import conveyarr.events.DownloadId;
import conveyarr.events.LibraryEvent.FileImported;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestEvent.RequestApproved;
import conveyarr.events.RequestId;
import conveyarr.events.Via;
import conveyarr.flow.wire.EventWriter;
import conveyarr.flow.wire.WireRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An event together with when it happened; {@code minute} after noon. */
public record Told(DomainEvent event, Occurrence occurrence) {
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    public static final String HASH = "D0D1000000000000000000000000000000000603";
    public static final DownloadId DOWNLOAD = new DownloadId("qbittorrent", HASH);

    public static Told at(int minute, DomainEvent event, String source) {
        var key = NaturalKey.of(event.wireName(), event.about().key(), minute);
        return new Told(event, Occurrence.at(minute(minute), Via.HOOK, source, key));
    }

    public static Instant minute(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    public WireRecord wire() {
        UUID cause = new UUID(7, 7);
        return EventWriter.write(event, occurrence, cause, occurrence.at().plusMillis(40));
    }

    /** One movie from the request to the shelf, a step every minute. */
    public static List<Told> life(MediaId movie, String title) {
        var request = new RequestId("seerr", 214);
        return List.of(
                at(0, new MediaRequested(movie, request, title, Optional.of(1999), "p_ana", false, List.of()), "seerr"),
                at(1, new RequestApproved(movie, request, true), "seerr"),
                at(2, new AcquisitionStarted(movie, "radarr", title, Optional.of(1999)), "radarr"),
                at(3, grab(movie, HASH), "radarr"),
                at(4, new DownloadCompleted(movie, DOWNLOAD), "qbittorrent"),
                at(5, imported(movie), "radarr"),
                at(6, new MediaBecameAvailable(movie, Optional.of("jellyfin"), Optional.of("77")), "jellyfin"));
    }

    public static ReleaseGrabbed grab(MediaId movie, String hash) {
        return new ReleaseGrabbed(
                movie, "radarr", hash, "The.Matrix.1999.1080p", 12_400_000_000L, Optional.of("Indexer"), 1);
    }

    public static FileImported imported(MediaId movie) {
        return new FileImported(
                movie,
                "radarr",
                42,
                "/movies/m.mkv",
                12_400_000_000L,
                Optional.of("Bluray-1080p"),
                Optional.of(HASH),
                false);
    }
}
