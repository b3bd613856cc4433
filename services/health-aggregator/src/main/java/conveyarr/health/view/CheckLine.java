package conveyarr.health.view;

import conveyarr.health.timeline.Tone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A check as a page shows it. */
public record CheckLine(CheckView check, Bar bar) {
    static CheckLine of(CheckView check, Instant now) {
        return new CheckLine(check, Bar.of(check.history(), now));
    }

    /** A time in one state, for the table that says the same as the bar. */
    public record Stretch(Moment from, Moment to, String word) {}

    /** The check as a part of an address. */
    public String path() {
        return URLEncoder.encode(check.id(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What is not set up cannot be asked. */
    public boolean askable() {
        return !check.state().equals(State.NOT_CONFIGURED.word());
    }

    public Moment since() {
        return Moment.of(check.since());
    }

    public Moment lastOkAt() {
        return Moment.of(check.lastOkAt());
    }

    public Moment mutedUntil() {
        return Moment.of(check.mutedUntil());
    }

    /** Newest first. */
    public List<Stretch> stretches() {
        return check.history().reversed().stream()
                .limit(20)
                .map(span -> new Stretch(
                        Moment.of(span.from()),
                        Moment.of(span.to()),
                        Bar.words(Tone.valueOf(span.tone().toUpperCase(Locale.ROOT)))))
                .toList();
    }
}
