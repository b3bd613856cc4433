package conveyarr.health.view;

import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.Tone;
import java.util.Locale;

/** A request as a page shows it. */
public record Row(RequestView request) {
    public Tone mood() {
        return Tone.valueOf(request.tone().toUpperCase(Locale.ROOT));
    }

    /** Such as {@code Downloading 62 %, stalled}; a percentage only when the client gave one. */
    public String state() {
        String word = Stage.valueOf(request.stage()).word();
        String percent = request.progress() == null ? "" : " " + Math.round(request.progress() * 100) + " %";
        boolean stalled = request.cause() != null && request.cause().code().equals("STALLED");
        return word + percent + (stalled ? ", stalled" : "");
    }

    /** What happens next, in a sentence; empty where all is done. */
    public String next() {
        return NextStep.of(Stage.valueOf(request.stage()), request.cause());
    }

    public Moment since() {
        return Moment.of(request.since());
    }

    public Moment eta() {
        return Moment.of(request.eta());
    }

    public String fullTitle() {
        String year = request.year() == null ? "" : " (" + request.year() + ")";
        String scope = request.scope() == null ? "" : ", " + request.scope();
        return request.title() + year + scope;
    }
}
