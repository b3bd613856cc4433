package conveyarr.download.in;

import conveyarr.download.core.Download;
import conveyarr.download.core.Download.Held;
import conveyarr.download.core.Download.Refused;
import conveyarr.download.core.Known;
import conveyarr.download.core.Watch;
import conveyarr.events.DownloadId;
import conveyarr.flow.http.Plan.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a person may do with a download. */
enum Order {
    PAUSE,
    RESUME,
    KEEP,
    REPLACE;

    static Optional<Order> of(String word) {
        return Arrays.stream(values())
                .filter(order -> DownloadView.word(order).equals(word))
                .findFirst();
    }

    static Optional<DownloadId> target(Known known) {
        return known.download() instanceof Refused refused
                ? Optional.of(refused.id())
                : Watch.orphan(known.download())
                        .or(() -> Watch.underWay(known.download()).map(running -> running.id()));
    }

    /** What waits for the VPN is not for hands to start, and only what somebody waits for can be replaced. */
    Optional<String> refusal(Download download) {
        if (this == REPLACE && Watch.orphan(download).isPresent()) {
            return Optional.of("No *arr waits for it, so there is nothing to replace.");
        }
        return this == RESUME && download instanceof Held held && held.paused()
                ? Optional.of("It is held: " + Shown.words(held.reason()) + ".")
                : Optional.empty();
    }

    List<Step> steps(DownloadId target) {
        String client = target.client();
        return switch (this) {
            case PAUSE -> List.of(new Step(client, "pause " + target.hash(), "pauses it until somebody resumes it"));
            case RESUME -> List.of(new Step(client, "resume " + target.hash(), "resumes it"));
            case KEEP ->
                List.of(new Step("conveyarr", "keep " + target.hash(), "cancels what is planned for it, for good"));
            case REPLACE ->
                List.of(
                        new Step(
                                "conveyarr.downloads",
                                "download.replacement-wanted.v1",
                                "asks the *arr that grabbed it to remove it with its data, block the release, and look for another"));
        };
    }
}
