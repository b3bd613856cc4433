package conveyarr.download.core;

import conveyarr.download.core.Care.Kind;
import conveyarr.events.DownloadId;
import conveyarr.flow.Effect;
import java.util.Optional;
import java.util.Set;

/** What we ask of a download client. Each may be made twice without harm. */
public sealed interface Call extends Effect {
    String client();

    @Override
    default String place() {
        return client();
    }

    /** Pauses what the gate holds, all at once; no longer wanted when the gate is in another {@code turn} by then. */
    record PauseHeld(String client, int turn, Set<String> hashes) implements Call {}

    /** Resumes exactly what we paused; no longer wanted when the gate is in another {@code turn} by then. */
    record ResumeHeld(String client, int turn, Set<String> hashes) implements Call {}

    /** Listens on this port; {@code reopen} goes by way of another one, because the same value again would change nothing. */
    record Listen(String client, int port, boolean reopen) implements Call {}

    /** Goes from the one pace to the other; no longer wanted when it goes at a third by then. */
    record GoAt(String client, String from, String to) implements Call {}

    /** The step of a rule that asks for it: the {@code step}th against this trouble. */
    record Because(Kind kind, int step) {}

    /** About one download; {@code because} is empty when a person asks for it. */
    sealed interface OfOne extends Call {
        String hash();

        Optional<Because> because();

        default DownloadId download() {
            return new DownloadId(client(), hash());
        }
    }

    record Reannounce(String client, String hash, Optional<Because> because) implements Call, OfOne {
        public Reannounce {
            because = because == null ? Optional.empty() : because;
        }
    }

    record Pause(String client, String hash, Optional<Because> because) implements Call, OfOne {
        public Pause {
            because = because == null ? Optional.empty() : because;
        }
    }

    record Resume(String client, String hash, Optional<Because> because) implements Call, OfOne {
        public Resume {
            because = because == null ? Optional.empty() : because;
        }
    }

    /** Takes it out of the client with what it has loaded; no longer wanted when somebody waits for it by then. */
    record Remove(String client, String hash, Optional<Because> because) implements Call, OfOne {
        public Remove {
            because = because == null ? Optional.empty() : because;
        }
    }

    record Categorise(String client, String hash, String category, Optional<Because> because) implements Call, OfOne {
        public Categorise {
            because = because == null ? Optional.empty() : because;
        }
    }
}
