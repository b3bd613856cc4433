package conveyarr.health.view;

import conveyarr.health.timeline.Cause;
import conveyarr.health.timeline.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Everything at a glance. What is not known is null. */
public record OverviewView(
        Verdict verdict,
        List<NeedsYou> needsYou,
        Counts counts,
        Long medianSeconds7d,
        List<RequestView> moving,
        List<Tile> stack,
        Ingest ingest) {
    private static final Set<String> IMPORTS = Set.of("IMPORT_BLOCKED", "PATH_NOT_VISIBLE", "DISK_FULL");

    public record Verdict(String tone, String text) {
        /** {@code requests} that need a person, beside what the checks say. */
        public static Verdict of(long requests, HealthView health) {
            long bad = health.checks().stream().filter(Verdict::isBad).count();
            if (requests + bad > 0) {
                String all = Sentences.things(requests + bad, "thing needs you", "things need you");
                return new Verdict(Tone.BAD.word(), all + others(health));
            }
            return new Verdict(health.tone(), health.verdict());
        }

        private static String others(HealthView health) {
            long limping = health.checks().stream()
                    .filter(check -> !isBad(check) && check.mood().compareTo(Tone.WARN) >= 0)
                    .count();
            return limping == 0
                    ? " Everything else is running."
                    : " "
                            + Sentences.things(
                                    limping,
                                    "other thing is not as it should be",
                                    "other things are not as they should be");
        }

        private static boolean isBad(CheckView check) {
            return check.counts() && check.mood() == Tone.BAD;
        }
    }

    /** A request that waits for a person. */
    public record NeedsYou(
            String requestId, String title, Integer year, Instant since, Cause cause, List<String> actions) {
        public static NeedsYou of(RequestView request) {
            return new NeedsYou(
                    request.id(),
                    request.title(),
                    request.year(),
                    request.since(),
                    request.cause(),
                    offered(request.cause()));
        }
    }

    /** What can be done about it at {@code /api/v1/requests/{id}/actions}, beside reading why. */
    private static List<String> offered(Cause cause) {
        return cause != null && IMPORTS.contains(cause.code())
                ? List.of("explain", "force-import", "retry-other-release")
                : List.of("explain", "retry-other-release");
    }

    public record Counts(long inProgress, long waiting, long needsYou, long available7d) {}

    /** One program, as short as can be. */
    public record Tile(String id, String name, String tone, String word, String info) {
        public static Tile of(CheckView check) {
            return new Tile(
                    check.id(),
                    check.name(),
                    check.tone(),
                    check.word(),
                    check.error() == null ? check.info() : check.error());
        }
    }

    /** Hooks of the last hour; {@code recovered} are events that no hook told and the history of a program did. */
    public record Ingest(long received, long stored, long recovered, long rejected) {}
}
