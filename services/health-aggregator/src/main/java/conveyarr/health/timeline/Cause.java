package conveyarr.health.timeline;

import java.time.Instant;

/** Why a title does not move: a code for machines, the upstream's own words, who says so, since when. */
public record Cause(String code, String text, String source, Instant since) {
    public Cause {
        text = Shorter.text(text);
    }
}
