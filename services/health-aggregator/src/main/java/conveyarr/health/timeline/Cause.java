package conveyarr.health.timeline;

import java.time.Instant;

/** Why a title does not move: a code for machines, the upstream's own words, who says so, since when. */
public record Cause(String code, String text, String source, Instant since) {
    static final String HELD = "HELD_";

    public Cause {
        text = Shorter.text(text);
    }

    /** What is held waits, and is not in trouble. */
    Tone tone() {
        return code.startsWith(HELD) ? Tone.WAIT : Tone.WARN;
    }
}
