package conveyarr.acquisition.core.cause;

import static conveyarr.acquisition.core.cause.Clue.*;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The table of all causes: the first clue of its part of the way that finds something counts. Pure. */
public final class Causes {
    private static final Clue ARR_DOWN = quiet(
            Evidence.Role.ARR,
            "ARR_DOWN",
            "We ask it again every minute, and nothing is lost meanwhile",
            "Start it, or look at its address and key");

    /** Every download is queued for a moment. */
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    private static final Clue QUEUED = row(
            row -> row.status().equals("queued"), "QUEUED", "It begins when its turn comes in the download client", "");

    private static final List<Clue> SEARCHING = List.of(
            ARR_DOWN,
            delayed(
                    "DELAY_PROFILE",
                    "It is grabbed when the delay is over",
                    "Shorten the delay profile, or grab it by hand"),
            pending(
                    "downloadclientunavailable",
                    "CLIENT_DOWN",
                    "It is handed over as soon as the download client answers",
                    "Start the download client, or look at its settings in the *arr"),
            listing(
                    listing -> !listing.listed(),
                    "NOT_LISTED",
                    "does not have the title on its list any more",
                    "Ask for it again"),
            listing(
                    listing -> !listing.monitored(),
                    "NOT_MONITORED",
                    "does not look for it, since it is not monitored",
                    "Monitor it in the *arr"),
            Clue::notReleased,
            Clue::indexersBehindVpn,
            quiet(
                    Evidence.Role.INDEXERS,
                    "NO_INDEXER_ANSWERS",
                    "The next search asks again",
                    "Start the indexer manager, or look at its address"),
            complaint(
                    List.of("IndexerSearchCheck", "IndexerCheck", "IndexerRssCheck"),
                    "NO_INDEXER_ANSWERS",
                    "",
                    "Add an indexer that can be searched, or switch one on"),
            Vain::rejected,
            complaint(
                    List.of("IndexerStatusCheck", "IndexerLongTermStatusCheck"),
                    "NO_INDEXER_ANSWERS",
                    "Failing indexers are asked again after a while",
                    "Look at the indexers in Prowlarr or in the *arr"),
            clientDown(),
            complaint(
                    List.of("RootFolderCheck", "MovieCollectionRootFolderCheck"),
                    "PATH_NOT_VISIBLE",
                    "",
                    "Mount the folder where the *arr looks for it, or correct its root folder"),
            Vain::incomplete);

    private static final List<Clue> DOWNLOADING = List.of(
            Clue::told,
            ARR_DOWN,
            row(
                    row -> row.status().equals("downloadclientunavailable"),
                    "CLIENT_DOWN",
                    "It goes on as soon as the download client answers",
                    "Start the download client, or look at its settings in the *arr"),
            clientDown(),
            row(
                    row -> row.status().equals("warning"),
                    "STALLED",
                    "It goes on by itself when somebody offers the data",
                    "Have another release looked for (retry-other-release)"),
            row(row -> row.status().equals("paused"), "PAUSED", "", "Resume it in the download client"),
            evidence -> evidence.lasts(A_WHILE) ? QUEUED.in(evidence) : Optional.empty());

    private static final List<Clue> IMPORTING = List.of(
            row(
                    row -> Clue.says(row, "no space", "not enough (free )?space", "disk (is )?full", "free space"),
                    "DISK_FULL",
                    "",
                    "Make room on the disk of the library, then force the import"),
            row(
                    row -> Clue.says(
                            row,
                            "does not exist or is not accessible",
                            "path .*(does not exist|is not (a )?valid|not accessible)",
                            "remote path mapping",
                            "no such file",
                            "unauthorizedaccess|access to the path"),
                    "PATH_NOT_VISIBLE",
                    "",
                    "Make the folder of the client visible to the *arr under the same path, or map it there"),
            row(
                    row -> row.state().equals("importblocked")
                            || row.state().equals("importfailed")
                            || row.state().equals("importpending") && row.warns(),
                    "IMPORT_BLOCKED",
                    "",
                    "Look at its words, then force the import (force-import) or take another release"),
            ARR_DOWN,
            complaint(
                    List.of("RemotePathMappingCheck", "ImportMechanismCheck", "RootFolderCheck"),
                    "PATH_NOT_VISIBLE",
                    "",
                    "Make the folder of the client visible to the *arr under the same path, or map it there"),
            clientDown());

    private Causes() {}

    public static Optional<Cause> of(Evidence evidence) {
        List<Clue> table =
                switch (evidence.leg()) {
                    case SEARCHING -> SEARCHING;
                    case DOWNLOADING -> DOWNLOADING;
                    case IMPORTING -> IMPORTING;
                };
        return table.stream()
                .map(clue -> clue.in(evidence))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Clue clientDown() {
        return complaint(
                List.of("DownloadClientStatusCheck", "DownloadClientCheck"),
                "CLIENT_DOWN",
                "It goes on as soon as the download client answers",
                "Start the download client, or look at its settings in the *arr");
    }
}
