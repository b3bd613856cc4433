package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.HandOverEvent;
import conveyarr.events.DownloadEvent.ClientEvent;
import conveyarr.events.DownloadEvent.OneDownload;
import conveyarr.events.HealthEvent;
import conveyarr.events.LibraryEvent;
import conveyarr.events.NotificationEvent;
import conveyarr.events.RequestEvent;
import conveyarr.health.timeline.Course.Moving;
import java.time.Instant;
import java.util.Optional;

/**
 * Goes through a story event by event. Stages only go forward, with three exceptions: a new request after the end begins anew, a release
 * that was given up leads back to SEARCHING, and another release after trouble is another attempt at DOWNLOADING.
 */
final class Walk {
    final Visits visits = new Visits();
    final Standing standing = new Standing(this);
    final Shelving shelving = new Shelving(this);
    private final Asking asking = new Asking(this);
    private final Fetching fetching = new Fetching(this);
    private Stage aside;
    private Cause cause;
    private Moving moving = Moving.NOT;

    void on(Entry entry) {
        switch (entry.event()) {
            case RequestEvent event -> asking.on(event, entry.at());
            case HandOverEvent event -> asking.on(event, entry.at());
            case AcquisitionEvent event -> fetching.on(event, entry.at());
            case OneDownload event -> fetching.on(event, entry.at());
            case LibraryEvent event -> shelving.on(event, entry.at());
            case ClientEvent _, NotificationEvent _, HealthEvent _ -> {} // says nothing of where the title is
        }
    }

    /** A step forward ends all trouble. */
    void reach(Stage stage, Instant at) {
        if (visits.reach(stage, at)) {
            clearTrouble();
            moving = Moving.NOT;
            standing.stepped();
        }
    }

    /** Another attempt at a stage that it was in before. */
    void again(Stage stage, Instant at) {
        visits.enter(stage, at);
        clearTrouble();
        moving = Moving.NOT;
    }

    void begin() {
        shelving.forget();
        visits.clear();
        standing.stepped();
        clearTrouble();
        moving = Moving.NOT;
        fetching.forget();
    }

    /** Trouble on the way: what people have ended is beyond it. */
    void getStuck(Stage stage, Cause why) {
        if (!endedByPeople()) {
            stepAside(stage, why);
        }
    }

    /** Puts it beside the way; trouble that was there before keeps its time. */
    void stepAside(Stage stage, Cause why) {
        boolean same = aside == stage && cause != null && cause.code().equals(why.code());
        cause = same ? new Cause(why.code(), why.text(), why.source(), cause.since()) : why;
        aside = stage;
    }

    /** It stays where it is, but not as it should. */
    void slowDown(Cause why) {
        if (!endedByPeople()) {
            cause = why;
            moving = new Moving(moving.progress(), Optional.empty());
        }
    }

    /** The same; what is beside the way says more already. */
    void waitFor(Cause why) {
        if (aside == null) {
            slowDown(why);
        }
    }

    /** Nobody looks for it any more. */
    void takenOff(Cause why) {
        standing.forget();
        visits.close(why.since());
        moving = Moving.NOT;
        stepAside(Stage.WITHDRAWN, why);
    }

    void moves(Moving seen) {
        if (!endedByPeople()) {
            moving = seen;
        }
    }

    /** It goes on; what people have ended does not. */
    void recovered() {
        if (!endedByPeople()) {
            clearTrouble();
        }
    }

    boolean endedByPeople() {
        return isAside(Stage.DECLINED) || isAside(Stage.WITHDRAWN);
    }

    void clearTrouble() {
        aside = null;
        cause = null;
    }

    /** What is in the way now. */
    Optional<Cause> cause() {
        return Optional.ofNullable(cause);
    }

    boolean isAside(Stage stage) {
        return aside == stage;
    }

    Course course(Instant first) {
        Stage stage = aside != null ? aside : visits.current().orElse(Stage.REQUESTED);
        Instant here = visits.current().isPresent() ? visits.since() : first;
        Instant since = aside != null ? cause.since() : here;
        Tone tone = aside == null && cause != null ? cause.tone() : Course.toneOf(stage);
        return new Course(stage, tone, since, cause(), moving, visits.summary());
    }
}
