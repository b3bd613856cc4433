package conveyarr.download;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is done about downloads that do not go on: {@code conveyarr.download.rules.…}. */
@ConfigMapping(prefix = "conveyarr.download.rules")
public interface RulesConfig {
    /** Nothing is done; what would have been done is told. */
    @WithDefault("true")
    boolean dryRun();

    /** Whether what is, or may be, of a private tracker may be given up. */
    @WithDefault("false")
    boolean replacePrivate();

    /** Categories, tags, tracker hosts and names that are only watched. */
    Optional<Set<String>> protect();

    /** Fewer bytes than these are no progress. */
    @WithDefault("1M")
    MemorySize leastProgress();

    /** Bytes a second below which a download is too slow; 0 for never. */
    @WithDefault("0")
    MemorySize slowBelow();

    /** How long the speed is measured. */
    @WithDefault("2h")
    Duration slowFor();

    /** After a hold, so long passes before the time of a download counts again. */
    @WithDefault("2m")
    Duration settle();

    /** When no *arr has waited for a download for so long, it is told as an orphan. */
    @WithDefault("6h")
    Duration orphanAfter();

    /** Rules by name; they come before the built-in ones, and the first that fits counts. */
    Map<String, Entry> rule();

    /** One rule. */
    interface Entry {
        /** {@code stalled}, {@code slow}, {@code no-metadata}, {@code unregistered}, {@code broken}, {@code import-refused} or {@code orphan}. */
        String kind();

        /** Such as {@code reannounce@10m, category:stuck@3h, pause@4h, replace@6h}; {@code none} to do nothing. */
        List<String> steps();

        /** For private ones only, or for public ones only. */
        Optional<Boolean> isPrivate();

        @WithDefault("0")
        int fromPercent();

        @WithDefault("100")
        int toPercent();

        Optional<MemorySize> fromSize();

        Optional<MemorySize> toSize();

        Optional<Set<String>> categories();

        Optional<Set<String>> tags();

        /** Words in the reasons of an *arr that refuses an import. */
        Optional<Set<String>> reasons();

        /** Hosts of trackers. */
        Optional<Set<String>> trackers();
    }
}
