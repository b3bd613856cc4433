package conveyarr.acquisition.in;

import conveyarr.acquisition.core.Kept;
import conveyarr.events.RepairAction;
import conveyarr.flow.http.Plan.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person may have done for a title. */
record Deed(RepairAction action, Kept on) {
    static Optional<RepairAction> of(String word) {
        return Arrays.stream(RepairAction.values())
                .filter(action -> word(action).equals(word))
                .findFirst();
    }

    static String word(RepairAction action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String words() {
        return word(action) + " " + on.instance() + " " + on.media();
    }

    /** The download that is under way, where the action is about one. */
    Optional<String> download() {
        return switch (action) {
            case RETRY_OTHER_RELEASE, FORCE_IMPORT -> on.state().past().download();
            case RETRY_SEARCH, RESCAN -> Optional.empty();
        };
    }

    boolean isPossible() {
        return switch (action) {
            case RETRY_OTHER_RELEASE, FORCE_IMPORT -> download().isPresent();
            case RETRY_SEARCH, RESCAN -> true;
        };
    }

    List<Step> steps() {
        String at = on.instance();
        String download = download().orElse("");
        return switch (action) {
            case RETRY_SEARCH -> List.of(search());
            case RETRY_OTHER_RELEASE ->
                List.of(
                        new Step(
                                at,
                                "DELETE /queue/{id}?removeFromClient=true&blocklist=true&skipRedownload=true of "
                                        + download,
                                "removes the download with its data, and never takes this release again"),
                        search());
            case FORCE_IMPORT ->
                List.of(
                        new Step(at, "POST /command RefreshMonitoredDownloads", "looks anew at its download clients"),
                        new Step(
                                at,
                                "POST /command ManualImport of " + download,
                                "imports the files that it found to be of this title, whatever it has against them"));
            case RESCAN -> List.of(new Step(at, "POST /command", "looks anew at the folder of the title"));
        };
    }

    private Step search() {
        return new Step(on.instance(), "POST /command", "searches all its indexers for a release");
    }
}
