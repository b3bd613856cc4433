package conveyarr.notification.core;

import java.util.Optional;

/** What an event is to people. An event that begins or ends a trouble is told only when the trouble lasts. */
public record Concern(Tone tone, Weight weight, Optional<Trouble> trouble) {
    public static final Concern STEP = new Concern(Tone.INFO, Weight.STEP, Optional.empty());
    static final Concern NEEDS_YOU = new Concern(Tone.BAD, Weight.NEEDS_YOU, Optional.empty());

    /** {@code what} names one kind of trouble of one subject, such as {@code down}; {@code over} is true for its end. */
    public record Trouble(String what, boolean over) {}

    static Concern news(Tone tone) {
        return new Concern(tone, Weight.NEWS, Optional.empty());
    }

    static Concern begins(String what) {
        return new Concern(Tone.BAD, Weight.NEEDS_YOU, Optional.of(new Trouble(what, false)));
    }

    static Concern ends(String what) {
        return new Concern(Tone.OK, Weight.NEEDS_YOU, Optional.of(new Trouble(what, true)));
    }
}
