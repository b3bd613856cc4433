package conveyarr.health.timeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import conveyarr.events.AcquisitionEvent.AttentionNeeded;
import conveyarr.events.AcquisitionEvent.CauseFound;
import java.time.Instant;
import java.util.Set;

/**
 * Why a title does not move: a code for machines, the upstream's own words, who says so, since when; whether that is certain, what happens next
 * by itself, and what {@code you} can do (both may be empty).
 */
public record Cause(String code, String text, String source, Instant since, boolean certain, String next, String you) {
    static final String HELD = "HELD_";
    static final String REMOVED = "REMOVED";
    private static final String WAITING = "WAITING_";
    /** Of a series that can be watched in part. */
    public static final String INCOMPLETE = "EPISODES_MISSING";

    static final String UNAPPROVED = WAITING + "FOR_APPROVAL";
    private static final Set<String> CALM = Set.of("NOT_RELEASED", INCOMPLETE);

    public Cause {
        text = Shorter.text(text);
        next = next == null ? "" : next;
        you = you == null ? "" : you;
    }

    /** A certain one, of which no more is known. */
    public Cause(String code, String text, String source, Instant since) {
        this(code, text, source, since, true, "", "");
    }

    static Cause of(CauseFound e) {
        return new Cause(e.code(), e.text(), e.source(), e.since(), e.certain(), e.next(), e.you());
    }

    static Cause of(AttentionNeeded e, Instant at) {
        return new Cause(e.code(), e.text(), e.instance(), at, true, "", e.you());
    }

    /** In one sentence for people: why, by whose word, what comes next, and what they can do. */
    @JsonProperty
    public String explain() {
        String why = (certain ? "" : "Probably: ") + text + (source.isBlank() ? "" : " (" + source + ")");
        return (sentence(why) + sentence(next) + sentence(you)).strip();
    }

    private static String sentence(String words) {
        return words.isBlank() ? "" : words + (words.endsWith(".") ? " " : ". ");
    }

    /** The same word by the same program. */
    boolean isLike(Cause other) {
        return code.equals(other.code) && source.equals(other.source);
    }

    /** As it should be: nobody has to act. */
    boolean calm() {
        return CALM.contains(code);
    }

    /** What is held, or not there yet, waits, and is not in trouble. */
    Tone tone() {
        boolean waits = code.startsWith(HELD) || code.startsWith(WAITING) || calm();
        return waits ? Tone.WAIT : Tone.WARN;
    }
}
