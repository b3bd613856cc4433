package conveyarr.library;

import conveyarr.library.core.Limits;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long we wait: for further files before a folder is scanned, before a scan is asked for again, until people are told that something
 * cannot be watched yet, and before we look again at a series that lacks something.
 */
@Singleton
public class LibrarySettings {
    private final Limits limits;

    LibrarySettings(
            @ConfigProperty(name = "conveyarr.library.scan-when-quiet-for", defaultValue = "5s") Duration quiet,
            @ConfigProperty(name = "conveyarr.library.scan-again-after", defaultValue = "2m") Duration pause,
            @ConfigProperty(name = "conveyarr.library.overdue-after", defaultValue = "30m") Duration overdue,
            @ConfigProperty(name = "conveyarr.library.count-again-after", defaultValue = "1h") Duration recount) {
        this.limits = new Limits(quiet, pause, overdue, recount);
    }

    public Limits limits() {
        return limits;
    }
}
