package conveyarr.download.core;

import conveyarr.flow.Effect;
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

    record Reannounce(String client, String hash) implements Call {}

    record Pause(String client, String hash) implements Call {}

    record Resume(String client, String hash) implements Call {}

    /** Takes it out of the client with what it has loaded; no longer wanted when somebody waits for it by then. */
    record Remove(String client, String hash) implements Call {}

    record Categorise(String client, String hash, String category) implements Call {}
}
