package conveyarr.events;

import conveyarr.events.AcquisitionEvent.*;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.HealthEvent.*;
import conveyarr.events.LibraryEvent.*;
import conveyarr.events.NotificationEvent.*;
import conveyarr.events.RequestEvent.*;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One of each event, as it is written on the wire. */
final class Samples {
    private static final MediaId MOVIE = MediaId.movie(603);
    private static final MediaId SERIES = MediaId.series(81189);
    private static final Optional<Episodes> EPISODES = Episodes.of(List.of(new Episodes.Number(1, 1)));
    private static final String MOVIES = "/movies/The Matrix (1999)/";
    private static final RequestId REQUEST = new RequestId("seerr", 17);
    private static final DownloadId DOWNLOAD =
            new DownloadId("qbittorrent", "C0FFEE00C0FFEE00C0FFEE00C0FFEE00C0FFEE00");
    private static final ComponentId RADARR = new ComponentId("radarr");
    private static final ComponentId GLUETUN = new ComponentId("gluetun");
    private static final ComponentId QBITTORRENT = new ComponentId("qbittorrent");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID OF = UUID.fromString("fb68299e-c3f6-55cd-b9d0-d628ddb376a4");

    private Samples() {}

    static List<DomainEvent> all() {
        return List.of(
                new MediaRequested(MOVIE, REQUEST, "The Matrix", Optional.of(1999), "p_0f3c2a9d1b7e", false, List.of()),
                new RequestApproved(MOVIE, REQUEST, true),
                new RequestDeclined(MOVIE, REQUEST),
                new RequestFailed(MOVIE, REQUEST, true),
                new RequestWithdrawn(MOVIE, REQUEST),
                new RequestFulfilled(MOVIE, REQUEST),
                new RequestActionTaken(
                        MOVIE, REQUEST, RequestAction.APPROVE, "rule:family", Optional.of("You have no permission.")),
                new HandOverRetried(MOVIE, REQUEST, 2, Optional.empty()),
                new AcquisitionStarted(MOVIE, "radarr", "The Matrix", Optional.of(1999)),
                new ReleaseGrabbed(
                        MOVIE,
                        "radarr",
                        DOWNLOAD.hash(),
                        "The.Matrix.1999.1080p",
                        9_663_676_416L,
                        Optional.of("Indexer"),
                        1),
                new ReleaseFailed(MOVIE, "radarr", DOWNLOAD.hash(), "Manually marked as failed"),
                new ImportBlocked(MOVIE, "radarr", DOWNLOAD.hash(), List.of("No files found are eligible for import")),
                new AcquisitionFinished(MOVIE, "radarr"),
                new RepairDone(
                        MOVIE,
                        "radarr",
                        RepairAction.RETRY_OTHER_RELEASE,
                        Optional.of(DOWNLOAD.hash()),
                        RepairOutcome.DONE,
                        "removed the download and its data, blocked the release, and searches for another",
                        "nothing arrives",
                        false),
                new CauseFound(
                        MOVIE,
                        "radarr",
                        "NO_INDEXER_ANSWERS",
                        "All indexers are unavailable due to failures",
                        "radarr",
                        true,
                        NOON,
                        "radarr asks them again by itself",
                        "Look at the indexers in Prowlarr"),
                new CauseCleared(MOVIE, "radarr", "NO_INDEXER_ANSWERS", Duration.ofMinutes(90)),
                new AttentionNeeded(
                        MOVIE,
                        "radarr",
                        "SEARCHING",
                        NOON,
                        Duration.ofHours(6),
                        "NO_INDEXER_ANSWERS",
                        "All indexers are unavailable due to failures",
                        "Look at the indexers in Prowlarr"),
                new AcquisitionRemoved(MOVIE, "radarr", true),
                new HistoryGapFound(
                        new ComponentId("radarr"),
                        "radarr",
                        Instant.parse("2030-01-01T12:00:00Z"),
                        Instant.parse("2030-01-04T07:30:00Z")),
                new HandOverDelayed(MOVIE, REQUEST, "radarr does not answer: connection refused"),
                new HandOverWanted(MOVIE, REQUEST, 1),
                new HandOverGivenUp(MOVIE, REQUEST, 6, "radarr does not have it after 6 attempts"),
                new DownloadStarted(MOVIE, DOWNLOAD, "The.Matrix.1999.1080p", 9_663_676_416L),
                new DownloadProgressed(MOVIE, DOWNLOAD, 40, Optional.of(Duration.ofMinutes(9))),
                new DownloadStalled(MOVIE, DOWNLOAD, Duration.ofMinutes(10)),
                new DownloadResumed(MOVIE, DOWNLOAD),
                new DownloadCompleted(MOVIE, DOWNLOAD),
                new DownloadFailed(MOVIE, DOWNLOAD, "missingFiles"),
                new DownloadRemoved(MOVIE, DOWNLOAD),
                new DownloadHeld(MOVIE, DOWNLOAD, HoldReason.VPN_DOWN, true),
                new DownloadHoldChanged(MOVIE, DOWNLOAD, HoldReason.VPN_DOWN, true),
                new DownloadReleased(MOVIE, DOWNLOAD, HoldReason.VPN_DOWN, Duration.ofMinutes(3)),
                new DownloadActionPlanned(MOVIE, DOWNLOAD, DownloadAction.REPLACE, NOON, "nothing arrives"),
                new DownloadActionTaken(MOVIE, DOWNLOAD, DownloadAction.REPLACE, "nothing arrives", true),
                new DownloadKept(MOVIE, DOWNLOAD),
                new OrphanFound(MediaId.unmatched(DOWNLOAD), DOWNLOAD, "The.Matrix.1999.1080p", NOON),
                new ReplacementWanted(MOVIE, DOWNLOAD, "nothing arrives"),
                new ClientHeld(QBITTORRENT, HoldReason.DISK_FULL, "4.0 GB free, 5.0 GB wanted", 12),
                new ClientReleased(QBITTORRENT, HoldReason.DISK_FULL, Duration.ofHours(2), 12),
                new ClientSlowed(QBITTORRENT),
                new ClientAtFullSpeed(QBITTORRENT, Duration.ofHours(5)),
                new ListenPortSet(QBITTORRENT, 6881, 51413, false),
                new ListenPortFailed(QBITTORRENT, 51413, 3, NOON, "nobody can connect"),
                new LeakFound(QBITTORRENT, "203.0.113.7", "185.65.134.240"),
                new LeakEnded(QBITTORRENT, Duration.ofMinutes(3)),
                imported(),
                new ScanRequested(MOVIE, "jellyfin", "/media/movies/The Matrix (1999)"),
                new MediaBecameAvailable(
                        MOVIE, Optional.of("jellyfin"), Optional.of("f27caa37e5142225cceded48f6553502")),
                new LibraryOverdue(
                        SERIES,
                        Optional.of("jellyfin"),
                        "NOT_LISTED",
                        "jellyfin was asked 3 times and does not list it",
                        false,
                        EPISODES),
                new FileRenamed(MOVIE, "radarr", MOVIES + "matrix.mkv", MOVIES + "The Matrix (1999).mkv"),
                new FileDeleted(SERIES, "sonarr", "/tv/Show/Season 01/Show.S01E01.mkv", "by-hand", true, EPISODES),
                new FirstEpisodeAvailable(SERIES, EPISODES.orElseThrow()),
                new SeasonCompleted(SERIES, 1, 10),
                new SeriesCompleted(SERIES, 62, true),
                new SeriesCaughtUp(SERIES, 8),
                new NotificationSent(MOVIE, OF, "phone", "The Matrix is available"),
                new NotificationFailed(MOVIE, OF, "phone", "401 unauthorized"),
                new NotificationSuppressed(MOVIE, OF, "phone", "older than 24 hours"),
                new ComponentWentDown(RADARR, "radarr", "connection refused"),
                new ComponentCameBack(RADARR, "radarr", Duration.ofSeconds(95)),
                new VpnDropped(GLUETUN, "stopped"),
                new VpnRestored(GLUETUN, Optional.of("185.65.134.240"), List.of(51413)),
                new VpnSeen(
                        GLUETUN,
                        HealthEvent.VpnState.DOWN,
                        NOON,
                        "the gateway says \"crashed\"",
                        Optional.empty(),
                        List.of()),
                new ForwardedPortChanged(GLUETUN, List.of(51413), List.of(51822)),
                new ComponentDegraded(RADARR, "radarr", List.of("No download client is available")),
                new ComponentRecovered(RADARR, "radarr", Duration.ofMinutes(7)),
                new ComponentBecameUnstable(RADARR, "radarr", 4, Duration.ofMinutes(10)),
                new VpnBecameUnstable(GLUETUN, 3, Duration.ofMinutes(10)),
                new VpnNetworkLost(GLUETUN, List.of("qbittorrent")),
                new VpnNetworkRestored(GLUETUN, Duration.ofSeconds(95)),
                new VpnRestartOrdered(GLUETUN));
    }

    private static FileImported imported() {
        String path = "/media/movies/The Matrix (1999)/The Matrix (1999).mkv";
        return new FileImported(
                MOVIE,
                "radarr",
                42,
                path,
                9_663_676_416L,
                Optional.of("Bluray-1080p"),
                Optional.of(DOWNLOAD.hash()),
                false);
    }
}
