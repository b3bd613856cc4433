package conveyarr.download;

import conveyarr.download.core.Care.Kind;
import conveyarr.download.core.Rules.Range;
import conveyarr.download.core.Rules.Rule;
import conveyarr.download.core.Rules.Scope;
import conveyarr.download.core.Rules.Step;
import conveyarr.events.DownloadEvent.DownloadAction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is done where the owner has written no rule; only told, unless the owner ends the dry run. */
final class BuiltInRules {
    /** What an *arr says of a release that will never do; a wrong path or a full disk is no fault of the release. */
    private static final Scope BAD_CONTENT = new Scope(
            Optional.empty(),
            Range.ANY,
            Range.ANY,
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(
                    "sample",
                    "no files found are eligible",
                    "executable",
                    "dangerous",
                    "password",
                    "encrypted",
                    "corrupt"));

    private BuiltInRules() {}

    static List<Rule> all(Duration patience) {
        var again = new Step(DownloadAction.REANNOUNCE, patience, "");
        return List.of(
                new Rule("built-in stalled", Kind.STALLED, Scope.ALL, List.of(again, replace(6))),
                new Rule("built-in no-metadata", Kind.NO_METADATA, Scope.ALL, List.of(again, replace(2))),
                new Rule("built-in unregistered", Kind.UNREGISTERED, Scope.ALL, List.of(replace(1))),
                new Rule("built-in slow", Kind.SLOW, Scope.ALL, List.of(replace(6))),
                new Rule("built-in broken", Kind.BROKEN, Scope.ALL, List.of(replace(1))),
                new Rule("built-in bad content", Kind.IMPORT_REFUSED, BAD_CONTENT, List.of(replace(24))),
                new Rule("built-in import-refused", Kind.IMPORT_REFUSED, Scope.ALL, List.of()),
                new Rule("built-in orphan", Kind.ORPHAN, Scope.ALL, List.of()));
    }

    private static Step replace(int hours) {
        return new Step(DownloadAction.REPLACE, Duration.ofHours(hours), "");
    }
}
